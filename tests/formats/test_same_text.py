"""An article says the same whatever format it is read from."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from pyarrow import parquet as store

from digitize.formats import said
from digitize.formats.folder import Folder, even, local, named
from digitize.formats.lint_pages import located
from digitize.formats.lint_texts import blocks, same_text
from digitize.formats.record import records
from digitize.formats.xml import ident
from digitize.model.document import Document
from digitize.recipe import Recipe
from tests.formats.hard import hard
from tests.formats.issue import issue, scanned
from tests.formats.oracles import chromium, poppler

TEXTUAL = (
    "document", "jsonl", "alto", "page", "hocr", "tei", "mets", "iiif", "impresso", "solr",
    "newsarticle",
)  # fmt: skip


def _written(document: Document, folder: Path, names: tuple[str, ...]) -> Folder:
    for writer in Recipe().writers(names):
        for file in writer.files(document, folder if names[-1] == "pdf" else None):
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
    return Folder(folder)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(document=hard())
def test_any_article_says_the_same(
    tmp_path_factory: pytest.TempPathFactory, document: Document
) -> None:
    """Broken words, columns, odd characters, Han: JSONL, ALTO, PAGE, hOCR, TEI, IIIF and others."""
    dated = replace(document, issue=replace(document.issue, date="1905-12-17"))
    folder = _written(dated, tmp_path_factory.mktemp("issue"), TEXTUAL)
    assert [] == list(same_text(folder))
    assert [] == list(blocks(folder))


def test_each_format_is_really_asked(tmp_path: Path) -> None:
    """No source is silently missing: every one gives a text for each of the three articles."""
    folder = _written(issue(), tmp_path, TEXTUAL)
    sources = (
        said.alto, said.page, said.hocr, said.tei, said.iiif, said.impresso, said.solr_slices,
        said.jsonl, said.newsarticles,
    )  # fmt: skip
    for source in sources:
        assert {"ht.a0001", "ht.a0002", "ht.a0003"} == set(source(folder) or {}), source


def test_mets_leads_to_the_same_text(tmp_path: Path) -> None:
    """The areas of an article's division, looked up in the ALTO files they name."""
    folder = _written(issue(), tmp_path, TEXTUAL)
    mets = folder.tree("mets.xml")
    assert mets is not None
    files = dict(located(mets))
    logical = next(node for node in named(mets, "structMap") if node.get("TYPE") == "LOGICAL")
    found = {}
    for division in named(logical, "div"):
        if division.get("DMDID", "").startswith("MODSMD.ht."):
            texts = []
            for area in named(division, "area"):
                root = etree.fromstring(folder.data(files[area.get("FILEID", "")]))
                texts += [
                    said.alto_block(block)
                    for block in root.iter()
                    if local(block) == "TextBlock" and block.get("ID") == area.get("BEGIN")
                ]
            found[division.get("DMDID", "")] = even(" ".join(texts))
    wanted = {
        f"MODSMD.{ident(article.id)}": folder.reading(article.parts)
        for article in folder.document.articles
    }
    assert wanted == found


def test_tables_say_the_same(tmp_path: Path) -> None:
    """CSV, Parquet, OpenSearch and W3C annotations hold the record's own text."""
    folder = _written(
        issue(), tmp_path, ("document", "csv", "parquet", "opensearch", "annotations")
    )
    wanted = [record.text for record in records(folder.document)]
    sheet = csv.DictReader(io.StringIO(folder.data("articles.csv").decode("utf-8-sig")))
    assert wanted == [row["text"].removeprefix("'") for row in sheet]
    table = store.read_table(io.BytesIO(folder.data("articles.parquet")))
    assert wanted == table["text"].to_pylist()
    bulk = folder.lines("opensearch.ndjson")[1::2]
    assert wanted == [row.get("text_en", row.get("text_zh")) for row in bulk]
    items = json.loads(folder.data("annotations.jsonld"))["items"]
    assert wanted == [item["body"]["value"] for item in items if item["motivation"] == "describing"]


@pytest.mark.parametrize("reader", [poppler, chromium])
def test_an_articles_text_is_in_the_pdf(tmp_path: Path, reader: object) -> None:
    """The article's regions, cut out of the pages' text in order, say what the record says."""
    folder = _written(scanned(issue(), tmp_path), tmp_path, ("document", "pdf"))
    assert callable(reader)
    pages = {}
    for page in folder.document.pages:
        rest = str(reader(tmp_path / "issue.pdf", page.number))
        for region in page.regions:
            text = folder.reading((region.id,))
            assert rest.startswith(text)
            pages[region.id] = text
            rest = rest[len(text) :].strip()
        assert "" == rest
    for article in folder.document.articles:
        whole = even(" ".join(pages[part] for part in article.parts))
        assert folder.reading(article.parts) == whole
