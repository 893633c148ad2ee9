from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.model.document import Article, Document, apply, parts
from digitize.model.edit import Reflow, Relabel, Reword
from digitize.model.page import Line, Page, Region, Role, Scan, Word
from tests.strategies import documents


def _document() -> Document:
    word = Word(id="p0001.l0001.w01", text="capabili-")
    line = Line(id="p0001.l0001", words=(word,), opens=True)
    body = Region(id="p0001.r001", lines=(line,))
    ear = Region(id="p0001.r002", role=Role.EAR)
    page = Page(id="p0001", number=1, scan=Scan(path="a.png"), regions=(body, ear))
    return Document(id="d", pages=(page,), articles=(Article(id="d.a1", parts=("p0001.r001",)),))


def test_a_reword_sets_the_reading_and_keeps_the_print() -> None:
    """After a reword the word reads anew and its text is still what was seen."""
    edit = Reword(word="p0001.l0001.w01", before="capabili-", after="x", rule="r", reason="why")
    word = apply(_document(), [edit]).pages[0].regions[0].lines[0].words[0]
    assert ("capabili-", "x") == (word.text, word.reading)


def test_what_no_edit_touches_stays_the_same_object() -> None:
    """Who remembers a region by itself knows whether it was changed since."""
    edit = Reword(word="p0001.l0001.w01", before="capabili-", after="x", rule="r", reason="why")
    before = _document()
    pairs = zip(before.pages[0].regions, apply(before, [edit]).pages[0].regions, strict=True)
    assert [False, True] == [one is two for one, two in pairs]


def test_a_reflow_closes_a_paragraph_break() -> None:
    """After a reflow the line no longer opens a paragraph."""
    edit = Reflow(line="p0001.l0001", opens=False, before="", after="", rule="r", reason="why")
    assert not apply(_document(), [edit]).pages[0].regions[0].lines[0].opens


def test_a_region_that_becomes_furniture_leaves_its_article() -> None:
    """No article keeps a region that was relabelled as furniture, nor stays when it is empty."""
    edit = Relabel(
        region="p0001.r001", before=Role.BODY, after=Role.NOISE, rule="r", reason="specks"
    )
    assert () == apply(_document(), [edit]).articles


def test_furniture_cannot_become_text() -> None:
    """Only layout, which sees the page, may make furniture into text."""
    edit = Relabel(region="p0001.r002", before=Role.EAR, after=Role.BODY, rule="r", reason="no")
    with pytest.raises(ValueError, match="furniture"):
        apply(_document(), [edit])


def test_edits_are_kept_as_the_audit_trail() -> None:
    """The document holds every edit that was applied, in order."""
    edit = Reword(word="p0001.l0001.w01", before="capabili-", after="x", rule="r", reason="why")
    assert (edit,) == apply(_document(), [edit]).edits


@given(documents(), st.data())
def test_no_edit_touches_print_or_boxes(document: Document, data: st.DataObject) -> None:
    """Whatever edits are applied, every word's text and every box stay as they were."""
    edits = data.draw(st.permutations(document.edits))
    after = apply(document, edits)
    for old, new in zip(document.pages, after.pages, strict=True):
        assert [
            (word.text, word.box) for r in old.regions for line in r.lines for word in line.words
        ] == [(word.text, word.box) for r in new.regions for line in r.lines for word in line.words]


@given(documents())
def test_parts_come_in_the_order_of_the_article(document: Document) -> None:
    """An article's regions are given in the order in which it lists them."""
    for article in document.articles:
        assert list(article.parts) == [region.id for region in parts(document, article)]
