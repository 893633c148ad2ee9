"""Draw the house: every room and module of digitize with its first sentence, into README.md."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
BEGIN, END = "<!-- map: scripts/map.py writes this -->", "<!-- end of map -->"
FLOORS = {
    "The rooms, in the order a page travels": (
        "load", "image", "ocr", "layout", "metadata", "clean", "formats", "score",
    ),
    "The floor, on which every room stands": ("errors", "grammar", "model", "stage"),
    "The roof, which puts the rooms together": (
        "registry", "recipe", "recipes", "pipeline", "output", "batch", "cli",
    ),
}  # fmt: skip


def sentence(path: Path) -> str:
    """Return the first line of a module's docstring."""
    return (ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").split("\n")[0]


def rows(room: Path, indent: str = "") -> Iterator[str]:
    """Yield a room's line, and one for each module and folder in it, one below the other."""
    name = f"{indent}{room.name}/"
    if not room.is_dir():
        yield f"{indent + room.name + '.py':<24}{sentence(room.with_suffix('.py'))}"
        return
    yield f"{name:<24}{sentence(room / '__init__.py')}"
    parts = [path.with_suffix("") for path in room.glob("*.py") if path.name != "__init__.py"]
    folders = [path for path in room.iterdir() if (path / "__init__.py").is_file()]
    for part in (*sorted(parts), *sorted(folders)):
        yield from rows(part, indent + "    ")


def drawn() -> str:
    """Return the picture of the house as Markdown."""
    parts = [BEGIN]
    for title, names in FLOORS.items():
        body = "\n".join(row.rstrip() for name in names for row in rows(ROOT / "digitize" / name))
        parts.append(f"**{title}**\n\n```text\n{body}\n```")
    return "\n\n".join([*parts, END])


def main() -> int:
    """Rewrite README.md; with --check only say whether it is as the code says."""
    readme = ROOT / "README.md"
    text = readme.read_text("utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    new = before + drawn() + after
    if "--check" in sys.argv:
        return int(new != text)
    readme.write_text(new, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
