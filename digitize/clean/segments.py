"""Cut a run of letters into the words it is made of, when nothing else can be meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from digitize.clean.lexicon import UNKNOWN, neighbours, zipf

_SINGLE = {"en": "ai", "fr": "aày", "es": "aoyeu", "it": "aeioè", "pt": "aoeéà"}
"""Words of one letter, by language. Languages that are not here write compounds in one word: a
run of known words is no mistake in them, and they are never cut."""

_PIECE = 3.2
"""Zipf value that a piece must have: about two in a million words."""

_PAIR, _TRIPLE = 6.0, 5.7
"""And pieces of two and three letters: almost any such are listed somewhere, crumbs of misread
words among them; real words that short are very frequent."""

_CLEARLY = 2.5
"""Powers of ten by which the pieces must be likelier than a listed whole: “inthe” is by 3.4, but
“heron”, “atone”, “canto” and “aback” are not, though their pieces are small words, too."""

_NEVER = 4.0  # Zipf value of a whole that no two words lead so far, not even “of the”
_VERB = 1.0  # powers of ten by which the forms of one verb differ: “seethe” and “seethed”
_HALF = 0.5  # powers of ten by which pieces must be likelier than a part of them in one word
_USUAL = 4.5  # mean Zipf value of the pieces of a whole that is in no list
_PREFIXES = frozenset("in de un re en be ad ex co dis mis des".split())
_SUFFIXES = frozenset("hood ship less like ness wise ward wards fold able some dom".split())
_AFTER_PREFIX = 5.0  # Zipf value a word needs to stand free after what may be its prefix
_FUNCTION = 6.0  # the, in, this: words whose capital begins a sentence, not a name
_REPEATED = 2  # an unlisted word that the issue prints so often is a name or a term
_SHORTEST, _LONGEST = 4, 40  # letters
_NEAR = 2.5  # a run one letter away from such a word is a misread word, not two words
_MEAN_LETTERS = 2.5  # per piece; crumbs such as “in it i a liz at i on” are no words
_ADVERB = re.compile(
    r"(?:t?here|where)(?:in|of|to|by|with|at|on|upon|from|for|after|under|into|unto)"
)
"""Old adverbs of two small words: thereto, wherewith."""

_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ])")


def cut(run: str, lang: str, words: Mapping[str, int]) -> str:
    """Return `run`, a run of letters, with spaces where its words begin, or as it is.

    `words` says how often the issue prints a word unbroken.
    """
    after = _cut(run, lang) if lang in _SINGLE and _SHORTEST <= len(run) <= _LONGEST else run
    term = after != run and zipf(run, lang) <= UNKNOWN and words.get(run.lower(), 0) >= _REPEATED
    return run if term else after


@lru_cache(maxsize=50_000)
def _cut(run: str, lang: str) -> str:
    """Return `run` cut into its words; a whole that the issue repeats may yet be a term."""
    if not (run.islower() or run.isupper() or run[1:].islower()):
        return _at_humps(run, lang) if _HUMP.search(run) else run
    if zipf(run, lang) > _NEVER:
        return run
    pieces = _pieces(run.lower(), lang)
    if len(pieces) < 2 or not _likely(run, pieces, lang):
        return run
    return " ".join(_slices(run, pieces))


def _likely(run: str, pieces: tuple[str, ...], lang: str) -> bool:
    values = [zipf(piece, lang) for piece in pieces]
    named = run[0].isupper() and not run.isupper()
    if named and (values[0] < _FUNCTION or pieces[0] in _SINGLE[lang].replace("i", "")):
        return False
    if _doubtful(pieces, values, lang):
        return False
    whole = zipf(run, lang)
    if whole > UNKNOWN:
        lead = sum(value - 9 for value in values) - (whole - 9)
        return lead >= _CLEARLY and not _ADVERB.fullmatch(run.lower()) and not _verb(run, lang)
    if sum(values) < _USUAL * len(values):
        return False
    return all(zipf(other, lang) < _NEAR for other in neighbours(run.lower()))


def _verb(run: str, lang: str) -> bool:
    """Return whether the list has the run with an ending of verbs, about as often."""
    forms = (zipf(f"{run}{ending}", lang) for ending in ("d", "ed", "ing"))
    return any(form > UNKNOWN and abs(form - zipf(run, lang)) <= _VERB for form in forms)


def _doubtful(pieces: tuple[str, ...], values: list[float], lang: str) -> bool:
    """Return whether the pieces may be parts of words: com + pile, wife + hood, problem + a."""
    if len(pieces[-1]) == 1 and (pieces[-1] == "i" or values[-2] < _FUNCTION):
        return True
    if sum(map(len, pieces)) < _MEAN_LETTERS * len(pieces):
        return True
    if len(pieces) == 2 and pieces[0] in _PREFIXES and values[1] < _AFTER_PREFIX:
        return True
    if pieces[-1] in _SUFFIXES:
        return True
    spans = [(at, at + size) for size in (2, 3) for at in range(len(pieces) - size + 1)]
    return any(
        zipf("".join(pieces[start:end]), lang) - 9 + _HALF
        > sum(value - 9 for value in values[start:end])
        for start, end in spans
        if zipf("".join(pieces[start:end]), lang) > UNKNOWN
    )


def _at_humps(run: str, lang: str) -> str:
    """Cut before a capital inside a run: “theUnited”; a name such as McDonald stays."""
    pieces = _HUMP.split(run)
    known = all(_usable(piece.lower(), lang) for piece in pieces)
    plain = pieces[0].islower() or zipf(pieces[0], lang) >= _FUNCTION
    return " ".join(pieces) if known and plain else run


def _usable(piece: str, lang: str) -> bool:
    if len(piece) == 1:
        return piece in _SINGLE[lang]
    return zipf(piece, lang) >= {2: _PAIR, 3: _TRIPLE}.get(len(piece), _PIECE)


def _pieces(run: str, lang: str) -> tuple[str, ...]:
    """Return the likeliest way to cut `run` into usable words; () when there is none.

    Viterbi over single-word probabilities, each Zipf value being its logarithm.
    """
    best: list[tuple[float, int] | None] = [(0.0, 0), *[None] * len(run)]
    for end in range(1, len(run) + 1):
        for start in range(end):
            before = best[start]
            if before is None or not _usable(run[start:end], lang):
                continue
            score = before[0] + zipf(run[start:end], lang) - 9
            held = best[end]
            if held is None or score > held[0]:
                best[end] = (score, start)
    found: list[str] = []
    end = len(run)
    while end and best[end] is not None:
        start = (best[end] or (0.0, 0))[1]
        found.append(run[start:end])
        end = start
    return () if end else tuple(reversed(found))


def _slices(run: str, pieces: tuple[str, ...]) -> list[str]:
    """Return the pieces with the capitals of `run`."""
    found, at = [], 0
    for piece in pieces:
        found.append(run[at : at + len(piece)])
        at += len(piece)
    return found
