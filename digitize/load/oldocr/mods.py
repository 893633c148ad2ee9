"""What a catalogue record in MODS says of an issue: title, date, volume, number, place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from digitize.grammar.tongues import tag_of
from digitize.load.oldocr.markup import Node, attributes, child, children, descendants, said
from digitize.model.issue import Evidence, Issue, Parallel

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_GERMAN = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_RULE = "catalogue record"


@dataclass(frozen=True, slots=True)
class Class:
    """What a record of an article says it is."""

    id: str
    kind: str


def described(mods: Node) -> Class:
    """Return the identifier and the genre of an article's record, "" for what it does not say."""
    local = (
        said(found)
        for found in children(mods, "identifier")
        if attributes(found).get("type") == "local"
    )
    genre = (
        said(found) for found in children(mods, "genre") if attributes(found).get("type") == "class"
    )
    return Class(next(local, ""), next(genre, ""))


def issue(records: Iterable[Node], label: str) -> Issue:
    """Return what the records say of the issue, the first that says it; `label` is the METS's."""
    found = list(records)
    title, lang = next(_titles(found), (None, None))
    read = Issue(
        title=title or _bare(label),
        title_lang=lang,
        parallel_titles=tuple(_parallels(found)),
        edition=_first(found, "originInfo", "edition"),
        date=_date(found),
        volume=_detail(found, "volume"),
        number=_detail(found, "issue"),
        place=_first(found, "originInfo", "place", "placeTerm"),
        publisher=_first(found, "originInfo", "publisher"),
        frequency=_first(found, "originInfo", "frequency"),
    )
    return replace(read, evidence=tuple(_evidence(read)))


def _evidence(read: Issue) -> Iterator[Evidence]:
    for name in ("title", "edition", "date", "volume", "number", "place", "publisher", "frequency"):
        value = getattr(read, name)
        if value:
            yield Evidence(field=name, value=value, printed="", lines=(), rule=_RULE, conf=1.0)


def _titles(records: Iterable[Node]) -> Iterator[tuple[str, str | None]]:
    for record in records:
        for info in children(record, "titleInfo"):
            if "type" not in attributes(info):
                parts = [said(child(info, part)) for part in ("nonSort", "title")]
                title = " ".join(filter(None, parts))
                if title:
                    yield title, _lang(info)


def _parallels(records: Iterable[Node]) -> Iterator[Parallel]:
    for record in records:
        for info in children(record, "titleInfo"):
            text = said(child(info, "title"))
            if attributes(info).get("type") == "translated" and text:
                yield Parallel(text=text, lang=_lang(info) or "")


def _lang(node: Node) -> str | None:
    return tag_of(attributes(node).get("lang", "")) or None


def _first(records: Iterable[Node], *path: str) -> str | None:
    return next(filter(None, (said(child(record, *path)) for record in records)), None)


def _date(records: Iterable[Node]) -> str | None:
    for record in records:
        for found in descendants(record, "dateIssued"):
            written = said(found)
            if _ISO.fullmatch(written):
                return written
            german = _GERMAN.fullmatch(written)
            if german:
                return f"{german[3]}-{int(german[2]):02d}-{int(german[1]):02d}"
    return None


def _detail(records: Iterable[Node], kind: str) -> str | None:
    for record in records:
        for found in descendants(record, "detail"):
            if attributes(found).get("type") == kind:
                return said(child(found, "number")) or None
    return None


def _bare(label: str) -> str | None:
    """Return a label without the date behind the title: "The Evening star, 1859-02-21"."""
    return re.sub(r"[\s,]*\d{4}-\d{2}-\d{2}\S*\s*$", "", label).strip() or None
