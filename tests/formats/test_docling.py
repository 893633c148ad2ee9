from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from digitize.formats.docling import Docling
from digitize.formats.record import records
from digitize.model.document import Document
from tests.formats.issue import issue
from tests.formats.oracles import json_faults
from tests.strategies import documents

SCHEMA = "schemas/docling/DoclingDocument.schema.json"


def _made(document: Document) -> Any:
    return json.loads(Docling().render(document))


@settings(max_examples=25)
@given(document=documents())
def test_any_document_is_valid(shared: Path, document: Document) -> None:
    """Any document holds to docling-core's own schema."""
    assert [] == json_faults(shared / SCHEMA, Docling().render(document))


def test_the_schema_can_refuse(shared: Path) -> None:
    """A label that Docling does not know is found."""
    data = Docling().render(issue()).replace(b'"section_header"', b'"headline"', 1)
    assert [] != json_faults(shared / SCHEMA, data)


@settings(max_examples=25)
@given(documents())
def test_references_lead_somewhere_and_back(document: Document) -> None:
    """Every child is there, and names as its parent whoever names it as child."""
    made = _made(document)
    items = {
        item["self_ref"]: item
        for kind in ("groups", "texts", "pictures")
        for item in made[kind]
    }  # fmt: skip
    for parent in (made["body"], made["furniture"], *items.values()):
        for child in parent["children"]:
            assert parent["self_ref"] == items[child["$ref"]]["parent"]["$ref"]


def test_a_paragraph_over_two_columns_is_one_text() -> None:
    """It has two places, each with its span of characters; print and reading stand side by side."""
    text = next(item for item in _made(issue())["texts"] if "mayor" in item["text"])
    assert records(issue())[0].text == text["text"]
    assert ["The mayor of the harbour opened it on Saturday,", "and said so. Nobody replied."] == [
        text["text"][slice(*place["charspan"])] for place in text["prov"]
    ]
    assert text["orig"].startswith("The mayor of the har-\nbour opened")
