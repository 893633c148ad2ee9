"""Which script a character, a run or a line is in, and whether a space stands between two pieces.

Traditional and simplified Han are told apart by the two national character sets: a character of
Big5 that GB 2312 lacks is traditional, one of GB 2312 that Big5 lacks is simplified. Scripts are
ISO 15924 codes: Latn, Hant, Hans, Hani (Han that both sets have), Jpan, Kore, Cyrl, Grek.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

_HAN = ((0x2E80, 0x2FDF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
_KANA = ((0x3041, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F))
_HANGUL = ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7AF))
_CJK_MARKS = ((0x3000, 0x303F), (0xFE10, 0xFE1F), (0xFE30, 0xFE4F), (0xFF00, 0xFF65))
_HAN_ZERO = "\u3007"  # 〇, a numeral that stands in the block of punctuation
_OPENERS = "(（「『《〈【〔“‘[$£€¥"
_CLOSERS = ")）」』》〉】〕”’]%，。、；：！？,.;:!?"
_NAMED = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek"}


def _within(char: str, blocks: tuple[tuple[int, int], ...]) -> bool:
    code = ord(char)
    return any(low <= code <= high for low, high in blocks)


@lru_cache(maxsize=20_000)
def is_han(char: str) -> bool:
    """Return whether `char` is a Han character, the numeral 〇 among them."""
    return char == _HAN_ZERO or _within(char, _HAN)


@lru_cache(maxsize=20_000)
def is_cjk(char: str) -> bool:
    """Return whether `char` is set without spaces: Han, kana, or their full-width marks."""
    return is_han(char) or _within(char, _KANA) or _within(char, _CJK_MARKS)


def is_han_text(text: str) -> bool:
    """Return whether most letters of a text are Han."""
    return 2 * sum(map(is_han, text)) > sum(map(str.isalpha, text))


@lru_cache(maxsize=20_000)
def variant(char: str) -> str:
    """Return "Hant", "Hans" or "" for one Han character that belongs to one set only."""
    traditional, simplified = _in_charset(char, "big5"), _in_charset(char, "gb2312")
    if traditional == simplified:
        return ""
    return "Hant" if traditional else "Hans"


def _in_charset(char: str, charset: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=20_000)
def script_of(char: str) -> str:
    """Return the script of one character, "" for digits, marks and spaces."""
    if is_han(char):
        return "Hani"
    if _within(char, _KANA):
        return "Jpan"
    if _within(char, _HANGUL):
        return "Kore"
    if not char.isalpha():
        return ""
    return _NAMED.get(unicodedata.name(char, "").split(" ")[0], "Zyyy")


def script(text: str) -> str:
    """Return the script most of `text` is in, "" when it has no letters.

    Han counts double: one character stands for about two Latin letters of width. Kana or Hangul
    among Han make the whole Japanese or Korean.
    """
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else ""
    counts: Counter[str] = Counter()
    for char, times in Counter(text).items():
        counts[script_of(char)] += times
    del counts[""]
    if not counts:
        return ""
    for mixed in ("Jpan", "Kore"):
        if counts[mixed] and counts[mixed] * 10 >= counts["Hani"]:
            counts[mixed] += counts.pop("Hani", 0)
    for wide in ("Hani", "Jpan", "Kore"):
        counts[wide] *= 2
    best = max(sorted(counts), key=lambda code: counts[code])
    return han_variant(text) if best == "Hani" else best


def han_variant(text: str) -> str:
    """Return "Hant" or "Hans", whichever more of the Han in `text` is; "Hani" on a tie."""
    counts = Counter(variant(char) for char in text if is_han(char))
    if counts["Hant"] == counts["Hans"]:
        return "Hani"
    return "Hant" if counts["Hant"] > counts["Hans"] else "Hans"


def runs(text: str) -> list[tuple[str, str]]:
    """Cut `text` where the script changes: [("Hani", "香港版"), ("Latn", "HONG KONG")].

    Digits, marks and spaces stay with the run before them; Han is given as "Hani" throughout.
    The runs joined are `text`.
    """
    found: list[tuple[str, str]] = []
    start, held = 0, ""
    for at, char in enumerate(text):
        code = script_of(char)
        if code and held and code != held:
            found.append((held, text[start:at]))
            start = at
        held = code or held
    return [*found, (held, text[start:])] if text else []


def spaced(left: str, right: str) -> bool:
    """Return whether a space is read between two neighbouring pieces of print.

    None stands between Han and Han, beside full-width marks, nor between Han and a mark that
    closes or opens; one stands between Latin and anything else.
    """
    before, after = left[-1:], right[:1]
    if not before or not after:
        return False
    if before.isascii() and after.isascii():
        return True
    if _within(before, _CJK_MARKS) or _within(after, _CJK_MARKS):
        return False
    if is_cjk(before):
        return not (is_cjk(after) or after.isdigit() or after in _CLOSERS)
    if is_cjk(after):
        return not (before.isdigit() or before in _OPENERS)
    return True
