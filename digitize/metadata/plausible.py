"""Whether the facts of one head can be true together, and how plainly they were read.

A number that the volume cannot hold, a paper older than its founding, words that the engine itself
was unsure of, a figure among misread letters that nothing else supports: such a fact stays as
read, less sure, and what disagrees is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from digitize.grammar.numerals import roman
from digitize.grammar.western import FIRST_YEAR
from digitize.metadata.facts import facts
from digitize.metadata.head import HeadLine
from digitize.model.issue import Evidence, Issue
from digitize.model.page import Page, Word

_DAYS = 366  # issues that one volume of a daily can have
_FIRST_EASTERN = 1853  # no Chinese or Japanese paper that counts on is older
_ROUND = 5  # hundredths, in which prices above one are counted
_DEAR = 100  # no copy cost so much
_OF_HUNDREDTHS = frozenset("USD GBP EUR DEM CHF HKD AUD CAD NZD SGD".split())
_POINTLESS = re.compile(r"(?<![\d.,])0\d")
_DOUBTED = 0.45
_PLAIN = 0.8  # an engine's confidence in a word below which it bounds that of the fact
_CLEAR = 0.9  # and which makes up for letters misread beside it
_SUPPORTED = 0.95  # how sure of a fact that is said twice, or with its weekday
_FIGURES = frozenset({"date", "volume", "number", "price"})
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")


def weighed(issue: Issue, lines: Sequence[HeadLine], pages: Iterable[Page], *, worn: bool) -> Issue:
    """Return the record with each fact as sure as its print and the other facts allow.

    In a `worn` head letters were misread, and figures with nothing beside them are not sure.
    """
    warnings = [
        *_numbered(issue),
        *_aged(issue),
        *_founded(issue, lines),
        *_priced(issue),
        *_often(issue),
    ]
    doubted = {field for field, _ in warnings}
    told = dict.fromkeys(text for _, text in warnings)
    words = {line.id: line.words for page in pages for region in page.regions
             for line in region.lines}  # fmt: skip

    def bounded(one: Evidence) -> float:
        read = _read(one, words)
        alone = worn and one.field in _FIGURES and one.conf < _SUPPORTED
        doubt = one.field in doubted or (alone and (read is None or read < _CLEAR))
        least = 1.0 if read is None or read >= _PLAIN else round(read, 2)
        return min(one.conf, least, _DOUBTED if doubt else 1.0)

    evidence = tuple(replace(one, conf=bounded(one)) for one in issue.evidence)
    return replace(issue, evidence=evidence, warnings=(*issue.warnings, *told))


def _read(one: Evidence, words: dict[str, tuple[Word, ...]]) -> float | None:
    """Return how sure the engine was of the least sure word of a fact; None: it does not say."""
    print_ = "".join(one.printed.split()).casefold()
    confs = [
        word.conf
        for line in one.lines
        for word in words.get(line, ())
        if word.conf is not None and word.text.isalnum() and word.text.casefold() in print_
    ]
    return min(confs, default=None)


def _numbered(issue: Issue) -> Iterator[tuple[str, str]]:
    volume = _count(issue.volume)
    if volume and (issue.number or "").isdecimal() and int(issue.number or 0) > _DAYS * volume:
        text = f"volume {issue.volume} cannot have a number {issue.number}: one may be misread"
        yield "number", text
        yield "volume", text


def _often(issue: Issue) -> Iterator[tuple[str, str]]:
    """Yield a number that a daily would not have reached since there are any in its script."""
    first = _FIRST_EASTERN if (issue.title_lang or "")[:2] in ("zh", "ja") else FIRST_YEAR
    if issue.date and (issue.number or "").isdecimal():
        most = _DAYS * max(0, int(issue.date[:4]) - first)
        if int(issue.number or 0) > most:
            yield "number", f"number {issue.number} in {issue.date[:4]}: no paper came so often"


def _aged(issue: Issue) -> Iterator[tuple[str, str]]:
    """Yield a volume that would make the paper older than any."""
    volume, year = _count(issue.volume), int((issue.date or "9999")[:4])
    if volume and year - volume < FIRST_YEAR:
        yield "volume", f"volume {issue.volume} in {year}: no paper is so old"


def _priced(issue: Issue) -> Iterator[tuple[str, str]]:
    """Yield a price above one that is no round sum, or has no point: 4.56 may be 4.50, 050 .50."""
    amount = issue.price.amount if issue.price else None
    if not issue.price or not amount:
        return
    if amount > 1 and round(amount * 100) % _ROUND:
        yield "price", f"a price of {issue.price.printed} is odd: one figure may be misread"
    dear = amount >= _DEAR and issue.price.currency in _OF_HUNDREDTHS
    if dear or _POINTLESS.search(issue.price.printed):
        yield "price", f"a price of {issue.price.printed} is odd: a point may be lost in it"


def _count(volume: str | None) -> int | None:
    if not volume:
        return None
    return int(volume) if volume.isdecimal() else roman(volume)


def _founded(issue: Issue, lines: Sequence[HeadLine]) -> Iterator[tuple[str, str]]:
    """Yield a date before the paper was founded, or of a year that its volume does not fit."""
    told = [
        int(year.group())
        for line in lines
        for fact in facts(line.text)
        if fact.kind == "founded" and (year := _YEAR.search(fact.printed))
    ]
    if issue.date and told and int(issue.date[:4]) < min(told):
        yield "date", f"the paper was founded in {min(told)}, and is dated {issue.date}"
