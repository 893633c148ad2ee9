"""Read the head of the front page into the issue record, and say what each part of it is.

Only furniture is read: a headline that names a date is not the date line. What the print does
not say stays None; what disagrees is named in the warnings and never mended. Every field that is
filled has its evidence: the lines, the printed form, the rule and how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from digitize.grammar.urls import domain_name, nation
from digitize.metadata.dating import Dating, dated
from digitize.metadata.folio import doubts, headers, labelled
from digitize.metadata.head import HeadLine, Tongue, body_size, head_lines, tongue
from digitize.metadata.imprint import Said, editions, first, place_of, urls
from digitize.metadata.labels import Marks, relabel
from digitize.metadata.naming import Clues, Name, names
from digitize.metadata.places import country
from digitize.metadata.pricing import copy_price
from digitize.metadata.record import COUNTED, Findings, record
from digitize.metadata.witness import unproven, witnessed
from digitize.model.document import Document, apply
from digitize.stage import Fact

_DOUBTED = 0.2  # score of a name that may be misread; its confidence is below one half


@dataclass(frozen=True, slots=True)
class Masthead:
    """Read title, date, price and the rest; label pages; refine the roles of the head."""

    name: ClassVar[str] = "masthead"
    needs: ClassVar[frozenset[Fact]] = frozenset({"roles"})
    gives: ClassVar[frozenset[Fact]] = frozenset({"issue"})

    def __call__(self, document: Document, /) -> Document:
        """Return the document with its issue record; one without pages comes back unchanged."""
        if not document.pages:
            return document
        found = _findings(document)
        issue = record(found)
        warnings = (*issue.warnings, *_misreadings(found), *doubts(document, issue))
        issue = replace(issue, warnings=warnings)
        pages = tuple(labelled(page, front=place == 0) for place, page in enumerate(document.pages))
        marks = Marks(
            frozenset(found.lines[place].id for name in found.names for place in name.places),
            frozenset(found.day.lines),
            frozenset(line for each in issue.evidence for line in each.lines),
        )
        return apply(replace(document, pages=pages, issue=issue), relabel(found.lines, marks))


def _findings(document: Document) -> Findings:
    front = document.pages[0]
    lines = head_lines(front)
    spoken = tongue(document)
    sites = urls(lines)
    domains = tuple(dict.fromkeys(domain_name(site.value) for site in sites))
    exact = front.scan.kind == "born-digital"
    clues = Clues(domains, headers(document), body_size(front), spoken, exact)
    named = tuple(witnessed(name, document, spoken.main) for name in names(lines, clues))
    if not exact:
        named = tuple(_weakened(name, spoken.main) for name in named)
    day = _day(document, lines)
    edition = editions(lines, named)
    taken = {lines[place].id for name in named for place in name.places}
    place = place_of(lines, day.lines, frozenset(taken | {said.line for said in edition}))
    year = int(day.date[:4]) if day.date else None
    told = [*([place.printed] if place else []), *(said.printed for said in edition)]
    nations = _countries([*told, *(name.text for name in named)], sites, day, spoken)
    return Findings(
        lines=lines,
        spoken=spoken,
        names=named,
        day=day,
        editions=edition,
        place=place,
        copy=copy_price(lines, nations, year),
        counts={kind: said for kind in COUNTED if (said := first(kind, lines))},
        sites=sites,
    )


def _weakened(name: Name, lang: str) -> Name:
    """Return the name less sure if it has words that are in no list: they may be misread."""
    return replace(name, score=min(name.score, _DOUBTED)) if unproven(name, lang) else name


def _misreadings(found: Findings) -> Iterator[str]:
    for name in found.names:
        words = unproven(name, found.spoken.main)
        if words and name.score <= _DOUBTED:
            yield f"the name “{name.text}” may be misread: “{' '.join(words)}” is in no word list"


def _day(document: Document, lines: Sequence[HeadLine]) -> Dating:
    """Return the date of the front page's head; without one, that of the folios inside."""
    day = dated(lines)
    if day.seen or day.warnings:
        return day
    return dated([line for page in document.pages[1:] for line in head_lines(page)])


def _countries(
    texts: Sequence[str], sites: Sequence[Said], day: Dating, spoken: Tongue
) -> tuple[str, ...]:
    """Return the countries the paper may belong to, by how surely each sign tells.

    `texts` (place, edition, names) tell more than the addresses, those more than the calendar
    (民國 after 1949 is Taiwan's), that more than the language.
    """
    signs = [country(text) for text in texts]
    signs += [nation(site.value) for site in sites]
    republic = any(seen.found.calendar == "minguo" for seen in day.seen)
    signs += ["TW" if republic and (day.date or "") >= "1950" else ""]
    signs += [{"ja": "JP", "zh-Hans": "CN"}.get(spoken.main, "")]
    return tuple(dict.fromkeys(filter(None, signs)))
