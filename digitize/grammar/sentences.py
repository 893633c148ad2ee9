"""Whether a text ends a sentence, and whether a text can only be the rest of one."""

from __future__ import annotations

import re

from digitize.grammar.scripts import is_han, is_han_text

_QUOTES = "\"'”’»“‘«"  # after a stop the last three close in German: „…“, ‚…‘, »…«
_CLOSERS = f"{_QUOTES}）)」』】]*"
_CLOSES = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」"}
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
    "within during until unless whether toward towards among amongst upon via per "
    "between is are was were be been has have had will would can could may might shall should "
    "der die das den dem des ein eine einen einer und oder von zu mit auf für im am zum zur "
    "le la les un une des du de et ou dans pour par sur au aux que qui".split()
)
"""Words that no sentence ends with."""

_HAN_LOOSE = re.compile(
    r"(?<![參参普埃涉顧顾溫温調调共總总飽饱目標标存現现所內内原規规守法細细棉])"
    r"[與与及和的在則则於被把將将而但或且若因]$"
)
"""Characters that no sentence ends with, unless one before them makes another word of them."""

_HAN_SMALL = re.compile("[的亦也了則则曾]")
_TELLING = 15  # characters; few headlines of one row have so many

_ITEM = re.compile(r"[●◎○◯◉⊙](?![一二三四五六七八九十年])\s*[\u3400-\u9fff]")
"""The mark that Chinese papers until about 1940 set before each item of news; no zero of a year."""

_REST = re.compile(
    r"(?![唉噢嗯啊哦喂好不是對对而但又惟故一二三四五六七八九十甲乙丙丁])[\u3400-\u9fff][，。；]"
)
"""One character and a mark: it ends a phrase that began before. Those of a list are numerals."""


_OPENING = re.compile(
    r"(?:(?:After|At|By|For|From|In|Of|On|To|Under|With) (?:the|an?)|The|An?|Between .+ and) "
)
_FIGURES = re.compile(r"(?:[A-Z]{0,3}[$£€])?\d")


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


def opens_item(text: str) -> bool:
    """Return whether `text` opens with the mark of an item of Chinese news: "●粵省通信"."""
    return bool(_ITEM.match(text))


def left_open(text: str) -> bool:
    """Return whether `text` breaks off: at a comma, a hyphen, or a word no sentence ends with.

    So does a quotation that is opened with the text and not closed.
    """
    bare = text.strip()
    if not bare:
        return False
    closes = _CLOSES.get(bare[0])
    if closes and closes not in bare[1:] and not ends_sentence(bare):
        return True
    if bare[-1] in _STILL_OPEN or bare.rstrip(_QUOTES).endswith(","):
        return True
    if is_han(bare[-1]):
        return bool(_HAN_LOOSE.search(bare[-2:]))
    word = re.search(r"([^\W\d_]+)$", bare)
    if word is None or word.group(1).istitle():  # "in May", "to Will": a name, not a small word
        return False
    return word.group(1).lower() in _LOOSE_ENDS


def tells(text: str) -> bool:
    """Return whether Han is too long for a headline and has small words, which those leave out."""
    return len(text) >= _TELLING and is_han_text(text) and bool(_HAN_SMALL.search(text))


def starts_inside(text: str) -> bool:
    """Return whether `text` can only be the middle of a sentence: it starts in lower case.

    So does Han that starts with the last character of a phrase.
    """
    first = text.lstrip("\"'“‘(« ")[:1]
    return first.islower() or first in _STILL_OPEN[:-3] + ")）」』。！？" or bool(_REST.match(text))


def opens_sentence(text: str) -> bool:
    """Return whether `text` opens as sentences do, and headings hardly.

    Before figures, with which no text begins, it is one that breaks off there: "The Bureau will
    spend | $3.5 million".
    """
    return bool(_OPENING.match(text))


def starts_in_figures(text: str) -> bool:
    """Return whether `text` opens with a number or a sum, as no text does that can avoid it."""
    return bool(_FIGURES.match(text))
