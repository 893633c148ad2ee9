"""Edition, place and the counts: what the head says besides name, date and price."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from digitize.grammar.editions import means_the_same
from digitize.grammar.months import WEEKDAYS, month, weekday
from digitize.grammar.titles import name_words
from digitize.grammar.urls import ends_well
from digitize.grammar.urls import settled as settled_address
from digitize.metadata.casing import is_everyday, is_known, recased
from digitize.metadata.facts import Kind, facts, leftovers
from digitize.metadata.head import PARTED, HeadLine, letters
from digitize.metadata.mending import mended, rivals
from digitize.metadata.misread import rare
from digitize.metadata.naming import Name, family_of
from digitize.metadata.places import (
    country,
    is_abbreviated,
    is_place,
    meant,
    parted,
    runs_together,
    settled,
)
from digitize.metadata.spelling import spelled
from digitize.model.page import Role

_ASIDE = frozenset({Role.PROMO, Role.EAR, Role.SECTION_LABEL})
_SENTENCE = re.compile(r"(?<!\b[A-Z])(?<!\b[A-Z]t)(?<!\b[A-Z]T)(?<!\b[FM]t)[.;:]\s+|\s[—–-]\s")
_NO_PLACE = re.compile(
    r"(?<!\w)(?:price|the|and|for|year|copy|per|no|vol|today|weather|morning|evening|daily|weekly|published|"
    r"edition|page|pages|issue|on|by|at)(?!\w)|[\d$£€]",
    re.IGNORECASE,
)

_BROKEN = re.compile(r"(?:^|\s)www\.[\w-]+\.(?:[a-z]{1,6})?$", re.IGNORECASE)
_CLINGS = re.compile(r"[A-Za-z0-9.]\S*$")  # print right before an address is a part of it, misread
_ONCE, _TWICE = 0.9, 0.95  # how sure of what is printed once, and of what is printed again
UNSURE = 0.45  # how sure of words that are in no list: a small town, or misread
_SHORTEST = 4  # letters; every shorter word is in some list
_WEEKDAY = 6  # letters of the shortest weekday: two misread leave it plain
_ROMANCE = re.compile("[ÉéÈè]dition")
_INITIALS_BEHIND = re.compile(r",\s*(?:[A-Z]\W*){1,3}$", re.IGNORECASE)
_INITIALS = 2  # letters: "D. C" is half a place
_TWIN_WORDS = 3  # "ASIA PACIFIC", "LATE CITY FINAL": a longer line says more than the edition


@dataclass(frozen=True, slots=True)
class Said:
    """One fact of the head: what it means, how it was printed, on which line, how sure."""

    value: str
    printed: str
    line: str
    conf: float
    family: str = ""


def first(kind: Kind, lines: Sequence[HeadLine]) -> Said | None:
    """Return the first fact of a kind, those in promos and ears only when there is no other.

    What is printed twice, and the same both times ("No. 345", 第三四五號), is surer.
    """
    hits = [
        (line.role in _ASIDE, Said(fact.value, fact.printed, line.id, _ONCE))
        for line in lines
        for fact in facts(line.text)
        if fact.kind == kind and fact.value
    ]
    if not hits:
        return None
    said = min(hits, key=lambda hit: hit[0])[1]
    twice = len(hits) > 1 and all(hit.value == said.value for _, hit in hits)
    return replace(said, conf=_TWICE) if twice else said


def urls(lines: Sequence[HeadLine]) -> tuple[Said, ...]:
    """Return the addresses in the order they are printed, each once."""
    seen: dict[str, Said] = {}
    for line in (_continued(line, lines) for line in lines):
        for fact in facts(line.text):
            if fact.kind == "url":
                whole = "," not in fact.printed and ends_well(fact.value.split("/")[0])
                whole = whole and not _CLINGS.search(line.text[: fact.start])
                conf = _TWICE if whole else UNSURE
                said = Said(settled_address(fact.printed), fact.printed, line.id, conf)
                seen.setdefault(fact.value, said)
    return tuple(seen.values())


def _continued(line: HeadLine, lines: Sequence[HeadLine]) -> HeadLine:
    """Return a line whose address breaks off with the piece it lacks: "www.star." and "com"."""
    if not _BROKEN.search(line.text):
        return line
    pieces = (other.text for other in lines if re.fullmatch("[a-z]{2,7}", other.text))
    whole = [line.text + piece for piece in pieces if ends_well(line.text + piece)]
    return replace(line, text=whole[0]) if len(whole) == 1 else line


def editions(lines: Sequence[HeadLine], named: Sequence[Name], home: str) -> tuple[Said, ...]:
    """Return the edition in each script it is printed in, that of the script `home` first.

    A word or place alone is the edition when the other script says it with the word edition:
    香港版 and "HONG KONG", 海外版 and "OVERSEAS".
    """
    taken = {lines[place].id for name in named for place in name.places}
    found: dict[str, Said] = {}
    for line in lines:
        for fact in facts(line.text):
            if fact.kind == "edition" and line.role not in (Role.PROMO, Role.SECTION_LABEL):
                family = family_of(fact.printed)
                value = recased(spelled(fact.printed))
                plain = not rare(value) if family != "Latn" else _is_worded(value)
                conf = 0.9 if plain else UNSURE
                said = Said(value, fact.printed, line.id, conf, family)
                found.setdefault(family, said)
    for place, line in enumerate(lines):
        twin = _twin(place, lines, found)
        if twin and line.id not in taken:
            found.setdefault(family_of(line.text), twin)
    return tuple(sorted(found.values(), key=lambda said: said.family != home))


def _is_worded(name: str) -> bool:
    """Return whether every word is in a list, or a figure or letter, and none like a common one."""
    words = re.findall(r"[^\W_]+", name)
    return not rivals(name, "fr" if _ROMANCE.search(name) else "en") and all(
        len(word) < 3 or any(is_known(word, lang) for lang in ("en", "de", "fr")) for word in words
    )


def _twin(place: int, lines: Sequence[HeadLine], found: dict[str, Said]) -> Said | None:
    line = lines[place]
    pieces = [piece for _, piece in leftovers(line.text, facts(line.text))]
    for piece in pieces:
        family = family_of(piece)
        for other in found.values():
            if family != other.family and _is_twin(piece, other.printed):
                value = recased(mended(piece, ""))
                known = family != "Latn" or all(is_known(word, "en") for word in value.split())
                return Said(value, piece, line.id, 0.8 if known else UNSURE, family)
    return None


def _is_twin(piece: str, edition: str) -> bool:
    if means_the_same(piece, edition):
        return len(piece.split()) <= _TWIN_WORDS
    return is_place(piece) and country(piece) != "" and country(piece) == country(edition)


def place_of(lines: Sequence[HeadLine], dated: Sequence[str], taken: frozenset[str]) -> Said | None:
    """Return where the paper appeared: before the date, as the imprint says, or on its own.

    `dated` are the lines the date was read on; lines in `taken` are the name or the edition.
    """
    for line in lines:
        if line.id in dated:
            said = _before_date(line)
            if said:
                return said
    stated = first("place", lines)
    if stated:
        dot = "." if is_abbreviated(stated.value) and stated.printed.endswith(".") else ""
        return Said(recased(stated.value) + dot, stated.printed, stated.line, 0.85)
    ears = [line for line in lines if line.role is Role.EAR]
    found = next(_alone(lines, dated, taken), None)
    opened = [replace(ear, role=Role.MASTHEAD) for ear in ears]
    return found or next(_alone(opened, dated, taken), None)


def _before_date(line: HeadLine) -> Said | None:
    known = facts(line.text)
    start = min(
        (fact.start for fact in known if fact.kind in ("date", "weekday")), default=len(line.text)
    )
    before = [(place, piece) for place, piece in leftovers(line.text, known) if place < start]
    if not before:
        return None
    place, piece = before[-1]
    between = line.text[place + len(piece) : start]
    if re.fullmatch(r"[\s,.;:—–\-|·•*/]*", between) is None:
        return None
    last = parted(_SENTENCE.split(piece)[-1].strip(" ,."))
    parts = last.split(", ")
    for name in (", ".join(parts[skip:]) for skip in range(len(parts))):
        sure = is_place(name)
        if not sure and (place_meant := settled(mended(name, ""))):
            return Said(place_meant, name, line.id, 0.7)
        if sure or (between.strip() and _reads_like_place(mended(name, ""))):
            dot = "." if between.startswith(".") and is_abbreviated(name) else ""
            value = meant(recased(mended(name, "")))
            listed = _is_plain(name) and letters([name]) == letters([value])
            conf = UNSURE if not listed or runs_together(name) else 0.9 if sure else 0.75
            return Said(value + dot, name + dot, line.id, conf)
    return None


def _is_plain(place: str) -> bool:
    """Whether its words are in a list and like no commoner one, initials behind it a state's."""
    initials = _INITIALS_BEHIND.search(place) and not is_place(place)
    words = re.split(r"[\s,]+", place)
    return not initials and all(map(_is_listed, words)) and not rivals(" ".join(words), "en")


def _is_listed(word: str) -> bool:
    meant = mended(word, "")
    short = len(meant.strip(".,")) < _SHORTEST and not meant.endswith(".")
    return is_everyday(meant, "en") if short else is_known(meant, "en")


def _reads_like_place(text: str) -> bool:
    words = text.split()
    return (
        1 <= len(words) <= 4
        and family_of(text) == "Latn"
        and all(word[0].isupper() for word in words)
        and not _NO_PLACE.search(text)
        and not name_words(text)
        and max(map(len, words)) > _INITIALS
        and not any(weekday(word) or month(word) or _is_day(word) for word in words)
    )


def _is_day(word: str) -> bool:
    """Whether a word is a weekday misread, or run together with the hour: "Sundaymorning"."""
    low = word.lower()
    if len(low) < _WEEKDAY:
        return False
    near = any(OSA.distance(low, day.lower(), score_cutoff=2) <= 2 for day in WEEKDAYS)
    return near or low.startswith(tuple(day.lower() for day in WEEKDAYS)) or "-fei" in low


def _alone(
    lines: Sequence[HeadLine], dated: Sequence[str], taken: frozenset[str]
) -> Iterator[Said]:
    """Yield places that are a piece of the date line, or fill a line of their own."""
    for line in lines:
        if line.id in taken or line.role in _ASIDE:
            continue
        known = facts(line.text)
        cells = line.text.split(PARTED)
        for _, piece in leftovers(line.text, known):
            if is_place(piece) and (line.id in dated or not known or piece in cells):
                yield Said(recased(piece), piece, line.id, 0.6 if _is_plain(piece) else UNSURE)
