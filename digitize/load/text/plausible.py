"""How much a decoded text looks like one that somebody wrote: by its letters and their places."""

from __future__ import annotations

import re
from functools import lru_cache

MARKS = frozenset("“”‘’„‚«»‹›–—…•·§£°¶©®™€½¼¾¿¡\xa0")

_ALPHABETS = {
    "cp1252": "àâçéèêëîïôûùüœæ äöüß áéíóúüñ àèéìòù ãõáéíóúâêôçà åäöæøé ëïéöüè",
    "cp1250": "ąćęłńóśźż áčďéěíňóřšťúůýž áäčďéíĺľňóôŕšťúýž áéíóöőúüű ăâîşţ čćđšž",
    "cp1254": "çğıöşüâî",
    "cp1257": "ąčęėįšųūž āčēģīķļņšūž äõöüšž",
}
_ALPHABETS["mac_roman"] = _ALPHABETS["cp850"] = _ALPHABETS["cp1252"]
LATIN = {
    encoding: tuple(frozenset(letters) | frozenset(letters.upper()) for letters in lists.split())
    for encoding, lists in _ALPHABETS.items()
}
"""The letters beyond ASCII of the languages each encoding was made for."""

_Leads = tuple[tuple[int, int], ...]

WIDE: dict[str, tuple[tuple[str, _Leads], ...]] = {
    "cp949": (("euc_kr", ((0xA1, 0xA3), (0xB0, 0xC8))),),
    "gb18030": (
        ("gbk", ((0xA1, 0xA3),)),
        ("gb2312", ((0xB0, 0xD7),)),
        ("big5", ((0xA4, 0xC5),)),
    ),
    "euc_jp": (("euc_jp", ((0xA1, 0xCF),)),),
    "big5hkscs": (("big5", ((0xA1, 0xC6),)),),
    "cp932": (("shift_jis", ((0x81, 0x97),)),),
}
"""The national sets that each wide encoding holds, and the lead bytes of their marks and frequent
characters; GB 18030 holds what Taiwan and Hong Kong write, too.

The narrower stand first: all lead bytes of Korean are Chinese ones too, kana are Big5 marks, but
not the other way round.
"""

_CANTONESE = frozenset("佢哋嘅啲嘢喺唔咁咗嚟冇嗰畀俾睇噉攞搵諗啱乜嘥㗎喎嘞啦呢")
"""What every other sentence of Hong Kong's spoken style holds, and no frequency of Big5 knows."""

CASELESS = {
    "cp1255": "יוהלאתרבמשנ",
    "cp1256": "اليمونرتبةهع",
    "cp874": "านรอกเงมยลวดทตส่้ัี",
}
"""The most frequent letters of Hebrew, Arabic and Thai: two of three letters in a text."""

_AMONG_LATIN = re.compile(r"(?<![^A-Za-z])[^\x00-\x7f](?=[A-Za-z])")
LOST = "\ufffd"
_BAD = 5.0  # what an undecodable byte costs, in characters
_SAMPLE = 20_000  # characters are enough to tell


def latin(text: str, encoding: str) -> float:
    """Return how well the letters beyond ASCII fit one language of `encoding`, at most 1.

    A letter has to be of the language's alphabet and to stand among letters in its own case;
    a mark has to stand at the edge of a word.
    """
    found = [place for place, char in enumerate(text[:_SAMPLE]) if char > "\x7f"]
    if not found:
        return 1.0
    fits = [sum(_fits(text, place, letters) for place in found) for letters in LATIN[encoding]]
    return max(fits) / len(found)


def _fits(text: str, place: int, letters: frozenset[str]) -> float:
    char = text[place]
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if char in MARKS:
        inside = before.isalpha() and after.isalpha()
        return 1.0 if not inside or char in "’–—" else 0.0
    if char not in letters:
        return -1.0
    jumps = char.isupper() and (before.islower() or (before.isalpha() and after.islower()))
    return 0.0 if jumps else 1.0


def wide(text: str, encoding: str) -> float:
    """Return which share of the characters beyond ASCII are frequent ones, at most 1.

    Text read in the wrong wide encoding falls on rare characters and on undecodable bytes, or
    its wide characters stand alone among Latin ones.
    """
    sample = text[:_SAMPLE]
    found = [char for char in sample if char > "\x7f"]
    if not found:
        return 0.0
    lone = sum(char not in MARKS for char in _AMONG_LATIN.findall(sample))
    common = sum(
        any(_is_common(char, *held) for held in WIDE[encoding]) for char in found if char != LOST
    )
    return (common - _BAD * found.count(LOST) - lone) / len(found)


def caseless(text: str, encoding: str) -> float:
    """Return which share of the letters, and of all beyond ASCII, are frequent in the script."""
    found = [char for char in text[:_SAMPLE] if char > "\x7f" or char.isalpha()]
    return sum(char in CASELESS[encoding] for char in found) / max(1, len(found))


@lru_cache(maxsize=50_000)
def _is_common(char: str, charset: str, leads: _Leads) -> bool:
    if charset == "big5" and char in _CANTONESE:
        return True
    try:
        code = char.encode(charset)
    except UnicodeEncodeError:
        return False
    return len(code) == 2 and any(low <= code[0] <= high for low, high in leads)
