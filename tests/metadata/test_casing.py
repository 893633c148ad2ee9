from __future__ import annotations

import pytest

from digitize.metadata.casing import is_everyday, recased, written


@pytest.mark.parametrize(
    ("name", "lang", "as_written"),
    [
        ("CHINADAILY", "en", "China Daily"),
        ("SOUTHCHINAMORNINGPOST", "en", "South China Morning Post"),
        ("THESTRAITSTIMES", "en", "The Straits Times"),
        ("INTERNATIONALHERALDTRIBUNE", "en", "International Herald Tribune"),
        ("TIMESOFINDIA", "en", "Times of India"),
        ("NEUEZÜRCHERZEITUNG", "de", "Neue Zürcher Zeitung"),
        ("AFTONBLADET", "en", "Aftonbladet"), ("TAGESZEITUNG", "de", "Tageszeitung"),
        ("VOLKSSTIMME", "de", "Volksstimme"), ("INDEPENDENT", "en", "Independent"),
        ("Le Monde", "fr", "Le Monde"), ("", "en", ""),
    ],
)  # fmt: skip
def test_a_run_of_capitals_is_cut_where_words_are_known(
    name: str, lang: str, as_written: str
) -> None:
    """Words that stand apart are known better than the run; one word stays one."""
    assert as_written == written(name, lang)


@pytest.mark.parametrize(
    ("name", "as_written"),
    [
        ("ST. LOUIS POST-DISPATCH", "St. Louis Post-Dispatch"), ("LE FIGARO", "Le Figaro"),
        ("L'AURORE", "L'Aurore"), ("PEOPLE'S DAILY", "People's Daily"), ("EL PAÍS", "El País"),
        ("McALLEN MONITOR", "McAllen Monitor"), ("MCKINNEY GAZETTE", "McKinney Gazette"),
        ("STRATFORD-UPON-AVON HERALD", "Stratford-upon-Avon Herald"), ("USA TODAY", "USA Today"),
        ("THE TIMES OF INDIA", "The Times of India"), ("ABC", "ABC"), ("iPaper", "iPaper"),
        ("WASHINGTON, D. C.", "Washington, D. C."), ("大公報", "大公報"), ("The HILL", "The HILL"),
        ("VOL. XII NEWS", "Vol. XII News"),
    ],
)  # fmt: skip
def test_capitals_become_letters_as_written(name: str, as_written: str) -> None:
    """Small words are small inside a name; mixed case, initials and short names stay."""
    assert as_written == recased(name)


def test_an_address_makes_rarer_words_enough() -> None:
    """Letters that agree with an address printed beside them are a name."""
    assert "Straits Times" == written("STRAITSTIMES", "en", ["straitstimes"])


def test_everyday_words_are_everyday() -> None:
    """Words used ten times in a million are everyday words."""
    assert is_everyday("sessions", "en")
    assert not is_everyday("Aftonbladet", "en")
