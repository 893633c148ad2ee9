"""The head of a page of flat text: the paper's name, its masthead, the first stack of headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from digitize.grammar.dates import find_dates
from digitize.grammar.scripts import script
from digitize.layout.evidence.says import Says
from digitize.layout.evidence.verdict import tells_publisher
from digitize.layout.flat.forms import is_weather, points_inside, tells_area, tells_terms
from digitize.layout.flat.reading import STACK, Reading
from digitize.layout.flat.statements import states_facts
from digitize.model.page import Role

_CREDITS = (Role.BYLINE, Role.DATELINE, Role.CAPTION, Role.CREDIT)
_LABEL_WORDS = 2  # a heading of up to this many words over a longer one names a subject
_LABEL_HAN = 4  # characters
_SUBJECT_WORDS = 3  # words from which a heading under a label says what happened
_SECTION_WORDS = 4  # names of sections are no longer: "LETTERS TO THE EDITOR"
_SUBTITLE = 60  # weight; the second part of a name is no longer
_TERMS = 160  # weight; a line of prices and terms is no longer
_HEAD = 8  # blocks; the head of a page has no more
_TERMS_LONG = 260  # weight; nor are those of several periods together
_EAR = 80  # weight; the weather beside the title is no longer
_LOOSE = 2  # characters beside a date that two rows make
_NEAR = 3  # blocks up and down in which another masthead line confirms a name
_ALIKE = 85  # per cent; two spellings of one name


def names(reading: Reading) -> None:
    """Find the paper's name: as its address says, once in each script, near other facts."""
    _known_names(reading)
    _lonely_names(reading)
    _second_names(reading)
    _subtitles(reading)


def _bare(text: str) -> str:
    return re.sub(r"\W", "", text).lower()


def _known_names(reading: Reading) -> None:
    """Name as the nameplate a short line that the paper's own address, or another, repeats."""
    domains = {domain for said in reading.said for domain in said.domains}
    said_names = {
        said.text for at, said in enumerate(reading.said) if reading.has(at, Role.NAMEPLATE)
    }
    for at, said in enumerate(reading.said):
        bare = _bare(said.text)
        known = any(fuzz.ratio(bare, domain) >= _ALIKE for domain in domains)
        again = any(fuzz.ratio(bare, _bare(name)) >= _ALIKE for name in said_names)
        if reading.open(at) and said.weight <= 40 and bare and (known or again):
            why = "is the name in the paper's address" if known else "repeats the paper's name"
            reading.name(at, Role.NAMEPLATE, 0.9, why)


def _lonely_names(reading: Reading) -> None:
    """Leave a name far from any other masthead line open: it may be a headline."""
    for at in range(1, len(reading)):
        if reading.has(at, Role.NAMEPLATE) and reading.said[at].title < 0.95:
            near = range(max(0, at - _NEAR), min(len(reading), at + _NEAR + 1))
            if not any(reading.furniture(to) for to in near if to != at):
                reading.verdicts[at] = None


def _second_names(reading: Reading) -> None:
    """Leave open what reads like a name too, once a better one is found in the same script."""
    found = [at for at in range(len(reading)) if reading.has(at, Role.NAMEPLATE)]
    for writing in {_writing(reading.said[at]) for at in found}:
        own = [at for at in found if _writing(reading.said[at]) == writing]
        best = max(own, key=lambda at: _rank(reading, at))
        for at in own:
            alike = fuzz.ratio(_bare(reading.said[at].text), _bare(reading.said[best].text))
            if alike < _ALIKE and abs(at - best) > 1 and _sure(reading, at) < 1.0:
                reading.verdicts[at] = None


def _rank(reading: Reading, at: int) -> tuple[float, bool, bool, int]:
    """Rank a name by its words, then by the date beside it, its capitals, its place."""
    dated = any(reading.has(to, Role.DATE_LINE) for to in range(at - 2, at + 3))
    capitals = all(word[0].isupper() for word in re.findall(r"[^\W\d_]{3,}", reading.said[at].text))
    return round(_sure(reading, at), 1), capitals, dated, -at


def _writing(said: Says) -> str:
    return "han" if said.han else script(said.text)


def _sure(reading: Reading, at: int) -> float:
    verdict = reading.verdicts[at]
    return max(reading.said[at].title, 1.0 if verdict and "address" in verdict.reason else 0.0)


def _subtitles(reading: Reading) -> None:
    """Name the lower-case line right under the name as its second part: "und Handelsblatt"."""
    for at in range(1, len(reading)):
        said = reading.said[at]
        rest = said.inside and not said.ends and said.weight <= _SUBTITLE
        free = reading.open(at) or reading.has(at, Role.BODY)
        if rest and free and reading.has(at - 1, Role.NAMEPLATE):
            reading.name(at, Role.MASTHEAD, 0.8, "goes on with the paper's name above it")


def head(reading: Reading) -> None:
    """Tell masthead from headline in what stands before the first text."""
    _parted(reading)
    _dated(reading)
    while reading.first_text() < len(reading) and _opens_with_terms(reading):
        why = "gives terms of sale over all else"
        reading.name(reading.first_text(), Role.MASTHEAD, 0.7, why)
    first = reading.first_text()
    for at in range(first):
        _own_line(reading, at)
    first = reading.first_text()
    zone = [at for at in range(first) if reading.open(at)]
    furnished = any(reading.furniture(at) for at in range(first))
    stack = _stack(reading, first, furnished=furnished)
    if not furnished:
        zone = [at for at in zone if not _is_rest(reading.said[at])]
    if first < len(reading) and not stack and zone:
        stack = _far_headline(reading, zone)
    for at in zone:
        if at not in stack and (furnished or first == len(reading)):
            reading.name(at, Role.EAR, 0.6, "stands among the lines of the masthead")
    if furnished:
        stack = without_labels(reading, stack)
    name_stack(reading, stack)


def _own_line(reading: Reading, at: int) -> None:
    """Name a line of the head that speaks of the paper itself, or of the day's weather."""
    said = reading.said[at]
    if not reading.open(at):
        return
    if points_inside(said.text):
        reading.name(at, Role.PROMO, 0.75, "tells news and the page it is on")
    elif tells_publisher(said) or tells_area(said.text):
        reading.name(at, Role.MASTHEAD, 0.8, "says who publishes the paper or since when")
    elif said.weight <= _TERMS and tells_terms(said.text):
        reading.name(at, Role.MASTHEAD, 0.85, "gives the price, with terms of sale")
    elif said.weight <= _EAR and is_weather(said.text):
        reading.name(at, Role.EAR, 0.75, "tells the weather beside the title")


def _parted(reading: Reading) -> None:
    """Name the rows over the first text in which facts of the issue stand apart by white."""
    for at in range(min(len(reading), _HEAD)):
        role = states_facts(reading.lines[at][0]) if len(reading.lines[at]) == 1 else None
        if role and reading.open(at):
            reading.name(at, role, 0.75, "states a fact of the issue, with white around it")


def _dated(reading: Reading) -> None:
    """Name two rows over the first text that are one date: 公元一九六四年, 十二月二十七日."""
    for at in range(min(reading.first_text(), _HEAD) - 1):
        one, two = reading.said[at].text, reading.said[at + 1].text
        if not (reading.open(at) and reading.open(at + 1)):
            continue
        for day in find_dates(f"{one}\n{two}"):
            rest = len(one) + 1 + len(two) - (day.end - day.start)
            if day.start < len(one) < day.end and rest <= _LOOSE:
                for place in (at, at + 1):
                    reading.name(place, Role.DATE_LINE, 0.8, "is a date with the row beside it")


def _opens_with_terms(reading: Reading) -> bool:
    """Whether the first text has only furniture over it and is what subscribers pay."""
    first = reading.first_text()
    said = reading.said[first]
    over = all(map(reading.furniture, range(first)))
    terms = said.weight <= _TERMS_LONG and tells_terms(said.text) and tells_publisher(said)
    return over and reading.open(first) and terms


def _stack(reading: Reading, first: int, *, furnished: bool) -> list[int]:
    """Return the unnamed short blocks right over the text at `first`; credits may part them.

    Where a page opens without a masthead, a sentence is the rest of the text on the page before.
    """
    found: list[int] = []
    for at in range(first - 1, -1, -1):
        rest = not furnished and _is_rest(reading.said[at])
        if reading.open(at) and reading.short(at) and not rest and len(found) < STACK:
            found.insert(0, at)
        elif not reading.has(at, *_CREDITS):
            break
    return found


def _is_rest(said: Says) -> bool:
    """Whether a text without a masthead over it ends the sentence of the page before."""
    return said.case == "sentence" and said.ends and not said.han


def _far_headline(reading: Reading, zone: Sequence[int]) -> list[int]:
    """Return the block of the head that reads most like a headline, if any does."""
    fit = [at for at in zone if reading.said[at].words >= 4 and reading.short(at)]
    return [max(fit, key=lambda at: (reading.said[at].words, at))] if fit else []


def without_labels(reading: Reading, stack: list[int]) -> list[int]:
    """Return a stack of headings without the names of sections over it, and name those."""
    if len(stack) > 1 and _heads_section(reading, stack):
        why = "is in capitals over headings in another case, here and further on"
        reading.name(stack[0], Role.SECTION_LABEL, 0.65, why)
        stack = stack[1:]
    while len(stack) > 1 and is_label(reading, stack[0]) and _subject(reading, stack[1]):
        why = "is a short line in capitals between masthead and headline"
        reading.name(stack[0], Role.SECTION_LABEL, 0.6, why)
        stack = stack[1:]
    return stack


def _heads_section(reading: Reading, stack: Sequence[int]) -> bool:
    """Whether short capitals stand over a heading such as head the other stories of the page."""
    label, under = reading.said[stack[0]], reading.said[stack[1]]
    if label.case != "caps" or under.case == "caps" or label.words > _SECTION_WORDS:
        return False
    return reading.style in ("title", "sentence")


def _subject(reading: Reading, at: int) -> bool:
    return reading.said[at].words >= _SUBJECT_WORDS


def is_label(reading: Reading, at: int) -> bool:
    """Return whether a block is a word or two in capitals, such as name a section."""
    said = reading.said[at]
    if said.han:
        return said.words <= _LABEL_HAN
    return said.case in ("caps", "none") and said.words <= _LABEL_WORDS and not said.ends


def name_stack(reading: Reading, stack: Sequence[int]) -> None:
    """Name the blocks of one stack of headings: kicker, headline, decks."""
    if not stack:
        return
    top = int(len(stack) > 1 and _over(reading, stack[0], stack[1]))
    if top:
        reading.name(stack[0], Role.KICKER, 0.6, "is a short line over the headline")
    reading.name(stack[top], Role.HEADLINE, 0.85, "is short, without a stop, over text")
    for at in stack[top + 1 :]:
        reading.name(at, Role.DECK, 0.7, "stands between headline and text")


def _over(reading: Reading, at: int, under: int) -> bool:
    """Whether a block is a kicker over the one under it: a word or two over a longer heading."""
    said, below = reading.said[at], reading.said[under]
    if is_label(reading, at):
        return below.words >= _SUBJECT_WORDS
    brief = not said.han and said.words <= _LABEL_WORDS and not said.ends
    return brief and below.words >= 2 * said.words and below.case != "caps"
