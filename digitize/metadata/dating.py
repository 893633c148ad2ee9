"""The issue's date: all that is printed in the head, weighed; what disagrees is named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from digitize.grammar.dates import PrintedDate, find_dates
from digitize.grammar.western import iso, weekday_of, weekday_of_old
from digitize.metadata.facts import Fact, facts, leftovers
from digitize.metadata.head import PARTED, HeadLine
from digitize.metadata.spelling import spelled
from digitize.model.page import Role

_SLACK = 1  # days: lunar calendars are computed a day apart for some months
_YEAR_ALONE = re.compile(r"\W*(?:1[5-9]|20)\d\d\W*")
_LEAD = 5  # letters before the day: "den ", "Le "
_REFORMED = "1752-09-14"  # the day from which England counted as Rome had since 1582
_TORN = 0.45
_TOLD_ONCE = 0.9  # the weekday does not tell which of two years it is
_LIKE_FIGURES = {"0": "68", "1": "7", "3": "8", "5": "6", "6": "058", "7": "1", "8": "036"}
_UNSURE = 0.2  # two days whose weights differ by less are not told apart


@dataclass(frozen=True, slots=True)
class Seen:
    """One printed date and the lines it stands on."""

    found: PrintedDate
    lines: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Dating:
    """What the head says of the day; all None when it says nothing."""

    date: str | None = None
    printed: str | None = None
    weekday_agrees: bool | None = None
    seen: tuple[Seen, ...] = ()  # those that say `date`
    others: tuple[Seen, ...] = ()  # those that say another day
    weekday: str = ""  # as printed, in English
    weekday_lines: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    conf: float = 0.0
    by: str = ""  # who says it, when it is not printed

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines it was read on, those of the weekday too."""
        dates = [line for seen in (*self.seen, *self.others) for line in seen.lines]
        return tuple(dict.fromkeys([*dates, *self.weekday_lines]))


def dated(lines: Sequence[HeadLine]) -> Dating:
    """Weigh every date of the head against the others and the weekdays; null when undecided.

    A date in a promo or an ear counts only if there is no other.
    """
    every = _all_seen(lines)
    every = every or list(_assembled(lines))
    strong = [seen for seen in every if seen.weight >= 1] or every
    if not strong:
        return Dating()
    weights = _weights(strong)
    ranked = sorted(weights, key=lambda day: (-weights[day], day))
    best = ranked[0]
    named = _printed_weekdays(strong, lines)
    if len(ranked) > 1 and weights[best] - weights[ranked[1]] < _UNSURE:
        fitting = [day for day in ranked if named and weekday_of(day) == named[0][0]]
        tied = [day for day in ranked if weights[best] - weights[day] < _UNSURE]
        fitting = [day for day in fitting if day in tied]
        if len(fitting) != 1:
            return _undecided(strong, tied)
        best = fitting[0]
    return _decided(best, strong, named)


def _decided(best: str, strong: list[Seen], named: list[tuple[str, str]]) -> Dating:
    said = tuple(seen for seen in strong if _says(seen.found, best))
    others = tuple(seen for seen in strong if seen not in said)
    real = weekday_of(best)
    own = [(seen.found.weekday, seen.lines[0]) for seen in said if seen.found.weekday]
    days = own or named
    agrees = all(day == real for day, _ in days) if days else None
    julian = best < _REFORMED and weekday_of_old(best)
    if agrees is False and all(day == julian for day, _ in days):
        agrees, real = True, str(julian)
    warnings = [
        f"the printed dates disagree: “{seen.found.printed}” is not {best}" for seen in others
    ]
    if agrees is False:
        wrong = next(day for day, _ in days if day != real)
        warnings.append(f"the weekday disagrees: {wrong} is printed, but {best} was a {real}")
    main = max(said, key=lambda seen: (seen.weight, -strong.index(seen)))
    conf = 0.95 if agrees or len(said) > 1 else 0.4 if agrees is False else 0.85
    if agrees and len(said) == 1 and _is_mistakable(best, main.found.printed):
        conf = _TOLD_ONCE
    if others and len(said) < 2:  # one day against another: each may be the one misread
        conf = min(conf, _TORN)
    return Dating(
        date=best,
        printed=main.found.printed.replace("\n", " "),
        weekday_agrees=agrees,
        seen=(main, *(seen for seen in said if seen is not main)),
        others=others,
        weekday=", ".join(dict.fromkeys(day for day, _ in days)),
        weekday_lines=tuple(dict.fromkeys(line for _, line in days)),
        warnings=tuple(warnings),
        conf=conf,
    )


def _is_mistakable(day: str, printed: str) -> bool:
    """Return whether its year with one figure taken for another has it on the same weekday."""
    year, rest = day[:4], day[4:]
    years = (
        f"{year[:place]}{other}{year[place + 1 :]}"
        for place in range(1, 4)
        for other in _LIKE_FIGURES.get(year[place], "")
    )
    others = (iso(int(other), int(rest[1:3]), int(rest[4:])) for other in years)
    return year in printed and any(
        weekday_of(other) == weekday_of(day) for other in others if other
    )


def _undecided(strong: list[Seen], tied: list[str]) -> Dating:
    printed = strong[0].found.printed.replace("\n", " ")
    days = " or ".join(sorted(tied)[:4])
    cause = "is ambiguous" if len(strong) == 1 else "and other printed dates disagree"
    return Dating(
        printed=printed, seen=tuple(strong), warnings=(f"the date “{printed}” {cause}: {days}",)
    )


def _says(found: PrintedDate, day: str) -> bool:
    if day in found.candidates:
        return True
    apart = (date.fromisoformat(day) - date.fromisoformat(other) for other in found.candidates)
    return found.calendar == "lunar" and any(abs(gap.days) <= _SLACK for gap in apart)


def _weights(seen: list[Seen]) -> dict[str, float]:
    """Return how much print speaks for each day."""
    days = {day for each in seen for day in each.found.candidates}
    solar = {
        day for each in seen if each.found.calendar != "lunar" for day in each.found.candidates
    }
    weights: dict[str, float] = defaultdict(float)
    for day in solar or days:
        for each in seen:
            if _says(each.found, day):
                share = 1 if each.found.calendar == "lunar" else len(each.found.candidates)
                weights[day] += each.weight / share
    return dict(weights)


def _all_seen(lines: Sequence[HeadLine]) -> list[Seen]:
    """Read dates line by line, and over line ends where the lines alone have none."""
    text = "\n".join(spelled(line.text) for line in lines)
    starts = [sum(len(line.text) + 1 for line in lines[:place]) for place in range(len(lines))]
    known = {line.id: facts(line.text) for line in lines}
    single = [
        (fact.date, place)
        for place, line in enumerate(lines)
        for fact in known[line.id]
        if fact.date
    ]
    seen = [
        Seen(found, (lines[place].id,), _weight(found, lines[place])) for found, place in single
    ]
    taken = {place: number for number, (_, place) in enumerate(single)}
    for found in find_dates(text):
        places = [
            place
            for place, start in enumerate(starts)
            if start < found.end and found.start < start + len(lines[place].text)
        ]
        if not places or _past(places, lines, known):
            continue
        ids = tuple(lines[place].id for place in places)
        wider = Seen(found, ids, _weight(found, lines[places[0]]))
        held = [taken[place] for place in places if place in taken]
        if not held:
            seen.append(wider)
        elif len(places) > len(held) == 1 and _completes(found, seen[held[0]].found):
            seen[held[0]] = wider
    return seen


def _assembled(lines: Sequence[HeadLine]) -> Iterator[Seen]:
    """Yield the date whose year stands apart from its day: "1817." and "den 23. September."."""
    pieces = [
        (line, piece)
        for line in lines
        for _, text in leftovers(line.text, facts(line.text))
        for piece in text.split(PARTED)
    ]
    years = [(line, piece) for line, piece in pieces if _YEAR_ALONE.fullmatch(piece)]
    if len(years) != 1:
        return
    owner, printed_year = years[0]
    year = printed_year.strip(" .,")
    for line, piece in pieces:
        for found in find_dates(f"{spelled(piece).rstrip(' .,')} {year}"):
            whole = found.end - found.start > len(year) and piece != printed_year
            if whole and found.start <= _LEAD:
                printed = f"{piece} … {printed_year}"
                day = replace(found, printed=printed, start=0, end=len(printed))
                yield Seen(day, tuple(dict.fromkeys((line.id, owner.id))), 1.0)


def _completes(wider: PrintedDate, found: PrintedDate) -> bool:
    """Whether the line before or after only adds the weekday."""
    same = set(wider.candidates) <= set(found.candidates)
    return same and bool(wider.weekday) and not found.weekday


def _past(places: list[int], lines: Sequence[HeadLine], known: dict[str, tuple[Fact, ...]]) -> bool:
    """Whether a date over several lines is part of what speaks of the paper's past."""
    return any(fact.kind == "founded" for place in places for fact in known[lines[place].id])


def _weight(found: PrintedDate, line: HeadLine) -> float:
    weight = 1.0 if found.calendar != "lunar" else 0.9
    if line.role in (Role.PROMO, Role.EAR, Role.SECTION_LABEL):
        return 0.3
    if any(fact.kind == "promo" for fact in facts(line.text)):
        return 0.3
    if line.role is Role.DATE_LINE:
        weight += 1.0
    if found.weekday:
        weight += 0.6
        if any(weekday_of(day) == found.weekday for day in found.candidates):
            weight += 0.6
    if len(found.printed) * 2 >= len(line.text):
        weight += 0.3
    return max(weight, 1.0)


def _printed_weekdays(seen: list[Seen], lines: Sequence[HeadLine]) -> list[tuple[str, str]]:
    """Return the weekdays printed, with their lines: with a date, else alone on a line."""
    own = [(each.found.weekday, each.lines[0]) for each in seen if each.found.weekday]
    if own:
        return own
    return [
        (fact.value, line.id)
        for line in lines
        for fact in facts(line.text)
        if fact.kind == "weekday" and line.role not in (Role.PROMO, Role.EAR)
    ]
