from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from digitize.errors import InputError
from digitize.formats.impresso import Impresso
from digitize.model.document import Document
from tests.formats.issue import issue
from tests.formats.oracles import json_faults
from tests.strategies import documents

ISSUE = "schemas/impresso/canonical/issue.schema.json"
PAGE = "schemas/impresso/canonical/page.schema.json"


def _made(document: Document) -> dict[str, bytes]:
    return {file.path: file.data for file in Impresso().files(document)}


@settings(max_examples=25)
@given(document=documents())
def test_any_dated_document_is_valid(shared: Path, document: Document) -> None:
    """Issue and pages of any document with a date hold to impresso's schemas."""
    dated = replace(document, issue=replace(document.issue, date="1905-12-17"))
    for path, data in _made(dated).items():
        kind = ISSUE if path.endswith("-issue.json") else PAGE
        assert [] == json_faults(shared / kind, data)


def test_the_schemas_can_refuse(shared: Path) -> None:
    """An id without a date, and a token without a place, are found."""
    made = _made(issue())
    whole = made["impresso/TheHarbourTimes-1980-10-16-a-issue.json"]
    page = made["impresso/TheHarbourTimes-1980-10-16-a-p0001.json"]
    assert [] != json_faults(shared / ISSUE, whole.replace(b"1980-10-16-a", b"1980-a"))
    assert [] != json_faults(shared / PAGE, page.replace(b'"c":[60,30', b'"d":[60,30', 1))


def test_a_broken_word_keeps_both_pieces() -> None:
    """The first piece is marked, the second holds the whole word, also in the next column."""
    page = json.loads(_made(issue())["impresso/TheHarbourTimes-1980-10-16-a-p0001.json"])
    tokens = {
        token["tx"]: token
        for region in page["r"] for part in region["p"] for line in part["l"] for token in line["t"]
    }  # fmt: skip
    assert tokens["har-"]["hy"]
    assert "harbour" == tokens["bour"]["nf"]
    assert tokens["Satur-"]["hy"]
    assert "Saturday," == tokens["day,"]["nf"]


def test_an_issue_without_a_date_has_no_ids() -> None:
    """Impresso's ids are made of the date; without it the error says so."""
    document = issue()
    with pytest.raises(InputError, match="date"):
        _made(replace(document, issue=replace(document.issue, date=None)))
