from __future__ import annotations

from digitize.metadata.masthead import Masthead
from digitize.model.issue import Issue
from tests.metadata.build import document


def _issue(name: str, body: str) -> Issue:
    return Masthead()(document([name, "Tuesday, January 1, 1867"], body)).issue


def test_a_damaged_name_is_read_as_it_is_printed_elsewhere() -> None:
    """The news names the paper in plain type; the evidence keeps the nameplate's print."""
    issue = _issue("The Harbxur Star", "Subscribers of the Harbour Star are asked to pay.")
    evidence = issue.evidence[0]
    assert ("The Harbour Star", "The Harbxur Star") == (issue.title, evidence.printed)
    assert "witness" in evidence.rule


def test_without_a_witness_the_print_stands() -> None:
    """No other print of the name, or another word beside it, and nothing is mended."""
    assert "The Harbxur Star" == _issue("The Harbxur Star", "It was a quiet harbour here.").title
    assert "The Harbxur Star" == _issue("The Harbxur Star", "The Morning Star is up.").title


def test_a_known_word_is_never_mended() -> None:
    """A real word stays, however near the other is."""
    assert "The Daily Mall" == _issue("The Daily Mall", "He wrote to the Daily Mail.").title
