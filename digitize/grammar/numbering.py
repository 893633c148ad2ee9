"""How issues and pages are counted in print: "VOL. XII", "No. 4,811", 第三千七百九十七號, "A4"."""

from __future__ import annotations

import re

from digitize.grammar.dates import find_dates
from digitize.grammar.found import Found
from digitize.grammar.numerals import HAN_NUMERAL, digits, fold, han, number, roman
from digitize.grammar.ordinals import ordinal

_DIGITS = r"[\dlIOo|!SGBZQgq]"  # letters that damaged print has for 1 and 0; `_value` decides
_LOOKS = str.maketrans("SGBZgq", "568299")
_GROUPED = rf"{_DIGITS}{{1,3}}(?:[,.']{_DIGITS}{{3}})+(?!\d)"
_ROMAN = r"[IVXLCDMl1|!]{1,12}"
_COUNT = (
    rf"(?P<count>{_GROUPED}|{_DIGITS}{{1,6}}|{_ROMAN})(?![\w|])"
    r"(?P<more>[\s,][IVXLC]+(?!\w))?"
)
_NUMERAL = rf"(?P<count>{_GROUPED}|(?=\S*\d){_DIGITS}{{1,6}}(?![\w|]))"
_HAN_COUNT = (
    rf"(?P<count>[{HAN_NUMERAL}—–―ー-](?:\s?[{HAN_NUMERAL}ニ—–―ー-]){{0,8}}|\d{{1,3}}(?:,\d{{3}})+"
    r"|(?=[^\s號号期]*\d)[\dlIOoSGBZQ]{1,6})"
)
_GAP = r"\s*[.:,\-–—]{0,2}\s*"

_VOLUME_WORD = r"(?:v\s?[o0]\s?[l1I|](?:\s?ume)?|tome|band|bd)"
_YEAR_WORD = (
    r"(?:jahrgang|jahrg|jg|ann[ée]e|[åa]a?rg(?:ang|\.)|jaargang|jrg|årgång(?:en)?|a[ñn]o|anno)"
)
_NO_YEAR = r"(?!(?:1[6-9]|20)\d\d(?!\d))"  # "Anno 1923" is a year, not a count of years
_RANK = r"(?:\.|e|ᵉ|[eè]me|me|re|°|º|o|th|st|nd|rd|ste|de|te|:a|:e)?"
_NUMBER_WORD = (
    r"(?:n\s?[o0]|n[o0]s|n[°º]|nr|nro|num|núm|numm?er|number|num[ée]ro|número|numero|issue"
    r"|(?-i:H[o0O]|N[cCQD6]|N[nte]|H[r])(?=[.,]\s*\d))"  # damaged: "Ho. 23,321", "NC. 7"
)
_NO_MONEY = (
    r"(?!\s*(?:c|cts?|cents?|cent[ei]simi|c[ée]nt[ai]?mes?|céntimos?|fr|francs?|sous?|pf|pfg|rp|kr"
    r"|heller|kreuzer|groschen|rappen|pfennig\w?"
    r"|euros?|€)(?!\w))"
)
_NOT_TORN = (
    r"(?![,.]\d+[^\W\d])(?!\s\d{0,2},\d{3})(?!\s?[,.]\s\d{3}(?!\d))"  # "No. 3 6,159", "No. 4, 811"
)
_IN_WORDS = r"(?P<ordinal>[^\W\d_]+(?:(?:\s?-\s?|\s)[^\W\d_]+){0,4})"
_OPENS = r"(?:^|[—–.,;:|·•(*]\s*|\s-\s|\s{2,})"

_VOLUMES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\w){_VOLUME_WORD}(?![^\W\d_]){_GAP}(?-i:{_COUNT})",
        rf"(?<!\w){_YEAR_WORD}(?![^\W\d_]){_GAP}{_NO_YEAR}(?-i:{_COUNT}){_NO_MONEY}",
        r"^\W*(?-i:V(?:[oO0]\S?|[^\w\s]\S?)[.,:-]?\s+(?P<count>[IVXLC]{2,12}))(?!\w)",  # damaged
        rf"(?<![\w.,|])(?P<count>\d{{1,3}}|(?-i:[IVXLC]{{1,9}}))\s?{_RANK}\s?{_YEAR_WORD}(?![^\W\d_])",
        rf"{_OPENS}(?P<count>\d{{1,3}})\s?(?:st|nd|rd|th)\s+year(?!\w|\s+of\b)",
        rf"{_OPENS}(?P<count>\d{{1,3}})\.\s+jahr(?!\w)",
        rf"{_OPENS}{_IN_WORDS}\s+(?:year(?!\s+of\b)|ann[ée]e)(?!\w)",
        r"(?<!\w)(?P<ordinal>[^\W\d_]{4,40}(?:st|t)er)\s+jahrgang\b",
        rf"第\s*{_HAN_COUNT}\s*[卷巻]",
    )
)
_NUMBERS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\w){_NUMBER_WORD}(?![^\W\d_]){_GAP}{_NUMERAL}{_NOT_TORN}{_NO_MONEY}",
        rf"(?<!\w)n\.\s?{_NUMERAL}{_NOT_TORN}{_NO_MONEY}",
        r"(?<!\w)(?:n[°º]|num[ée]ro)\s?(?P<count>\d{1,3}(?:\s\d{3})+)(?!\d)",
        rf"№{_GAP}{_COUNT}",
        r"(?<!\w)N[^\w\s]\.\s*(?P<count>\d{1,3}(?:[,.']\d{3})+(?!\d)|\d{1,6}(?!\w))",  # damaged
        rf"(?:[总總]\s*)?第\s*{_HAN_COUNT}\s*[號号期]",
    )
)
_OTHER_NUMBER = re.compile(
    r"(?:tel|phone|telephone|fax|reg|registered|registration|register|licen[cs]e|permit|box|whole|"
    r"konto|kto|登記|登记|證|字)\.?\s*(?:as\s+)?$",
    re.IGNORECASE,
)
"""Words before "No." that make it the number of something else."""

_LABEL = r"(?P<label>[A-Z]{1,2}\s?-?\d{1,3}|\d{1,3}[A-Z]?)"
_PAGE_WORD = re.compile(
    rf"(?<!\w)(?:page|pg|p|seite|s|pagina|página|sida|side)\b\.?\s*(?:{_LABEL}|(?P<word>[a-z]+(?:-[a-z]+)?))"
    r"(?!\w)",
    re.IGNORECASE,
)
_PAGE_HAN = re.compile(
    rf"第\s*(?P<han>[{HAN_NUMERAL}]{{1,4}}|[A-Z]{{0,2}}\s?\d{{1,3}})\s*[版頁页面張张]"
    r"|(?<![\w])(?P<label>[A-Z]{1,2}\s?\d{1,3}|\d{1,3})\s*[版頁页面]"
    r"|版\s?(?P<after>[A-Z]{1,2}\s?\d{1,3})"
)
_AT_EDGE = rf"[\W_]*{_LABEL}[\W_]*"


def find_volume(text: str) -> Found | None:
    """Return the volume: "VOL. XII" gives "XII", "12. Jahrgang" gives "12", 第三卷 gives "3"."""
    return _first(_VOLUMES, text)


def find_number(text: str) -> Found | None:
    """Return the number of the issue in Arabic digits: "NO.34" gives "34", 第三號 gives "3".

    The number of a telephone, a licence or the whole series is not the issue's.
    """
    return _first(_NUMBERS, text)


def find_page_label(text: str) -> Found | None:
    """Return the page label: "Page Four" gives "4", "A 4" gives "A4", 第三版 gives "3".

    Without a word for page, a label counts only at the edge of the line, outside of any date.
    """
    plain = fold(text)
    for form in (_PAGE_HAN, _PAGE_WORD):
        for found in form.finditer(plain):
            value = _label(found)
            if value:
                return _found(text, value, found.start(), found.end())
    return _edge_label(text, plain)


def _edge_label(text: str, plain: str) -> Found | None:
    if text.rstrip().endswith("。"):
        return None  # a sentence ends: 百分之|73。
    for date in find_dates(plain):
        plain = plain[: date.start] + "#" * (date.end - date.start) + plain[date.end :]
    for form in (
        rf"^{_AT_EDGE}$",
        rf"^[\W_]*{_LABEL}(?=\s{{1,}}[^\d\s])",
        rf"(?<=[^\d])\s{_LABEL}[\W_]*$",
    ):
        found = re.search(form, plain)
        if found:
            return _found(text, _compact(found["label"]), *found.span("label"))
    return None


def _label(found: re.Match[str]) -> str:
    parts = found.groupdict()
    if parts.get("word"):
        value = number(parts["word"])
        rank = roman(parts["word"])
        return str(value or rank) if value or rank else ""
    if parts.get("han") and (value := han(parts["han"])) is not None:
        return str(value)
    return _compact(parts.get("label") or parts.get("after") or parts.get("han") or "")


def _compact(label: str) -> str:
    bare = re.sub(r"[\s-]", "", label).upper()
    return bare.lstrip("0") or bare


def _first(forms: tuple[re.Pattern[str], ...], text: str) -> Found | None:
    plain = fold(text)
    hits = sorted(
        (found for form in forms for found in form.finditer(plain)),
        key=lambda hit: (hit.start(), -hit.end()),
    )
    for found in hits:
        if not _OTHER_NUMBER.search(plain[max(0, found.start() - 24) : found.start()]) and (
            value := _counted(found)
        ):
            return _found(text, value, found.start(), found.end())
    return None


def _counted(found: re.Match[str]) -> str:
    parts = found.groupdict()
    if parts.get("ordinal"):
        return str(ordinal(re.sub(r"\s?-\s?", "-", parts["ordinal"])) or "")
    return _value(parts["count"] + (parts.get("more") or "").strip(" ,"))


def _value(count: str) -> str:
    """Return a count as it is meant, "" when damage leaves more than one reading.

    "XlI" is XII and "36,l59" is 36159; "1l" may be 11 and II.
    """
    if len(count) > 1:
        count = re.sub("[—–―ー-]", "一", count).replace("ニ", "二")
    rank = re.sub(r"[l1|!]", "I", count)
    if re.search(r"[VXLCDM]", count) or re.fullmatch(r"I+", count):
        return rank if roman(rank) else ""
    if re.fullmatch(r"[ivxlcdm]+", count) and roman(count.upper()):
        return count.upper()
    figures = sum(char.isdigit() for char in count)
    letters = sum(char.isalpha() or char in "|!" for char in count)
    plain = letters * 2 <= figures or re.fullmatch(r"[lI|!OoQ]?[2-9]|[2-9][lI|!OoQ]", count)
    value = digits(count.translate(_LOOKS)) if plain else None
    value = han(count) if value is None else value
    return "" if value is None else str(value)


def _found(text: str, value: str, start: int, end: int) -> Found:
    return Found(value=value, printed=text[start:end], start=start, end=end)
