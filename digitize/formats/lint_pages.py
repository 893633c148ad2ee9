"""Rules over page formats and METS: references, boxes, halves of words, confidence, provenance."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from digitize.formats.folder import Finding, Folder, Node, attributes, local, named

_IDS = frozenset({"ID", "id"})
_REFERENCES = frozenset({
    "TAGREFS", "PROCESSINGREFS", "STYLEREFS", "IDNEXT", "REF", "DMDID", "ADMID", "FILEID",
    "regionRef",
})  # fmt: skip
_POINTERS = frozenset({"facs", "resp", "corresp", "target"})  # of TEI: "#id"
_SLACK = 2  # pixels: boxes that were turned back with the page are rounded outwards
_HALF_PERCENT = 0.0051  # hOCR's confidence is a whole number of percent
_BBOX = re.compile(r"bbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_SURE = re.compile(r"x_wconf (\d+)")

Corners = tuple[float, float, float, float]
BoxOf = Callable[[Node], Corners | None]


def references(folder: Folder) -> Iterator[Finding]:
    """Every id is there once; every reference leads to one; METS names blocks that ALTO has."""
    rule = "references"
    names = [name for name in folder.names if name.endswith((".xml", ".html"))]
    known = {name: Counter(_ids(folder, name)) for name in names}
    for name in names:
        if name in folder.broken:
            yield Finding(rule, name, f"it is not well-formed: {folder.broken[name]}")
            continue
        for twice in (key for key, count in known[name].items() if count > 1):
            yield Finding(rule, name, f"the id {twice} is there {known[name][twice]} times")
        for key, target in _references(folder, name):
            if target not in known[name]:
                yield Finding(rule, name, f"{key} names {target}, which is not there")
    if "mets.xml" in folder.names:
        yield from _areas(folder, known)


def _ids(folder: Folder, name: str) -> Iterator[str]:
    root = folder.tree(name)
    if root is not None:
        for node in root.iter():
            yield from (value for key, value in attributes(node) if key in _IDS)


def _references(folder: Folder, name: str) -> Iterator[tuple[str, str]]:
    root = folder.tree(name)
    for node in root.iter() if root is not None else ():
        for key, value in attributes(node):
            if key in _REFERENCES:
                yield from ((key, target) for target in value.split())
            elif key in _POINTERS:
                yield from ((key, item[1:]) for item in value.split() if item[:1] == "#")


def _areas(folder: Folder, known: dict[str, Counter[str]]) -> Iterator[Finding]:
    root = folder.tree("mets.xml")
    if root is None:
        return
    files = dict(located(root))
    for area in named(root, "area"):
        block, path = area.get("BEGIN"), files.get(area.get("FILEID", ""), "")
        if block and block not in known.get(path, ()):
            yield Finding("references", "mets.xml", f"{path} has no block {block}")


def located(root: Node) -> Iterator[tuple[str, str]]:
    """Yield the id and the path of each file that a METS names."""
    for file in named(root, "file"):
        for spot in named(file, "FLocat"):
            path = next((value for key, value in attributes(spot) if key == "href"), "")
            yield file.get("ID", ""), path


def boxes(folder: Folder) -> Iterator[Finding]:
    """Every box has a size and lies in what holds it, and on its page."""
    for name, root in folder.trees("alto"):
        for page in named(root, "Page"):
            whole = (0.0, 0.0, _number(page, "WIDTH"), _number(page, "HEIGHT"))
            yield from _nested(name, page, whole, _alto_box)
    for name, root in folder.trees("hocr", ".html"):
        yield from _nested(name, root, None, _hocr_box)
    for name, root in folder.trees("page"):
        for page in named(root, "Page"):
            wide, high = _number(page, "imageWidth"), _number(page, "imageHeight")
            for coords in named(page, "Coords"):
                points = [item.split(",") for item in coords.get("points", "").split()]
                if any(not (0 <= int(x) <= wide and 0 <= int(y) <= high) for x, y in points):
                    yield Finding("boxes", name, f"{_name(coords.getparent())} leaves the page")


def _nested(name: str, root: Node, around: Corners | None, box_of: BoxOf) -> Iterator[Finding]:
    for node in root:
        box = box_of(node)
        if box is not None:
            if not all(map(math.isfinite, box)) or box[2] <= box[0] or box[3] <= box[1]:
                yield Finding("boxes", name, f"{_name(node)} has no size")
            elif around is not None and not _inside(box, around):
                yield Finding("boxes", name, f"{_name(node)} leaves what holds it")
        yield from _nested(name, node, box or around, box_of)


def _inside(box: Corners, around: Corners) -> bool:
    return (
        box[0] >= around[0] - _SLACK
        and box[1] >= around[1] - _SLACK
        and box[2] <= around[2] + _SLACK
        and box[3] <= around[3] + _SLACK
    )


def _alto_box(node: Node) -> Corners | None:
    if node.get("HPOS") is None or local(node) in ("SP", "HYP"):
        return None
    x, y = _number(node, "HPOS"), _number(node, "VPOS")
    return x, y, x + _number(node, "WIDTH"), y + _number(node, "HEIGHT")


def _hocr_box(node: Node) -> Corners | None:
    found = _BBOX.search(node.get("title", ""))
    if not found:
        return None
    x0, y0, x1, y1 = map(float, found.groups())
    return x0, y0, x1, y1


def _number(node: Node, key: str) -> float:
    try:
        return float(node.get(key, "nan"))
    except ValueError:
        return math.nan


def _name(node: Node | None) -> str:
    if node is None:
        return "?"
    return next((value for key, value in attributes(node) if key in _IDS), local(node))


def hyphens(folder: Folder) -> Iterator[Finding]:
    """See that a first half of a word is followed by its second, and both name the same word."""
    for name, root in folder.trees("alto"):
        strings = [*named(root, "String")]
        for first, second in pairwise([*strings, None]):
            if first is None or first.get("SUBS_TYPE") != "HypPart1":
                continue
            if second is None or second.get("SUBS_TYPE") != "HypPart2":
                yield Finding("hyphens", name, f"no second half follows {_name(first)}")
            elif first.get("SUBS_CONTENT") != second.get("SUBS_CONTENT"):
                yield Finding("hyphens", name, f"{_name(first)} and {_name(second)} differ")


def confidence(folder: Folder) -> Iterator[Finding]:
    """Confidence lies between 0 and 1, counts the characters, and is the same in hOCR."""
    yield from _confidence_of_strings(folder)
    sure = {
        _name(string): _number(string, "WC")
        for _, root in folder.trees("alto")
        for string in named(root, "String")
        if string.get("WC") is not None
    }
    for name, root in folder.trees("hocr", ".html"):
        for node in root.iter():
            found = _SURE.search(node.get("title", ""))
            value = int(found[1]) / 100 if found else 0.0
            if not 0 <= value <= 1:
                yield Finding("confidence", name, f"{_name(node)}: x_wconf is {value:.0%}")
            elif found and abs(sure.get(_name(node), value) - value) > _HALF_PERCENT:
                yield Finding("confidence", name, f"{_name(node)}: not as sure as in ALTO")


def _confidence_of_strings(folder: Folder) -> Iterator[Finding]:
    for name, root in folder.trees("alto"):
        for string in named(root, "String"):
            signs, said = string.get("CC"), string.get("CONTENT", "")
            if signs is not None and len(signs) != len(said):
                yield Finding("confidence", name, f"{_name(string)}: CC is not one sign a letter")
            if string.get("WC") is not None:
                value = _number(string, "WC")
                if not 0 <= value <= 1:
                    yield Finding("confidence", name, f"{_name(string)}: WC is {value}")


def provenance(folder: Folder) -> Iterator[Finding]:
    """Every word that is read otherwise says so; no machine says that a person corrected it."""
    words = {
        word.id: word
        for page in folder.document.pages for region in page.regions for line in region.lines
        for word in line.words
    }  # fmt: skip
    for name, root in folder.trees("alto"):
        for string in named(root, "String"):
            if string.get("CS") == "true":
                yield Finding("provenance", name, f"{_name(string)}: CS says a person corrected it")
            word = words.get(_name(string))
            if word is None or word.norm is None or word.norm == word.text:
                continue
            seen = [node.text or "" for node in named(string, "ALTERNATIVE")]
            if word.text not in seen and not string.get("SUBS_TYPE"):
                yield Finding("provenance", name, f"{word.id}: what was seen is not told")
    changed = {edit.rule for edit in folder.document.edits}
    if "premis.xml" in folder.names:
        told = folder.data("premis.xml").decode("utf-8", "replace")
        for rule in sorted(rule for rule in changed if rule not in told):
            yield Finding("provenance", "premis.xml", f"no event tells of the rule {rule}")
