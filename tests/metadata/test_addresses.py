from __future__ import annotations

import pytest

from digitize.metadata.masthead import Masthead
from digitize.model.issue import Issue
from tests.metadata.build import document


def _issue(name: str, address: str) -> Issue:
    return Masthead()(document([name, address, "Tuesday, March 9, 2021"])).issue


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("DENVER SFAR", "www.denverstar.com"), ("DENVER STAR", "www.denvcrstar.com"),
        ("DENVER STAR", "www.denverstar.c0m"),
    ],
)  # fmt: skip
def test_name_and_address_are_read_by_each_other(name: str, address: str) -> None:
    """A letter that only one of them has right is right in both."""
    issue = _issue(name, address)
    assert ("Denver Star", ("www.denverstar.com",)) == (issue.title, issue.urls)


def test_two_readings_that_are_words_are_not_sure() -> None:
    """Derry and Derby are both places: the print stays, and is in doubt."""
    issue = _issue("DERRY TELEGRAPH", "www.derbytelegraph.com")
    assert "Derry Telegraph" == issue.title
    assert all(one.conf < 0.5 for one in issue.evidence if one.field in ("title", "urls"))


def test_an_address_of_another_name_is_let_be() -> None:
    """Initials, or a house that owns many papers, say nothing of the name."""
    assert ("The Evening Comet", ("www.northpress.com",)) == (
        (found := _issue("THE EVENING COMET", "www.northpress.com")).title, found.urls,
    )  # fmt: skip
