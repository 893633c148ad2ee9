from __future__ import annotations

from pathlib import Path

import pytest

from digitize.errors import InputError
from digitize.load.kinds import kind
from digitize.load.leaves import leaves, open_leaf
from digitize.load.oldocr import finished
from digitize.load.source import find
from tests.load.oldocr.test_alto import STRING, _alto, _block

CHANGED = '<String CONTENT="the"><ALTERNATIVE PURPOSE="ocr">tbe</ALTERNATIVE></String>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<?xml version="1.0"?>\n<alto xmlns="x">', "alto"),
        ('\ufeff<?xml version="1.0"?><!-- c --><PcGts>', "page"),
        ('<m:mets xmlns:m="x">', "mets"),
        ("<!DOCTYPE html><html><head><style>a{}</style></head><div class='ocr_page'>", "hocr"),
    ],
)
def test_records_are_told_by_their_root(tmp_path: Path, text: str, expected: str) -> None:
    """Whatever the name, prefix or byte order mark, the first element says what it is."""
    path = tmp_path / "file.bin"
    path.write_text(text, "utf-8")
    assert expected == kind(path, where="file.bin")


def test_other_markup_is_refused(tmp_path: Path) -> None:
    """HTML without OCR, and XML of other kinds, are no input."""
    path = tmp_path / "page.html"
    for text in ("<html><body>hello</body></html>", "<rss/>"):
        path.write_text(text, "utf-8")
        with pytest.raises(InputError, match="no supported kind"):
            kind(path, where="page.html")


def test_the_bench_gets_print_without_readings(tmp_path: Path) -> None:
    """A page comes as a sheet without pixels: words as they were seen, steps numbered on."""
    path = tmp_path / "one.xml"
    path.write_bytes(_alto(_block(CHANGED)))
    sheet = open_leaf(next(leaves(find([path])[0])))
    word = sheet.page.regions[0].lines[0].words[0]
    assert (None, "tbe", None) == (sheet.pixels, word.text, word.norm)


def test_a_finished_record_keeps_its_readings_as_edits(tmp_path: Path) -> None:
    """Taken as it is, what is read otherwise is an edit of the source."""
    path = tmp_path / "one.xml"
    path.write_bytes(_alto(_block(CHANGED)))
    document = finished.document(find([path])[0])
    assert [("source", "p0001.r001.l001.w01")] == [
        (edit.rule, getattr(edit, "word", "")) for edit in document.edits
    ]


def test_pages_of_a_folder_are_one_issue(tmp_path: Path) -> None:
    """Records in natural order; text that no article claims is one item a page."""
    for number in (10, 2):
        path = tmp_path / f"page{number}.xml"
        path.write_bytes(_alto(_block(STRING.replace("news", f"n{number}"))))
    document = finished.document(find([tmp_path])[0])
    assert ["n2", "n10"] == [page.regions[0].lines[0].words[0].text for page in document.pages]
    assert ["other", "other"] == [article.kind for article in document.articles]


def test_records_beside_scans_are_passed_over(tmp_path: Path) -> None:
    """Where the scans lie, they are read."""
    (tmp_path / "a.xml").write_bytes(_alto(_block(STRING)))
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert ["a.png"] == [path.name for path in find([tmp_path])[0].files]


def test_what_is_no_record_is_not_taken_as_it_is(tmp_path: Path) -> None:
    """Flat text must be read before it can be converted."""
    path = tmp_path / "a.txt"
    path.write_text("hello", "utf-8")
    with pytest.raises(InputError, match="no record"):
        finished.document(find([path])[0])
