"""Lines read with doubts: what else the network thought of at some places."""

from __future__ import annotations

from digitize.ocr.ctc import Glyph

STORY = "the board that built the works of the town met in the hall and was heard for an hour"


def seen(text: str, **doubts: tuple[int, str, float, float]) -> list[Glyph]:
    """Return a line surely read, but for doubts: place, the other character, both confidences."""
    line = [Glyph(char, 10.0 * at, 10.0 * at + 8, 0.99) for at, char in enumerate(text)]
    for at, other, own, its in doubts.values():
        among = sorted(((text[at], own), (other, its)), key=lambda pair: -pair[1])
        line[at] = line[at]._replace(conf=own, among=tuple(among))
    return line


def text(line: list[Glyph]) -> str:
    """Return what a line says."""
    return "".join(glyph.char for glyph in line)
