r"""Undo what another tool put before or around the print: ``\$10``, ``&amp;``, ``**bold**``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from digitize.clean.rule import Passage, reworded
from digitize.grammar.escapes import unescape
from digitize.model.edit import Reword
from digitize.model.page import Line
from digitize.model.reading import reading, readings

_TAG = re.compile(r"</?(?:b|i|u|em|strong|sup|sub|br|p|span|font|div)\s*/?>", re.IGNORECASE)
_COMMAND = re.compile(r"\\(?:text(?:bf|it|sc|rm|tt|sl)|emph|underline|math(?:rm|bf|it))\{")
_SUSPECT = re.compile(r"[\\&<*_#]")
_HASHES = re.compile(r"#{1,6}")
_MARKERS = ("**", "__", "_", "*")
"""Marks of Markdown around bold and italics, the longer ones first."""

_MEANT = re.compile(r"\\[*_]")
_STOPS = ".,;:!?)]”’\"'"


@dataclass(frozen=True, slots=True)
class Escapes:
    """Read escapes and markup as the print they stand for; markup only where there is no scan."""

    name: ClassVar[str] = "escapes"

    def __call__(self, passage: Passage, /) -> Iterator[Reword]:
        """Yield a Reword for every word that carries an escape or a mark of markup."""
        flat = passage.unit == "cell"
        for line in passage.fresh:
            if not _SUSPECT.search(reading(line)):
                continue
            for word, after in zip(line.words, _plain(line, flat=flat), strict=True):
                escaped = "\\" in word.reading or "&" in word.reading
                reason, conf = (_ESCAPED, 0.98) if escaped else (_MARKED, 0.9)
                yield from reworded(word, after, rule=self.name, reason=reason, conf=conf)


_ESCAPED = "another tool wrote this character as an escape"
_MARKED = "the marks are another tool's way of saying bold, italic or heading"


def _plain(line: Line, *, flat: bool) -> list[str]:
    """Return the readings of a line's words without escapes, however often it was escaped."""
    tokens = readings(line)
    meant = {at for at, word in enumerate(line.words) if _MEANT.search(word.text)}
    while True:
        fewer = [_unescaped(token, flat=flat) for token in tokens]
        if flat:
            fewer = _without_commands(_without_hashes(fewer))
            for marker in _MARKERS:
                fewer = _without_pairs(fewer, marker, meant)
        if fewer == tokens:
            return tokens
        tokens = fewer


def _unescaped(token: str, *, flat: bool) -> str:
    """Undo escapes; a backslash that was read on a scan is dirt, and tags are not to be read."""
    if flat:
        return _TAG.sub("", unescape(token))
    return token if "\\" in token else unescape(token)


def _without_hashes(tokens: list[str]) -> list[str]:
    """Drop # before the words of a heading; before a figure it means “number”."""
    seen = [index for index, token in enumerate(tokens) if token][:2]
    if len(seen) < 2 or not _HASHES.fullmatch(tokens[seen[0]]):
        return tokens
    if not tokens[seen[1]][0].isalpha():
        return tokens
    return ["" if index == seen[0] else token for index, token in enumerate(tokens)]


def _without_commands(tokens: list[str]) -> list[str]:
    r"""Drop the command of LaTeX around words, ``\textbf{…}``, where it is closed in the line."""
    found = list(tokens)
    start: int | None = None
    for index, token in enumerate(tokens):
        if start is None and _COMMAND.match(token):
            start = index
        if start is not None and "}" in token:
            found[start] = _COMMAND.sub("", found[start], count=1)
            found[index] = found[index].replace("}", "", 1)
            start = None
    return found


def _without_pairs(tokens: list[str], marker: str, meant: set[int]) -> list[str]:
    """Drop a marker at the start of a word and its twin at the end of the same or a later one.

    Marks that the print has stood escaped; the words `meant` by it keep theirs.
    """
    found = list(tokens)
    start: int | None = None
    for index, token in enumerate(tokens):
        if index in meant:
            continue
        if _opens(token, marker):
            start = index
        if start is not None and _closes(found[index], marker, alone=start == index):
            found[start] = found[start][len(marker) :]
            head, _, tail = found[index].rpartition(marker)
            found[index] = head + tail
            start = None
    return found


def _opens(token: str, marker: str) -> bool:
    rest = token.removeprefix(marker)
    return rest != token and rest[:1].isalnum()


def _closes(token: str, marker: str, *, alone: bool) -> bool:
    bare = token.rstrip(_STOPS)
    body = bare.removesuffix(marker)
    return body != bare and body[-1:].isalnum() and len(body) > len(marker) * alone
