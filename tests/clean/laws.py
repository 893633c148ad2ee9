"""The laws that every rule keeps, whatever text it is given."""

from __future__ import annotations

from hypothesis import strategies as st

from digitize.clean.rule import Passage, Rule
from digitize.model.page import Word
from tests.clean.build import after, column, passage

LETTERS = "aeioTthInrmcl$\\*_#&;p.,-—:「」。港ſﬁＡ１，\u00ad\u200b\u00a0é|'1 "
ROWS = st.lists(
    st.text(LETTERS, min_size=1, max_size=30).map(lambda row: row.strip() or "a"),
    min_size=1,
    max_size=5,
)


def given_rows(rows: list[str]) -> Passage:
    """Return flat text of those rows."""
    return passage(column("r1", "\n".join(rows)))


def content(rule: Rule, given: Passage) -> bool:
    """Return whether the rule proposes nothing on its own result."""
    return not list(rule(after(rule, given)))


def print_of(given: Passage) -> list[tuple[Word, ...]]:
    """Return every word without its reading."""
    return [
        tuple(Word(id=word.id, box=word.box, text=word.text) for word in line.words)
        for region in given.regions
        for line in region.lines
    ]
