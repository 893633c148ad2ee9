"""Whether a text ends a sentence, and whether a text can only be the rest of one."""

from __future__ import annotations

import re

_CLOSERS = "\"'”’»）)」』】]*"
_STOPS = ".!?。！？…"
_STILL_OPEN = ",;:，、；：-–—"
_SHORT = frozenset(
    "mr mrs ms dr rev hon col gen capt lieut lt sgt maj prof sen rep gov st jr messrs mme mlle "
    "no vol jan feb mar apr jun jul aug sept sep oct nov dec co u.s v vs ave".split()
)
"""Words that end with a point in the middle of a sentence."""

_LOOSE_ENDS = frozenset(
    "the a an and or but nor of to in on at by for from with as that which who whom whose their "
    "his her its our your my this these those than if when while where because into over under "
    "between is are was were be been has have had will would can could may might shall should "
    "der die das den dem des ein eine einen einer und oder von zu mit auf für im am zum zur "
    "le la les un une des du de et ou dans pour par sur au aux que qui".split()
)
"""Words that no sentence ends with."""


def ends_sentence(text: str) -> bool:
    """Return whether `text` closes with a stop, quotes and brackets after it allowed.

    A point after an abbreviation ("Dr.") or a single initial ("J.") does not count.
    """
    bare = text.rstrip().rstrip(_CLOSERS).rstrip()
    if not bare or bare[-1] not in _STOPS:
        return False
    if bare[-1] != "." or bare.endswith(".."):
        return True
    last = re.search(r"(\S+)\.$", bare)
    word = last.group(1).lower() if last else ""
    initial = len(word) == 1 and word.isalpha()
    return not (initial or word in _SHORT)


def left_open(text: str) -> bool:
    """Return whether `text` breaks off: at a comma, a hyphen, or a word no sentence ends with."""
    bare = text.rstrip()
    if not bare:
        return False
    if bare[-1] in _STILL_OPEN:
        return True
    word = re.search(r"([^\W\d_]+)$", bare)
    if word is None or word.group(1).istitle():  # "in May", "to Will": a name, not a small word
        return False
    return word.group(1).lower() in _LOOSE_ENDS


def starts_inside(text: str) -> bool:
    """Return whether `text` can only be the middle of a sentence: it starts in lower case."""
    first = text.lstrip("\"'“‘(« ")[:1]
    return first.islower() or first in _STILL_OPEN[:-3] + ")）」』。！？"
