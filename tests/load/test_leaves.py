from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from PIL import Image

from digitize.errors import InputError, InputMissingError
from digitize.load.leaves import leaves, open_leaf
from digitize.load.source import find


def test_pages_are_numbered_through_files_and_frames(tmp_path: Path):
    """A text, then a TIFF of two frames, are pages 1 to 3, each known by file and index."""
    frames = [Image.new("L", (4, 6), tone) for tone in (10, 20)]
    frames[0].save(tmp_path / "b.tif", save_all=True, append_images=frames[1:])
    Image.new("L", (3, 3), 30).save(tmp_path / "a.png")
    found = list(leaves(find([tmp_path])[0]))
    assert [("a.png", 0, "p0001"), ("b.tif", 0, "p0002"), ("b.tif", 1, "p0003")] == [
        (leaf.name, leaf.index, leaf.page_id) for leaf in found
    ]
    sheet = open_leaf(found[2])
    assert sheet.pixels is not None
    assert 20 == sheet.pixels[0, 0]
    assert ("p0003", 3, 1) == (sheet.page.id, sheet.page.number, sheet.page.scan.index)


def test_a_damaged_file_keeps_its_place(tmp_path: Path):
    """Between two good pages a broken file is one failed leaf, and the numbers run on."""
    Image.new("L", (3, 3)).save(tmp_path / "1.png")
    (tmp_path / "2.png").write_bytes(b"garbage")
    Image.new("L", (3, 3)).save(tmp_path / "3.png")
    found = list(leaves(find([tmp_path])[0]))
    assert [1, 2, 3] == [leaf.number for leaf in found]
    assert [False, True, False] == [leaf.error is not None for leaf in found]
    with pytest.raises(InputError, match=r"2\.png"):
        open_leaf(found[1])


def test_a_leaf_travels_between_processes(tmp_path: Path):
    """A leaf, a failed one too, comes out of pickle as it went in."""
    (tmp_path / "1.png").write_bytes(b"garbage")
    (leaf,) = leaves(find([tmp_path])[0])
    again = pickle.loads(pickle.dumps(leaf))  # noqa: S301 - our own bytes
    assert (leaf.path, leaf.page_id, str(leaf.error)) == (
        again.path,
        again.page_id,
        str(again.error),
    )


def test_a_source_that_failed_raises_its_error(tmp_path: Path):
    """Asking a missing input for its pages tells that it is missing."""
    (source,) = find([tmp_path / "gone.png"])
    with pytest.raises(InputMissingError):
        list(leaves(source))


def test_a_file_that_vanishes_is_told(tmp_path: Path):
    """A file removed between counting and opening is an error of the input, not a crash."""
    path = tmp_path / "1.png"
    Image.new("L", (3, 3)).save(path)
    (leaf,) = leaves(find([path])[0])
    path.unlink()
    with pytest.raises(InputMissingError):
        open_leaf(leaf)


def test_the_scan_names_its_file_and_hash(tmp_path: Path):
    """The page tells the file's name within the source and the SHA-256 of its bytes."""
    path = tmp_path / "1.txt"
    path.write_bytes(b"abc")
    (leaf,) = leaves(find([path])[0])
    scan = open_leaf(leaf).page.scan
    assert "1.txt" == scan.path
    assert "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" == scan.sha256
