from __future__ import annotations

import pytest

from digitize.grammar.editions import find_edition, find_editions, means_the_same


@pytest.mark.parametrize(
    ("text", "edition"),
    [
        ("Late City Edition", "Late City Edition"),
        ("International Edition", "International Edition"),
        ("HONG KONG EDITION", "HONG KONG EDITION"),
        ("LATE CITY EDITION, THURSDAY", "LATE CITY EDITION"),
        ("香港版", "香港版"), ("海外版", "海外版"), ("美東版", "美東版"), ("國際版 A4", "國際版"),
        ("Ausgabe A", "Ausgabe A"), ("Morgen-Ausgabe", "Morgen-Ausgabe"),
        ("Nr. 1076 Abendblatt.", "Abendblatt"), ("Hamburger Abendblatt", None),
        ("Édition de Paris", "Édition de Paris"), ("EDICIÓN MADRID", "EDICIÓN MADRID"),
        ("40 PAGES—FIVE CENTS STATE EDITION", "STATE EDITION"),
        ("FINAL", "FINAL"), ("LATE FINAL", "LATE FINAL"), ("朝刊", "朝刊"), ("號外", "號外"),
        ("First Edition", "First Edition"), ("today's edition", None),
        ("the edition of 1901", None),
        ("第三版", None), ("出版", None), ("第A4版", None), ("見A3版", None), ("頭版", None),
        ("體育版", None), ("晚版", "晚版"), ("海港新聞香港版", "香港版"),
        ("美國西部版", "美國西部版"),
        ("the final score", None), ("herausgabe", None), ("", None),
    ],
)  # fmt: skip
def test_editions_are_found_as_printed(text: str, edition: str | None) -> None:
    """The name of an edition is found; pages, printings and pointers are none."""
    found = find_edition(text)
    assert edition == (found.printed if found else None)


@pytest.mark.parametrize(
    ("text", "editions"),
    [
        ("OVERSEAS EDITION 海外版", ["OVERSEAS EDITION", "海外版"]),
        ("城市版 CITY EDITION", ["城市版", "CITY EDITION"]),
        ("LATE EDITION晚版", ["LATE EDITION", "晚版"]),
        ("城市版 A4", ["城市版"]), ("第三版 CITY EDITION", ["CITY EDITION"]), ("PAGE 3", []),
    ],
)  # fmt: skip
def test_editions_are_cut_where_the_script_changes(text: str, editions: list[str]) -> None:
    """One line may name the edition once in each script."""
    found = find_editions(text)
    assert editions == [one.printed for one in found]
    assert editions == [text[one.start : one.end] for one in found]


def test_editions_of_two_scripts_may_mean_the_same() -> None:
    """OVERSEAS is 海外版 and no other edition."""
    assert means_the_same("OVERSEAS", "海外版")
    assert means_the_same("晚版", "Late City Edition")
    assert means_the_same("ASIA PACIFIC", "亞太版")
    assert not means_the_same("OVERSEAS", "城市版")
    assert not means_the_same("TWO SECTIONS", "海外版")
