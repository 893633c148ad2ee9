"""Read the head of the front page into the issue record, and say what each part of it is.

Only furniture is read: a headline that names a date is not the date line. What the print does
not say stays None; what disagrees is named in the warnings and never mended. Every field that is
filled has its evidence: the lines, the printed form, the rule and how sure it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from digitize.grammar.titles import name_language, name_words
from digitize.grammar.urls import domain_name, nation
from digitize.metadata.addresses import agreed
from digitize.metadata.casing import is_everyday
from digitize.metadata.catalogue import catalogued
from digitize.metadata.catalogue import witnessed as agreeing
from digitize.metadata.crosscheck import checked
from digitize.metadata.dating import Dating, dated
from digitize.metadata.folio import doubts, headers, labelled, out_of_row, said_of_pages
from digitize.metadata.head import HeadLine, Tongue, body_size, head_lines, letters, tongue
from digitize.metadata.imprint import UNSURE, Said, editions, first, place_of, urls
from digitize.metadata.labels import Marks, relabel
from digitize.metadata.mending import guessed, rivals, strange
from digitize.metadata.misread import misread, rare
from digitize.metadata.naming import (
    CONFIRMS,
    DOUBTED,
    NAMELIKE,
    Clues,
    Name,
    home_script,
    is_foreign,
    names,
)
from digitize.metadata.places import country, is_place
from digitize.metadata.plausible import weighed
from digitize.metadata.pricing import copy_price
from digitize.metadata.record import COUNTED, Findings, record
from digitize.metadata.witness import SPEAKS, unproven, witnessed
from digitize.model.document import Document, apply
from digitize.model.page import Page
from digitize.model.reading import printed
from digitize.stage import Fact

_UNDER = 2  # lines under the head that were read as well or as badly


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
        if document.pages[0].scan.kind != "born-digital":
            issue = weighed(issue, found.lines, document.pages[:1], worn=found.worn)
        issue = agreeing(issue, catalogued(document))
        pages = tuple(labelled(page, front=place == 0) for place, page in enumerate(document.pages))
        said = tuple(said_of_pages(pages))
        warnings = (
            *issue.warnings,
            *found.doubts,
            *_misreadings(found),
            *doubts(document, issue),
            *out_of_row(said),
        )
        issue = replace(issue, warnings=warnings, evidence=(*issue.evidence, *said))
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
    disagreeing: tuple[str, ...] = ()
    worn = bool(misread(_printed_by(front, lines), spoken.main))
    if not exact:
        worn = worn or any(_is_mended(name, spoken.main) for name in named)
        named = tuple(_weakened(name, spoken.main, worn=worn) for name in named)
        named = tuple(_foreign(name, spoken.main) for name in named[:1]) + named[1:]
        both = agreed(named, sites, spoken.main)
        named, sites, disagreeing = both.names, both.sites, both.warnings
    worn = worn or bool(disagreeing)
    day = checked(_day(document, lines), document)
    home = home_script(named, spoken)
    edition = editions(lines, named, home)
    if worn and edition and not _is_plain(edition[0], home):
        edition = (replace(edition[0], conf=UNSURE), *edition[1:])
    taken = {lines[place].id for name in named for place in name.places}
    place = place_of(lines, day.lines, frozenset(taken | {said.line for said in edition}))
    if worn and place and not is_place(place.value.split(",")[0]):
        place = replace(place, conf=min(place.conf, UNSURE))
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
        doubts=disagreeing,
        worn=worn or (place is not None and letters([place.value]) != letters([place.printed])),
    )


def _printed_by(front: Page, lines: Sequence[HeadLine]) -> tuple[str, ...]:
    """Return the text of the head's lines and of those among and right under them."""
    own = {line.id for line in lines}
    every = [line for region in front.regions for line in region.lines]
    last = max((at for at, line in enumerate(every) if line.id in own), default=-1)
    others = [printed(line) for line in every[: last + _UNDER + 1] if line.id not in own]
    return (*(line.text for line in lines), *others)


def _is_mended(name: Name, lang: str) -> bool:
    """Return whether letters of the name were read otherwise than they were seen."""
    seen, meant = letters([name.printed]), letters([name.text])
    return seen not in (meant, meant[::-1]) or bool(rare(name.text) or guessed(name.printed, lang))


def _weakened(name: Name, lang: str, *, worn: bool) -> Name:
    """Return the name less sure if it has words that are in no list, or were guessed."""
    spelt = "spelling" in name.signs or name_language(name.text).endswith("-Latn")
    alone = name.words < NAMELIKE and not CONFIRMS & set(name.signs)  # nothing says it is a name
    listed = not unproven(name, lang) and not rare(name.text)
    common = not worn or SPEAKS & set(name.signs) or _is_common(name, lang)
    doubtful = spelt or alone or not (listed and common) or _guesses(name, lang, worn=worn)
    return replace(name, score=min(name.score, DOUBTED)) if doubtful else name


def _is_common(name: Name, lang: str) -> bool:
    """Return whether its words are words of names or of every day; of others one letter may be."""
    words = name.text.replace("-", " ").split()
    return name.family != "Latn" or all(
        name_words(word) or is_everyday(word, lang) for word in words
    )


def _is_plain(edition: Said, home: str) -> bool:
    """Return whether an edition is named in the paper's own script, with words of every day."""
    words = edition.value.split()
    every = edition.family != "Latn" or all(is_everyday(word, "en") for word in words)
    return edition.family == home and every


def _foreign(name: Name, lang: str) -> Name:
    """Return a name less sure that is in another script than the text, with none beside it."""
    return replace(name, score=min(name.score, DOUBTED)) if is_foreign(name, lang) else name


def _guesses(name: Name, lang: str, *, worn: bool) -> tuple[tuple[str, str], ...]:
    if SPEAKS & set(name.signs) or name.family != "Latn":
        return ()
    text = name.text.upper() if name.printed.isupper() else name.text
    return (*guessed(name.printed, lang), *rivals(text, lang, worn=worn), *strange(text, lang))


def _misreadings(found: Findings) -> Iterator[str]:
    for name in found.names:
        words = unproven(name, found.spoken.main)
        if words and name.score <= DOUBTED:
            yield f"the name “{name.text}” may be misread: “{' '.join(words)}” is in no word list"
        for seen, meant in _guesses(name, found.spoken.main, worn=found.worn):
            yield f"the name is printed “{name.printed}”: “{seen}” may be “{meant}” misread"


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
