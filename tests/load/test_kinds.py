from __future__ import annotations

from pathlib import Path

import pytest

from digitize.errors import InputError, InputMissingError, LimitError
from digitize.load import kinds, terms


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.png", b"\xff\xd8\xff\xe0", "image"),
        ("a.jpg", b"\x89PNG\r\n\x1a\n", "image"),
        ("a.pdf", b"II*\x00", "image"),
        ("a.jp2", b"\x00\x00\x00\x0cjP  \r\n", "image"),
        ("a.webp", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "image"),
        ("a.tif", b"%PDF-1.4", "pdf"),
        ("a.pdf", b"no header at all", "pdf"),
        ("a.txt", b"Hello", "text"),
        ("a.MD", b"# Hello", "text"),
        ("a.asc", b"\xff\xfeH\x00", "text"),
    ],
)
def test_content_tells_the_kind(tmp_path: Path, name: str, data: bytes, expected: str):
    """The first bytes decide, not the name; only text goes by its name."""
    path = tmp_path / name
    path.write_bytes(data)
    assert expected == kinds.kind(path, where=name)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.tif", b"%!PS-Adobe EPSF"),
        ("a.png", b"<html>"),
        ("a.txt", b"PK\x03\x04zip"),
        ("a.txt", b"\x89PNG\r\n\x1a\n"),
        ("a.gif", b"GIF89a"),
    ],
)
def test_disguises_are_refused(tmp_path: Path, name: str, data: bytes):
    """PostScript, HTML, archives and images under the name of a text are not read."""
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError):
        kinds.kind(path, where=name)


def test_an_empty_file_is_told(tmp_path: Path):
    """A file of no bytes is an input error that says so."""
    path = tmp_path / "a.txt"
    path.touch()
    with pytest.raises(InputError, match="empty"):
        kinds.kind(path, where="a.txt")


def test_a_missing_file_is_told(tmp_path: Path):
    """A file that is gone has an error of its own, with its own exit code."""
    with pytest.raises(InputMissingError) as caught:
        kinds.kind(tmp_path / "a.png", where="a.png")
    assert 5 == caught.value.exit_code


def test_a_file_over_the_limit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A file larger than the limit is refused before it is read, with limit and size."""
    monkeypatch.setattr(terms, "_held", terms.Terms(most={"bytes": 3}))
    path = tmp_path / "a.txt"
    path.write_bytes(b"four")
    with pytest.raises(LimitError, match="bytes = 3, found 4"):
        kinds.kind(path, where="a.txt")
