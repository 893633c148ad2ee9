"""A page stage that reads nothing, and misbehaves on order: by it a run is tested, and timed.

    digitize run PAGES -o OUT --set 'pages=["mock"]'

The order stands in the file's name, before the suffix: `page-7.hang.png`.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import ClassVar

import numpy as np

from digitize.model.geometry import Box
from digitize.model.page import Line, Region, Role, Word
from digitize.stage import Fact, Sheet

_EIGHT_GIB = 8 << 30


def _hang() -> None:
    time.sleep(86_400)


def _loop() -> None:
    while True:
        pass


def _memory() -> None:
    held = [np.ones(1 << 24, np.uint8) for _ in range(_EIGHT_GIB >> 24)]
    del held


def _exit() -> None:
    os._exit(139)


def _stdout() -> None:
    for _ in range(1 << 10):
        sys.stdout.write("x" * (1 << 20))


def _bug() -> None:
    raise ArithmeticError("ordered")


ORDERS: dict[str, Callable[[], None]] = {
    "hang": _hang,
    "loop": _loop,
    "memory": _memory,
    "exit": _exit,
    "abort": os.abort,
    "stdout": _stdout,
    "bug": _bug,
}
"""What a page can be told to do by its file's name."""


@dataclass(frozen=True, slots=True)
class Mock:
    """Say that a page holds one line, its own name; do what the name orders first."""

    name: ClassVar[str] = "mock"
    needs: ClassVar[frozenset[Fact]] = frozenset({"pixels"})
    gives: ClassVar[frozenset[Fact]] = frozenset(
        {"lines", "words", "regions", "order", "roles", "paragraphs", "stories"}
    )

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with one line, unless it was ordered otherwise."""
        page = sheet.page
        order = PurePath(page.scan.path).stem.rpartition(".")[2]
        if order in ORDERS:
            ORDERS[order]()
        box = Box(0, 0, page.scan.width, page.scan.height)
        word = Word(id=f"{page.id}.l0001.w01", box=box, text=page.scan.path.replace(" ", "_"))
        line = Line(id=f"{page.id}.l0001", box=box, words=(word,), opens=True)
        region = Region(id=f"{page.id}.r001", box=box, role=Role.BODY, lines=(line,))
        return replace(sheet, page=replace(page, regions=(region,)))
