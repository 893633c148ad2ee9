"""Whether a line names its writer ("By ZHAO LEI") or where a report is from ("LONDON, May 2")."""

from __future__ import annotations

import re

_LONGEST = 90
"""Characters: a byline with two names, their trade and an address fits; a sentence does not."""

_MOST_NAMES = 12  # words after "By"; two full names with a trade and a place
_LONGEST_DATELINE = 60  # characters; longer lines tell the news already

_LEAD = re.compile(
    r"^[(\[]?\s*(by|written by|story by|text by|words by|photos? by|pictures? by|"
    r"von|par|por|di|"
    r"propos recueillis par|de notre|de nos|from our|from the|from a|from)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_SMALL = frozenset(
    "and in of the our for with at to a an & de la le du des von van der den zu zur und et y e "
    "our own special staff writer writers reporter reporters correspondent correspondents "
    "correspondence representative editor editors contributor sports city wire agency news press "
    "unserem unserer korrespondenten mitarbeiter notre nos envoyé spécial correspondant".split()
)
"""Words of a byline that are no names: trades, and the small words between names."""

_TRADES = re.compile(
    r"(?i)\b(staff (writer|reporter|correspondent|photographer)s?|(special|own) correspond\w+|"
    r"associated press writer|press writer|(eigene[rn]?|unser(em)?) (bericht|korrespondent)\w*|"
    r"(notre|nos) (correspondant|envoyé)\w*|special to (the|this)\b)"
)
_SENT_BY = re.compile(
    r"(?i)^from (?:our|a|the)\b.*\b(?:correspondent|reporter|representative)s?\W*$"
)
_OFFICE = re.compile(
    r"^(?:of the\s+|special to (?:the\s+)?|for the\s+)?(?:[\w'’&.-]+\s+){0,4}"
    r"(?:(?:staff|writer|reporter|correspondent|editor|columnist|critic|bureau|news service)s?"
    r"|redakt\w+|korrespondent\w*|mitarbeiter\w*|envoyée? spéciale?|correspondant\w*|rédact\w+"
    r"|redactor\w*|corresponsal)\.?$",
    re.IGNORECASE,
)
_BY_MEANS = re.compile(
    r"(?i)^(?:(?:special|our|private|submarine)\s+)*(?:telegraph|telegram|cable|mail|wire|wireless|"
    r"telephone|post|letter)s?\W*$"
)
"""How news came, not who wrote it: "BY TELEGRAPH." heads a column of dispatches."""
_AGENCIES = re.compile(
    r"(?i)^\W*(?:the )?(?:associated press|united press(?: international)?|reuters?|upi|afp|dpa|"
    r"agence france-presse|agence havas|wolffs? bureau|xinhua|新[華华]社|中央社|中新社)\W*$"
)
_OFFICE_WORDS = 6
_SHORT_WORD = 3  # letters; shorter words of a trade stand in lower case: "of the"
_MAIL = re.compile(r"\S+@\S+\.\w+")
_HAN = r"[\u2e80-\u2fdf\u3400-\u9fff]"  # radicals too: PDFs map some characters to them
_HAN_NAMES = rf"{_HAN}{{2,4}}(?:[\s、·,及和]+{_HAN}{{2,4}}){{0,3}}"
_HAN_TRADE = (
    r"(?:(?:本[報报刊]|新[華华]社|中新社|中央社|特[約约派]|實習|实习|見習|见习|首席|高[級级]|[駐驻]\S{1,4})*"
    r"(?:特派|特[約约])?(?:記者|记者|通[訊讯]員|通讯员|評論員|评论员|撰稿人?|編譯|编译))"
)
_HAN_WORK = (
    r"(?:圖文|图文|撰文|採訪|采访|整理|作者|編輯|编辑|翻譯|翻译|攝影|摄影|綜合|文|圖|图|譯|攝|摄)"
)
_HAN_BYLINE = re.compile(
    rf"^[\s【〔\[（(◎●■□◆▲△★]*(?:"
    rf"(?:{_HAN_TRADE}[\s:：／/]*{_HAN_NAMES}[\s／/、]*)+?"
    rf"(?:{_HAN_WORK}[\s:：／/]*{_HAN_NAMES}|{_HAN}{{0,4}}[報报][道導导]|{_HAN_WORK})?"
    rf"|{_HAN_WORK}[及、]?{_HAN_WORK}?\s*[／/:：|｜]\s*(?:{_HAN_TRADE}\s*)?{_HAN_NAMES}"
    rf"|{_HAN}{{2,4}}\s*[／/]\s*{_HAN_WORK}"
    rf")[\s】〕\]）)]*$"
)
_MONTHS = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?|"
    r"januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|"
    r"janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre"
)
_PLACE = r"(?:[A-ZÀ-Þ][\w.'’-]*(?:[ -](?:[A-ZÀ-Þ][\w.'’-]*|am|an|der|sur|de|of|on|upon|la|le))*)"
_DAY = (
    rf"(?:(?:{_MONTHS})\s*\d{{1,2}}(?:st|nd|rd|th)?|"
    rf"\d{{1,2}}(?:st|nd|rd|th|er|\.)?\s*(?:{_MONTHS}))"
)
_AGENCY = (
    r"\(?\b(?:AP|UP|UPI|INS|AFP|DPA|dpa|Reuters?|Reuter|Xinhua|Havas|Wolff|Special|[A-Z]{2,6})\b\)?"
)
_YEAR = r"(?:,?\s*\d{4})?"
_END = r"[\s.,:;)—–-]*"
_BEFORE_DAY = rf"\b(?i:until|till|by|from|before|after|since|to|in|for|next|last)\s+(?i:{_DAY})"
"""What says when something happens ("Rents Frozen Until June 30"), not when a report was sent."""
_DATELINE = re.compile(
    rf"^(?!.*{_BEFORE_DAY})[(\[]?{_PLACE}(?:,\s*(?:{_PLACE}|\w{{1,5}}\.))*[,.]?\s*(?i:(?:den|le|am)\s+)?(?i:{_DAY}){_YEAR}{_END}"
    rf"(?:(?:{_AGENCY}|\(Special[^)]*\)|\(By [^)]*\)){_END})*$"
)
_AGENCY_DATELINE = re.compile(rf"^{_PLACE}(?:,\s*{_PLACE})*\s*(?:\({_AGENCY}\)|/{_AGENCY}/){_END}$")
_TIME_OF_DAY = (
    r"(?:morning|afternoon|evening|night|noon|midnight|früh|vormittag|mittag|nachmittag|abend|"
    r"nacht|matin|midi|soir|nuit)"
)
_LONG_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|"
    r"mittwoch|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
)
_WEEKDAY_DATELINE = re.compile(
    rf"^{_PLACE}(?:,\s*{_PLACE})?,\s*(?i:{_LONG_WEEKDAY}(?:\.|,?\s+{_TIME_OF_DAY}\.?))$"
)
_RUN_IN = re.compile(
    r"^\W*[【〔\[（(〖][^】〕\]）)〗]{0,16}[訊讯電电][】〕\]）)〗]\s*\S|^本[報报社][訊讯]\s*\S|"
    r"^(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]{2,}\s?){1,3}(?:,\s*[A-Z][\w.]{1,12})?\s*(?:\([^)]{2,20}\)\s*)?(?:[—–]|--)\s*"
    r"[\"“‘']?[A-Z]"
)
_HEAD_OF_RUN_IN = re.compile(r"^(.{6,60}?)\s*(?:[—–]|--|\.-)\s*[\"“‘']?[A-ZÀ-Þ]")
_HAN_DATELINE = re.compile(
    r"^\s*("
    r"[【〔\[（(〖][^】〕\]）)〗]{0,16}?([訊讯電电]|專訪|专访|[報报]道|快[訊讯])[^】〕\]）)〗]{0,6}[】〕\]）)〗]"
    r"|(本[報报]|本社|新[華华]社|中新社|中央社|路透社|法新社|美聯社)[^\s，。]{0,18}[電电訊讯]"
    r")[：:\s]*$"
)
_WEEKDAY = re.compile(
    r"(?i)\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|星期|\b(\w+tag|mittwoch|sonnabend)\b|"
    r"\b(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b"
)


def is_byline(text: str) -> bool:
    """Return whether the whole of `text` says who wrote it; English, German, French, Chinese."""
    bare = " ".join(_MAIL.sub(" ", text).split())
    if not bare or len(bare) > _LONGEST:
        return False
    if _HAN_BYLINE.match(bare) or _AGENCIES.match(bare):
        return True
    lead = _LEAD.match(bare)
    rest = bare[lead.end() :] if lead else ""
    if _BY_MEANS.match(rest):
        return False
    if lead and _all_names(rest):
        named = "from" not in lead.group(1).lower()
        return named or bool(_TRADES.search(bare) or _SENT_BY.match(bare))
    plain = bare.strip("()[] ")
    return bool(_TRADES.match(plain)) and _all_names(plain)


def is_office(text: str) -> bool:
    """Return whether `text` may be a writer's trade, set under the name: "Herald Staff Writer".

    The address for letters to the writer stands there too.
    """
    words = text.split()
    if _MAIL.fullmatch(text.strip()):
        return True
    named = all(word[:1].isupper() or len(word) <= _SHORT_WORD for word in words[:-1])
    return named and len(words) <= _OFFICE_WORDS and bool(_OFFICE.match(" ".join(words)))


_BARE = re.compile(
    r"^(?:[A-ZÀ-Þ][\w.'’-]*\s+){1,3}[A-ZÀ-Þ][\w'’-]+(?:\s+(?:in|at|aus)\s+[A-ZÀ-Þ][\w.'’-]*"
    r"(?:\s+[A-ZÀ-Þ][\w.'’-]*){0,2})?$"
)


def may_be_byline(text: str) -> bool:
    """Return whether `text` could be a writer's bare name: "Maud Bell", "Maud Bell in York".

    Many a headline looks the same; type and place must say more.
    """
    return is_byline(text) or bool(_BARE.match(" ".join(text.split())))


def _all_names(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w.'’-]*", text)
    if not words or len(words) > _MOST_NAMES or re.search(r"\d", text):
        return False
    names = [word for word in words if word.lower().rstrip(".") not in _SMALL]
    trades = [word for word in words if len(word) > 3 and word.lower() in _SMALL]
    if any(not word[:1].isupper() for word in names):
        return False
    return bool(names or trades)


def is_dateline(text: str) -> bool:
    """Return whether the whole of `text` is the place and day of a report, or 【本報訊】.

    A weekday with a date makes it the date line of the newspaper itself, not of a report.
    """
    bare = " ".join(text.split())
    if not bare or len(bare) > _LONGEST_DATELINE:
        return False
    if _HAN_DATELINE.match(bare):
        return True
    if _WEEKDAY.search(bare):
        return bool(_WEEKDAY_DATELINE.match(bare))
    return bool(_DATELINE.match(bare) or _AGENCY_DATELINE.match(bare))


def opens_with_dateline(text: str) -> bool:
    """Return whether `text` is a report that opens with its place: "ROME, May 2.—The"."""
    head = _HEAD_OF_RUN_IN.match(text)
    return bool(_RUN_IN.match(text)) or (head is not None and is_dateline(head[1]))
