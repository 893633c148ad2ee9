from __future__ import annotations

import pytest

from digitize.metadata.mending import guessed, likened, mended, strange


@pytest.mark.parametrize(
    ("seen", "lang", "meant"),
    [
        ("THE DAlLY MAlL", "en", "THE DAILY MAIL"), ("THE GL0BE", "en", "THE GLOBE"),
        ("CH1CAGO TRIBUNE", "en", "CHICAGO TRIBUNE"), ("CHINADAlLY", "en", "CHINADAILY"),
        ("Tlie Morning Post", "en", "The Morning Post"), ("TIIE TIMES", "en", "THE TIMES"),
        ("THF TIMES", "en", "THE TIMES"),
        ("The Moming Post", "en", "The Morning Post"),
        ("EOENING STAR", "en", "EVENING STAR"), ("GAZETTF", "en", "GAZETTE"),
        ("THE NERCURV", "en", "THE MERCURY"), ("Plvmouth Post", "en", "Plymouth Post"),
        ("LE PETlT JOURNAL", "fr", "LE PETIT JOURNAL"),
        ("THE CABLENEW5-AMERICAN", "en", "THE CABLENEWS-AMERICAN"),
    ],
)  # fmt: skip
def test_letters_taken_for_others_are_read(seen: str, lang: str, meant: str) -> None:
    """One known confusion that turns a misread word into a common one is undone."""
    assert meant == mended(seen, lang)


@pytest.mark.parametrize(
    "name",
    [
        "The Mall",
        "Quay & Country",
        "TA KUNG PAO",
        "SKARVBLADET",
        "The Harbxur Star",
        "AFTONBLADET",
        "",
    ],
)
def test_names_are_left_as_they_are(name: str) -> None:
    """A word that is one, or that no single confusion explains, is not touched."""
    assert name == mended(name, "en")


def test_a_word_like_a_name_word_is_weighed_as_one() -> None:
    """One letter off a word of names counts as that word; a word of its own does not."""
    assert "evening STAR" == likened("EOENING STAR")
    assert "Mall" == likened("Mall")


def test_what_is_only_guessed_is_told() -> None:
    """A word outside of the words of names is told apart: it may be a name of its own."""
    assert (("Plvmouth", "Plymouth"),) == guessed("Plvmouth Chroniclc", "en")
    assert () == guessed("The Plymouth Post", "en")


@pytest.mark.parametrize(
    ("name", "lang", "near"),
    [
        ("The Onion Times", "en", (("Onion", "union"),)),
        ("The Times Op India", "en", (("Op", "of"),)),
        ("Le Courrier ce Lyon", "fr", (("ce", "de"),)),
        ("The Times of India", "en", ()),
        ("Le Courrier de Lyon", "fr", ()),
    ],
)
def test_a_word_strange_in_a_name_is_told(
    name: str, lang: str, near: tuple[tuple[str, str], ...]
) -> None:
    """A word one letter off a link or a word of names is doubted, however common it is."""
    assert near == strange(name, lang)
