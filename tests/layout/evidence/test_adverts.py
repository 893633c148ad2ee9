from __future__ import annotations

import pytest

from digitize.layout.evidence.adverts import is_notice, sells

SOLD = [
    "Winter coats at $12.50 and $15. Fenwick & Co., 12 Harbour Street. Telephone 4-1187.",
    "TO LET. Furnished rooms. Apply to Mrs. Pope, 14 Chandlery Street.",
    "新裝開幕 減價三天 地址皇后大道中二十號 電話二三四五",
]
TOLD = [
    (
        "Even so, dealers in tea had their busiest day since 1881 yesterday, with turnover of "
        "$5.4 billion. A similar attempt was given up at a cost of HK$2.8 billion."
    ),
    "The dealer was fined $5 yesterday, and told to open daily at nine.",
    'If the sums are right, then $378 for the lease is a bargain," Tse argued late on Thursday.',
    "馮小姐認為，兩項已經虧本出售，她解釋當時電車只收四分錢。",
    "經理昨日表示，減價之後每份售價三角，據指出顧客增加一倍。",
]


@pytest.mark.parametrize("text", SOLD)
def test_what_is_to_be_had_sells(text: str) -> None:
    """Prices, addresses, numbers to call and words of trade make an advertisement."""
    assert sells(text) >= 0.6


@pytest.mark.parametrize("text", TOLD)
def test_a_report_of_trade_does_not_sell(text: str) -> None:
    """Who tells of yesterday offers nothing."""
    assert sells(text) < 0.45


@pytest.mark.parametrize(("text", "opens"), [("FOUND, a purse.", True), ("found, and 5", False)])
def test_a_notice_does_not_start_inside_a_sentence(text: str, *, opens: bool) -> None:
    """What starts in lower case goes on with a text, whatever its first word."""
    assert opens is is_notice(text)
