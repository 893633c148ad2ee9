from __future__ import annotations

import pytest

from digitize.metadata.mending import mended


@pytest.mark.parametrize(
    ("seen", "lang", "meant"),
    [
        ("THE DAlLY MAlL", "en", "THE DAILY MAIL"), ("THE GL0BE", "en", "THE GLOBE"),
        ("CH1CAGO TRIBUNE", "en", "CHICAGO TRIBUNE"), ("CHINADAlLY", "en", "CHINADAILY"),
        ("Tlie Morning Post", "en", "The Morning Post"), ("TIIE TIMES", "en", "THE TIMES"),
        ("THF TIMES", "en", "THE TIMES"), ("EOENING STAR", "en", "EVENING STAR"),
        ("The Moming Post", "en", "The Morning Post"),
        ("LE PETlT JOURNAL", "fr", "LE PETIT JOURNAL"),
    ],
)  # fmt: skip
def test_letters_taken_for_others_are_read(seen: str, lang: str, meant: str) -> None:
    """One known confusion that turns a misread word into a common one is undone."""
    assert meant == mended(seen, lang)


@pytest.mark.parametrize(
    "name",
    ["The Mall", "Quay & Country", "TA KUNG PAO", "SKARVBLADET", "EOENIMG STAR", "AFTONBLADET", ""],
)
def test_names_are_left_as_they_are(name: str) -> None:
    """A word that is one, or that no single confusion explains, is not touched."""
    assert name == mended(name, "en")
