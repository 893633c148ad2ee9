from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitize.clean.clean import Clean, passages
from digitize.clean.rule import Passage, Rule
from digitize.clean.rules import RULES
from digitize.errors import RecipeError
from digitize.model.document import Document, regions
from digitize.model.edit import Edit, Reflow, Reword
from digitize.model.page import Role
from tests.clean.build import column, document, passage
from tests.strategies import documents

TOKENS = (
    "the govern- ment gov- ern-ment to- day to-day fi- ﬁrst ofthe said,the well- known rn "
    "he1lo `` '' \\* co¬ operate — - , . ; ( ) “ ” ，。 中國 國 。 」 東（ひがし） ＡＢＣ "
    "a I | || *** === aud government governrnent "
    "St. Mr. o'clock \\& é Ã© in-law self- help Jan- uary XII. 3d 4 %"
).split()


def test_each_rule_sees_what_the_one_before_it_left() -> None:
    """A word broken by a column is put together after the paragraph is."""
    given = document(
        column("r1", "The board has agreed to deepen the northern channel with the govern-"),
        column("r2", "ment of the islands."),
    )
    cleaned = Clean()(given)
    assert [Reflow, Reword, Reword] == [type(edit) for edit in cleaned.edits]
    assert "government" == regions(cleaned)["r1"].lines[0].words[-1].norm


def test_only_the_rules_asked_for_are_applied() -> None:
    """Without rules nothing changes."""
    given = document(column("r1", "the govern-\nment"))
    assert given == Clean(rules=())(given)


def test_an_unknown_rule_is_refused() -> None:
    """A rule's name is checked when the stage is made."""
    with pytest.raises(RecipeError, match="hyphen"):
        Clean(rules=("hyphen",))


def test_articles_furniture_and_what_nobody_owns_are_all_read() -> None:
    """Every region with text is in exactly one passage; pictures are in none."""
    given = document(
        column("r1", "Body text"),
        column("r2", "No. 5", role=Role.EAR),
        column("r3", "Left alone"),
        column("r4", "x", role=Role.PICTURE),
        article=["r1"],
    )
    found = [(item.kind, [region.id for region in item.regions]) for item in passages(given)]
    assert [("article", ["r1"]), ("furniture", ["r2"]), ("article", ["r3"])] == found


def test_the_issue_counts_its_own_unbroken_words() -> None:
    """Halves of broken words are no evidence; whole words are, on whatever page."""
    given = document(column("r1", "a well-known man, so well-\nknown as Well-known"))
    words = next(iter(passages(given))).words
    assert {"a": 1, "well-known": 2, "man": 1, "so": 1, "as": 1} == dict(words)


def _fail(_: Rule, passage: Passage, /) -> Iterator[Edit]:
    """Be a rule that fails."""
    raise ValueError(passage.kind)


@pytest.mark.parametrize("looked", [True, False])
def test_cycles_are_looked_for_after_as_before(
    monkeypatch: pytest.MonkeyPatch, *, looked: bool
) -> None:
    """Even where a rule breaks down."""
    monkeypatch.setattr(RULES["noise"], "__call__", _fail)
    (gc.enable if looked else gc.disable)()
    try:
        with pytest.raises(ValueError, match="article"):
            Clean(rules=("noise",))(document(column("r1", "a well-known man")))
        assert looked is gc.isenabled()
    finally:
        gc.enable()


@given(documents())
@settings(max_examples=60, deadline=None)
def test_any_document_keeps_its_print(given: Document) -> None:
    """No text, box or line is touched, whatever the rules do; they are all idempotent."""
    cleaned = Clean()(given)
    assert [
        (word.text, word.box)
        for region in regions(given).values()
        for line in region.lines
        for word in line.words
    ] == [
        (word.text, word.box)
        for region in regions(cleaned).values()
        for line in region.lines
        for word in line.words
    ]


@given(documents())
@settings(max_examples=40, deadline=None)
@pytest.mark.parametrize("name", list(RULES))
def test_every_rule_is_content_with_its_own_result(name: str, given: Document) -> None:
    """A rule applied to its own result proposes nothing."""
    once = Clean(rules=(name,))(given)
    assert once.edits == Clean(rules=(name,))(once).edits


@given(st.lists(st.lists(st.lists(st.sampled_from(TOKENS), min_size=1, max_size=6)
                         .map(" ".join), min_size=1, max_size=6).map("\n".join),
                min_size=1, max_size=3))  # fmt: skip
@settings(max_examples=120, deadline=None)
def test_a_cleaned_document_stays_as_it_is(columns: list[str]) -> None:
    """What one rule leaves for another is done in the same go: a second has nothing to say."""
    once = Clean()(document(*(column(f"r{at}", text) for at, text in enumerate(columns))))
    assert once == Clean()(once)


def test_the_passage_is_believed_before_its_line() -> None:
    """A line of a German article is German; Latin words among Han are English, or what they say."""
    line = column("r1", "Alles per la Republica").lines[0]
    german, chinese = passage(lang="de"), passage(lang="zh-Hant")
    assert ["de", "it"] == [german.language_of(line), chinese.language_of(line)]
    assert "en" == chinese.language_of(column("r1", "ROSCOSMOS").lines[0])
