from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest

from digitize.batch.closing import close
from digitize.batch.manifest import FILE, Input, Manifest, faults
from digitize.output import write, written

TEXTS = {"issue.txt": b"A text of some words.\n", "articles/one.md": b"# One\n\nAnd its text.\n"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a finished issue."""
    for name, text in TEXTS.items():
        write(tmp_path / name, text)
    made = Manifest(
        issue="issue",
        recipe="r",
        formats=("text",),
        pages=1,
        inputs=(Input(name="scan\x07.png", sha256="b"),),
        failures=(),
    )
    files = tuple(written(name, text) for name, text in TEXTS.items())
    close(tmp_path, msgspec.structs.replace(made, files=files))
    return tmp_path


@pytest.mark.parametrize("seed", range(100))
def test_every_flipped_bit_is_found(folder: Path, seed: int) -> None:
    """One bit anywhere, the manifest's own included: the file is named, and no other."""
    chance = random.Random(seed)  # noqa: S311 - a place to damage
    name = chance.choice([*TEXTS, FILE])
    raw = bytearray((folder / name).read_bytes())
    place = chance.randrange(8 * len(raw))
    raw[place // 8] ^= 1 << place % 8
    (folder / name).write_bytes(raw)
    assert [name] == [found for found, _ in faults(folder)]


def test_files_that_changed_places_are_found(folder: Path) -> None:
    """Two files swapped are both named, though each is whole."""
    one, other = (folder / name for name in TEXTS)
    kept = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(kept)
    assert sorted(TEXTS) == sorted(found for found, _ in faults(folder))
