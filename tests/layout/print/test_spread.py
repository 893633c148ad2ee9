"""The heads of the two pages of a spread."""

from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import FOLD, Page, Region, Role
from tests.layout.press import Press, of_role, prose


def _spread() -> Page:
    """Return a scan of page 4 and page 1 side by side, the name of the paper over the latter."""
    press = Press(exact=True, width=3000, height=1600)
    press.put("The Harbour Times", Box(1900, 60, 2380, 140), 80, bold=True)
    press.put("SATURDAY, MARCH 16, 1901", Box(1980, 160, 2300, 180), 20)
    for left in (80, 420, 760, 1100, 1560, 1900, 2240, 2580):
        press.body(prose(45), left, 230 if left > 1500 else 60)
    box = Box(1478, 0, 1482, 1600)
    press.marks.append(Region(id="p0001.fold", box=box, role=Role.SEPARATOR, reason=FOLD))
    return press.page()


def test_each_page_of_a_spread_has_its_own_head() -> None:
    """The name over one of the two pages is its nameplate, though narrow on the whole scan."""
    page = _spread()
    assert ["The Harbour Times"] == of_role(page, Role.NAMEPLATE)
