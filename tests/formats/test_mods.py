from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from digitize.formats.mods import Mods
from digitize.model.document import Document
from tests.formats.hard import hard
from tests.formats.issue import issue
from tests.standards import faults


def _file(document: Document) -> bytes:
    return next(Mods().files(document)).data


def test_an_article_has_its_own_record() -> None:
    """One record of the issue, one of each article, each with its language in two codes."""
    made = _file(issue()).decode()
    assert 1 + len(issue().articles) == made.count("<mods:mods ")
    assert 'authority="iso639-2b">eng<' in made
    assert 'authority="iso15924">Hant<' in made


def test_it_says_what_it_is() -> None:
    """Every record says that a machine made it."""
    made = _file(issue()).decode()
    assert made.count("<mods:mods ") == made.count("not reviewed by a person")


@pytest.mark.shared
@settings(max_examples=25)
@given(document=hard())
def test_any_document_is_valid(shared: Path, document: Document) -> None:
    """Whatever the document, the file is valid MODS 3.8."""
    assert [] == faults("mods/mods-3-8.xsd", _file(document))


@pytest.mark.shared
def test_the_check_can_fail(shared: Path) -> None:
    """A genre under another name is refused."""
    assert faults("mods/mods-3-8.xsd", _file(issue()).replace(b"mods:genre", b"mods:kind"))
