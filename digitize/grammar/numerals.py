"""Numbers as newspapers print them: full-width, Chinese, Roman, and digits that print has damaged.

Every fold keeps the length of the text, so that places found in the folded text are places in
the printed one.
"""

from __future__ import annotations

import re

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Full-width forms and the ASCII they stand for (Unicode, Halfwidth and Fullwidth Forms)."""

_LOOK_ALIKES = str.maketrans("lI|!iOoQ", "11111000")
"""Letters that recognition takes for 1 and 0, and nothing looser: other digits are not mended."""

_DIGITS = {char: place for place, chars in enumerate((
    "〇零○ＯOo0", "一壹弌壱", "二貳贰兩两弐", "三叄叁參", "四肆",
    "五伍", "六陸陆", "七柒", "八捌", "九玖",
)) for char in chars} | {"元": 1, "正": 1}  # fmt: skip
_TENS = {"廿": 20, "卄": 20, "卅": 30, "丗": 30, "卌": 40}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_MYRIAD = "萬万"

HAN_NUMERAL = "〇零○一二三四五六七八九十百千萬万兩两廿卄卅丗卌壹壱弐貳贰叄叁肆伍陸陆柒捌玖拾佰仟"
"""The characters of a Chinese number, for use inside a regular-expression class."""

DIGIT = "[0-9lI|!iOoQ]"
"""One digit, or a letter that damaged print turns it into."""

_GERMAN_HUNDREDS = re.compile(r"(?:(?P<many>\w{3,6})?(?P<hundred>hundert)(?:und)?)?(?P<rest>\w*)")
_GERMAN = {
    word: number
    for number, words in enumerate(
        "- ein,eins,er zwei drei,drit vier fünf sechs sieben,sieb acht,ach neun zehn elf zwölf "
        "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
    )
    for word in words.split(",")
} | {
    word: number * 10
    for number, word in enumerate(
        "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(), 2
    )
}

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_FORM = re.compile(
    r"M{0,4}(CM|CD|D?C{0,4})(XC|XL|L?X{0,4})(IX|IV|V?I{0,4})"
)  # four in a row are printed too: XXXXIV

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_TEENS = "fifteen sixteen seventeen eighteen nineteen"
_WORDS = {word: number for number, word in enumerate(f"{_ONES} {_TEENS}".split())} | {
    word: number * 10
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2
    )
}


def fold(text: str) -> str:
    """Return `text` with full-width forms as ASCII, character for character."""
    return text.translate(_WIDE)


def digits(text: str) -> int | None:
    """Read an Arabic number with spaces, look-alikes (l, O …) and thousands marks in it."""
    bare = re.sub(r"[\s,.'’]", "", fold(text)).translate(_LOOK_ALIKES)
    return int(bare) if bare.isdigit() and bare.isascii() else None


def han(text: str) -> int | None:
    """Read a Chinese number, by places (一九三九) or by units (三千七百九十七, 廿八, 一萬二千)."""
    bare = re.sub(r"\s", "", text)
    if not bare:
        return None
    if len(bare) > 1 and all(char in _DIGITS for char in bare):
        return int("".join(str(_DIGITS[char]) for char in bare))
    total = section = pending = 0
    for char in bare:
        if char in _DIGITS:
            pending = _DIGITS[char]
        elif char in _TENS:
            section, pending = section + _TENS[char], 0
        elif char in _UNITS:
            section, pending = section + (pending or 1) * _UNITS[char], 0
        elif char in _MYRIAD:
            total, section, pending = (total + section + pending) * 10_000, 0, 0
        else:
            return None
    return total + section + pending


def roman(text: str) -> int | None:
    """Read a Roman number in capitals, the four-stroke forms (IIII, XXXX) among them."""
    bare = text.strip()
    if not bare or not _ROMAN_FORM.fullmatch(bare):
        return None
    values = [_ROMAN[char] for char in bare]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def worded(text: str) -> int | None:
    """Read an English number in words up to ninety-nine: "FIVE", "twenty-five"."""
    parts = re.split(r"[\s-]+", text.strip().lower())
    if not parts or any(part not in _WORDS for part in parts):
        return None
    if len(parts) == 1:
        return _WORDS[parts[0]]
    tens, ones = (_WORDS[part] for part in parts[:2])
    return tens + ones if len(parts) == 2 and tens >= 20 and 0 < ones < 10 else None


def german_ordinal(text: str) -> int | None:
    """Read a German ordinal below one thousand: "Zweiundvierzigster", "hundertfünfter"."""
    bare = re.sub(r"(?:st|t)e[rsn]?$", "", text.strip().lower())
    hundreds = _GERMAN_HUNDREDS.match(bare)
    if hundreds is None:
        return None
    many = _GERMAN.get(hundreds["many"] or "ein", 0) * 100 if hundreds["hundred"] else 0
    rest = hundreds["rest"]
    ones, _, tens = rest.rpartition("und")
    if not rest:
        return many or None
    if ones:
        value = _GERMAN.get(ones, 0) + _GERMAN.get(tens, 0) if _GERMAN.get(tens, 0) >= 20 else 0
    else:
        value = _GERMAN.get(rest, 0)
    return many + value if value else None


def number(text: str) -> int | None:
    """Read a number in Arabic digits, Chinese, or English words; None when it is none."""
    for read in (digits, han, worded):
        value = read(text)
        if value is not None:
            return value
    return None
