"""What recognition does to the print of a head: letters, figures, spaces, Chinese characters."""

from __future__ import annotations

import random
import re

_LETTERS = {
    "e": "co", "c": "e", "o": "0ec", "a": "o", "r": "n", "n": "ri", "u": "n", "h": "b", "b": "h",
    "m": "n", "d": "cl", "t": "f", "l": "1I", "i": "l1", "y": "v", "s": "5", "E": "FB", "B": "R8",
    "R": "K", "O": "0CQ", "C": "GO", "G": "C6", "D": "O", "U": "O", "I": "l1", "Y": "V", "T": "1I",
    "S": "5", "A": "4", "N": "H", "M": "N", "V": "Y", "F": "P", "P": "F", "J": "I", "é": "e",
}  # fmt: skip
"""What a letter is read as, by how it looks."""

_FIGURES = {"1": "lI|", "0": "OoQ"}
_HARD_FIGURES = {"5": "S", "8": "B", "2": "Z", "6": "G", "9": "g", "3": "8", "0": "6", "1": "7"}
_HAN = {"日": "曰目", "一": "－—-", "〇": "O0○", "八": "入", "廿": "卄", "年": "午", "期": "朗",
        "曆": "歷", "國": "囯", "號": "号", "二": "ニ", "禮": "礼", "華": "華"}  # fmt: skip


_HARD = 0.25  # share of misread figures that are read as another figure, past all mending


def blur(printed: str, rng: random.Random) -> str:
    """Damage letters of one or two long words, a figure or a space of a western date."""
    words = re.findall(r"[^\W\d_]{6,}", printed)
    for word in rng.sample(words, min(len(words), rng.choice((1, 1, 2)))):
        place = rng.randrange(1, len(word))
        char = rng.choice(_LETTERS.get(word[place], word[place]))
        printed = printed.replace(word, word[:place] + char + word[place + 1 :], 1)
    if rng.random() < 0.5:
        printed = digit_blur(printed, rng)
    if rng.random() < 0.4:
        printed = rng.choice((
            printed.replace(", ", ",", 1), printed.replace(", ", ". ", 1),
            printed.replace(", ", "  ", 1), re.sub(r"(\d)(\d)$", r"\1 \2", printed),
            printed.replace(". ", ".", 1),
        ))  # fmt: skip
    return printed


def digit_blur(printed: str, rng: random.Random) -> str:
    """Replace a figure by a letter that looks like it."""
    places = [place for place, char in enumerate(printed) if char in _FIGURES]
    if not places:
        return printed
    place = rng.choice(places)
    return printed[:place] + rng.choice(_FIGURES[printed[place]]) + printed[place + 1 :]


def han_blur(printed: str, rng: random.Random) -> str:
    """Damage one or two characters of a Chinese date, or set it wide."""
    for _ in range(rng.choice((1, 1, 2))):
        places = [place for place, char in enumerate(printed) if char in _HAN]
        if places:
            place = rng.choice(places)
            printed = printed[:place] + rng.choice(_HAN[printed[place]]) + printed[place + 1 :]
    if rng.random() < 0.2:
        printed = " ".join(printed.replace(" ", ""))
    return printed


def degrade(text: str, rng: random.Random, rate: float) -> str:
    """Damage a whole line: each character by its look at `rate`, spaces at half of it."""
    return "".join(_seen(char, rng) if rng.random() < rate else char for char in text)


def _seen(char: str, rng: random.Random) -> str:
    """Return what one character is read as."""
    if char in _HARD_FIGURES and rng.random() < _HARD:
        return _HARD_FIGURES[char]
    if char in " .,":
        return rng.choice(("", "  ") if char == " " else ("", ".", ","))
    table = _HAN if char > "\u3000" else {**_LETTERS, **_FIGURES}
    return rng.choice(table.get(char, char))
