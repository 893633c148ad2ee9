from __future__ import annotations

import pytest

from digitize.ocr.hints import page_script, weights

ALPHABET = ("", "戶", "户", "け", "·", "a", "內", "山", "戻", " ")
EVERY = range(len(ALPHABET))


def light(languages: tuple[str, ...], script: str) -> str:
    """Return the characters that weigh less than 1."""
    found = weights(ALPHABET, EVERY, languages, script)
    return "".join(char for char, weight in zip(ALPHABET, found, strict=True) if weight < 1)


@pytest.mark.parametrize(
    ("languages", "script", "expected"),
    [
        (("en", "zh-Hant"), "Hant", "户け·戻"),
        (("en", "zh-Hans"), "Hans", "戶け·內戻"),
        (("en", "zh-Hant"), "", "け·"),
        (("ja",), "Hant", "·"),
    ],
)
def test_what_does_not_belong_on_the_page_is_less_expected(
    languages: tuple[str, ...], script: str, expected: str
) -> None:
    """The other character set, letters nobody asked for and the middle dot weigh less."""
    assert expected == light(languages, script)


def test_only_what_was_seen_is_weighed() -> None:
    """Classes that no step thought of keep their weight: there are 18,710 of them."""
    assert [1.0] * len(ALPHABET) == weights(ALPHABET, (1, 5), ("en",), "Hant").tolist()


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["戶內氣溫", "電車"], "Hant"),
        (["户内气温", "电车"], "Hans"),
        (["山水", "Monday"], ""),
        (["戶內", "户内"], ""),
        (["戶內氣溫電車", "户内"], "Hant"),
        (["戶內", "户内气温电车"], ""),
    ],
)
def test_a_page_says_what_script_it_is_in(texts: list[str], expected: str) -> None:
    """By its characters of one set only, where they nearly all agree."""
    assert expected == page_script(texts)
