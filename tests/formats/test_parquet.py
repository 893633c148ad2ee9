from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys

import pandas as pd
from hypothesis import given, settings
from pyarrow import parquet as store

from digitize.formats.jsonl import SCHEMA, rows
from digitize.formats.parquet import COLUMNS, Parquet
from digitize.model.document import Document
from tests.formats.issue import issue
from tests.strategies import documents


def _data(document: Document) -> bytes:
    return next(iter(Parquet().files(document))).data


@settings(max_examples=15)
@given(document=documents())
def test_any_record_comes_back(document: Document) -> None:
    """Texts, lists and places are read back as the record has them, in the schema's types."""
    table = store.read_table(io.BytesIO(_data(document)))
    assert COLUMNS == table.schema
    for found, row in zip(table.to_pylist(), rows(document), strict=True):
        assert list(row["paragraphs"]) == found["paragraphs"]
        assert [part["region"] for part in row["parts"]] == [
            part["region"] for part in found["parts"]
        ]


def test_pandas_reads_it() -> None:
    """Pandas finds dates as dates and the parts with their boxes."""
    frame = pd.read_parquet(io.BytesIO(_data(issue())))
    assert dt.date(1980, 10, 16) == frame["date"][0]
    assert [60, 120, 340, 148] == list(frame["parts"][0][0]["box"])


def test_the_file_names_its_schema() -> None:
    """Whoever finds the file alone learns which record it holds."""
    assert SCHEMA.encode() == store.read_metadata(io.BytesIO(_data(issue()))).metadata[b"schema"]


def test_without_pyarrow_everything_else_works() -> None:
    """Without the extra the format says what to type, and is listed all the same."""
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from digitize.errors import MissingToolError\n"
        "from digitize.registry import find\n"
        "from digitize.cli.list import _row\n"
        "try: find('formats', 'parquet')\n"
        "except MissingToolError as error: print(error.hint)\n"
        "print(_row('formats', 'parquet')['for'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    hint = "pip install 'digitize[parquet]'"
    assert [hint, f"Parquet needs pyarrow; {hint}"] == done.stdout.splitlines()
