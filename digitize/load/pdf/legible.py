"""Whether a PDF's text layer says what the page shows, or only codes of glyphs."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from digitize.grammar.scripts import is_han, script_of

SHARE = (
    0.3  # of the characters: the threshold in use at ragflow (#13404), opendataloader-pdf (#291)
)
_FONT_CHARS = 40  # a font with fewer characters proves nothing alone
_FONT_SHARE = 0.05  # … nor one that sets less than this share of the page

_CID = re.compile(r"^\(cid:\d+\)$")
_BROKEN = frozenset({"Co", "Cn", "Cc", "Cs"})  # private use, unassigned, control, surrogate
_VOWELS = frozenset("aeiouyæœøı")
_VOWEL_SHARE = (0.22, 0.65)  # Latin-script languages lie at 0.33 to 0.50
_LETTERS = 150  # below, the share of vowels is chance
_HAN = 30
_CHARSETS = ("gb2312", "big5", "shift_jis", "euc_kr")


def illegible(chars: Iterable[tuple[str, str]]) -> str:
    """Return why the text layer cannot be trusted, "" when it can.

    `chars` are pairs of text and font. Found out: glyph codes without a Unicode value, fonts
    that map to nothing, Latin without vowels, Latin read out of another script's bytes, Han
    that no national character set holds.
    """
    fonts: dict[str, list[str]] = defaultdict(list)
    for text, font in chars:
        if not text.isspace():
            fonts[font].append(text)
    everything = [text for texts in fonts.values() for text in texts]
    if not everything:
        return ""
    share = _broken(everything)
    if share > SHARE:
        return f"{share:.0%} of the characters have no Unicode value"
    for font, texts in fonts.items():
        weighty = len(texts) >= max(_FONT_CHARS, _FONT_SHARE * len(everything))
        if weighty and _broken(texts) > SHARE:
            return f"the font {font} maps its characters to nothing"
    return _absurd("".join(everything))


def is_broken(text: str) -> bool:
    """Return whether one character of a text layer stands for no letter or mark."""
    if _CID.match(text) or "\ufffd" in text:
        return True
    return all(unicodedata.category(char) in _BROKEN for char in text)


def _broken(texts: list[str]) -> float:
    return sum(map(is_broken, texts)) / len(texts)


def _absurd(text: str) -> str:
    latin = [char for char in text.lower() if script_of(char) == "Latn"]
    bare = [unicodedata.normalize("NFD", char)[0] for char in latin]
    han = [char for char in text if is_han(char)]
    if len(latin) >= _LETTERS and len(latin) > len(han):
        if sum(char > "\x7f" for char in latin) > len(latin) / 2:
            return "its letters are those of another encoding"
        share = sum(char in _VOWELS for char in bare) / len(bare)
        if not _VOWEL_SHARE[0] <= share <= _VOWEL_SHARE[1]:
            return f"{share:.0%} of its letters are vowels"
    if len(han) >= _HAN:
        strange = sum(not _known(char) for char in han)
        if strange > SHARE * len(han):
            return "its characters are in no national character set"
    return ""


def _known(char: str) -> bool:
    return any(_encodes(char, charset) for charset in _CHARSETS)


def _encodes(char: str, charset: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
