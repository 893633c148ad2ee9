from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import given, settings

from digitize.formats.opensearch import OpenSearch
from digitize.formats.solr import Solr
from digitize.model.document import Document
from tests.formats.issue import issue
from tests.strategies import documents

_POINTER = re.compile(r"([^\[+]+)\[([\d:,]+)\]")


def _files(form: Solr | OpenSearch, document: Document) -> dict[str, bytes]:
    return {file.path: file.data for file in form.files(document)}


def _documents(files: dict[str, bytes]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in files["solr.jsonl"].split(b"\n") if line]


def slices(pointer: str, files: dict[str, bytes]) -> list[bytes]:
    """Return the bytes that a pointer names."""
    return [
        files[path][int(start) : int(end)]
        for path, spans in _POINTER.findall(pointer)
        for start, end in (span.split(":") for span in spans.split(","))
    ]


@settings(max_examples=25)
@given(document=documents())
def test_a_pointer_holds_the_articles_blocks(document: Document) -> None:
    """The bytes named are the page's opening tag and the blocks of the article, all of them."""
    files = _files(Solr(), document)
    known = {region.id: region for page in document.pages for region in page.regions}
    for found, article in zip(_documents(files), document.articles, strict=True):
        held = b"".join(slices(found.get("ocr_text", ""), files))
        blocks = re.findall(rb'<TextBlock ID="([^"]+)"', held)
        wanted = [part for part in article.parts if known[part].lines]
        assert wanted == [name.decode() for name in blocks]


def test_a_slice_begins_with_its_page() -> None:
    """solr-ocrhighlighting needs the page's tag, and XML that is whole between two offsets."""
    files = _files(Solr(), issue())
    found = slices(_documents(files)[0]["ocr_text"], files)
    assert found[0].startswith(b'<Page ID="p0001"')
    assert found[1].startswith(b'<TextBlock ID="p0001.r02"')
    assert found[-1].endswith(b"</TextBlock>")


def test_a_field_for_each_language() -> None:
    """The text stands in the field whose analyser knows its language."""
    made = _documents(_files(Solr(root="/ocr/"), issue()))
    assert made[0]["text_en"].startswith("The mayor of the harbour opened")
    assert made[2]["text_zh"].startswith("政府昨日")
    assert "1980-10-16T00:00:00Z" == made[0]["date"]
    assert made[0]["ocr_text"].startswith("/ocr/alto/p0001.xml[")


def test_bulk_lines_come_in_pairs() -> None:
    """An action, then its document, a line feed after each: the _bulk interface."""
    data = _files(OpenSearch(index="papers"), issue())["opensearch.ndjson"]
    lines = data.decode().split("\n")
    assert "" == lines.pop()
    assert {"index": {"_index": "papers", "_id": "ht.a0001"}} == json.loads(lines[0])
    assert "1980-10-16" == json.loads(lines[1])["date"]
    head = json.loads(lines[1])["regions"][0]
    assert (1, "headline", [60, 120, 340, 148]) == (head["page"], head["role"], head["box"])
    assert 6 == len(lines)
