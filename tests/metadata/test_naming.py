from __future__ import annotations

from dataclasses import replace

import pytest

from digitize.metadata.head import HeadLine, Tongue
from digitize.metadata.naming import Clues, family_of, name_lang, names
from digitize.model.page import Role
from tests.metadata.build import lines


def _clues(main: str = "en", han: str = "", domains: tuple[str, ...] = ()) -> Clues:
    return Clues(domains, (), 0.0, Tongue(main, han))


def _named(head: tuple[HeadLine, ...], clues: Clues) -> list[str]:
    return [name.text for name in names(head, clues)]


@pytest.mark.parametrize(
    ("domain", "name"),
    [("marlow", "Marlow"), ("marlownews", "Marlow"), ("nzz", "Neue Zuger Zeitung")],
)
def test_an_address_tells_the_name(domain: str, name: str) -> None:
    """The same letters, their beginning, or the initials of the name speak for it."""
    head = lines("TWO SESSIONS", "COUNTY FAIR", name.upper(), "LONG WEEKEND")
    assert [name] == _named(head, _clues(domains=(domain,)))


def test_the_main_name_is_in_the_language_of_the_text() -> None:
    """The same head gives the Chinese or the English name first."""
    head = lines("中華日報", "CHUNGHWA DAILY", "2021年3月10日")
    assert ["Chunghwa Daily", "中華日報"] == _named(head, _clues("en", "zh-Hant"))
    assert ["中華日報", "Chunghwa Daily"] == _named(head, _clues("zh-Hant", "zh-Hant"))


def test_an_ear_in_the_other_script_is_no_parallel_name() -> None:
    """Everyday words beside a Chinese name are not its translation."""
    head = lines("中華日報", "TWO SESSIONS", "2021年3月10日")
    assert ["中華日報"] == _named(head, _clues("zh-Hant", "zh-Hant"))


def test_syllables_spell_a_name() -> None:
    """Latin letters with a syllable for every character are the same name, romanised."""
    found = names(lines("参考消息", "CANKAO XIAOXI", "2021年3月10日"), _clues("zh-Hans", "zh-Hans"))
    assert ["zh-Hans", "zh-Latn"] == [
        name_lang(name, Tongue("zh-Hans", "zh-Hans")) for name in found
    ]


def test_a_place_under_the_name_is_not_part_of_it() -> None:
    """Where the paper appears is another line, not the end of its name."""
    assert ["Le Soir"] == _named(lines("LE SOIR", "BRUXELLES", "10 mars 2021"), _clues("fr"))


def test_a_repeated_word_is_a_section_not_a_name() -> None:
    """An ear printed twice does not become the name."""
    assert [] == _named(lines("GARDENS", "GARDENS", "March 10, 2021"), _clues())


def test_no_candidate_no_name() -> None:
    """A head of facts alone has no name."""
    assert [] == _named(lines("March 10, 2021", "HK $10", "www.abc.com"), _clues())


def test_families_of_script() -> None:
    """Chinese and Japanese are one family, for either can print the other's characters."""
    assert ["Han", "Han", "Latn", "Cyrl"] == [
        family_of(text) for text in ("中國", "よみうり", "Times", "Правда")
    ]


def test_a_name_broken_by_an_emblem_is_one() -> None:
    """Both halves are set alike, and the first ends in a hyphen."""
    head = [
        replace(line, size=size, role=role)
        for line, size, role in zip(
            lines("Zürcher-", "1817.", "Zeitung.", "Dienstag, den 23. September 1817"),
            (90.0, 40.0, 90.0, 30.0),
            (Role.NAMEPLATE, Role.EAR, Role.EAR, Role.MASTHEAD),
            strict=True,
        )
    ]
    assert "Zürcher-Zeitung" == names(head, Clues((), (), 20.0, Tongue("de", "")))[0].text


def test_a_name_broken_by_an_emblem_without_a_hyphen_is_one() -> None:
    """Two single words larger than all else are the halves of one name."""
    sizes = (105, 139, 72, 131)
    head_ = lines("Nr. 55.", "Zuger", "Samstag, 10. Juli 1784", "Zeitung")
    head = tuple(replace(line, size=float(size)) for line, size in zip(head_, sizes, strict=True))
    assert ["Zuger Zeitung"] == _named(head, _clues("de"))


def test_the_halves_of_a_nameplate_are_one_name() -> None:
    """Where layout took both for the name, other type may be nearly as large."""
    sizes, plate = (84, 104, 57, 96), Role.NAMEPLATE
    roles = (Role.MASTHEAD, plate, Role.MASTHEAD, plate)
    head = tuple(
        replace(line, size=float(size), role=role)
        for line, size, role in zip(
            lines("Nr. 55.", "Zuger", "Samstag, 10. Juli 1784", "Zeitung"),
            sizes,
            roles,
            strict=True,
        )
    )
    assert ["Zuger Zeitung"] == _named(head, _clues("de"))


def test_what_kind_of_paper_it_is_is_not_its_name() -> None:
    """The line under a damaged name is not taken for it, though its words are well known."""
    head = lines("LE PBTIT SAVOYARD", "JOURNAL RÉPUBLICAIN QUOTIDIEN", "LUNDI 28 JANVIER 1901")
    assert ["Le Petit Savoyard"] == _named(head, _clues("fr"))


def test_words_in_brackets_are_no_name() -> None:
    """When the paper does not appear is said in brackets."""
    head = lines("THE HILL PLANTER", "PUBLISHED DAILY (SUNDAYS BXCEPTED)", "June 9, 1934")
    assert ["The Hill Planter"] == _named(head, _clues())


def test_a_chinese_name_under_an_english_one() -> None:
    """A line of Chinese that is all that no fact covers is the same name, not a motto."""
    head = lines("SOUTH CHINA EXPRESS", "南華快訊", "March 10, 2021", "2021年3月10日 星期三")
    assert ["South China Express", "南華快訊"] == _named(head, _clues("en", "zh-Hant"))
    motto = lines("SOUTH CHINA EXPRESS", "天下大事盡在其中", "March 10, 2021")
    assert ["South China Express"] == _named(motto, _clues("en", "zh-Hant"))
