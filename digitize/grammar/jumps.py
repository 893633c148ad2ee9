"""Lines that send the reader to another page or say which page a story comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Levenshtein

Direction = Literal["to", "from"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """One jump line: `page` is "4", "A4"; "" when the line names none ("未完")."""

    direction: Direction
    page: str
    slug: str  # the catchword of the story, "" when none is printed
    printed: str


_KEYWORDS = ("continued", "concluded", "fortsetzung", "page", "suite", "cont'd", "seite")
"""Words an engine may have misread; they are found again by edit distance, digits never are."""

_NUMBERS = {
    word: str(number)
    for row in (
        (
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen sixteen"
        ),
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "une deux trois quatre cinq six sept huit neuf dix onze douze",
    )
    for number, word in enumerate(row.split(), start=1)
} | {"inside": "", "next": "", "back": "", "following": ""}
_ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
_WORDY = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_LABEL = rf"(?P<page>[A-Z]{{0,2}}-?\d{{1,3}}[A-Z]?|[lIO]|{_WORDY}|[IVX]{{1,6}})"
_PAGE = r"(?:page|pg\.?|p\.|seite|s\.|página|pág\.?)"
_TAIL = r"(?P<tail>(?:\s*[,;]?\s*(?:col(?:umn)?s?\.?|spalte|section|sec\.)\s*\w{1,5}\.?)?)"
_AHEAD = (
    rf"(?:(?:on|to|in|at|auf|à|a)\s+)?(?:the\s+|la\s+)?"
    rf"(?:{_PAGE}\s*{_LABEL}|(?P<sheet>[A-Z]\d{{1,2}})(?=[\s.)\]]*$)|(?P<ordinal>{_ORDINALS}|next|back|inside|following)\s+page)\b{_TAIL}"
)
_TO = re.compile(
    rf"(?i)(?:(?P<lead>[\w'’&.-]+(?:\s[\w'’&.-]+){{0,3}})\s*[,—–-]*\s*\(?)??"
    rf"(?:please\s+)?\b(?P<key>continued|concluded|cont'd|contd\.?|cont\.|turn|see|siehe|voir|"
    rf"fortsetzung|suite|pasa|jump)\b[\s.,:—–-]*(?P<slug>(?:[\w'’&.-]+\s*){{0,5}}?)[\s,.:—–-]*{_AHEAD}"
)
_FROM = re.compile(
    rf"(?i)(?:(?P<lead>[\w'’&.-]+(?:\s[\w'’&.-]+){{0,4}}?)\s*[,:—–-]*\s*\(?)??"
    rf"\b(?P<key>continued\s+from|concluded\s+from|cont'd\.?\s+from|contd\.?\s+from|cont\.\s+from|"
    rf"from|fortsetzung\s+von|suite\s+de|viene\s+de)\b\s*{_AHEAD}"
)
_HAN_LABEL = r"(?P<page>[A-Za-z]{0,2}\d{1,3}|[〇零一二三四五六七八九十]{1,3})"
_HAN_TO = re.compile(
    rf"[（(【\[▶►→]*\s*(?:全?文|下|續|续|詳情|詳|详)?\s*(?:[轉转見见接刊]|續[轉見]|续[转见])\s*(?:於|于|第|自)?\s*"
    rf"{_HAN_LABEL}\s*[版頁页張张](?:[）)】\]]|$)?"
)
_HAN_FROM = re.compile(
    rf"[（(【\[◀◄←]*\s*(?:上接|緊接|紧接|接上|接自|續自|续自|續|续|上續|前接)\s*(?:自|第)?\s*"
    rf"{_HAN_LABEL}\s*[版頁页張张]"
)
_HAN_OPEN = re.compile(r"[（(【\[]\s*(?:未完(?:待[續续])?|待[續续]|下[續续])\s*[）)】\]]\s*$")
_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_LOOKALIKE = {"l": "1", "I": "1", "O": "0"}


def find_jump(text: str) -> Jump | None:
    """Return the jump line in `text`, None when there is none.

    English, German, French, Spanish and Chinese forms, after the recipe of Cal Poly's
    jumptagger: the keyword may be misread, the page number may not.
    """
    han = _find_han(text)
    if han:
        return han
    mended, spans = _mend(text)
    for direction, pattern in (("from", _FROM), ("to", _TO)):
        match = pattern.search(mended)
        if match and _serious(match, mended):
            return _jump("from" if direction == "from" else "to", match, text, spans)
    return None


_CATCHWORD = re.compile(
    r"^\W*(?P<lead>[A-ZÀ-Þ][A-ZÀ-Þ'’&.-]*(?:\s[A-ZÀ-Þ'’&.-]+){0,3})\s*[,.:—–-]\s*"
    rf"(?i:{_PAGE})\s*(?P<page>[A-Z]?\d{{1,3}})\W*$"
)


def find_catchword(text: str) -> Jump | None:
    """Return the jump in "RAILWAY, Page 2": no verb, so only a place under a column tells it.

    Over a page or in a box the same words point to what is inside.
    """
    match = _CATCHWORD.match(text)
    if match is None:
        return None
    return Jump(
        direction="to", page=match["page"].upper(), slug=match["lead"], printed=text.strip()
    )


def _find_han(text: str) -> Jump | None:
    came = _HAN_FROM.search(text)
    goes = _HAN_TO.search(text)
    if came:
        return Jump(direction="from", page=_han_page(came), slug="", printed=came.group().strip())
    if goes:
        return Jump(direction="to", page=_han_page(goes), slug="", printed=goes.group().strip())
    unfinished = _HAN_OPEN.search(text)
    if unfinished:
        return Jump(direction="to", page="", slug="", printed=unfinished.group().strip())
    return None


def _han_page(match: re.Match[str]) -> str:
    label = match.group("page")
    if label[-1].isdigit() and label[-1].isascii():
        return label.upper()
    if "十" not in label:
        return "".join(str(_DIGITS[char]) for char in label)
    tens, _, ones = label.partition("十")
    return str(10 * (_DIGITS[tens] if tens else 1) + (_DIGITS[ones] if ones else 0))


def _mend(text: str) -> tuple[str, list[tuple[int, int, int]]]:
    """Put misread keywords right; for each token: where it starts now, where it stood before."""
    pieces: list[str] = []
    spans: list[tuple[int, int, int]] = []
    at = 0
    for token in re.finditer(r"\s+|[^\W\d_]+(?:'[^\W\d_]+)?|.", text, re.DOTALL):
        piece = _keyword(token.group())
        spans.append((at, token.start(), token.end()))
        pieces.append(piece)
        at += len(piece)
    return "".join(pieces), spans


def _keyword(token: str) -> str:
    low = token.lower().replace("’", "'")
    if low in _KEYWORDS:
        return token
    for keyword in _KEYWORDS:
        room = 2 if len(keyword) >= 8 else 1
        near = len(low) >= 4 and low[0] == keyword[0] and low != "pages"
        if near and Levenshtein.distance(low, keyword) <= room and low not in ("site", "suites"):
            return keyword
    return token


def _serious(match: re.Match[str], text: str) -> bool:
    """Whether the words are a jump line and not prose: a label of digits or capitals, no range."""
    rest = text[match.end() :]
    if re.match(r"\s*[-–&]\s*\d|\s+and\s+\d", rest):
        return False  # pages 3-6: points to many pages, no story goes on there
    key = match.group("key").lower()
    weak = key in ("see", "from", "siehe", "voir", "turn", "jump")
    alone = len(rest.strip(" .)]】—–-*>►▶")) <= 3
    return alone or not weak


def _jump(
    direction: Direction, match: re.Match[str], text: str, spans: list[tuple[int, int, int]]
) -> Jump:
    groups = match.groupdict()
    raw = groups.get("page") or groups.get("sheet") or groups.get("ordinal") or ""
    page = _LOOKALIKE.get(raw) or _NUMBERS.get(raw.lower(), raw.upper().replace("-", ""))
    slug = (groups.get("slug") or "").strip(" ,.:—–-") or (groups.get("lead") or "").strip(
        " ,.(—–-"
    )
    touched = [span for span in spans if match.start() <= span[0] < match.end()]
    printed = text[touched[0][1] : touched[-1][2]] if touched else match.group()
    return Jump(direction=direction, page=page, slug=_name(slug), printed=printed.strip())


def _name(slug: str) -> str:
    """Keep a slug only where it is set as one: capitals, not the end of a sentence."""
    words = re.findall(r"[^\W\d_]{2,}", slug)
    return slug if words and all(word[0].isupper() for word in words) else ""
