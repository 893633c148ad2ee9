"""The attacks of the shared corpus on whoever reads XML: entities, bombs, references that climb."""

from __future__ import annotations

import csv
import socket
import tempfile
from pathlib import Path

import pytest

from digitize.errors import DigitizeError
from digitize.load.leaves import leaves, open_leaf
from digitize.load.source import find
from digitize.model.reading import printed

WORD = "CANARY-7f3a91-DO-NOT-LEAK"
CANARY = Path(tempfile.gettempdir()) / "digitize-canary/secret.txt"
KINDS = ("attack", "bomb", "traversal", "disguise", "injection", "mets-edge")


@pytest.mark.shared
def test_no_attack_reads_what_lies_elsewhere(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each file is refused, or read without a word of the secret, and nothing connects anywhere."""
    CANARY.parent.mkdir(exist_ok=True)
    CANARY.write_text(WORD + "\n")

    def connect(*_: object) -> None:
        pytest.fail("it went to the network")

    monkeypatch.setattr(socket.socket, "connect", connect)
    with (shared / "badinputs/MANIFEST.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    paths = [
        shared / "badinputs" / row["path"]
        for row in rows
        if row["category"] == "xml" and row["tag"] in KINDS
    ]
    assert len(paths) > 30
    for path in paths:
        assert WORD not in _read(path), path.name


def _read(path: Path) -> str:
    """Return all that is read of a file; what is refused says why."""
    said = []
    try:
        for leaf in leaves(find([path])[0]):
            page = open_leaf(leaf).page
            said += [printed(line) for region in page.regions for line in region.lines]
    except DigitizeError as error:
        said.append(str(error))
    return "\n".join(said)
