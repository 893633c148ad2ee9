from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Role
from tests.layout.press import Press, of_role, prose, roles


def test_rows_of_figures_in_a_frame_are_a_table_under_its_title() -> None:
    """Cells that stand apart are one table; larger type over them heads it."""
    press = Press()
    press.body(prose(30), 40, 40)
    press.frame(Box(400, 40, 800, 260))
    press.put("Rainfall", Box(420, 60, 540, 88), 28)
    for row, place in enumerate(("Wheatland", "Tamarack", "Otter Creek", "Redcliff")):
        y = 110 + 32 * row
        press.put(place, Box(420, y, 520, y + 20))
        press.put(f"8{row}.3", Box(620, y, 660, y + 20))
        press.put(f"3{row}.7", Box(720, y, 760, y + 20))
    page = press.page()
    assert ["Rainfall"] == of_role(page, Role.HEADLINE)
    assert 12 == len(" ".join(of_role(page, Role.TABLE)).replace("Otter Creek", "Otter").split())


def test_prices_in_a_frame_are_no_table() -> None:
    """One sum in a row among words is an advertisement."""
    press = Press()
    press.body(prose(30), 40, 40)
    press.frame(Box(400, 40, 800, 260))
    press.put("Blue Anchor", Box(450, 60, 750, 110), 50)
    for row, ware in enumerate(("Fine black teas, the pound", "Green teas of Foochow", "Cocoa")):
        y = 130 + 32 * row
        press.put(f"{ware} ${row + 2}.50", Box(420, y, 760, y + 20))
    press.put("Telephone 605 6334", Box(500, 226, 700, 246), 20)
    assert Role.TABLE not in roles(press.page()).values()
