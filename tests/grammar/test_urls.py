from __future__ import annotations

import pytest

from digitize.grammar.urls import domain_name, find_urls, nation


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("See news updates on www.chinadaily.com.cn", ["www.chinadaily.com.cn"]),
        ("www.chinadailyhk.com HK $10", ["www.chinadailyhk.com"]),
        ("Read more at https://www.ft.com/x?y=1.", ["https://www.ft.com/x?y=1"]),
        ("nzz.ch", ["nzz.ch"]), ("straitstimes.com", ["straitstimes.com"]),
        ("WWW.SCMP.COM", ["WWW.SCMP.COM"]), ("lefigaro.fr", ["lefigaro.fr"]),
        ("mail us: news@paper.com", []), ("VOL.NO.34", []), ("ST.LOUIS", []),
        ("the end.in the", []), ("the com.hk label", []),
        ("www.harbourpost,com.hk", ["www.harbourpost,com.hk"]),
        ("U.S. and others", []), ("a.com b.org", ["a.com", "b.org"]),
        ("人民网网址:http://www.people.com.cn", ["http://www.people.com.cn"]),
    ],
)  # fmt: skip
def test_addresses_are_found(text: str, printed: list[str]) -> None:
    """Addresses are found as printed; abbreviations and mail addresses are none."""
    assert printed == [found.printed for found in find_urls(text)]


def test_the_value_is_in_lower_case_and_without_spaces() -> None:
    """An address that recognition pulled apart is put together."""
    assert ["www.scmp.com"] == [found.value for found in find_urls("WWW .SCMP.COM")]
    assert ["www.scmp.com.hk"] == [found.value for found in find_urls("www,scmp,com.hk")]


@pytest.mark.parametrize(
    ("url", "name", "country"),
    [
        ("www.chinadaily.com.cn", "chinadaily", "CN"), ("https://www.ft.com/x", "ft", ""),
        ("nzz.ch", "nzz", "CH"), ("news.bbc.co.uk", "bbc", "GB"), ("smh.com.au:80/a", "smh", "AU"),
    ],
)  # fmt: skip
def test_an_address_names_its_owner_and_country(url: str, name: str, country: str) -> None:
    """The label before the public part names the owner; a country domain names the country."""
    assert (name, country) == (domain_name(url), nation(url))
