from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files

import jsonschema
from hypothesis import given

from digitize.formats.jsonl import Jsonl
from digitize.model.document import Article, Document
from digitize.model.edit import Reflow
from digitize.model.geometry import Box
from digitize.model.page import Line, Page, Region, Role, Scan, Word
from tests.strategies import documents

SCHEMA = json.loads(
    (files("digitize.formats") / "schemas/article-1.schema.json").read_text("utf-8")
)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def _region(name: str, role: Role, text: str, box: Box, *, opens: bool = True) -> Region:
    words = tuple(
        Word(id=f"{name}.w{n}", text=word, box=box, conf=0.9)
        for n, word in enumerate(text.split(), 1)
    )
    line = Line(id=f"{name}.l", box=box, words=words, opens=opens)
    return Region(id=name, box=box, role=role, lines=(line,))


def _document() -> Document:
    regions = (
        _region("ear", Role.EAR, "TWO SESSIONS", Box(0, 0, 9, 9)),
        _region("head", Role.HEADLINE, "Lunar post", Box(0, 10, 9, 19)),
        _region("by", Role.BYLINE, "By ZHAO LEI", Box(0, 20, 9, 29)),
        _region("one", Role.BODY, "the corporation", Box(0, 30, 9, 39)),
        _region("two", Role.BODY, "Roscosmos, signed.", Box(20, 30, 29, 39), opens=False),
        _region("cap", Role.CAPTION, "The moon", Box(20, 40, 29, 49)),
    )
    page = Page(id="p0001", number=1, label="A1", scan=Scan(path="a.png"), regions=regions)
    parts = tuple(region.id for region in regions[1:])
    article = Article(id="d.a0001", parts=parts, lang="en", script="Latn")
    edit = Reflow(
        line="two.l",
        opens=False,
        before="corporation",
        after="Roscosmos,",
        rule="breaks",
        reason="y",
    )
    return Document(id="d", pages=(page,), articles=(article,), edits=(edit,))


def _rows(document: Document) -> list[dict[str, object]]:
    return [json.loads(line) for line in Jsonl().render(document).decode().split("\n") if line]


def test_a_record_is_the_article_as_read() -> None:
    """Headline, byline, mended paragraph and caption stand in their own fields."""
    row = _rows(_document())[0]
    assert {
        "headline": "Lunar post",
        "byline": "By ZHAO LEI",
        "paragraphs": ["the corporation Roscosmos, signed."],
        "captions": ["The moon"],
        "pages": ["A1"],
        "lang": "en",
        "confidence": {"mean": 0.9, "low": 0.9},
    } == {
        key: row[key]
        for key in ("headline", "byline", "paragraphs", "captions", "pages", "lang", "confidence")
    }


def test_furniture_goes_along_but_not_into_the_text() -> None:
    """The ear is in `furniture` with its role, and nowhere in the article's text."""
    row = _rows(_document())[0]
    assert "TWO SESSIONS" not in str(row["text"]) + str(row["headline"])
    assert [("ear", "TWO SESSIONS")] == [(x["role"], x["text"]) for x in row["furniture"]]  # type: ignore[attr-defined]


def test_a_slug_over_the_rest_of_a_story_is_no_headline() -> None:
    """A second headline below text goes to the jump lines; nothing of it is lost."""
    box = Box(0, 0, 9, 9)
    regions = (
        _region("h1", Role.HEADLINE, "Bridge", box),
        _region("h2", Role.HEADLINE, "opens", box),
        _region("b1", Role.BODY, "It opened.", box),
        _region("j", Role.JUMP_LINE, "Continued on page 2", box),
        _region("h3", Role.HEADLINE, "Bridge: cost", box),
        _region("b2", Role.BODY, "It cost much.", box),
    )
    page = Page(id="p0001", number=1, scan=Scan(path="a.png"), regions=regions)
    article = Article(id="a", parts=tuple(region.id for region in regions))
    row = _rows(Document(id="d", pages=(page,), articles=(article,)))[0]
    assert "Bridge opens" == row["headline"]
    assert ["Continued on page 2", "Bridge: cost"] == row["jump_lines"]


def test_an_edit_says_rule_reason_before_after_and_place() -> None:
    """Every edit of the article is told with where it stands on the page."""
    edit = _rows(_document())[0]["edits"][0]  # type: ignore[index]
    assert {
        "rule": "breaks",
        "reason": "y",
        "before": "corporation ¶ Roscosmos,",
        "after": "corporation Roscosmos,",
        "place": {"page": 1, "id": "two.l", "box": [20, 30, 29, 39]},
        "confidence": None,
    } == edit


@given(documents())
def test_every_record_is_valid_against_the_schema(document: Document) -> None:
    """Whatever the document, each line of articles.jsonl is valid."""
    for row in _rows(document):
        VALIDATOR.validate(row)


@given(documents())
def test_there_is_one_line_for_each_article(document: Document) -> None:
    """As many lines as articles, in their order."""
    assert [article.id for article in document.articles] == [row["id"] for row in _rows(document)]


def test_the_schema_itself_is_valid_and_can_refuse() -> None:
    """The schema is a good 2020-12 schema, and a record that lacks its headline fails it."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    row = _rows(_document())[0]
    del row["headline"]
    assert not VALIDATOR.is_valid(row)


def test_the_language_is_the_article_s_own() -> None:
    """What the stage said of an article is what every format says; it is never told twice."""
    document = _document()
    told = replace(document.articles[0], lang="de", script="Latf")
    row = _rows(replace(document, articles=(told,)))[0]
    assert ("de", "Latf") == (row["lang"], row["script"])
    untold = replace(document.articles[0], lang="", script="")
    row = _rows(replace(document, articles=(untold,)))[0]
    assert (None, None) == (row["lang"], row["script"])
