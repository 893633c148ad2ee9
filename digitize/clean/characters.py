"""Read characters as they are written today: ligatures, long s, full-width Latin, hidden marks.

Only what carries no meaning is changed, and what was decoded wrongly is put right. Compatibility
ideographs, circled figures, curly quotes and full-width marks beside Han stay as printed; none of
Unicode's own normal forms keeps them all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from digitize.clean.rule import Passage, reworded
from digitize.grammar.mojibake import unmixed
from digitize.grammar.scripts import is_cjk
from digitize.model.edit import Reword
from digitize.model.reading import readings

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_VERTICAL = str.maketrans(
    "︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄︐︑︒︓︔︕︖︰︙",
    "（）｛｝〔〕【】《》〈〉「」『』，、。：；！？：…",
)
_JOINER_FREE = "[A-Za-zÀ-ɏ\u3400-\u9fff]"  # other scripts need joiners to be spelt right
_HIDDEN = re.compile(f"[\u200b\u2060\ufeff]|(?<={_JOINER_FREE})[\u200c\u200d](?={_JOINER_FREE}|$)")
_SOFT = re.compile("\u00ad(?=.)")  # the last one breaks a line and is left to the hyphens
_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_WIDE = "\uff01-\uff5d"  # the wide tilde after them is a mark of its own
_WIDE_RUN = re.compile(f"[!-~{_WIDE}]*[{_WIDE}][!-~{_WIDE}]*")
_WIDE_TO_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5E)}
_PAIRED = re.compile("``|''|,,")
_QUOTES = (
    (re.compile("``|‘‘|’’|''|′′"), '"'),
    (re.compile(r"(?<!\w),,(?=[^\W\d_])"), "„"),
)
"""Two single marks side by side; two commas open a quote in German."""

_COMPATIBLE = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")


@dataclass(frozen=True, slots=True)
class Characters:
    """Read each character in its plain form, where nothing is lost by it."""

    name: ClassVar[str] = "characters"

    def __call__(self, passage: Passage, /) -> Iterator[Reword]:
        """Yield a Reword for every word with a character that has a plainer form."""
        for line in passage.fresh:
            text = " ".join(readings(line))
            if text.isascii() and not _PAIRED.search(text):
                continue
            for word in line.words:
                after, reasons = _plain(word.reading)
                yield from reworded(
                    word, after, rule=self.name, reason="; ".join(reasons), conf=0.99
                )


def plain(text: str) -> str:
    """Return the plain form of a word."""
    return text if text.isascii() else _plain(text)[0]


def _plain(text: str) -> tuple[str, list[str]]:
    """Return the plain form of `text` and what was done to it, until nothing is left to do."""
    reasons: list[str] = []
    before = ""
    while before != text:
        before = text
        for reason, change in _CHANGES.items():
            after = change(text)
            if after != text and reason not in reasons:
                reasons.append(reason)
            text = after
    return text, reasons


def _narrow(text: str) -> str:
    """Make full-width letters and figures narrow, and the marks between them."""
    return _WIDE_RUN.sub(_narrow_run, text)


def _narrow_run(found: re.Match[str]) -> str:
    run = found.group()
    narrow = run.translate(_WIDE_TO_ASCII)
    return "".join(
        after if after.isalnum() or _between(run, index) else before
        for index, (before, after) in enumerate(zip(run, narrow, strict=True))
    )


def _between(run: str, index: int) -> bool:
    """Return whether the mark stands between figures, or letters of which one is full-width."""
    beside = run[max(index - 1, 0) : index] + run[index + 1 : index + 2]
    if len(beside) < 2 or not beside.isalnum():
        return False
    return beside.isdigit() or not beside.isascii()


def _composed(text: str) -> str:
    """Return `text` in form NFC, its compatibility ideographs as they are."""
    pieces = _COMPATIBLE.split(text)
    pieces[::2] = [unicodedata.normalize("NFC", piece) for piece in pieces[::2]]
    return "".join(pieces)


def _blanks(text: str) -> str:
    """Return `text` with plain spaces, none at its ends and none between Han."""
    words = _BLANKS.sub(" ", text).split(" ")
    joined = ""
    for word in filter(None, words):
        tight = not joined or (is_cjk(joined[-1]) and is_cjk(word[0]))
        joined += word if tight else f" {word}"
    return joined


def _quoted(text: str) -> str:
    """Return `text` with a quote that was read as two marks as the one mark it is."""
    for pattern, mark in _QUOTES:
        text = pattern.sub(mark, text)
    return text


_CHANGES: dict[str, Callable[[str], str]] = {
    "UTF-8 was read as Windows-1252": unmixed,
    "hidden marks have nothing to read": lambda text: _SOFT.sub("", _HIDDEN.sub("", text)),
    "a special space is a space": _blanks,
    "two marks are read for one quote": _quoted,
    "a ligature stands for its letters": lambda text: text.translate(_LIGATURES),
    "the long s is an s": lambda text: text.replace("ſ", "s"),
    "marks of vertical print have the forms of level print": lambda text: text.translate(_VERTICAL),
    "full-width letters and figures are those of every day": _narrow,
    "an accent belongs to its letter": _composed,
}
