"""The house rules, held by the code itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "digitize"
MODULES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))

FLOOR = ("errors", "grammar", "model", "stage")  # each may import those before it
ROOMS = ("load", "image", "ocr", "layout", "metadata", "clean", "formats", "score")
ROOF = ("registry", "pipeline", "recipe", "recipes", "output", "batch", "cli", "__main__")
FENCES = {
    "click": {"cli"},
    "rich": {"cli"},
    "cv2": {"image", "ocr", "layout", "formats", "load", "batch"},
    "PIL": {"load", "formats"},
    "numpy": {"stage", "load", "image", "ocr", "layout", "formats", "batch"},
    "rapidocr": {"ocr"},
    "onnxruntime": {"ocr"},
    "pytesseract": {"ocr"},
    "pdfplumber": {"load"},
    "pypdfium2": {"load", "formats"},
    "charset_normalizer": {"load"},
    "pikepdf": {"formats"},
    "pyarrow": {"formats"},
    "wcwidth": {"load"},
    "lxml": {"load", "formats"},
    "lunar_python": {"grammar"},
    "msgspec": {"formats", "recipe", "cli", "score", "batch", "grammar"},
    "sqlite3": {"batch"},
    "dask": {"batch"},
    "fsspec": {"batch"},
    "distributed": {"batch"},
}
FILE_LINES, FUNCTION_LINES = 400, 50


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{_name(path)} has a relative import"
            yield node.module or ""
            if (node.module or "").split(".")[0] == "digitize":
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _allowed(room: str, target: str) -> bool:
    if target in ("__version__", room) or room in ROOF or room == "__init__":
        return True
    if room in FLOOR:
        return target in FLOOR[: FLOOR.index(room)]
    return target in FLOOR


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_room_imports_the_floor_and_itself(path: Path) -> None:
    """No room opens into another, and nobody below the roof looks up."""
    inside = [name.split(".")[1] for name in _imports(path) if name.startswith("digitize.")]
    assert [] == [name for name in inside if not _allowed(_room(path), name)]


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Data flows one way, between files too."""
    names = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in MODULES}
    graph = {name: set(_imports(path)) & set(names) for name, path in names.items()}
    assert len(names) == len([*TopologicalSorter(graph).static_order()])


def test_no_module_lies_outside_the_house() -> None:
    """All Python stands in the package, the scripts and the tests."""
    assert [] == list(ROOT.glob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_library_stays_behind_its_fence(path: Path) -> None:
    """Each third-party library is used in the rooms that need it and nowhere else."""
    roots = {name.split(".")[0] for name in _imports(path)}
    assert set() == {name for name in roots & set(FENCES) if _room(path) not in FENCES[name]}


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_file_is_small_and_opened_by_a_sentence(path: Path) -> None:
    """At most 400 lines, functions of at most 50, and a first line that says what it is for."""
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    long = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.lineno >= FUNCTION_LINES
    ]
    opening = (ast.get_docstring(tree) or "").split("\n")[0]
    assert [] == long
    assert FILE_LINES >= text.count("\n")
    assert opening.endswith((".", ":", "?")), opening


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_blind_catches_stand_at_the_edges_only(path: Path) -> None:
    """`except Exception` stands at the edges: of a page's work, of the program, of storage."""
    blind = "except Exception" in path.read_text("utf-8")
    edges = {"digitize/batch/work.py", "digitize/batch/remote.py", "digitize/cli/__init__.py"}
    assert blind is (_name(path) in edges)


@pytest.mark.parametrize("path", TESTS, ids=_name)
def test_every_test_states_its_claim(path: Path) -> None:
    """Each test has one sentence that says what is claimed."""
    tests = [
        node
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    silent = [node.name for node in tests if not (ast.get_docstring(node) or "").endswith(".")]
    assert [] == silent


def test_every_module_has_its_place_in_the_house() -> None:
    """Nothing stands at the top of the package that the picture of the house does not name."""
    found = {path.name.removesuffix(".py") for path in PACKAGE.iterdir() if path.suffix != ".typed"}
    assert {*FLOOR, *ROOMS, *ROOF, "__init__"} == found - {"__pycache__"}


def test_the_newest_change_is_of_this_version() -> None:
    """The changelog's first version, or Unreleased, stands for the version of the package."""
    version = re.search(r'__version__ = "(.+)"', (PACKAGE / "__init__.py").read_text("utf-8"))
    heads = re.findall(r"^## \[?([\w.]+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert version
    assert heads[0] in ("Unreleased", version[1])


def test_nothing_speaks_of_where_it_was_made() -> None:
    """No path of a maker's machine stands in the repository."""
    files = [*MODULES, *TESTS, *(ROOT / "scripts").rglob("*"), *ROOT.glob("*.md")]
    texts = {
        path: path.read_text("utf-8") for path in files if path.is_file() and path.suffix != ".pyc"
    }
    places = re.compile(r"/work/|/tmp/[a-z]|/home/[a-z]+/|/root/")
    assert [] == [
        _name(path)
        for path, text in texts.items()
        if path != Path(__file__) and places.search(text)
    ]
