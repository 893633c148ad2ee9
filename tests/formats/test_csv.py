from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings

from digitize.formats.csv import COLUMNS, Csv, harmless
from digitize.formats.jsonl import rows
from digitize.model.document import Document
from tests.formats.issue import issue
from tests.strategies import documents


def _read(document: Document) -> list[dict[str, str]]:
    text = Csv().render(document).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@settings(max_examples=25)
@given(document=documents())
def test_every_cell_comes_back(document: Document) -> None:
    """As many rows as articles; each text is the record's, but for a guarding apostrophe."""
    found = _read(document)
    wanted = [str(harmless(row["text"])) for row in rows(document)]
    assert wanted == [row["text"] for row in found]


def test_pandas_reads_it(tmp_path: Path) -> None:
    """Pandas finds the columns by name, numbers as numbers and texts whole."""
    (tmp_path / "articles.csv").write_bytes(Csv().render(issue()))
    frame = pd.read_csv(tmp_path / "articles.csv", keep_default_na=False)
    assert list(COLUMNS) == list(frame.columns)
    assert (
        "The mayor of the harbour opened it on Saturday, and said so. Nobody replied."
        == frame.text[0]
    )
    assert 0.91 == frame.confidence[0]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "'="])
def test_no_cell_is_a_formula(start: str) -> None:
    """What a spreadsheet would run is text there: an apostrophe stands before it."""
    assert f"'{start}1+1" == harmless(f"{start}1+1")


def test_an_advertisement_that_looks_like_a_formula() -> None:
    """Print that begins with an equals sign is guarded, quotes in it are doubled."""
    assert "'=SALE= of 6\" nails & <more>" == _read(issue())[1]["text"]


def test_rows_end_as_the_standard_says() -> None:
    """A mark for Excel at the start, CRLF at the end of rows: RFC 4180."""
    data = Csv().render(issue())
    assert data.startswith(b"\xef\xbb\xbfissue,title,date")
    assert data.endswith(b"\r\n")
