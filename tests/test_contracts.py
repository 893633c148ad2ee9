"""Every registered thing keeps its promises, whoever wrote it."""

from __future__ import annotations

import inspect
import pickle
from dataclasses import fields, is_dataclass
from pathlib import PurePosixPath
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings

from digitize.errors import InputError
from digitize.formats.format import Format, Kept
from digitize.model.document import Document
from digitize.model.page import Page, Scan
from digitize.pipeline import options
from digitize.recipe import load
from digitize.registry import BUILT_IN, Kind, find
from digitize.stage import Sheet
from tests.strategies import documents

ALL = [(kind, name) for kind, names in BUILT_IN.items() for name in names]
PAGE_STAGES = load().pages
DOCUMENT_STAGES = load().document


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_a_name_is_its_file_and_its_class(kind: Kind, name: str) -> None:
    """The word in the recipe is the class's own name, and the class lives where it says."""
    assert name == find(kind, name).name


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_it_says_in_one_sentence_what_it_is_for(kind: Kind, name: str) -> None:
    """`digitize list` has a sentence for it."""
    assert (inspect.getdoc(find(kind, name)) or "").split("\n")[0].endswith((".", ":"))


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_it_is_frozen_and_travels_to_workers(kind: Kind, name: str) -> None:
    """It is a frozen dataclass that is the same after pickling."""
    made = find(kind, name)()
    assert is_dataclass(made)
    assert made == pickle.loads(pickle.dumps(made))  # noqa: S301 - our own object
    for item in fields(made):
        with pytest.raises((AttributeError, TypeError)):
            setattr(made, item.name, None)


@pytest.mark.parametrize("name", PAGE_STAGES)
def test_an_empty_page_stays_an_empty_page(name: str) -> None:
    """A blank sheet goes through every page stage and gains no text."""
    page = Page(id="p0001", number=1, scan=Scan(path="blank.png", width=400, height=600))
    sheet = Sheet(page=page, pixels=np.full((600, 400), 255, np.uint8))
    after = find("stages", name)()(sheet)
    assert [] == [line for region in after.page.regions for line in region.lines]


@pytest.mark.parametrize("name", DOCUMENT_STAGES)
def test_an_empty_document_stays_empty(name: str) -> None:
    """A document without pages goes through every document stage and gains nothing."""
    after = find("stages", name)()(Document(id="d"))
    assert ((), ()) == (after.pages, after.articles)


@pytest.mark.parametrize("name", [*PAGE_STAGES, *DOCUMENT_STAGES])
def test_options_can_be_written_down(name: str) -> None:
    """A stage's options are plain values that a step can hold."""
    for value in options(find("stages", name)()).values():
        assert isinstance(value, str | int | float | bool | list | None)


FORMATS = list(BUILT_IN["formats"])


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=25)
@given(document=documents())
def test_a_format_gives_the_same_bytes_under_safe_names(name: str, document: Document) -> None:
    """Written twice, every file is the same; no two share a name, none leaves its folder."""
    form: Format = find("formats", name)()
    try:
        made = list(form.files(document))
    except InputError:
        return  # it cannot do without the scans or the date
    assert made == list(form.files(document))
    paths = [PurePosixPath(file.path) for file in made]
    assert len(paths) == len(set(paths))
    assert [] == [path for path in paths if path.is_absolute() or ".." in path.parts]


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_says_what_it_keeps(name: str) -> None:
    """What a format keeps is named in known words."""
    assert set() == find("formats", name).keeps - set(get_args(Kept))


def test_a_table_of_the_recipe_has_one_owner() -> None:
    """No format is called like a stage: a table of the recipe belongs to one of them."""
    assert set() == set(BUILT_IN["stages"]) & set(FORMATS)
