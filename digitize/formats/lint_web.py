"""Rules over the IIIF manifest that its schema does not know: what is painted, named, dated."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from digitize.formats.folder import Finding, Folder

_MANIFEST = "iiif/manifest.json"
_MOMENT = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?")
_HELD = ("Manifest", "Canvas", "Annotation", "Range")


def iiif(folder: Folder) -> Iterator[Finding]:
    """Every canvas is painted by its own scan, ids are there once, ranges lead to canvases."""
    if _MANIFEST not in folder.names:
        return
    manifest = json.loads(folder.data(_MANIFEST))
    moment = manifest.get("navDate")
    if moment is not None and not _MOMENT.fullmatch(moment):
        yield Finding("iiif", _MANIFEST, f"navDate {moment!r} is no xsd:dateTime")
    found = list(_things(manifest))
    canvases = {item["id"] for item in found if item["type"] == "Canvas" and "height" in item}
    ids = [item["id"] for item in found if item["type"] in _HELD and _is_whole(item)]
    yield from _twice(_MANIFEST, ids)
    for canvas in manifest["items"]:
        targets = [paint["target"] for page in canvas["items"] for paint in page["items"]]
        if any(target.partition("#")[0] != canvas["id"] for target in targets):
            yield Finding("iiif", _MANIFEST, f"{canvas['id']} is painted elsewhere")
    for item in found:
        if item["type"] == "Canvas" and item["id"].partition("#")[0] not in canvases:
            yield Finding("iiif", _MANIFEST, f"a range leads to {item['id']}, which is not there")
    yield from _annotations(folder, canvases)


def _twice(name: str, ids: Iterable[str]) -> Iterator[Finding]:
    for each, count in Counter(ids).items():
        if count > 1:
            yield Finding("iiif", name, f"{each} is there {count} times")


def _annotations(folder: Folder, canvases: set[str]) -> Iterator[Finding]:
    for name in folder.under("iiif/annotations", ".json"):
        items = json.loads(folder.data(name))["items"]
        yield from _twice(name, (item["id"] for item in items))
        for item in items:
            if item["target"].partition("#")[0] not in canvases:
                yield Finding("iiif", name, f"{item['id']} is on no canvas")


def _things(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object that has an id and a type, inner ones too."""
    if isinstance(value, dict):
        if "id" in value and "type" in value:
            yield value
        for inner in value.values():
            yield from _things(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _things(inner)


def _is_whole(item: dict[str, Any]) -> bool:
    """Return whether this is the thing itself and not a reference to it."""
    return item["type"] != "Canvas" or "height" in item
