from __future__ import annotations

import pytest

from digitize.grammar.editions import find_edition


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
        ("FINAL", "FINAL"), ("LATE FINAL", "LATE FINAL"), ("朝刊", "朝刊"), ("號外", "號外"),
        ("First Edition", "First Edition"), ("today's edition", None),
        ("the edition of 1901", None),
        ("第三版", None), ("出版", None), ("第A4版", None), ("見A3版", None), ("頭版", None),
        ("體育版", None),
        ("the final score", None), ("herausgabe", None), ("", None),
    ],
)  # fmt: skip
def test_editions_are_found_as_printed(text: str, edition: str | None) -> None:
    """The name of an edition is found; pages, printings and pointers are none."""
    found = find_edition(text)
    assert edition == (found.printed if found else None)
