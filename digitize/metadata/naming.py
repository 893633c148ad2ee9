"""Which words of the head are the paper's name, in each script it is printed in.

Every piece of print that is no fact is a candidate, and so are pieces of neighbouring lines
together. Evidence is added up; no single sign decides. Weights were set on mastheads in English,
Chinese, German, French and Japanese, printed with and without type sizes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digitize.grammar.languages import language
from digitize.grammar.scripts import script
from digitize.grammar.titles import (
    left_to_right,
    looks_like_title,
    name_language,
    tells_genre,
)
from digitize.metadata.casing import is_everyday, language_of_words, written
from digitize.metadata.casing import parts as apart
from digitize.metadata.facts import Fact, facts, leftovers
from digitize.metadata.head import PARTED, HeadLine, Tongue, letters
from digitize.metadata.mending import likened, mended
from digitize.metadata.places import is_place
from digitize.metadata.signs import by_address, by_date, by_headers, by_size, nearly
from digitize.metadata.syllables import spells
from digitize.model.page import Role

_SUN = re.compile("[目曰](?=[報报]$)")  # 日報 with its first character misread

_BRACKETED = re.compile(r"[(\[（［].*[)\]）］]\W?")

_ROLE = {
    Role.NAMEPLATE: 2.0, Role.DATE_LINE: -0.3, Role.FOLIO: -0.5, Role.RUNNING_HEADER: -0.5,
    Role.EAR: -1.5, Role.SECTION_LABEL: -1.5, Role.PROMO: -1.5,
}  # fmt: skip
_MAY_NAME = frozenset({Role.EAR, Role.SECTION_LABEL})
NAMELIKE = 0.75
"""What `looks_like_title` gives words that are the name of a newspaper."""

CONFIRMS = frozenset({"role", "address", "headers", "spelling", "display"})
"""Signs that make sure of a name whose words say nothing."""

DOUBTED = 0.2  # score of a name whose confidence is below one half
_ENOUGH = 1.1  # what a name without other signs reaches beside a date line
_ENOUGH_PARALLEL = 1.0
_TWO_LINES = 0.8  # white between the lines of one name, in line heights; a blank row is 1
_ORDINARY = 0.5  # what `looks_like_title` gives a few capitals that say nothing of a name
_LARGER = 1.3  # times the type of the head's other lines: a second name, not a slogan
_DISPLAYED = 1.5  # what such type weighs; it makes up for being small beside the main name
_FAR = 4  # lines between the halves of a name that stand to either side of an emblem
_UNDER = 2  # lines
_HAN_ALONE = 6  # characters; a longer line is a motto
_HALF_LARGER = 1.15  # times the type of all else: the halves of a name without a hyphen
_ALIKE = 1.6  # ratio of type sizes within one name


@dataclass(frozen=True, slots=True)
class Name:
    """A candidate: the name as printed and as written, where, in what, how sure and why."""

    printed: str
    text: str
    places: tuple[int, ...]  # of its lines in the head
    family: str  # "Latn", "Han" …
    words: float  # how much it reads like a name, 0..1
    size: float
    score: float = 0.0
    signs: tuple[str, ...] = ()

    @property
    def conf(self) -> float:
        """How sure, 0..1: two strong signs are as good as certain."""
        return round(min(0.97, 0.45 + self.score / 8), 2)


@dataclass(frozen=True, slots=True)
class Clues:
    """What else is known when names are weighed."""

    domains: tuple[str, ...]  # names in the web addresses printed
    headers: tuple[str, ...]  # furniture of the other pages, letters only
    body_size: float
    tongue: Tongue
    exact: bool = False  # the letters are those that were set, not what recognition made of them


def names(lines: Sequence[HeadLine], clues: Clues) -> tuple[Name, ...]:
    """Return the paper's names, the main one first; () when no piece has evidence enough.

    The main one is in the language of the running text; others are in other scripts. What layout
    took for an ear may be a name where nothing else of its script is one.
    """
    found = [
        name
        for name in _names(lines, clues)
        if name.words >= NAMELIKE or lines[name.places[0]].role not in _MAY_NAME
    ]
    opened = [
        replace(line, role=Role.MASTHEAD) if line.role in _MAY_NAME else line for line in lines
    ]
    known = {name.family for name in found}
    more = [
        name if name.words >= NAMELIKE else replace(name, score=min(name.score, DOUBTED))
        for name in (_names(opened, clues) if opened != list(lines) else ())
        if name.family not in known and (name.words >= NAMELIKE or _opens(name, opened))
    ]
    every = (*found, *more)
    home = _home(every, clues.tongue)
    return tuple(sorted(every, key=lambda name: name.family != home))


def _home(found: Sequence[Name], tongue: Tongue) -> str:
    """Return the script of the main name: that of the text; in a mixed paper that set larger."""
    if tongue.mixed and len(found) > 1:
        large, small = sorted(found, key=lambda name: -name.size)[:2]
        if large.size >= _LARGER * small.size > 0:
            return large.family
        if not large.size:
            return min(found, key=lambda name: name.places).family
    return _family(tongue.main)


def _opens(name: Name, lines: Sequence[HeadLine]) -> bool:
    """Whether a name fills the first line of its script that is no fact.

    It needs an article ("L'AVENIR"), unless all else of its script in the head states facts.
    """
    place = name.places[0]
    if len(name.places) > 1 or not _covers(name, lines[place]):
        return False
    others = [line for line in lines if line.id != lines[place].id]
    before = [line for line in lines[:place] if family_of(line.text) == name.family]
    only = all(facts(line.text) for line in others if family_of(line.text) == name.family)
    return only or (name.words > _ORDINARY and all(facts(line.text) for line in before))


def _names(lines: Sequence[HeadLine], clues: Clues) -> tuple[Name, ...]:
    every = sorted(_weighed(lines, clues), key=lambda name: (-name.score, name.places))
    weighed = [name for name in every if not _is_genre(name, every)]
    best: dict[str, Name] = {}
    for name in weighed:
        best.setdefault(name.family, name)
    sure = [name for name in best.values() if name.score >= _ENOUGH and _leads(name, weighed)]
    if not sure:
        return ()
    home = _family(clues.tongue.main)
    main = next((name for name in sure if name.family == home), sure[0])
    others: dict[str, Name] = {}
    for name in (_beside(name, main, lines) for name in weighed if name.family != main.family):
        known = others.get(name.family)
        if name.score >= _ENOUGH_PARALLEL and (known is None or name.score > known.score):
            others[name.family] = name
    return main, *others.values()


def _is_genre(name: Name, others: Sequence[Name]) -> bool:
    """Whether it says what kind of paper the name right above it is."""
    return tells_genre(name.text) and any(
        other.family == name.family
        and 0 < name.places[0] - other.places[-1] <= _UNDER
        and not tells_genre(other.text)
        for other in others
    )


def name_lang(name: Name, tongue: Tongue) -> str:
    """Return the language of a name, by its own words before those of the page."""
    if name.family != "Latn":
        return tongue.of(name.text)
    own = language(name.text) or name_language(name.text)
    if not own and "spelling" in name.signs:
        return f"{tongue.han[:2] or 'zh'}-Latn"
    return own or _latin(tongue.main) or language_of_words(name.text.split())


def _latin(lang: str) -> str:
    return "" if lang.split("-", maxsplit=1)[0] in ("zh", "ja", "ko", "ru", "el") else lang


def _family(lang: str) -> str:
    base = lang.split("-", maxsplit=1)[0]
    return {"zh": "Han", "ja": "Han", "ko": "Kore", "ru": "Cyrl", "el": "Grek"}.get(base, "Latn")


def home_script(named: Sequence[Name], tongue: Tongue) -> str:
    """Return the script of the main name, or of the text where no name is in it."""
    if not tongue.main or tongue.mixed:
        return named[0].family if named else ""
    return _family(tongue.main)


def is_foreign(name: Name, lang: str) -> bool:
    """Return whether a name is in another script than text in `lang`."""
    return bool(lang) and name.family != _family(lang)


def family_of(text: str) -> str:
    """Return "Han" for Chinese and Japanese, else the ISO 15924 script."""
    code = script(text)
    return "Han" if code in ("Hant", "Hans", "Hani", "Jpan") else code


def _leads(name: Name, weighed: Sequence[Name]) -> bool:
    """Whether a weak name stands clear of every other piece of its script."""
    if name.score >= 1.5 or name.words >= NAMELIKE:
        return True
    rivals = [
        other.score
        for other in weighed
        if other.family == name.family and not set(other.places) & set(name.places)
    ]
    return not rivals or name.score - max(rivals) >= 0.25


def _spells(name: Name, other: Name) -> bool:
    return (name.family, other.family) == ("Latn", "Han") and spells(name.text, other.text)


def _beside(name: Name, main: Name, lines: Sequence[HeadLine]) -> Name:
    """Weigh a name of another script by where it stands to the main one."""
    gap = min(abs(one - two) for one in name.places for two in main.places)
    together = gap == 0 or lines[name.places[0]].region == lines[main.places[0]].region
    more = {
        "near": 0.5 if together else 0.3 if gap <= 2 else 0.0,
        "spelling": 1.0 if _spells(name, main) or _spells(main, name) else 0.0,
        "display": _DISPLAYED if gap <= 2 and _displayed(name, main, lines) else 0.0,
    }
    known = name.words >= NAMELIKE or {"address", "role"} & set(name.signs)
    alone = name.family == "Han" and len(name.text) <= _HAN_ALONE
    first = (name.places[0] == 0 or alone) and _opens(name, lines)
    close = together or (gap == 1 and (name.words > _ORDINARY or first))
    if not (close or known or more["spelling"] or more["display"]):
        return replace(name, score=0.0)
    signs = (*name.signs, *(sign for sign in ("spelling", "display") if more[sign]))
    return replace(name, score=name.score + sum(more.values()), signs=signs)


def _displayed(name: Name, main: Name, lines: Sequence[HeadLine]) -> bool:
    """Whether it is set larger than all else of its script in the head but the main name."""
    places = {*name.places, *main.places}
    others = [line for place, line in enumerate(lines) if place not in places]
    alike = [line for line in others if family_of(line.text) == name.family]
    largest = max((line.size for line in alike or others), default=0.0)
    return bool(largest) and name.size >= _LARGER * largest


def _weighed(lines: Sequence[HeadLine], clues: Clues) -> Iterator[Name]:
    known = [facts(line.text) for line in lines]
    alone = [list(_pieces(line, place, known[place], clues)) for place, line in enumerate(lines)]
    repeats = Counter(name.printed for found in alone for name in found)
    largest = max((line.size for line in lines), default=0.0)
    dates = [
        place
        for place, found in enumerate(known)
        if any(fact.kind in ("date", "number", "volume") for fact in found)
    ]
    pieces = [name for found in alone for name in found]
    for name in [*pieces, *_joined(alone, lines, clues), *_broken(pieces, lines, clues)]:
        if name.words > 0:
            yield _scored(name, lines, clues, (largest, dates, known, repeats[name.printed]))


def _pieces(line: HeadLine, place: int, known: tuple[Fact, ...], clues: Clues) -> Iterator[Name]:
    for at, piece in leftovers(line.text, known):
        if _BRACKETED.fullmatch(line.text[max(0, at - 1) : at + len(piece) + 2].strip()):
            continue
        parts = [piece, *piece.split(", ")[:1]] if known and ", " in piece else [piece]
        for part in parts:
            if len(letters([part])) >= 2:
                yield _name(part, (place,), line.size, clues)


def _name(printed: str, places: tuple[int, ...], size: float, clues: Clues) -> Name:
    family, lang = family_of(printed), _latin(clues.tongue.main)
    if family == "Latn":
        like = printed if clues.exact else _as_address(mended(printed, lang), lang, clues.domains)
        text = written(like, lang, clues.domains)
    else:
        text = (
            left_to_right(_SUN.sub("日", "".join(printed.split()))) if family == "Han" else printed
        )
    like = likened(text) if family == "Latn" and not clues.exact else text
    return Name(printed, text, places, family, looks_like_title(like), size)


def _as_address(name: str, lang: str, domains: Sequence[str]) -> str:
    """Return a run of capitals as the address that it is but for a letter: LINCOLNDISPATOH."""
    if not (name.isalpha() and name.isupper()) or len(apart(name, lang)) > 1:
        return name
    near = next((label for label in domains if nearly(letters([name]), label)), "")
    return near.upper() if " " in written(near.upper(), lang, domains) else name


def _joined(
    alone: Sequence[Sequence[Name]], lines: Sequence[HeadLine], clues: Clues
) -> Iterator[Name]:
    """Yield names printed over two or three lines that hold nothing else."""
    for first in range(len(lines)):
        held: list[Name] = []
        for place in range(first, min(first + 3, len(lines))):
            if len(alone[place]) != 1 or not _covers(alone[place][0], lines[place]):
                break
            if held and not _continues(held[-1], alone[place][0], lines):
                break
            held.append(alone[place][0])
            if len(held) > 1:
                mark = "" if held[0].family == "Han" else " "
                printed = mark.join(name.printed for name in held)
                places = tuple(name.places[0] for name in held)
                yield _name(printed, places, max(name.size for name in held), clues)


def _broken(pieces: Sequence[Name], lines: Sequence[HeadLine], clues: Clues) -> Iterator[Name]:
    """Yield names whose halves, a word each or hyphened, stand to either side of an emblem."""
    sizes = sorted((line.size for line in lines), reverse=True)
    third = sizes[2] if len(sizes) > 2 else 0.0
    for one in pieces:
        hyphen = lines[one.places[0]].text.endswith("-")
        if one.family != "Latn" or not (hyphen or _is_half(one, lines, third)):
            continue
        for two in pieces:
            gap = two.places[0] - one.places[0]
            alike = two.size and max(one.size, two.size) <= _ALIKE * min(one.size, two.size)
            half = hyphen or (_is_half(two, lines, third) and two.words > _ORDINARY)
            if 0 < gap <= _FAR and alike and half and len(two.printed.split()) == 1:
                printed = f"{one.printed}{'-' if hyphen else ' '}{two.printed}"
                yield _name(printed, (*one.places, *two.places), max(one.size, two.size), clues)


def _is_half(name: Name, lines: Sequence[HeadLine], third: float) -> bool:
    """Whether it is one word that fills its line, and of the nameplate, or of the largest two."""
    line = lines[name.places[0]]
    alone = len(name.printed.split()) == 1 and _covers(name, line)
    return alone and (line.role == Role.NAMEPLATE or name.size >= _HALF_LARGER * third > 0)


def _covers(name: Name, line: HeadLine) -> bool:
    return len(letters([name.printed])) == len(letters([line.text]))


def _continues(above: Name, below: Name, lines: Sequence[HeadLine]) -> bool:
    if above.family != below.family or above.printed == below.printed:
        return False
    if above.printed.isupper() != below.printed.isupper() or is_place(below.printed):
        return False  # another style, or where the paper appears
    if tells_genre(below.text):
        return False
    if above.size and below.size:
        ratio = max(above.size, below.size) / min(above.size, below.size)
        if ratio > _ALIKE:
            return False
    return lines[below.places[0]].gap < _TWO_LINES


_Around = tuple[float, list[int], list[tuple[Fact, ...]], int]


def _scored(name: Name, lines: Sequence[HeadLine], clues: Clues, around: _Around) -> Name:
    largest, dates, known, times = around
    line = lines[name.places[0]]
    signs: dict[str, float] = {
        "words": 1.5 * name.words,
        "role": _ROLE.get(line.role, 0.0),
        "type size": by_size(name.size, largest, clues.body_size),
        "address": by_address(name.text, clues.domains),
        "headers": by_headers(name.text, clues.headers),
        "date line": by_date(name.places, dates),
        "place": -1.2 if is_place(name.text) else 0.0,
        "lines": -0.1 * (len(name.places) - 1),
        "first": 0.25 if name.places[0] == 0 else 0.0,
        "plain words": -0.5 if _is_plain(name, clues) else 0.0,
        "repeated": -0.5 if times > 1 else 0.0,
        "among facts": -0.5 if _crowded(name, line, known) else 0.0,
    }
    return replace(
        name,
        score=round(sum(signs.values()), 2),
        signs=tuple(sign for sign, weight in signs.items() if weight > 0),
    )


def _is_plain(name: Name, clues: Clues) -> bool:
    """Whether it is made of everyday words only, none of them a word of names: "TWO SESSIONS"."""
    if name.family != "Latn" or name.words > _ORDINARY:
        return False
    lang = _latin(clues.tongue.main) or "en"
    return all(is_everyday(word, lang) for word in name.text.split())


def _crowded(name: Name, line: HeadLine, known: Sequence[tuple[Fact, ...]]) -> bool:
    """Whether it stands among the facts of one line, with no white around it."""
    apart = name.printed in (cell.strip(" .,;") for cell in line.text.split(PARTED))
    return len(name.places) == 1 and bool(known[name.places[0]]) and not apart
