from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digitize.formats.markdown import Markdown, escape
from digitize.model.document import Article, Document
from digitize.model.issue import Issue, Parallel, Price
from digitize.model.page import Line, Page, Region, Role, Scan, Word


def _region(name: str, role: Role, text: str) -> Region:
    words = tuple(Word(id=f"{name}.w{n}", text=word) for n, word in enumerate(text.split()))
    return Region(id=name, role=role, lines=(Line(id=f"{name}.l", words=words, opens=True),))


def test_an_issue_can_be_leafed_through() -> None:
    """Front matter, title, article and, at the end, the furniture."""
    regions = (_region("r1", Role.EAR, "TWO SESSIONS"), _region("r2", Role.BODY, "HK $10 *now*"))
    page = Page(id="p0001", number=1, scan=Scan(path="a.txt"), regions=regions)
    issue = Issue(
        title="China Daily",
        parallel_titles=(Parallel(text="中國日報", lang="zh-Hant"),),
        date="2021-03-10",
        price=Price(amount=10.0, currency="HKD", printed="HK $10"),
    )
    document = Document(
        id="d", issue=issue, pages=(page,), articles=(Article(id="a", parts=("r2",)),)
    )
    assert """---
id: "d"
title: "China Daily"
parallel_titles: ["中國日報"]
date: "2021-03-10"
price: "HK $10"
---

# China Daily · 中國日報

*HK $10*

## (Untitled)

HK $10 \\*now\\*

---

## Page furniture

- p. 1, ear: TWO SESSIONS
""" == Markdown().render(document).decode()


@given(st.text(st.characters(codec="utf-8")))
def test_escaping_keeps_every_character(text: str) -> None:
    """Escaping only adds backslashes."""
    assert text.replace("\\", "") == escape(text).replace("\\", "")


def test_print_cannot_become_markup() -> None:
    """Marks that mean something in Markdown are escaped, also at a line's start."""
    assert "1\\. \\#one \\[two\\]" == escape("1. #one [two]")
