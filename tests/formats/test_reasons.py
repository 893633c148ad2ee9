from __future__ import annotations

from digitize.formats.reasons import reasons, wrapped
from digitize.model.document import Article, Document, LooseEnd
from digitize.model.geometry import Box
from digitize.model.page import Join, Line, Page, Region, Role, Scan, Word


def _region(page: int, number: int, role: Role, text: str, reason: str = "") -> Region:
    name = f"p{page:04d}"
    box = Box(0, 40 * number, 100, 40 * number + 20)
    word = Word(id=f"{name}.l{number:04d}.w01", box=box, text=text)
    line = Line(id=f"{name}.l{number:04d}", box=box, words=(word,))
    return Region(id=f"{name}.r{number:03d}", box=box, role=role, lines=(line,), reason=reason)


def _document() -> Document:
    head = _region(1, 1, Role.HEADLINE, "Harbour", "is type of 2.0 body sizes over text")
    text = _region(1, 2, Role.BODY, "The quay")
    jump = _region(1, 3, Role.JUMP_LINE, "Continued on page 7")
    folio = _region(2, 1, Role.FOLIO, "2", "is a page number")
    rest = _region(2, 2, Role.BODY, "was shut.")
    pages = tuple(
        Page(id=f"p{at:04d}", number=at, scan=Scan(path="x"), regions=regions)
        for at, regions in enumerate(((head, text, jump), (folio, rest)), start=1)
    )
    joins = (
        Join(first=head.id, second=text.id, reason="body stands under headline", score=1.0),
        Join(first=jump.id, second=rest.id, reason="pages agree", score=0.7),
    )
    loose = LooseEnd(
        line="p0001.l0003", direction="to", page="7", printed="Continued on page 7", reason="gone"
    )
    parts = (head.id, text.id, jump.id, rest.id)
    article = Article(id="d.a0001", parts=parts, joins=joins, loose_ends=(loose,))
    return Document(id="d", pages=pages, articles=(article,))


def test_every_region_and_join_of_a_page_is_told() -> None:
    """The article, its regions with their reasons, what joins them, and what stays open."""
    document = _document()
    assert [
        "1  article: Harbour",
        "also on page 2",
        "1  headline: is type of 2.0 body sizes over text",
        "2  body",
        "after 1: body stands under headline",
        "3  jump-line",
        "“Continued on page 7”: gone",
        "0 rules, 0 regions rejected as noise",
    ] == [reason.text for reason in reasons(document, document.pages[0])]


def test_what_comes_from_another_page_says_so() -> None:
    """A join over the page names the page; furniture is told apart."""
    document = _document()
    told = [reason.text for reason in reasons(document, document.pages[1])]
    assert "after page 1: pages agree" in told
    assert ["furniture, in no article", "1  folio: is a page number"] == told[-3:-1]


def test_long_reasons_are_cut_at_spaces() -> None:
    """No line is wider than it may be, and no letter is lost."""
    text = "is set apart from the text below by case, weight and white"
    lines = wrapped(text, 20, [1.0] * len(text))
    assert max(map(len, lines)) <= 20
    assert text.split() == " ".join(lines).split()
    assert ["abcdefghij", "kl"] == wrapped("abcdefghijkl", 10, [1.0] * 12)
