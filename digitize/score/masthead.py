"""Which facts of the issue were read rightly, field by field; only case and space are forgiven."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from digitize.model.issue import Issue

Verdict = Literal["correct", "wrong", "missing", "spurious"]

FIELDS = (
    "title", "parallel_titles", "edition", "parallel_editions", "date", "price.amount",
    "price.currency", "volume", "number", "place", "urls",
)  # fmt: skip
"""The fields judged, in the order they are shown."""


def masthead(truth: Issue, predicted: Issue) -> dict[str, Verdict]:
    """Return the verdict on each field; a field that both leave open is left out.

    Several parallel titles, editions or addresses are right together or not at all.
    """
    true, said = facts(truth), facts(predicted)
    verdicts = {name: _judge(_plain(true[name]), _plain(said[name])) for name in FIELDS}
    return {name: verdict for name, verdict in verdicts.items() if verdict}


def facts(issue: Issue) -> dict[str, tuple[str, ...]]:
    """Return what an issue says in each field, as text; nothing where it is unknown."""
    price = issue.price
    return {
        "title": _known(issue.title),
        "parallel_titles": tuple(one.text for one in issue.parallel_titles),
        "edition": _known(issue.edition),
        "parallel_editions": tuple(one.text for one in issue.parallel_editions),
        "date": _known(issue.date),
        "price.amount": (f"{price.amount:g}",) if price and price.amount is not None else (),
        "price.currency": _known(price.currency if price else None),
        "volume": _known(issue.volume),
        "number": _known(issue.number),
        "place": _known(issue.place),
        "urls": issue.urls,
    }


def tally(verdicts: Iterable[dict[str, Verdict]]) -> Counter[Verdict]:
    """Count verdicts over many issues."""
    return Counter(verdict for one in verdicts for verdict in one.values())


def _known(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()


def _judge(true: frozenset[str], said: frozenset[str]) -> Verdict | None:
    if true == said:
        return "correct" if true else None
    if not said:
        return "missing"
    return "wrong" if true else "spurious"


def _plain(texts: Iterable[str]) -> frozenset[str]:
    """Fold width and case, drop spaces and what an address can go without."""
    folded = ("".join(unicodedata.normalize("NFKC", text).casefold().split()) for text in texts)
    return frozenset(
        text.removeprefix("https://").removeprefix("http://").rstrip("/") for text in folded
    )
