from __future__ import annotations

from pathlib import Path

import pytest

from digitize.errors import InputError, InputMissingError
from digitize.formats.scans import original, packed
from digitize.model.page import Scan
from tests.formats.issue import issue, scanned


def test_a_scan_is_packed_once(tmp_path: Path) -> None:
    """Each file lies under scans/ with its own name and bytes; without a folder there are none."""
    document = scanned(issue(), tmp_path)
    made = {file.path: file.data for file in packed(document, tmp_path)}
    assert {f"scans/{name}": (tmp_path / name).read_bytes() for name in ("a.jpg", "b.jpg")} == made
    assert [] == list(packed(document, None))


@pytest.mark.parametrize("path", ["../a.jpg", "/etc/hostname", "x/../../a.jpg"])
def test_no_path_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    """A document cannot name a file above the folder that was given."""
    with pytest.raises(InputError, match="leads out"):
        original(Scan(path=path), tmp_path)


def test_a_scan_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The error says which file, and which option names its folder."""
    with pytest.raises(InputMissingError, match=r"a\.jpg.*--scans"):
        original(Scan(path="a.jpg"), tmp_path)
