"""The formats of the web of data: W3C annotations, schema.org, Dublin Core."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import rdflib
from hypothesis import given, settings

from digitize.formats.annotations import Annotations
from digitize.formats.dublincore import DublinCore
from digitize.formats.newsarticle import NewsArticle
from digitize.model.document import Document
from tests.formats.issue import issue
from tests.formats.oracles import xml_faults
from tests.strategies import documents

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")


def _graph(shared: Path, data: bytes) -> rdflib.Graph:
    """Return the triples of an annotation page, its context taken from the shared set."""
    context = json.loads((shared / "schemas/webanno/anno.jsonld").read_text("utf-8"))
    made = json.loads(data) | {"@context": context["@context"]}
    return rdflib.Graph().parse(data=json.dumps(made), format="json-ld")


def test_annotations_are_linked_data(shared: Path) -> None:
    """Expanded with W3C's own context: a target, a body and a motivation for each annotation."""
    data = Annotations().render(issue())
    graph = _graph(shared, data)
    count = len(json.loads(data)["items"])
    found = set(graph.subjects(rdflib.RDF.type, OA.Annotation))
    assert count == len(found)
    for predicate in (OA.hasTarget, OA.hasBody, OA.motivatedBy):
        assert found == set(graph.subjects(predicate, None))


def test_a_word_that_is_no_term_is_lost_on_the_way(shared: Path) -> None:
    """The check can fail: a misspelled key brings no triple."""
    data = Annotations().render(issue()).replace(b'"motivation"', b'"motivatoin"')
    assert [] == list(_graph(shared, data).subjects(OA.motivatedBy, None))


def test_a_changed_word_says_what_stood_there() -> None:
    """The annotation quotes the print, with its neighbours and place, and says why it changed."""
    made = json.loads(Annotations().render(issue()))["items"]
    edit = next(item for item in made if item["motivation"] == "editing")
    place, quote = edit["target"]["selector"]
    assert "xywh=298,240,56,28" == place["value"]
    assert ("har-", "The mayor of the", "") == (quote["exact"], quote["prefix"], quote["suffix"])
    assert ["harbour", "hyphens: so"] == [body["value"] for body in edit["body"]]


def _articles(document: Document) -> list[dict[str, Any]]:
    graph: list[dict[str, Any]] = json.loads(NewsArticle().render(document))["@graph"]
    return graph


def test_a_news_article_is_part_of_its_issue() -> None:
    """Article, issue, volume and newspaper hang together, each under its own type."""
    whole, first, advert, _ = _articles(issue())
    assert "NewsArticle" == first["@type"]
    assert whole["@id"] == first["isPartOf"]["@id"]
    assert (
        "The mayor of the harbour opened it on Saturday, and said so. Nobody replied."
        == first["articleBody"]
    )
    assert "12" == whole["isPartOf"]["volumeNumber"]
    assert "The Harbour Times" == whole["isPartOf"]["isPartOf"]["name"]
    assert "AdvertiserContentArticle" == advert["@type"]


# every property used, with its domain, from schema.org 29.0
TERMS = {
    "@id", "@type", "headline", "alternativeHeadline", "creditText", "dateline", "inLanguage",
    "datePublished", "articleBody", "wordCount", "pageStart", "pageEnd", "printPage", "license",
    "isPartOf", "sdPublisher", "issueNumber", "volumeNumber", "name", "alternateName", "publisher",
}  # fmt: skip


@settings(max_examples=25)
@given(documents())
def test_only_terms_of_the_vocabulary_are_used(document: Document) -> None:
    """No key outside schema.org's, whatever the document."""

    def keys(value: Any) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(keys, value)) if value else set()
        return set(value).union(*map(keys, value.values())) if isinstance(value, dict) else set()

    assert set() == keys(_articles(document)) - TERMS


@settings(max_examples=25)
@given(document=documents())
def test_dublin_core_is_valid(shared: Path, document: Document) -> None:
    """Every record of any document holds to the schema of OAI-PMH."""
    made = list(DublinCore().files(document))
    assert len(document.articles) == len(made)
    for file in made:
        assert [] == xml_faults(shared / "schemas", "dc/oai_dc.xsd", file.data)


def test_the_schema_of_dublin_core_can_refuse(shared: Path) -> None:
    """An element that is not one of the fifteen is found."""
    data = next(iter(DublinCore().files(issue()))).data.replace(b"dc:source", b"dc:sauce")
    assert [] != xml_faults(shared / "schemas", "dc/oai_dc.xsd", data)
