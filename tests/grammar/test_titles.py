from __future__ import annotations

import pytest

from digitize.grammar.titles import left_to_right, looks_like_title, name_language, name_words


@pytest.mark.parametrize(
    "text",
    [
        "THE STRAITS TIMES", "China Daily", "中國日報", "人民日报", "大公報", "朝日新聞",
        "LE FIGARO",
        "NEUE ZÜRCHER ZEITUNG", "EL PAÍS", "La Stampa", "TA KUNG PAO", "St. Louis Post-Dispatch",
        "South China Morning Post", "報申", "Journal des débats",
        "Saar-Kurier", "Duluth Journal-Gazette", "南海タイムス",
    ],
)  # fmt: skip
def test_names_read_like_names(text: str) -> None:
    """Names of newspapers in many languages score high."""
    assert looks_like_title(text) >= 0.75


@pytest.mark.parametrize("text", ["Aftonbladet", "TWO SESSIONS", "DAWN", "Der Bund", "兩會"])
def test_words_that_say_nothing_score_in_the_middle(text: str) -> None:
    """A few capitals may be a name: other signs must decide."""
    assert 0.3 <= looks_like_title(text) <= 0.8


@pytest.mark.parametrize(
    "text",
    [
        "China, Russia to jointly build lunar post", "SPECIAL COVERAGE, PAGES 3-6", "HK $10",
        "WEDNESDAY, March 10, 2021", "www.chinadaily.com.cn", "香港版", "VOL. XII",
        "Late City Edition", "CINQ CENTIMES", "Le numéro : 5 centimes", "Three Halfpence",
        "\"All the News That's Fit to Print\"", "2021年3月10日",
        "The men of the town met on Monday.", "",
        "The mail was late", "The talk on Beacon Road was",
    ],
)  # fmt: skip
def test_facts_and_sentences_are_no_names(text: str) -> None:
    """Dates, prices, addresses, editions, pointers and sentences score low."""
    assert looks_like_title(text) <= 0.2


def test_name_words_tell_a_language() -> None:
    """A name word of one language tells it; a word of several tells none."""
    assert ("de", "en", "") == tuple(map(name_language, ("Zeitung", "Times", "Tribune")))
    assert (2, 0) == (name_words("Daily News"), name_words("Two Sessions"))


def test_a_name_set_to_the_left_is_turned() -> None:
    """Old Chinese names run from right to left; a name that ends as names do stays."""
    assert ("申報", "報知新聞", "中國日報") == tuple(
        map(left_to_right, ("報申", "報知新聞", "中國日報"))
    )
