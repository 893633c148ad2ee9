from __future__ import annotations

from digitize.formats.plain import Plain
from digitize.model.document import Article, Document
from digitize.model.page import Line, Page, Region, Role, Scan, Word


def _region(name: str, role: Role, text: str) -> Region:
    words = tuple(Word(id=f"{name}.w{n}", text=word) for n, word in enumerate(text.split()))
    return Region(id=name, role=role, lines=(Line(id=f"{name}.l", words=words, opens=True),))


def test_text_is_the_articles_and_nothing_else() -> None:
    """Headline, byline and paragraphs with a blank line between; furniture stays out."""
    regions = (
        _region("r1", Role.NAMEPLATE, "CHINADAILY"),
        _region("r2", Role.HEADLINE, "Lunar post"),
        _region("r3", Role.BYLINE, "By ZHAO LEI"),
        _region("r4", Role.BODY, "One."),
        _region("r5", Role.HEADLINE, "Second"),
        _region("r6", Role.BODY, "Two."),
    )
    page = Page(id="p0001", number=1, scan=Scan(path="a.txt", kind="text"), regions=regions)
    articles = (
        Article(id="a1", parts=("r2", "r3", "r4")),
        Article(id="a2", parts=("r5", "r6")),
    )
    text = Plain().render(Document(id="d", pages=(page,), articles=articles)).decode()
    assert "Lunar post\n\nBy ZHAO LEI\n\nOne.\n\n\nSecond\n\nTwo.\n" == text


def test_a_document_without_articles_gives_no_text() -> None:
    """Nothing is invented for a blank page."""
    assert Plain().render(Document(id="d")) == b""
