from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from digitize.clean.confusions import Confusions
from digitize.clean.rule import Passage
from tests.clean.build import after, changes, column, passage
from tests.clean.laws import ROWS, content, given_rows, print_of


def _doubt(given: Passage, conf: float | None = 0.5) -> Passage:
    regions = tuple(
        replace(
            region,
            lines=tuple(
                replace(line, words=tuple(replace(word, conf=conf) for word in line.words))
                for line in region.lines
            ),
        )
        for region in given.regions
    )
    return replace(given, regions=regions)


def _changes(text: str, conf: float | None = 0.5, **words: int) -> dict[str, str]:
    return changes(Confusions()(_doubt(passage(column("r1", text), words=words), conf)))


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("govemment", "government"),
        ("tbousand,", "thousand,"),
        ("juftice", "justice"),
        ("hetween", "between"),
        ("vvater", "water"),
        ("ccntury", "century"),
        ("atreet", "street"),
    ],
)
def test_a_word_that_is_none_is_read_as_what_it_looks_like(seen: str, meant: str) -> None:
    """One swap of look-alikes gives the only word that can have been printed."""
    assert {seen: meant} == _changes(f"the {seen} of the")


@pytest.mark.parametrize(
    "text", ["the Govemment of", "the govern1ent of", "the 1893l of", "the tho of", "the ROMC of",
             "the government of", "the mnbls of", "the gove-mment of",
             "the naual crowd", "all klnda of"],
)  # fmt: skip
def test_names_figures_short_words_and_sound_words_are_never_touched(text: str) -> None:
    """Whatever the guards exclude stays as seen."""
    assert {} == _changes(text)


def test_what_the_engine_is_sure_of_stays() -> None:
    """Confidence, or none told, is no doubt."""
    assert {} == _changes("the govemment of", conf=0.9)
    assert {} == _changes("the govemment of", conf=None)


def test_what_the_issue_prints_often_stays() -> None:
    """Three times the same is no slip."""
    assert {} == _changes("the govemment of", govemment=3)


@given(ROWS)
@settings(deadline=None)
def test_the_laws_of_a_rule(rows: list[str]) -> None:
    """The rule is content with its own result and leaves the print alone."""
    before = _doubt(given_rows(rows))
    assert content(Confusions(), before)
    assert print_of(before) == print_of(after(Confusions(), before))
