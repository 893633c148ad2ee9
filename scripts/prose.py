"""English prose to set and read again: from files, or what installed modules say of themselves."""

from __future__ import annotations

import ast
import random
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from pathlib import Path

LETTERS = 0.78  # share of letters from which a docstring's paragraph is prose
LONGEST = 18  # letters; longer words, and addresses, would stick out of a column into the next
STORY = 6  # paragraphs under a headline
ENOUGH = 1_500_000  # characters of prose: they break about 9000 words


@cache
def documentation() -> tuple[str, ...]:
    """Return the prose paragraphs of the docstrings of all modules that are installed here."""
    found: dict[str, None] = {}
    folders = [Path(ast.__file__).parent, *map(Path, sys.path)]
    files = sorted({file for folder in folders for file in folder.rglob("*.py")})
    random.Random(1).shuffle(files)  # noqa: S311 - no secret
    size = 0
    for file in files:
        if size > ENOUGH:
            break
        for text in _docstrings(file):
            for paragraph in re.split(r"\n\s*\n", text):
                flat = " ".join(paragraph.split())
                if _prose(flat) and flat not in found:
                    found[flat] = None
                    size += len(flat)
    return tuple(found)


def _docstrings(file: Path) -> Iterator[str]:
    try:
        tree = ast.parse(file.read_text("utf-8"))
    except (OSError, ValueError, SyntaxError):
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            text = ast.get_docstring(node)
            if text:
                yield text


def _prose(text: str) -> bool:
    if not (80 < len(text) < 1500 and text[0].isupper() and text[-1] in ".!?"):
        return False
    if re.search(r"[`_{}<>=|\\*#@\[\]]|::|>>>|\w\(|--|[a-z][A-Z]|[A-Z]{2}[a-z]", text):
        return False  # names of code: no paper breaks such words
    if max(map(len, text.split())) > LONGEST:
        return False
    letters = sum(char.isalpha() for char in text)
    return letters >= LETTERS * len(text) and text.count(" ") > 10


def stories(texts: Sequence[str], rng: random.Random) -> Iterator[tuple[str, list[str]]]:
    """Yield articles: a headline and a few of the paragraphs."""
    rest = iter(texts)
    while chunk := list(islice(rest, rng.randint(2, STORY))):
        words = [word.strip(".,;:") for word in chunk[0].split()[:5]]
        yield " ".join(words).title(), chunk


def issues(texts: Sequence[str], words: int) -> Iterator[list[str]]:
    """Yield the paragraphs in portions of about so many words."""
    held: list[str] = []
    for text in texts:
        held.append(text)
        if sum(map(len, held)) > 6 * words:
            yield held
            held = []
    if held:
        yield held


def paragraphs_of(files: Sequence[Path]) -> Sequence[str]:
    """Return the paragraphs of the files given, or of the documentation that is installed."""
    if not files:
        return documentation()
    return [line for file in files for line in file.read_text("utf-8").split("\n") if line.strip()]
