"""Which country a place, an edition or an address belongs to, and which money it pays with.

A gazetteer of cities that newspapers are published in. A city in the United States alone is no
evidence: its name stands in other countries too (London, Ontario; Melbourne, Florida); a state
beside it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

_CITIES = {
    "HK": "hong kong|hongkong|kowloon|香港|本港|九龍",
    "MO": "macau|macao|澳門|澳门",
    "TW": "taipei|taiwan|kaohsiung|taichung|tainan|台北|臺北|台灣|臺灣|台湾|高雄|台中|臺中|台南",
    "CN": "beijing|peking|shanghai|guangzhou|canton|shenzhen|tianjin|tientsin|nanjing|nanking|wuhan"
    "|hankow|chongqing|chungking|chengdu|北京|北平|上海|廣州|广州|深圳|天津|南京|武漢|武汉|漢口|重慶|重庆"
    "|成都|杭州",
    "SG": "singapore|新加坡|星加坡|星洲",
    "MY": "kuala lumpur|penang|malaysia|johor bahru|ipoh|kuching|吉隆坡|檳城|馬來西亞|马来西亚",
    "JP": "tokyo|osaka|kyoto|nagoya|yokohama|kobe|sapporo|japan"
    "|東京|大阪|京都|名古屋|横浜|神戸|札幌",
    "KR": "seoul|busan|pusan|korea|서울|부산",
    "TH": "bangkok|曼谷",
    "PH": "manila|cebu|馬尼拉",
    "VN": "hanoi|saigon|西貢",
    "IN": "bombay|mumbai|calcutta|kolkata|delhi|new delhi|madras|chennai|hyderabad|bangalore"
    "|bengaluru|india",
    "AU": "sydney|melbourne|brisbane|adelaide|hobart|canberra|australia|雪梨|悉尼|墨爾本|澳洲",
    "NZ": "auckland|dunedin|christchurch|new zealand|紐西蘭|新西蘭",
    "CA": "toronto|montreal|montréal|vancouver|ottawa|winnipeg|calgary|edmonton|quebec|québec"
    "|ontario|canada|多倫多|溫哥華|加西|加東|加拿大",
    "US": r"united states|usa|u\.s\.a?\.|washington, d\. ?c|美國|美東|美东|美西|紐約"
    "|三藩市|洛杉磯|舊金山",
    "GB": "london|manchester|birmingham|liverpool|edinburgh|glasgow|leeds|bristol|belfast|cardiff"
    "|倫敦|英國",
    "IE": "dublin|cork|ireland",
    "ZA": "cape town|johannesburg|durban|pretoria",
    "FR": "paris|lyon|marseille|lille|bordeaux|toulouse|nantes|strasbourg|rennes|巴黎|法國",
    "DE": "berlin|hamburg|münchen|frankfurt|köln|leipzig|dresden|stuttgart|hannover|düsseldorf"
    "|bremen|nürnberg|bonn|augsburg|mannheim|karlsruhe",
    "AT": "wien|graz|linz|salzburg|innsbruck|klagenfurt",
    "CH": r"zürich|bern|basel|genève|lausanne|luzern|st\. ?gallen|winterthur|neuchâtel|lugano",
    "IT": "roma|milano|torino|napoli|firenze|genova|bologna|venezia|palermo",
    "ES": "madrid|barcelona|sevilla|valencia|bilbao|zaragoza",
    "PT": "lisboa|porto",
    "BR": "rio de janeiro|são paulo|brasil",
    "MX": "méxico",
    "AR": "buenos aires",
    "CL": "santiago de chile|valparaíso",
    "NL": "amsterdam|rotterdam|den haag|'s-gravenhage|utrecht|groningen|haarlem",
    "BE": "bruxelles|brussel|antwerpen|gent|liège",
    "SE": "stockholm|göteborg|malmö|uppsala",
    "NO": "oslo|bergen|trondheim|kristiania",
    "DK": "københavn|aarhus|odense|aalborg",
    "FI": "helsinki|helsingfors|turku|tampere",
    "PL": "warszawa|kraków|lwów|poznań|łódź",
    "CZ": "praha|prag|brno|brünn",
    "HU": "budapest",
}
_STATES = (
    r"Ala|Alaska|Ariz|Ark|Cal(?:if)?|Colo|Conn|Del|Fla|Ga|Idaho|Ill|Ind|Iowa|Kans?|Ky|La|Maine|Mass|Md"
    r"|Mich|Minn|Miss|Mo|Mont|Nebr?|Nev|N\.\s?H|N\.\s?J|N\.\s?M|N\.\s?Y|N\.\s?C|N\.\s?D(?:ak)?|Ohio"
    r"|Okla|Ore|Pa|Penn|R\.\s?I|S\.\s?C|S\.\s?D(?:ak)?|Tenn|Tex(?:as)?|Utah|Vt|Va|Wash|W\.\s?Va|Wis|Wyo"
    r"|D\.\s?C|Alabama|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia"
    r"|Hawaii|Illinois|Indiana|Kansas|Kentucky|Louisiana|Maryland|Massachusetts|Michigan|Minnesota"
    r"|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|Oklahoma"
    r"|(?:North|South) (?:Carolina|Dakota)|Oregon|Pennsylvania|Rhode Island|Tennessee|Vermont"
    r"|(?:West )?Virginia|Washington|Wisconsin|Wyoming"
)
_STATE = re.compile(rf",\s*(?:{_STATES})\.?$", re.IGNORECASE)
_CITY_FORMS = {
    country: re.compile(rf"(?<![^\W_])(?:{names})(?![a-zà-ÿ])", re.IGNORECASE)
    for country, names in _CITIES.items()
}
_CAPITAL = re.compile(r"wash[il1]n[gc]t[o0]n\W{0,3}d\W{0,2}[co0g]\W{0,2}", re.IGNORECASE)
_AMERICAN = (
    "new york|chicago|boston|philadelphia|baltimore|san francisco|los angeles|san diego|sacramento|"
    "oakland|seattle|portland|denver|st. louis|kansas city|omaha|milwaukee|minneapolis|st. paul|"
    "detroit|cleveland|cincinnati|columbus|indianapolis|pittsburgh|buffalo|rochester|newark|brooklyn|"
    "richmond|atlanta|savannah|charleston|new orleans|memphis|nashville|louisville|dallas|houston|"
    "honolulu|salt lake city|hartford|providence"
)
_PLAIN = frozenset(
    name
    for names in (*_CITIES.values(), _AMERICAN)
    for name in names.split("|")
    if name.replace(" ", "").replace(".", "").isalpha()
)
_PARTED = re.compile(
    r"(?<=[a-zA-Z]{3})(?:\s*,\s*|\s+)(?=(?:Ala|Ariz|Ark|Cal(?:if)?|Colo|Conn|Fla|Ill|Ind|Kans?|Mass|Mich|Minn|"
    r"Miss|Mont|Nebr?|Nev|Okla|Ore|Penn|Tenn|Tex|Wash|Wis|Wyo)\.?$)",
    re.IGNORECASE,
)
_LONG_ENOUGH = 5  # letters that one misread letter leaves telling

_MONEY = {
    "$": {"HK": "HKD", "SG": "SGD", "AU": "AUD", "CA": "CAD", "NZ": "NZD", "US": "USD", "TW": "TWD",
          "MO": "MOP", "MX": "MXN", "AR": "ARS", "CL": "CLP"},
    "yuan": {"CN": "CNY", "TW": "TWD", "HK": "HKD", "MO": "MOP"},
    "¥": {"CN": "CNY", "JP": "JPY"}, "yen": {"JP": "JPY"},
    "£": {"GB": "GBP"},
    "£p": {"GB": "GBP"},
    "franc": {"CH": "CHF", "FR": "FRF", "BE": "BEF"},
    "mark": {"DE": "DEM"}, "lire": {"IT": "ITL"}, "peseta": {"ES": "ESP"},
    "schilling": {"AT": "ATS"}, "krone": {"SE": "SEK", "NO": "NOK", "DK": "DKK"},
    "rupee": {"IN": "INR"}, "baht": {"TH": "THB"}, "forint": {"HU": "HUF"}, "koruna": {"CZ": "CZK"},
    "peso": {"PH": "PHP", "MX": "MXN", "AR": "ARS", "CL": "CLP"}, "sen": {"MY": "MYR"},
    "zloty": {"PL": "PLN"},
}  # fmt: skip
_MONEY["cent"] = {
    **_MONEY["$"],
    "FR": "FRF",
    "BE": "BEF",
    "NL": "NLG",
    "CH": "CHF",
}  # "5 cent." of a franc
_SINCE = {
    "DEM": (1948, 2001), "FRF": (1795, 2001), "BEF": (1832, 2001), "ITL": (1861, 2001),
    "ESP": (1869, 2001), "ATS": (1925, 2001), "CHF": (1850, 2100), "HKD": (1863, 2100),
    "TWD": (1949, 2100), "CNY": (1949, 2100), "AUD": (1966, 2100), "NZD": (1967, 2100),
    "CAD": (1858, 2100), "SGD": (1967, 2100), "USD": (1792, 2100), "JPY": (1871, 2100),
    "NLG": (1814, 2001),
    "MOP": (1894, 2100), "SEK": (1873, 2100), "NOK": (1875, 2100), "DKK": (1875, 2100),
}  # fmt: skip
"""Years in which a currency was money, first and last."""


def country(text: str) -> str:
    """Return the one country (ISO 3166) that a place's name points to, "" when none or several."""
    if _STATE.search(text.strip()):
        return "US"
    found = {code for code, form in _CITY_FORMS.items() if form.search(text)}
    return found.pop() if len(found) == 1 else ""


def is_abbreviated(place: str) -> bool:
    """Return whether a place ends in a state that is cut short: "Springfield, Ill"."""
    return (
        bool(re.search(rf",\s*(?:{_STATES})$", place, re.IGNORECASE))
        and len(place.rsplit(maxsplit=1)[-1]) < 6
    )


def parted(place: str) -> str:
    """Return a place with a comma before its state: "San Francisco Cal", "San Francisco,Cal"."""
    return _PARTED.sub(", ", place)


def meant(place: str) -> str:
    """Return a place in a state with its city as the gazetteer has it: "Son Francisco, Cal"."""
    city, comma, state = place.partition(",")
    known = not comma or city.casefold() in _PLAIN
    return place if known else f"{settled(city) or city}{comma}{state}"


def runs_together(place: str) -> bool:
    """Return whether a place is a known city and more, with no comma: "Manila Philippines"."""
    words = place.split()
    heads = (" ".join(words[:end]) for end in range(1, len(words)))
    return "," not in place and not is_place(place) and any(map(is_place, heads))


def is_place(text: str) -> bool:
    """Return whether `text` is a place's name and nothing more."""
    bare = text.strip(" .,;:()")
    if _STATE.search(bare):
        return len(bare.split()) <= 5
    return any(form.fullmatch(bare) for form in _CITY_FORMS.values())


def settled(name: str) -> str:
    """Return a damaged place as the gazetteer writes it ("Sydnfy", "Washington, D C"), else ""."""
    if _CAPITAL.fullmatch(name.strip()):
        return "Washington, D. C."
    budget = 1 if len(name) >= _LONG_ENOUGH else 0
    flat = name.strip().casefold()
    near = {city for city in _PLAIN if budget and OSA.distance(flat, city, score_cutoff=1) <= 1}
    return near.pop().title() if len(near) == 1 else ""


def currency(unit: str, countries: Iterable[str], year: int | None) -> str | None:
    """Return the currency of `unit` in the first of `countries` that has one of that name.

    None when no country is known, or the currency was no money in that year.
    """
    for code in countries:
        found = _MONEY.get(unit, {}).get(code)
        if found:
            first, last = _SINCE.get(found, (0, 9999))
            return found if year is None or first <= year <= last else None
    return None
