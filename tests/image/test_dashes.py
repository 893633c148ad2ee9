from __future__ import annotations

from typing import Any

from digitize.image.dashes import Dashes
from digitize.image.lines import Lines
from digitize.image.separators import Separators
from digitize.model.geometry import Box
from digitize.model.page import Role


def _dashes(press: Any) -> list[Box]:
    page = Dashes()(Lines()(Separators()(press.sheet))).page
    return [region.box for region in page.regions if ".dash" in region.id]


def test_a_dash_between_two_stories_is_found(press: Any) -> None:
    """A short rule with paper around it is one separator, where it stands."""
    press.column(100, 100, 330, 10)
    dash = press.rule(230, 350, 300, 352)
    press.column(100, 390, 330, 10)
    (found,) = _dashes(press)
    assert dash.contains(found, 4)
    assert found.contains(dash, 4)


def test_dashes_and_hyphens_in_a_line_part_nothing(press: Any) -> None:
    """What has letters beside it is a mark of the sentence."""
    press.text(100, 100, "The harbour — and the quay — was shut to-day", 22)
    press.column(100, 140, 500, 6)
    assert [] == _dashes(press)


def test_a_long_rule_is_told_once(press: Any, boxes_of: Any) -> None:
    """What the separators have found is no dash as well."""
    press.column(100, 100, 600, 8)
    press.rule(100, 320, 700, 323)
    press.column(100, 360, 600, 8)
    sheet = Dashes()(Lines()(Separators()(press.sheet)))
    assert 1 == len(boxes_of(sheet, Role.SEPARATOR))
