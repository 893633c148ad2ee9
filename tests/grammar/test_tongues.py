from __future__ import annotations

import pytest

from digitize.grammar.tongues import TONGUES, tag_of, tongue, with_script


@pytest.mark.parametrize("tag", TONGUES)
def test_a_language_comes_back_from_its_code_and_its_name(tag: str) -> None:
    """The ISO 639-2 code, the English name and the tag itself all mean the tag."""
    found = TONGUES[tag]
    assert [tag, tag, tag] == [tag_of(tag), tag_of(found.code), tag_of(found.name)]


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("GermanStandard", "de"), ("EnglishUnitedStates", "en"), ("deu_frak", "de"),
        ("chi_tra_vert", "zh-Hant"), ("chi_sim", "zh-Hans"), ("de_DE", "de"), ("fre", "fr"),
        ("fra", "fr"), ("zh-Hant", "zh-Hant"), ("ChinesePRC", "zh-Hans"), ("zh-TW", "zh-Hant"),
        ("klingon", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_names_of_engines_are_understood(name: str, tag: str) -> None:
    """Tesseract's, ABBYY's and everybody's names for a language give its tag."""
    assert tag == tag_of(name)


def test_a_tag_names_its_script_only_where_it_must() -> None:
    """Traditional Han is said, Latin print of German is not, Fraktur is."""
    assert ["zh-Hant", "de", "de-Latf", "zh"] == [
        with_script("zh", "Hant"), with_script("de", "Latn"), with_script("de", "Latf"),
        with_script("zh", "Hani"),
    ]  # fmt: skip
    assert "Hant" == tongue("zh-Hant").script
