"""Names of money in print: which sign, word or character is how much of what.

Each unit maps to the money it belongs to and how many of it make one: ("£", 240) for the old
penny. The money's ISO 4217 code is given only where the name alone tells it.
"""

from __future__ import annotations

DOLLARS = {
    "HK": "HKD", "US": "USD", "U.S.": "USD", "NT": "TWD", "S": "SGD", "A": "AUD", "AU": "AUD",
    "C": "CAD", "CA": "CAD", "CAN": "CAD", "NZ": "NZD", "MOP": "MOP", "R": "BRL", "TT": "TTD",
    "J": "JMD", "EC": "XCD", "FJ": "FJD",
}  # fmt: skip
"""What stands before a dollar sign."""

CODES = (
    "HKD USD TWD SGD AUD CAD NZD MOP EUR GBP CHF JPY CNY RMB MYR INR PHP THB KRW SEK NOK DKK ZAR "
    "DEM FRF ATS ITL ESP BEF NLG PLN CZK HUF RUB"
).split()
"""Codes that are printed as they are; RMB is written for CNY."""

SIGNS = {"£": "GBP", "€": "EUR", "₩": "KRW", "₹": "INR", "₱": "PHP", "฿": "THB", "₽": "RUB"}

LEADS: dict[str, tuple[str, str | None, int]] = {
    "rm": ("ringgit", "MYR", 1), "rp": ("rupiah", "IDR", 1), "rs": ("rupee", None, 1),
    "dm": ("mark", "DEM", 1), "mk": ("mark", None, 1), "fr": ("franc", None, 1),
    "frs": ("franc", None, 1), "lire": ("lire", None, 1),
    "kr": ("krone", None, 1), "pts": ("peseta", None, 1), "ptas": ("peseta", None, 1),
    "cent.": ("lire", None, 100), "centesimi": ("lire", None, 100),
}  # fmt: skip
"""Words before a sum: the money, its code where it is sure, and how many make one of it."""

UNITS: dict[str, tuple[str, int]] = {
    "cent": ("cent", 100), "ct": ("cent", 100), "¢": ("$", 100), "dollar": ("$", 1),
    "penny": ("£", 240), "pence": ("£", 240), "shilling": ("£", 20),
    "pfennig": ("mark", 100), "pfg": ("mark", 100),
    "pf": ("mark", 100), "mark": ("mark", 1), "mk": ("mark", 1), "dm": ("mark", 1),
    "rappen": ("franc", 100), "rp": ("franc", 100), "centime": ("franc", 100),
    "franc": ("franc", 1), "franken": ("franc", 1), "fr": ("franc", 1), "sou": ("franc", 20),
    "lire": ("lire", 1),
    "lira": ("lire", 1), "centesimi": ("lire", 100), "centesimo": ("lire", 100),
    "peseta": ("peseta", 1), "pta": ("peseta", 1),
    "céntimo": ("peseta", 100), "centimo": ("peseta", 100),
    "kr": ("krone", 1), "öre": ("krone", 100), "øre": ("krone", 100),
    "krone": ("krone", 1), "kronor": ("krone", 1), "kroner": ("krone", 1),
    "groschen": ("schilling", 100), "schilling": ("schilling", 1), "heller": ("krone", 100),
    "kreuzer": ("gulden", 60), "gulden": ("gulden", 1), "baht": ("baht", 1), "zł": ("zloty", 1),
    "kč": ("koruna", 1), "rupee": ("rupee", 1), "anna": ("rupee", 16), "sen": ("sen", 100),
    "peso": ("peso", 1), "centavo": ("peso", 100), "euro": ("€", 1),
}  # fmt: skip
LETTERS: dict[str, tuple[str, int]] = {
    "d": ("£", 240), "p": ("£p", 100), "c": ("cent", 100), "f": ("franc", 1),
}  # fmt: skip
"""Single letters after a sum."""

CONTINENTAL = (
    "centime sou franc pfennig mark rappen franken céntimo centavo peseta centesimi lire lira cent "
    "öre kreuzer groschen heller krone"
).split()
"""Units that continental papers print after a sum in words."""

SURE = {"dm": "DEM", "zł": "PLN", "kč": "CZK", "baht": "THB", "euro": "EUR", "£": "GBP"}
"""Units, or money, whose code needs no country."""

COINS = {
    "threehalfpence": 1.5, "pennyhalfpenny": 1.5, "onepennyhalfpenny": 1.5,
    "twopencehalfpenny": 2.5, "tuppencehalfpenny": 2.5, "threepencehalfpenny": 3.5,
    "threepence": 3, "twopence": 2, "tuppence": 2, "halfpenny": 0.5,
    "sixpence": 6, "fourpence": 4, "farthing": 0.25,
}  # fmt: skip
"""British coins as one word, in old pence."""

HAN_MONEY: dict[str, str | None] = {
    "港幣": "HKD", "港币": "HKD", "港元": "HKD", "港紙": "HKD", "人民幣": "CNY", "人民币": "CNY",
    "新台幣": "TWD", "新臺幣": "TWD", "新台币": "TWD", "台幣": "TWD", "臺幣": "TWD", "美金": "USD",
    "美元": "USD", "澳門幣": "MOP", "葡幣": "MOP", "坡幣": "SGD", "新幣": "SGD", "日圓": "JPY",
    "馬幣": "MYR", "加幣": "CAD", "澳幣": "AUD", "英鎊": "GBP", "歐元": "EUR", "大洋": None,
    "小洋": None, "叻幣": None, "叻銀": None, "國幣": None, "法幣": None, "銅元": None,
    "銅圓": None, "毫洋": None,
}  # fmt: skip
"""Money named before a Chinese sum; silver and copper of the past have no code."""

HAN_UNITS: dict[str, tuple[str, int]] = {
    "元": ("yuan", 1), "圓": ("yuan", 1), "圆": ("yuan", 1), "角": ("yuan", 10), "毫": ("yuan", 10),
    "分": ("yuan", 100), "仙": ("yuan", 100), "厘": ("yuan", 1000), "釐": ("yuan", 1000),
    "円": ("yen", 1), "銭": ("yen", 100), "錢": ("yen", 100), "占": ("yuan", 100),
    "枚": ("coin", 1), "文": ("coin", 1),
}  # fmt: skip
