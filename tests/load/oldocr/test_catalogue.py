from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from digitize.load.leaves import leaves, open_leaf
from digitize.load.source import find
from digitize.model.step import CATALOGUE

_METS = (
    '<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'OBJID="x" LABEL="The Star, 1859-02-21"><dmdSec ID="D"><mdWrap MDTYPE="MODS"><xmlData>'
    '<mods xmlns="http://www.loc.gov/mods/v3"><originInfo><dateIssued>1859-02-21</dateIssued>'
    "</originInfo></mods></xmlData></mdWrap></dmdSec>"
    '<fileSec><file ID="A"><FLocat LOCTYPE="URL" xlink:href="one.png"/></file></fileSec>'
    '<structMap TYPE="PHYSICAL"><div TYPE="PAGE" ORDER="1"><fptr FILEID="A"/></div></structMap>'
    "</mets>"
)


def test_a_scan_brings_what_its_mets_says(tmp_path: Path) -> None:
    """The first page has a step with the fields of the catalogue."""
    cv2.imwrite(str(tmp_path / "one.png"), np.full((40, 30), 255, np.uint8))
    (tmp_path / "mets.xml").write_text(_METS, "utf-8")
    (leaf,) = leaves(find([tmp_path])[0])
    (step,) = open_leaf(leaf).page.steps
    assert (CATALOGUE, "The Star", "1859-02-21", "as mets.xml says") == (
        step.name, step.options["title"], step.options["date"], step.note,
    )  # fmt: skip


def test_a_mets_of_other_files_says_nothing(tmp_path: Path) -> None:
    """Only the METS that names a page speaks of it."""
    cv2.imwrite(str(tmp_path / "two.png"), np.full((40, 30), 255, np.uint8))
    cv2.imwrite(str(tmp_path / "one.png"), np.full((40, 30), 255, np.uint8))
    (tmp_path / "mets.xml").write_text(_METS, "utf-8")
    (leaf,) = leaves(find([tmp_path / "two.png"])[0])
    assert () == open_leaf(leaf).page.steps
