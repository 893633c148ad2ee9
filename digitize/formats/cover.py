"""The issue record of a finished folder, read without its pages: a few kilobytes of each issue.

A document.json opens with the record, so its first bytes are enough; without one, the first line
of articles.jsonl says the same.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from digitize.formats.document import DocumentJson
from digitize.formats.jsonl import Jsonl
from digitize.model.issue import Issue

_FIRST = 1 << 14  # bytes; the record of a long issue takes more, and is read on
_MOST = 1 << 24
_OPENS = '"issue":'


def cover(folder: Path) -> Issue | None:
    """Return the issue record of a folder; None when there is none, or none that can be read."""
    for name, read in ((DocumentJson.file, _of_document), (Jsonl.file, _of_articles)):
        try:
            found = read(folder / name)
        except (OSError, ValueError):
            continue
        if found is not None:
            return found
    return None


def _of_document(path: Path) -> Issue | None:
    size = _FIRST
    with path.open("rb") as file:
        while size <= _MOST:
            file.seek(0)
            raw = file.read(size)
            text = raw.decode("utf-8", "ignore")
            start = text.find(_OPENS)
            if start < 0:
                return None
            try:
                return _issue(json.JSONDecoder().raw_decode(text, start + len(_OPENS))[0])
            except json.JSONDecodeError:
                if len(raw) < size:
                    return None
            size *= 8
    return None


def _of_articles(path: Path) -> Issue | None:
    with path.open("rb") as file:
        line = file.readline(_MOST)
    return _issue(json.loads(line)["issue"]) if line else None


def _issue(fields: dict[str, Any]) -> Issue:
    return msgspec.convert(fields, Issue)
