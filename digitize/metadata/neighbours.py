"""What the issues around tell of one whose head was damaged: its name, price, number and folios.

A nameplate stands once in an issue, so only a run of issues can tell it. What the run tells is
evidence that names the issues it rests on. A field that nobody could read is filled from it; one
that was read otherwise stays as read, and is named.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rapidfuzz import fuzz

from digitize.metadata.head import letters
from digitize.metadata.numbers import counted
from digitize.metadata.series import Held
from digitize.model.document import Document
from digitize.model.issue import Evidence, Issue, Price
from digitize.model.page import FURNITURE
from digitize.model.reading import printed

RULE = "the run:"
FEWEST = 3
"""Issues that must agree before they tell anything of another."""

_SIDE = 3  # issues to either side that tell the price; it changes over the years
_HEAD = 8  # regions from the first that may hold the head, whatever they were taken for
_ALIKE = 75  # percent of letters in a damaged line that are those of a name or a price
_SHORTEST = 5  # letters of a print that a damaged line can be known by
_DOUBTED = 0.5
_READ, _TOLD = 0.8, 0.6  # how sure: a line of the print is like it; nothing but the run tells


@dataclass(frozen=True, slots=True)
class Front:
    """An issue as its own print has it, and the lines in which its head may stand."""

    held: Held
    lines: tuple[tuple[str, str], ...]  # id and print
    folios: tuple[tuple[str, str], ...]  # page and label, "" where none was read


@dataclass(frozen=True, slots=True)
class Told:
    """What the run tells of one issue: evidence, fields to fill, and what disagrees."""

    evidence: tuple[Evidence, ...] = ()
    fields: tuple[tuple[str, Any], ...] = ()
    warnings: tuple[str, ...] = ()


def front(name: str, document: Document) -> Front:
    """Return what one issue says by itself, whatever an earlier pass was told by the run."""
    issue = bare(document.issue)
    page = document.pages[0] if document.pages else None
    lines = tuple(
        (line.id, printed(line))
        for place, region in enumerate(page.regions if page else ())
        if place < _HEAD or region.role in FURNITURE
        for line in region.lines
    )
    read = {one.lines[0].split(".")[0]: one.value for one in issue.evidence
            if one.field == "page" and one.lines}  # fmt: skip
    folios = tuple((page.id, read.get(page.id, "")) for page in document.pages)
    return Front(Held(name=name, issue=issue, pages=len(document.pages)), lines, folios)


def bare(issue: Issue) -> Issue:
    """Return the record without what the run told of it."""
    by_run = [one for one in issue.evidence if one.rule.startswith(RULE)]
    own = tuple(one for one in issue.evidence if one not in by_run)
    known = {one.field for one in own}
    filled = {one.field: None for one in by_run if one.field not in (*known, "page")}
    if "title" in filled:
        filled["title_lang"] = None
    warnings = tuple(text for text in issue.warnings if not text.startswith(RULE))
    return replace(issue, evidence=own, warnings=warnings, **filled)  # type: ignore[arg-type]


def witnessed(issue: Issue, told: Told) -> Issue:
    """Return the record with what the run tells of it."""
    own = bare(issue)
    return replace(
        own, evidence=(*own.evidence, *told.evidence), warnings=(*own.warnings, *told.warnings),
        **dict(told.fields),
    )  # fmt: skip


def neighbours(run: Sequence[Front]) -> dict[str, Told]:
    """Return what a run of one title, by day, tells of each of its issues, by folder."""
    numbered = counted([one.held for one in run])
    found = {}
    for place, one in enumerate(run):
        told = [*_name(one, run), *_price(place, run), *_folios(one, run)]
        told += _number(place, run) if numbered else []
        found[one.held.name] = Told(
            tuple(item for each in told for item in each.evidence),
            tuple(item for each in told for item in each.fields),
            tuple(item for each in told for item in each.warnings),
        )
    return found


def _name(one: Front, run: Sequence[Front]) -> Iterator[Told]:
    others = [other.held.issue for other in run if other is not one and other.held.issue.title]
    counts = Counter(letters([issue.title or ""]) for issue in others)
    key, votes = counts.most_common(1)[0] if counts else ("", 0)
    if votes < FEWEST or votes * 2 <= len(others):
        return
    same = [issue for issue in others if letters([issue.title or ""]) == key]
    name = Counter(issue.title for issue in same).most_common(1)[0][0] or ""
    rule = f"{RULE} {votes} other issues have this name"
    own, issue = letters([one.held.issue.title or ""]), one.held.issue
    doubtful = any(item.field == "title" and item.conf < _DOUBTED for item in issue.evidence)
    if own == key and not doubtful:
        return
    line, print_ = _like(name, one.lines)
    conf = _READ if line else _TOLD
    said = Evidence(field="title", value=name, printed=print_, lines=line, rule=rule, conf=conf)
    if not own:
        warning = f"{RULE} no name was read; {votes} other issues are named “{name}”"
        lang = next(other.title_lang for other in same)
        yield Told((said,), (("title", name), ("title_lang", lang)), (warning,))
    elif own == key:
        yield Told((said,))
    else:
        warning = f"{RULE} “{issue.title}” is read, {votes} other issues are named “{name}”"
        yield Told((said,), warnings=(warning,))


def _price(place: int, run: Sequence[Front]) -> Iterator[Told]:
    one = run[place]
    around = _around(place, [other.held.issue.price for other in run])
    sums = {price.amount for price in around}
    if len(around) < FEWEST or len(sums) != 1 or None in sums:
        return
    own, amount = one.held.issue.price, sums.pop()
    if own and own.amount == amount:
        return
    line, print_ = _like(around[0].printed, one.lines)
    price = Price(amount=amount, currency=around[0].currency, printed=print_)
    said = Evidence(
        field="price", value=f"{amount} {price.currency or ''}".strip(), printed=print_,
        lines=line, rule=f"{RULE} {len(around)} issues around it have this price",
        conf=_READ if line else _TOLD,
    )  # fmt: skip
    if own is None:
        warning = f"{RULE} no price was read; it is {amount:g} in {len(around)} issues around it"
        yield Told((said,), (("price", price),), (warning,))
    else:
        warning = f"{RULE} the price is read “{own.printed}”, {amount:g} in the issues around it"
        yield Told((said,), warnings=(warning,))


def _around(place: int, prices: Sequence[Price | None]) -> list[Price]:
    before = [price for price in prices[:place] if price][-_SIDE:]
    return before + [price for price in prices[place + 1 :] if price][:_SIDE]


def _number(place: int, run: Sequence[Front]) -> list[Told]:
    """Return the number that one issue has between two whose numbers leave room for one."""
    if not 0 < place < len(run) - 1:
        return []
    before, own, after = (run[place + step].held for step in (-1, 0, 1))
    if before.number is None or after.number != before.number + 2:
        return []
    due = before.number + 1
    if own.number == due:
        return []
    beside = f"{before.number} and {after.number} stand beside it"
    said = Evidence(
        field="number", value=str(due), printed="", lines=(), rule=f"{RULE} {beside}", conf=_TOLD
    )
    if own.issue.number is None:
        return [Told((said,), (("number", str(due)),), (f"{RULE} no number was read; {beside}",))]
    return [Told((said,), warnings=(f"{RULE} number {own.issue.number} is read, {beside}",))]


def _folios(one: Front, run: Sequence[Front]) -> Iterator[Told]:
    """Yield the folio of each page without one, if the same page has one label in the others."""
    labels: dict[int, Counter[str]] = defaultdict(Counter)
    for other in run:
        if other is not one and len(other.folios) == len(one.folios):
            for place, (_, label) in enumerate(other.folios):
                labels[place].update([label] if label else [])
    for place, (page, label) in enumerate(one.folios):
        if not label and len(labels[place]) == 1:
            ((due, votes),) = labels[place].items()
            if votes >= FEWEST:
                rule = f"{RULE} {page} has this folio in {votes} other issues"
                yield Told((Evidence(field="page", value=due, printed="", lines=(), rule=rule,
                                     conf=_TOLD),))  # fmt: skip


def _like(wanted: str, lines: Sequence[tuple[str, str]]) -> tuple[tuple[str, ...], str]:
    """Return the line that holds what is most like a print, damage allowed, and that piece."""
    bare_ = letters([wanted])
    if len(bare_) < _SHORTEST:
        return (), ""
    marks = [
        (fuzz.partial_ratio(bare_, letters([text]), score_cutoff=_ALIKE), -place)
        for place, (_, text) in enumerate(lines)
        if len(letters([text])) >= len(bare_) - 1
    ]
    best, place = max(marks, default=(0.0, 0))
    if best < _ALIKE:
        return (), ""
    name, text = lines[-place]
    found = fuzz.partial_ratio_alignment(wanted.upper(), text.upper())
    return (name,), text[found.dest_start : found.dest_end].strip() if found else text
