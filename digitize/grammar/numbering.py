"""How issues and pages are counted in print: "VOL. XII", "No. 4,811", 第三千七百九十七號, "A4"."""

from __future__ import annotations

import re

from digitize.grammar.dates import find_dates
from digitize.grammar.found import Found
from digitize.grammar.numerals import HAN_NUMERAL, digits, fold, german_ordinal, han, number, roman

_COUNT = r"(?P<count>\d{1,3}(?:[,.']\d{3})+|\d{1,6}|[IVXLCDM]{1,12})(?![\w])"
_HAN_COUNT = rf"(?P<count>[{HAN_NUMERAL}]{{1,9}}|\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}})"
_GAP = r"\s*[.:,\-–—]?\s*"

_VOLUME_WORD = r"(?:vol(?:ume)?|v[o0]l|tome|band|bd|jahrgang|jahrg|jg|anno|a[ñn]o|[åa]rgang)"
_YEAR_WORD = r"(?:jahrgang|jahrg|jg|ann[ée]e|[åa]rgang)"
_NUMBER_WORD = r"(?:no|nos|n[°º]|nr|nro|num|núm|numm?er|number|num[ée]ro|número|issue)"
_NO_MONEY = r"(?!\s*(?:c|cts?|cents?|centimes?|fr|francs?|sous?|pf|pfg|rp|kr|euros?|€)(?!\w))"
_GROUPED = r"\d{1,3}(?:[,.']\d{3})+(?!\d)"

_VOLUMES = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\w){_VOLUME_WORD}\b{_GAP}{_COUNT}",
        r"^\W*(?-i:V(?:[oO0]\S?|[^\w\s]\S?)[.,:-]?\s+(?P<count>[IVXLC]{2,12}))(?!\w)",  # damaged
        rf"(?<![\w.,])(?P<count>\d{{1,3}})\s?(?:\.|e|ème|me|re|°|º|th|:a)\s?{_YEAR_WORD}\b",
        r"(?<!\w)(?P<ordinal>[^\W\d_]{4,40}(?:st|t)er)\s+jahrgang\b",
        rf"第\s*{_HAN_COUNT}\s*[卷巻]",
    )
)
_NUMBERS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\w){_NUMBER_WORD}(?![^\W\d_]){_GAP}(?P<count>{_GROUPED}|\d{{1,6}}(?!\w)){_NO_MONEY}",
        r"(?<!\w)(?:n[°º]|num[ée]ro)\s?(?P<count>\d{1,3}(?:\s\d{3})+)(?!\d)",
        rf"№{_GAP}{_COUNT}",
        rf"(?<!\w)N[^\w\s]\.\s*(?P<count>{_GROUPED}|\d{{1,6}}(?!\w))",  # damaged
        rf"(?:[总總]\s*)?第\s*{_HAN_COUNT}\s*[號号期]",
    )
)
_OTHER_NUMBER = re.compile(
    r"(?:tel|phone|telephone|fax|reg|registered|registration|register|licen[cs]e|permit|box|whole|"
    r"konto|kto|登記|登记|證)\.?\s*(?:as\s+)?$",
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
        return str(german_ordinal(parts["ordinal"]) or "")
    return _value(parts["count"])


def _value(count: str) -> str:
    if re.fullmatch(r"[IVXLCDMivxlcdm]+", count):
        return count.upper() if roman(count.upper()) else ""
    for read in (digits, han):
        value = read(count)
        if value is not None:
            return str(value)
    return ""


def _found(text: str, value: str, start: int, end: int) -> Found:
    return Found(value=value, printed=text[start:end], start=start, end=end)
