"""Signs that a head was read with mistakes, so that what nothing supports is not taken for sure.

A figure misread for another looks as good as any. Where the print beside it shows letters misread,
it is to be doubted, unless something else says the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from digitize.grammar.scripts import is_han
from digitize.grammar.urls import ends_well
from digitize.metadata.facts import facts
from digitize.metadata.mending import mended
from digitize.metadata.spelling import spelled

_LATIN = "A-Za-zÀ-ÿ"
_MIXED = re.compile(
    rf"\d[lIOQo|](?![{_LATIN}])|(?<![{_LATIN}])[lIOQ|]\d|[{_LATIN}][0158|][{_LATIN}]"
    r"|(?<!\w)(?:N[cCQD6nte]|H[o0O])[.,]\s*\d"  # "Nc. 25,694"
    rf"|[{_LATIN}]{{3}}(?:\d{{4}}|[0158|])(?!\w)"  # "Jnli1902", "Pari5"
    rf"|(?<!\w)[01458|][A-Z]{{4}}|[{_LATIN}]{{4}}\d(?!\w)|\d(?!(?:st|nd|rd|th|pp|me|er|ème|ten|ter)(?!\w))[a-zà-ÿ]{{3}}"
    r"|(?<!\w)o\d\d|[A-Z]\d[A-Z]{2}|\d[GSB](?=,?\s*\d{4}(?!\w))"  # "o93", "F4CIFIC", "1G, 1922"
    r"|[\d〇零一二三四五六七八九十]午(?=[\d一二三四五六七八九十)）]|\s|$)|[一二三四五六七八九十]ニ"
    r"|[$£€]\d+[A-Z](?!\w)|[\d一二三四五六七八九十]目(?=\W|$|[星禮礼週周])"  # "NT$1S", 3月2目
    r"|(?<!\d)(?:1[3-9]|[2-9]\d)月\d"  # 16月15日
    r"|ニ[十月日年]|[—–―－][元月日號]|[\d月日]曰|曰[報报]|目[報报]|星[朗斯其]|呈期|\d[朗]"
)
"""Letters among figures, figures among letters, characters for those that every date has."""

_WORD = re.compile(rf"(?<!\w)[{_LATIN}]{{5,}}(?!\w)")

_TURNED = frozenset("目曰午囗朗")
"""Characters that stand in no name, and look like 日, 年, 國 and 期, which do."""

_COMMON = (("big5", 0xA4, 0xC6), ("gb2312", 0xB0, 0xD7), ("euc_jp", 0xB0, 0xCF))
"""Where the characters in common use stand in the character sets of three countries."""


def misread(texts: Iterable[str], lang: str) -> tuple[str, ...]:
    """Return what in the lines of a head was plainly misread: set words, figures among letters.

    So is a word that no list has, and that one letter of the same look makes a common one.
    """
    signs = (sign for text in texts for sign in (*_signs(text), *_unknown(text, lang)))
    return tuple(dict.fromkeys(signs))


def rare(name: str) -> str:
    """Return the Han characters of a name that names do not have: no country uses them often."""
    return "".join(
        char for char in name if is_han(char) and (char in _TURNED or not _is_common(char))
    )


def _signs(text: str) -> Iterator[str]:
    sites = [fact for fact in facts(text) if fact.kind == "url"]
    yield from (site.printed for site in sites if not ends_well(site.value.split("/")[0]))
    addresses = [range(site.start, site.end) for site in sites]
    meant = spelled(text)
    for word in re.finditer(r"\S+", text):
        changed = meant[word.start() : word.end()] != word.group()
        address = any(word.start() in address for address in addresses)
        mixed = _MIXED.match(text, word.start()) or _MIXED.search(word.group())
        if not address and (changed or mixed):
            yield word.group()


def _unknown(text: str, lang: str) -> Iterator[str]:
    sites = [range(fact.start, fact.end) for fact in facts(text) if fact.kind == "url"]
    for word in _WORD.finditer(text):
        seen, in_site = word.group(), any(word.start() in site for site in sites)
        if not in_site and mended(seen, lang) != seen:
            yield seen


def _is_common(char: str) -> bool:
    codes = [(char.encode(name, "ignore"), low, high) for name, low, high in _COMMON]
    return any(code and low <= code[0] <= high for code, low, high in codes)
