from __future__ import annotations

from pathlib import Path

import pytest

from digitize.model.issue import Issue
from tests.metadata import build

_ROWS = [
    row.split("\t")
    for row in Path(__file__).with_name("damaged.tsv").read_text("utf-8").splitlines()
    if row and not row.startswith("#")
]
_BODIES = {
    "en": build.ENGLISH,
    "de": build.GERMAN,
    "fr": build.FRENCH,
    "ja": build.JAPANESE,
    "zh-Hant": build.TRADITIONAL,
    "it": "Il governo ha annunciato che la legge per le città non si farà nel mese di marzo.",
    "es": "El gobierno ha anunciado que las medidas para la ciudad no se tomarán en los meses.",
}
_SURE = 0.5
_FIELDS = {"amount": "price", "currency": "price", "parallel": "parallel_titles",
           "parallel_edition": "parallel_editions"}  # fmt: skip


def _said(issue: Issue) -> dict[str, str]:
    price = issue.price
    found = {
        "title": issue.title,
        "parallel": "|".join(one.text for one in issue.parallel_titles),
        "edition": issue.edition,
        "parallel_edition": "|".join(one.text for one in issue.parallel_editions),
        "date": issue.date,
        "volume": issue.volume,
        "number": issue.number,
        "place": issue.place,
        "amount": f"{price.amount:g}" if price and price.amount is not None else "",
        "currency": price.currency if price else "",
    }
    return {field: value for field, value in found.items() if value}


def _true(printed: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in printed.split(";"))


@pytest.mark.parametrize(("head", "lang", "facts"), _ROWS, ids=[row[0] for row in _ROWS])
def test_damage_never_makes_a_sure_wrong_fact(head: str, lang: str, facts: str) -> None:
    """What is read of a damaged head is what was printed, or it is not sure of itself."""
    issue = build.read(head.split("¶"), _BODIES[lang]).issue
    true = _true(facts)
    wrong = {field for field, value in _said(issue).items() if value != true.get(field)}
    sure = {one.field for one in issue.evidence if one.conf >= _SURE}
    assert set() == {field for field in wrong if _FIELDS.get(field, field) in sure}


def test_most_facts_survive_damage() -> None:
    """Of all facts of the damaged heads at least 97 in 100 are read as they were printed."""
    right = total = 0
    for head, lang, facts in _ROWS:
        said, true = _said(build.read(head.split("¶"), _BODIES[lang]).issue), _true(facts)
        total += len(true)
        right += sum(said.get(field) == value for field, value in true.items())
    assert right >= 0.97 * total


def test_the_table_is_large() -> None:
    """The table holds at least 60 damaged heads."""
    assert len(_ROWS) >= 60
