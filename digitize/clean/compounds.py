"""Whether a hyphen at a line's end belongs to the word or only to the line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from digitize.clean.lexicon import zipf
from digitize.grammar.scripts import is_cjk

_GENITIVE = re.compile(r"(?<=..)['’]s$")

_SOFT = "\u00ad¬⸗"
"""Marks that only ever break a word; ¬ is how some old OCR writes that."""

_ONLY_BREAKS = "a soft hyphen only breaks the line"

_HARD_BEFORE = "the mark after a hyphen only breaks the line: the hyphen is the word's own"

_CK = "German print parts ck as k-k"

_LINKS = frozenset("and or to und oder bis bzw et ou y o e en of".split())
"""Words after a hyphen left hanging: "two- and three-year", "Vor- und Nachteile"."""

_INNER = frozenset("of to by in on at and the a as than de du à des et am im zu auf und".split())
"""Words in the middle of a compound: up-to-date, man-of-war, Stratford-on-Avon."""

_FIRSTS = frozenset("self vice ex half well ill quasi demi".split())
"""First parts that keep their hyphen before a word of their own."""

_PREFIXES = frozenset("un dis mis de in im en em be al ad con com ab".split())
_SUFFIXES = frozenset(
    "ness ing ings ment ments tion tions sion able ible ably less ful fully ish ism ist ists ity "
    "ty ly ed er ers est al ally ous ence ance ency ancy hood ive ize ise".split()
)
"""Parts that are listed as words, too, but make none by themselves."""

_OLD_DAYS = frozenset({"day", "night", "morrow"})
_OLD_UNTIL = 1925  # English papers wrote to-day, to-night, to-morrow about so long
_VOWEL_ENDS = frozenset({"co", "re", "pre", "de"})
_VOWELS_UNTIL = 1960  # and co-operate, re-elect, pre-eminent

_LISTED = 1.0
"""The rarest words that a list has."""

_KNOWN = 3.0
"""A word that everybody knows."""

_ENGLISH = ((6.0, 3.0), (5.0, 2.0), (4.0, 1.5), (1.0, _LISTED))
_ROMANCE = ((6.0, 3.0), (5.0, 2.0), (4.0, _LISTED))
_BOUNDS = {"en": _ENGLISH, "fr": _ROMANCE, "es": _ROMANCE, "it": _ROMANCE, "pt": _ROMANCE}
"""When both halves have the first Zipf value, the whole keeps its hyphen below the second: two
common words that made one would make a common one. Measured on half a million words of English
and 125 000 of French; languages that write compounds solid, as German does, have no bounds."""

_SHORT_BOUND = 4.0  # halves of two letters are mostly syllables: they must be common words


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a hyphen at a line's end."""

    keep: bool
    reason: str
    conf: float  # 0..1; about .5: unsure
    parted_ck: bool = False  # the k before it is the c of ck: Zuk-ker is Zucker


@dataclass(frozen=True, slots=True)
class Usage:
    """How the issue writes: its words, its language, its time."""

    words: Mapping[str, int]  # see `evidence.whole_words`
    lang: str = "en"  # BCP 47
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """The two halves, bare of marks, in lower case unless the print has capitals."""

    left: str  # with its inner hyphens: "mother-in"
    right: str
    clean: bool = True  # no mark beside the right half; an “and” with one links nothing

    @property
    def last(self) -> str:
        """The part of the left half after its last inner hyphen."""
        return self.left.rpartition("-")[2]

    @property
    def first(self) -> str:
        """The part of the right half before its first inner hyphen, no genitive after it."""
        return _GENITIVE.sub("", self.right.partition("-")[0])

    @property
    def solid(self) -> str:
        """The word without the hyphen."""
        return (self.left + self.right).lower()

    @property
    def hyphened(self) -> str:
        """The word with it."""
        return f"{self.left}-{self.right}".lower()


def decide(left: str, right: str, follows: str, usage: Usage) -> Decision | None:
    """Decide on `left`, which ends in a mark of `evidence.HYPHENS`, and `right` on the next line.

    `follows` is the word after `right`. None: this is no broken word, or its hyphen hangs and
    nothing is to be done.
    """
    hard = left[-1] in _SOFT and left[-2] in "-‐"
    first, second = _core_end(left[:-2] if hard else left[:-1]), _core_start(right)
    if not first or not second or is_cjk(first[-1]) or is_cjk(second[0]):
        return None
    if hard:
        return Decision(keep=False, reason=_HARD_BEFORE, conf=0.97)
    if _parts_ck(first, second, usage.lang):
        return Decision(keep=False, reason=_CK, conf=0.95, parted_ck=True)
    if left[-1] in _SOFT:
        strange = second[0].isupper() and not first.isupper()
        return None if strange else Decision(keep=False, reason=_ONLY_BREAKS, conf=0.99)
    if first[-1].isdigit() or second[0].isdigit():
        return Decision(keep=True, reason="a figure stands beside the hyphen", conf=0.95)
    pair = Pair(first, second, clean=second == right)
    return _by_issue(pair, usage.words) or _by_form(pair, follows, usage)


def _parts_ck(first: str, second: str, lang: str) -> bool:
    """Return whether two halves are a German word broken at its ck, as it was until 1996."""
    if lang.partition("-")[0] != "de" or not (first[-1] == second[0] == "k"):
        return False
    ck = zipf(f"{first[:-1]}c{second}", lang)
    return ck >= _LISTED and ck > zipf(first + second, lang)


def _by_issue(pair: Pair, words: Mapping[str, int]) -> Decision | None:
    """Decide by how the issue prints the word elsewhere."""
    solid, hyphened = words.get(pair.solid, 0), words.get(pair.hyphened, 0)
    if solid == hyphened:
        return None
    form = pair.hyphened if hyphened > solid else pair.solid
    often = max(solid, hyphened)
    times = "once" if often == 1 else f"{often} times"
    reason = f"the issue prints “{form}” {times} within a line"
    return Decision(keep=hyphened > solid, reason=reason, conf=0.98 if often > 1 else 0.95)


def _by_form(pair: Pair, follows: str, usage: Usage) -> Decision | None:
    """Decide by what the halves look like; None when the hyphen hangs."""
    if _hangs(pair, follows, usage.lang):
        return None
    capitals = pair.left.isupper() and pair.right.isupper() and len(pair.right) > 1
    if pair.right[0].isupper() and not capitals:
        return Decision(keep=True, reason="a capital follows the hyphen", conf=0.9)
    if pair.last.lower() == "to" and pair.first.lower() in _OLD_DAYS:
        return _old_day(pair, usage)
    if _vowels_meet(pair) and usage.year is not None and usage.year < _VOWELS_UNTIL:
        reason = f"papers parted two such vowels until about {_VOWELS_UNTIL}: co-operate"
        return Decision(keep=True, reason=reason, conf=0.9)
    return _by_part(pair, usage.lang, capitals=capitals) or _by_frequency(pair, usage.lang)


def _vowels_meet(pair: Pair) -> bool:
    """Return whether a word follows a part that ends as it begins: co-operate, re-elect."""
    last, first = pair.last.lower(), pair.first.lower()
    return last in _VOWEL_ENDS and first[0] == last[-1] and len(first) > 1


def _old_day(pair: Pair, usage: Usage) -> Decision:
    """Decide on to-day, to-night, to-morrow by the issue's year, or by how it writes the others."""
    written = any(usage.words.get(f"to-{day}") for day in _OLD_DAYS)
    old = written or (usage.year is not None and usage.year < _OLD_UNTIL)
    reason = f"papers wrote “{pair.hyphened}” until about {_OLD_UNTIL}"
    return Decision(keep=old, reason=reason, conf=0.9 if written or usage.year else 0.6)


def _hangs(pair: Pair, follows: str, lang: str) -> bool:
    """Return whether the hyphen stands for what a later word brings: "two- and three-year"."""
    if not pair.clean or pair.right.lower() not in _LINKS:
        return False
    return "-" in follows.strip("-") or zipf(pair.solid, lang) < _KNOWN / 2


def _by_part(pair: Pair, lang: str, *, capitals: bool) -> Decision | None:
    """Decide by a part that always has a hyphen beside it."""
    last, first = pair.last.lower(), pair.first.lower()
    if pair.hyphened.endswith("-in-law"):
        return Decision(keep=True, reason="such kinship is written with hyphens", conf=0.97)
    if len(last) == 1:
        return Decision(keep=True, reason="one letter stands before the hyphen", conf=0.85)
    if pair.last.isupper() and not capitals and first not in _SUFFIXES:
        return Decision(keep=True, reason="an abbreviation stands before the hyphen", conf=0.85)
    if first != pair.right.lower() and first in _INNER and zipf(last, lang) >= _KNOWN:
        return Decision(keep=True, reason="the word has more hyphens after it", conf=0.9)
    known = zipf(first, lang) >= _KNOWN and first not in _SUFFIXES
    if last in _FIRSTS and known and zipf(last + first, lang) < _KNOWN:
        return Decision(keep=True, reason=f"“{last}-” keeps its hyphen before a word", conf=0.9)
    return None


def _by_frequency(pair: Pair, lang: str) -> Decision:
    """Decide by how common the halves and the whole are."""
    left, right = pair.last.lower(), pair.first.lower()
    whole, halves = zipf(left + right, lang), min(zipf(left, lang), zipf(right, lang))
    bounds = _BOUNDS.get(lang.partition("-")[0], ())
    limit = next((limit for bound, limit in bounds if halves >= bound), 0.0)
    syllable = min(len(left), len(right)) < 3 and halves < _SHORT_BOUND
    affix = left in _PREFIXES or right in _SUFFIXES
    if whole < limit and not syllable and not affix:
        reason = f"“{left}” and “{right}” are common words, “{left}{right}” is not"
        return Decision(keep=True, reason=reason, conf=0.85 if whole < _LISTED else 0.65)
    if whole >= _LISTED:
        return Decision(keep=False, reason=f"“{left}{right}” is a word", conf=0.9)
    reason = "its halves are no words by themselves"
    if limit or halves >= _LISTED:
        reason = f"words like “{left}{right}” are mostly written in one"
    return Decision(keep=False, reason=reason, conf=0.75)


def _core_end(text: str) -> str:
    """Return the letters, digits and inner marks that `text` ends with: “self → self."""
    match = re.search(r"[^\W_]+(?:['’\-‐][^\W_]+)*$", text)
    return match.group().replace("‐", "-") if match else ""


def _core_start(text: str) -> str:
    """Return the letters, digits and inner marks that `text` starts with: made,” → made."""
    match = re.match(r"[^\W_]+(?:['’\-‐][^\W_]+)*", text)
    return match.group().replace("‐", "-") if match else ""
