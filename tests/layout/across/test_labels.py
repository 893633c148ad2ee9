from __future__ import annotations

import pytest

from digitize.layout.across.labels import page_names
from digitize.model.geometry import Box
from digitize.model.page import Line, Page, Region, Role, Scan, Word


def page(number: int, folio: str) -> Page:
    """Return a page whose folio says `folio`, nothing when that is empty."""
    box = Box(0, 0, 100, 20)
    line = Line(id="l1", box=box, words=(Word(id="w1", box=box, text=folio),))
    regions = (Region(id="r1", box=box, role=Role.FOLIO, lines=(line,)),) if folio else ()
    return Page(id=f"p{number:04d}", number=number, scan=Scan(path="x"), regions=regions)


def names(*folios: str) -> list[str]:
    """Return the surest name of each page."""
    found = page_names([page(at, folio) for at, folio in enumerate(folios, 1)])
    return [max(one, key=lambda name: one[name]) for one in found]


@pytest.mark.parametrize(
    ("folios", "expected"),
    [
        (("", "", ""), ["1", "2", "3"]),
        (("", "Page 2", "3"), ["1", "2", "3"]),
        (("", "A2", "A3"), ["A1", "A2", "A3"]),
        (("Page 7", "", "Page 9"), ["7", "8", "9"]),
        (("A1", "A4", "B1"), ["A1", "A4", "B1"]),
        (("", "第二版", "第三版"), ["1", "2", "3"]),
    ],
)
def test_folios_name_the_pages(folios: tuple[str, ...], expected: list[str]) -> None:
    """The printed label counts; a page without one is counted on from the others."""
    assert expected == names(*folios)


def test_a_place_is_no_name_where_a_label_is_printed() -> None:
    """The second scan, labelled 8, is not page 2."""
    assert "2" not in page_names([page(1, ""), page(2, "Page 8")])[1]


def test_a_section_is_called_by_its_letter() -> None:
    """The first page of section B is "B" as well."""
    assert "B" in page_names([page(1, "A1"), page(2, "B1")])[1]


def test_of_two_pages_with_one_label_the_one_in_its_place_has_it() -> None:
    """A front page that points to page 2 is still page 1."""
    assert ["1", "2"] == names("Page 2", "Page 2")
