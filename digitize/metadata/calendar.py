"""What is amiss in a run of issues: missing, doubled and misdated issues and pages.

Everything is told from the issue records alone, and every finding says what it rests on. Records
stay as they are: a person decides.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from digitize.grammar.western import weekday_of
from digitize.metadata.head import letters
from digitize.metadata.leafing import leafing
from digitize.metadata.numbers import Stray, counted, strays
from digitize.metadata.rhythm import Gap, rhythm
from digitize.metadata.series import Held, Series

What = Literal[
    "missing issue", "doubled issue", "misdated issue", "undated issue",
    "missing page", "doubled page", "misplaced page", "unread page", "number", "price", "nameplate",
]  # fmt: skip

_LONG = 40  # days due without an issue between: told as one gap, not day by day
_FEW = 20  # issues before a weekday without any of them is strange
_DATES = (
    "the printed dates disagree",
    "the weekday disagrees",
    "the catalogue says",
    "the file name says",
    "the paper was founded",
)
"""How the warnings of a record begin that speak against its date."""
_ALONE = timedelta(days=366)
_STEADY = 3  # issues to either side of one price that differs from it


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing amiss; `day` is ISO 8601, "" when no day is known."""

    title: str
    what: What
    day: str
    folders: tuple[str, ...]
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """One title: when it appears, its days with the folders, and what is amiss."""

    title: str
    rhythm: str
    days: dict[str, tuple[str, ...]]
    findings: tuple[Finding, ...]


def calendar(run: Series) -> Calendar:
    """Return the calendar of one title."""
    days: dict[str, list[str]] = defaultdict(list)
    for one in run.issues:
        if one.day:
            days[one.day].append(one.name)
    stray = strays(run.issues)
    lost = _lost(run.issues, stray)
    kept = [one for one in run.issues if one.day and one.name not in lost]
    beat = rhythm([date.fromisoformat(one.day) for one in kept])
    found = [
        *_missing(run, kept, beat.gaps),
        *_doubled(run),
        *_misdated(run, stray, lost, beat.gaps),
        *_undated(run),
        *_pages(run),
        *_prices(run),
        *_names(run),
    ]
    found.sort(key=lambda one: (one.day or "9999", one.what, one.folders, one.detail))
    held = {day: tuple(folders) for day, folders in days.items()}
    return Calendar(title=run.title, rhythm=beat.words, days=held, findings=tuple(found))


def _finding(run: Series, what: What, day: str, folders: Sequence[str], detail: str) -> Finding:
    return Finding(title=run.title, what=what, day=day, folders=tuple(folders), detail=detail)


def _lost(issues: Sequence[Held], stray: dict[str, Stray]) -> dict[str, str]:
    """Return the issues that are not where their date puts them, and why: by number, or alone."""
    found = {name: one.told for name, one in stray.items() if one.belongs}
    told = [one for one in issues if one.day and one.name not in found]
    days = [date.fromisoformat(one.day) for one in told]
    for place, one in enumerate(told if len(told) >= _FEW else ()):
        near = [days[place + step] for step in (-1, 1) if 0 <= place + step < len(days)]
        if all(abs(day - days[place]) > _ALONE for day in near):
            found[one.name] = "there is no other issue within a year"
    return found


def _missing(run: Series, kept: Sequence[Held], gaps: Sequence[Gap]) -> Iterator[Finding]:
    """Yield the days on which an issue is due; consecutive numbers say that none is missing."""
    by_day = {one.day: one for one in kept}
    steady = counted(kept)
    for gap in gaps:
        sides = by_day[gap.after.isoformat()], by_day[gap.before.isoformat()]
        numbers = (sides[0].number, sides[1].number) if steady else (None, None)
        lost = numbers[1] - numbers[0] - 1 if None not in numbers else None  # type: ignore[operator]
        if lost is not None and not 0 < lost <= len(gap.days) + 1:
            if lost == 0:
                continue
            lost = None
        yield from _gap(run, gap, sides, lost)


def _gap(run: Series, gap: Gap, sides: tuple[Held, Held], lost: int | None) -> Iterator[Finding]:
    folders = (sides[0].name, sides[1].name)
    first, last = gap.days[0].isoformat(), gap.days[-1].isoformat()
    told = f"{gap.after} has number {sides[0].number}, {gap.before} number {sides[1].number}"
    if len(gap.days) > _LONG:
        detail = f"{len(gap.days)} issues to {last}: nothing between {gap.after} and {gap.before}"
        yield _finding(run, "missing issue", first, folders, detail)
    elif lost is not None and lost < len(gap.days):
        detail = f"{lost} of the {len(gap.days)} issues due to {last}: {told}"
        yield _finding(run, "missing issue", first, folders, detail)
    else:
        for day in gap.days:
            due = "due about this day" if gap.about else f"due on a {day:%A}"
            detail = f"{due}; {told}" if lost is not None else due
            yield _finding(run, "missing issue", day.isoformat(), folders, detail)


def _doubled(run: Series) -> Iterator[Finding]:
    """Yield days held more than once; two editions of a day are two papers."""
    held: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for one in run.issues:
        if one.day:
            held[one.day, letters([one.issue.edition or ""])].append(one)
    for (day, _), issues in sorted(held.items()):
        if len(issues) > 1:
            numbers = {one.issue.number for one in issues if one.issue.number}
            detail = f"held {len(issues)} times"
            if len(numbers) > 1:
                detail += f", with the numbers {', '.join(sorted(numbers))}: one may be misdated"
            yield _finding(run, "doubled issue", day, [one.name for one in issues], detail)


def _misdated(
    run: Series, stray: dict[str, Stray], lost: dict[str, str], gaps: Sequence[Gap]
) -> Iterator[Finding]:
    """Yield issues whose date does not fit their folder, weekday, number or the paper's days."""
    weekdays = Counter(date.fromisoformat(one.day).weekday() for one in run.issues if one.day)
    due = {day.isoformat() for gap in gaps if not gap.about for day in gap.days}
    for one in run.issues:
        doubts = [text for text in one.issue.warnings if text.startswith(_DATES)]
        doubts += [text for text in one.issue.warnings if ": the folio is dated" in text]
        if one.issue.date and one.filed not in ("", one.issue.date):
            doubts.append(f"printed {one.issue.date}, its folder is named {one.filed}")
        if one.name in lost:
            doubts.append(lost[one.name])
        if one.day and _odd_weekday(one.day, weekdays):
            doubts.append(f"the paper never appears on a {weekday_of(one.day)}")
        if doubts:
            near = sorted(day for day in due if _misread(one.issue.date or "", day))
            doubts += [f"{near[0]} is missing"] if len(near) == 1 else []
            yield _finding(run, "misdated issue", one.day, [one.name], "; ".join(doubts))
        elif one.name in stray:
            yield _finding(run, "number", one.day, [one.name], stray[one.name].told)


def _misread(printed: str, due: str) -> bool:
    """Whether a day is another but for one figure of its year."""
    same = printed[4:] == due[4:]
    return same and sum(one != two for one, two in zip(printed[:4], due[:4], strict=True)) == 1


def _odd_weekday(day: str, weekdays: Counter[int]) -> bool:
    return weekdays.total() >= _FEW and weekdays[date.fromisoformat(day).weekday()] == 1


def _undated(run: Series) -> Iterator[Finding]:
    for one in run.issues:
        if not one.issue.date:
            printed = one.issue.printed_date
            what = f"“{printed}” is printed" if printed else "no date was read"
            where = f", kept under its folder's {one.filed}" if one.filed else ""
            yield _finding(run, "undated issue", one.day, [one.name], what + where)


def _pages(run: Series) -> Iterator[Finding]:
    for one in run.issues:
        for what, detail in leafing(one):
            yield _finding(run, what, one.day, [one.name], detail)


def _prices(run: Series) -> Iterator[Finding]:
    """Yield a price that differs from one that the issues to either side have."""
    told = [one for one in run.issues if one.issue.price and one.issue.price.amount is not None]
    sums = [one.issue.price.amount for one in told if one.issue.price]
    for place, one in enumerate(told):
        around = {*sums[max(0, place - _STEADY) : place], *sums[place + 1 : place + 1 + _STEADY]}
        inside = _STEADY <= place < len(told) - _STEADY
        if inside and len(around) == 1 and sums[place] not in around and one.issue.price:
            detail = f"“{one.issue.price.printed}”, {around.pop():g} in the issues around it"
            yield _finding(run, "price", one.day, [one.name], detail)


def _names(run: Series) -> Iterator[Finding]:
    """Yield issues whose nameplate was read as a name that is this one but for a letter or two."""
    own = {letters([run.title])}
    for one in run.issues:
        if one.issue.title and letters([one.issue.title]) not in own:
            detail = f"read as “{one.issue.title}”"
            yield _finding(run, "nameplate", one.day, [one.name], detail)
