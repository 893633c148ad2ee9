"""The date held against what else tells the day: folios of inner pages, file names, the catalogue.

They decide between readings that the print leaves open and say where they disagree with it; they
never replace what is printed. A date nobody printed is taken from the catalogue alone, and says so:
a day in a file's name may be that of the scan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digitize.grammar.filed import days
from digitize.grammar.western import weekday_of
from digitize.metadata.catalogue import catalogued
from digitize.metadata.dating import Dating
from digitize.metadata.facts import facts
from digitize.metadata.head import head_lines
from digitize.model.document import Document
from digitize.model.page import Page, Role

_HEADS = frozenset({Role.FOLIO, Role.RUNNING_HEADER, Role.DATE_LINE, Role.MASTHEAD})
_SURE, _DOUBTED, _TOLD = 0.95, 0.45, 0.9
_FEW = 2  # figures by which a day printed and a day told may be one day, one of them misread
_VOTES = 2  # folios that together outweigh a front page whose weekday does not fit


@dataclass(frozen=True, slots=True)
class Told:
    """A day, and who says it."""

    day: str
    by: str


def told(document: Document) -> tuple[Told, ...]:
    """Return the days that stand in the catalogue, the folder's name and the files' names."""
    found = [Told(day, "the catalogue") for day in [catalogued(document).get("date", "")] if day]
    names = Counter(day for name in _names(document) for day in days(name))
    found += [Told(day, "the file name") for day in names if len(names) == 1]
    return tuple(found)


def checked(day: Dating, document: Document) -> Dating:
    """Return the date with what else tells the day weighed in, and what disagrees named."""
    folios = _folios(document.pages[1:])
    day = _against_folios(day, folios)
    for one in told(document):
        day = _against(day, one)
    return day


def _names(document: Document) -> Iterator[str]:
    yield document.id
    yield from (page.scan.path.rsplit("/", 1)[-1] for page in document.pages)


def _folios(pages: Sequence[Page]) -> Counter[str]:
    """Return on how many pages each day is printed; a date of several readings counts for none."""
    days: Counter[str] = Counter()
    for page in pages:
        said = {
            fact.date.candidates[0]
            for line in head_lines(page)
            if line.role in _HEADS
            for fact in facts(line.text)
            if fact.date and len(fact.date.candidates) == 1
        }
        days.update(said)
    return days


def _against_folios(day: Dating, folios: Counter[str]) -> Dating:
    if not folios:
        return day
    best, votes = min(folios.items(), key=lambda item: (-item[1], item[0]))
    if day.date is None:
        return _chosen(day, best)
    if day.date in folios and votes == folios[day.date]:
        return replace(day, conf=max(day.conf, _SURE)) if day.weekday_agrees is not False else day
    fits = day.weekday_agrees is False and weekday_of(best) in day.weekday.split(", ")
    if fits and votes >= _VOTES and _near(best, day.date):
        warning = (
            f"the printed dates disagree: “{day.printed}” is not {best}, as {votes} folios say"
        )
        return replace(day, date=best, weekday_agrees=True, conf=_DOUBTED, warnings=(warning,))
    return replace(day, conf=min(day.conf, _DOUBTED)) if _near(best, day.date) else day


def _chosen(day: Dating, other: str) -> Dating:
    """Return an open date as the reading of it that `other` is; unchanged when it is none."""
    readings = {one for seen in day.seen for one in seen.found.candidates}
    if other not in readings:
        return day
    agrees = weekday_of(other) in day.weekday.split(", ") if day.weekday else None
    return replace(
        day, date=other, weekday_agrees=agrees, conf=_TOLD,
        warnings=tuple(text for text in day.warnings if "is ambiguous" not in text),
    )  # fmt: skip


def _against(day: Dating, one: Told) -> Dating:
    if day.date == one.day:
        return replace(day, conf=max(day.conf, _SURE)) if day.weekday_agrees is not False else day
    if day.date is None and day.seen:
        chosen = _chosen(day, one.day)
        return chosen if chosen.date else _disagreeing(day, one)
    if day.date is None:
        if one.by != "the catalogue":
            return day
        return replace(
            day, date=one.day, conf=_TOLD, by=one.by,
            warnings=(*day.warnings, f"no date is printed: {one.day} is the catalogue's"),
        )  # fmt: skip
    if one.by == "the catalogue" or _near(one.day, day.date):
        return _disagreeing(day, one)
    return day


def _disagreeing(day: Dating, one: Told) -> Dating:
    warning = f"{one.by} says {one.day}, “{day.printed}” is printed"
    return replace(day, conf=min(day.conf, _DOUBTED), warnings=(*day.warnings, warning))


def _near(one: str, two: str) -> bool:
    """Whether two days may be one, misread: the same year, or a figure or two apart."""
    figures = sum(left != right for left, right in zip(one, two, strict=True))
    return one[:4] == two[:4] or figures <= _FEW
