from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import bagit
import pytest

from digitize.formats.bag import Bag
from digitize.model.document import Document
from tests.formats.issue import issue, scanned


def _written(document: Document, folder: Path, scans: Path | None) -> Path:
    for file in Bag(organization="Harbour Library").files(document, scans):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return folder / "bag"


def test_the_library_of_congress_finds_it_valid(tmp_path: Path) -> None:
    """bagit-python checks every sum, the count of bytes, and that nothing else lies there."""
    document = scanned(issue(), tmp_path)
    bag = bagit.Bag(str(_written(document, tmp_path / "out", tmp_path)))
    assert bag.validate()
    assert "ht" == bag.info["External-Identifier"]
    assert {"data/scans/a.jpg", "data/document.json", "data/alto/p0001.xml"} <= set(bag.entries)


@pytest.mark.parametrize("harm", ["changed", "gone", "more"])
def test_the_validator_can_refuse(tmp_path: Path, harm: str) -> None:
    """One letter changed, a file gone or one too many, and the bag is not valid."""
    folder = _written(issue(), tmp_path, None)
    victim = folder / "data" / "issue.txt"
    if harm == "changed":
        victim.write_bytes(victim.read_bytes().replace(b"e", b"o", 1))
    elif harm == "gone":
        victim.unlink()
    else:
        (folder / "data" / "more.txt").write_bytes(b"x")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(folder)).validate()


def test_names_have_one_unicode_form(tmp_path: Path) -> None:
    """A scan's name in decomposed letters lies in the bag, and is listed, in composed ones."""
    document = issue()
    page = document.pages[0]
    name = "Mu\u0308nchen.jpg"
    (tmp_path / name).write_bytes(b"x")
    only = replace(
        document, pages=(replace(page, scan=replace(page.scan, path=name)),), articles=(), edits=()
    )
    folder = _written(only, tmp_path / "out", tmp_path)
    assert (folder / "data" / "scans" / "M\u00fcnchen.jpg").is_file()
    assert bagit.Bag(str(folder)).validate()
