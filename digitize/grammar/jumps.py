"""Lines that send the reader to another page or say which page a story comes from.

A keyword may be misread or run into its neighbour, a page number may not. After the recipe of
Cal Poly's jumptagger, in English, German, French, Spanish, Italian, Portuguese, Dutch and Chinese.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, NamedTuple

from digitize.grammar.jumps_eastern import find_eastern
from digitize.grammar.jumps_mended import mend, plain
from digitize.grammar.sentences import ends_sentence

Direction = Literal["to", "from"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """One jump line.

    `page` is "4", "A4", the section "B", or one of "next", "previous", "last"; "" when the line
    names none ("未完"). `column` is set where the story goes on in another column.
    """

    direction: Direction
    page: str
    slug: str  # the catchword of the story, "" when none is printed
    printed: str
    column: str = ""  # "3", "next" or "previous"

    def fills(self, text: str) -> bool:
        """Return whether the text that it was found in is this jump line and little else."""
        return len(self.printed) >= _MOSTLY * len(text)


_NUMBERS = {
    word: str(number)
    for row in (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen",
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th",
        "1st 2d 3d",
        "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
        "ersten zweiten dritten vierten fünften sechsten siebenten achten neunten zehnten",
        "erste zweite dritte vierte fünfte sechste siebente achte neunte zehnte",
        "une deux trois quatre cinq six sept huit neuf dix onze douze",
        "première deuxième troisième quatrième cinquième sixième septième huitième neuvième",
        "1re 2e 3e 4e 5e 6e 7e 8e 9e 10e",
        "1ère 2ème 3ème 4ème 5ème 6ème 7ème 8ème 9ème 10ème",
        "primera segunda tercera cuarta quinta sexta séptima octava novena décima",
        "prima seconda terza quarta quinta sesta settima ottava nona decima",
        "1a 2a 3a 4a 5a 6a 7a 8a 9a 10a",
        "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende",
    )
    for number, word in enumerate(row.split(), start=1)
} | {
    "front": "1", "title": "1", "seconde": "2", "inside": "", "inner": "", "overleaf": "next",
    "next": "next", "following": "next", "nächsten": "next", "nächste": "next",
    "folgenden": "next", "suivante": "next", "siguiente": "next", "seguente": "next",
    "volgende": "next", "back": "last", "last": "last", "letzten": "last", "letzte": "last",
    "dernière": "last", "última": "last", "ultima": "last", "laatste": "last",
    "preceding": "previous", "previous": "previous", "précédente": "previous",
}  # fmt: skip
_WORDY = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_LOOK_ALIKES = {"l": "1", "I": "1", "O": "0"}
_PAGE = r"(?:page|pg|p|seite|s|página|pagina|pàgina|pág|pag|blz|sida|side)(?:\b[.,]?:?|(?=\d))"
_LABEL = (
    rf"(?P<page>(?-i:[A-Z]{{1,2}})[ -]?\d{{1,3}}|\d{{1,3}}(?:-?(?-i:[A-Z]))?|(?-i:[lIO])|"
    rf"(?:{_WORDY})|(?-i:[IVX]{{2,6}}))(?!\w)"
)
_SECTION = r"(?:section|sec\.|part)\s*(?P<section>(?-i:[A-Z])|\d|one|two|three|four)(?!\w)"
_COLUMN = rf"(?:col(?:umn)?s?\b\.?|spalte|colonne|columna)\s*(?P<column>\d{{1,2}}|{_WORDY})(?!\w)"
_TAIL = (
    r"(?:[\s,;.—–-]*\(?(?:(?:col(?:umn)?s?\.?|spalte|colonne|col\.)\s*\w{1,5}\.?|\w+\s+column\b|"
    r"(?:of\s+)?(?:(?:this|same|main|news|first|second) section|"
    r"section\s*(?P<within>(?-i:[A-Z]))\b)|sec\.?\s*(?P<part>(?-i:[A-Z]))\b))?"
)
_TAIL_OF_SHEET, _TAIL_OF_ORDINAL = (
    _TAIL.replace("within", f"within{number}").replace("part>", f"part{number}>")
    for number in (2, 3)
)
_AHEAD = (
    r"(?:(?:the|der|die|la|le|l'|el|de)\s*)?(?:"
    rf"{_SECTION}(?:,?\s*{_PAGE}\s*(?P<leaf>\d{{1,3}}))?|"
    rf"{_COLUMN}|(?P<beside>next|following|preceding|previous)\s+column\b|"
    rf"(?P<ordinal>{_WORDY})\s+(?:page|seite|página|pagina)\b{_TAIL_OF_ORDINAL}|"
    rf"{_PAGE}\s*(?:the\s+|no\.?\s*)?{_LABEL}{_TAIL}|"
    r"(?P<sheet>(?-i:[A-Z])[ -]?\d{1,2}(?-i:[A-Z])?|(?-i:\d{1,2}-?[A-Z]))(?!\w)(?P<only>)"
    rf"{_TAIL_OF_SHEET})"
)
_STRONG = (
    r"continued|continues|concluded|conclusion|cont'?d|contd|con't|cont|fortsetzung|fortgesetzt|"
    r"forts|schlu(?:ss|ß)|suite|vervolgt?|pasa|contin[uú]a|sigue|segue|viene|continuaci[oó]n|"
    r"continua[cç][aã]o"
)
_WEAK = r"see|sce|scc|turn|tum|go|jump|siehe|weiter|voir|zie|lees verder|flip"
_PREPOSITION = r"(?:(?:[o0c][nu]|on|to|in|at|en|auf|im|à|a|na|op|nella|ou|cn|an)\b\s*|(?=[àa]\s))?"
_SLUG = (
    r"(?:(?:as\s+)?[\"“”‘]?(?P<slug>[\w'&.-]+(?:\s+[\w'&.-]+){0,4}?)(?![\w'&])"
    r"[\s,.:/—–\"“”-]*"
    r"(?:\b(?:on|to|at)\b\s*)?)??"
)
_TO = re.compile(
    rf"(?i)(?<!\w)(?P<please>please\s+)?(?:(?:lire|voir|la|story|lesen sie)\s+)*"
    rf"(?P<key>{_STRONG}|{_WEAK}|to)(?!\w)[\s.,:—–-]*(?:verder|weiter)?\s*{_PREPOSITION}{_SLUG}{_AHEAD}"
)
_FROM = re.compile(
    rf"(?i)(?<!\w)(?P<key>(?:{_STRONG})[\s.,]*(?:[flti1]r[o0aec]\w{{1,2}}|f\w{{1,2}}[mn]|von|vom|van|"
    rf"der|del?|du|d'|da|dalla)(?!\w)|(?:story\s+)?(?:from|frorn|fron|[ptil]rom)|vervolg van)"
    rf"\s*{_AHEAD}"
)
_CAUGHT = r"(?P<slug>[A-ZÀ-Þ][A-ZÀ-Þ'&.-]+(?:\s[A-ZÀ-Þ'&.-]+){0,3}?)"
_CONTINUED = r"(?i:continued|continues|cont'?d|cont)\W+"
_PLAIN = re.compile(rf"^\W*(?:{_CAUGHT}\W+)??{_CONTINUED}(?i:on)\s+(?P<page>\d{{1,2}})\W*$")
_PLAIN_FROM = re.compile(
    rf"^\W*(?:{_CAUGHT}(?:\s*[,:/—–-]\s*|\s+(?={_CONTINUED})))??(?:{_CONTINUED})?"
    r"(?i:from)\s+(?P<page>[A-Z]?\d{1,2})\W*$"
)
_INSIDE = re.compile(
    r"(?i)(?<!\w)(?P<key>continued|continues)\s+(?:on\s+)?"
    r"(?:inside(?:\s+pages?)?|(?P<page>overleaf))(?!\w)"
)
_UNFINISHED = re.compile(
    r"(?i)^\W*(?:to be continued|(?:fortsetzung|schlu(?:ss|ß)) folgt|à suivre|(?:se )?continuará|"
    r"wordt vervolgd|la suite (?:à demain|au prochain numéro))\W*$"
)
_AGAIN = re.compile(
    r"^\W*(?P<slug>[A-ZÀ-Þ][\w'&.-]*(?:\s+[\w'&.-]+){0,4}?)\s*"
    r"(?:[(\[]\s*(?i:continued|cont'?d\.?|cont\.)\s*[)\]]|[—–-]+\s*(?i:continued))\W*$"
)
_POINTED_AT = frozenset(
    "story stories photo photos picture pictures editorial editorials map maps chart graphic table "
    "list box related more also details index inside letters advertisement ad report full page "
    "weather sports results scores".split()
)
"""What a pointer names that is no catchword of the story it stands in: "See photos, page 5"."""
_SEVERAL = re.compile(r"\s*[-–&]\s*\d|\s+(?:and|und|et|to|y)\s+\w?\d|,\s*\d")
"""More pages after the first: a pointer to many pages, where no story goes on."""
_ANY_STORY = frozenset("story article report text news speech letter".split())
"""What a jump line calls the report that goes on, whatever it tells: no catchword."""
_IS_STRONG = re.compile(rf"(?i)(?:{_STRONG})(?!\w)")
_MOSTLY = 0.6  # of a text that is a jump line
_AIMS = re.compile(r"(?i)\bto\b")
_OPENERS = '([【（«"“—–-*•▶►→>◀◄←/|:'
_LEAD = re.compile(r"(?P<lead>(?-i:[A-ZÀ-Þ])[\w'&.-]*(?:\s+[\w'&.-]+){0,4})\s*[,:/—–(\[-]*\s*$")
_SHOUTED = re.compile(
    r"(?P<lead>[A-ZÀ-Þ][A-ZÀ-Þ'&.-]+(?:\s+[A-ZÀ-Þ'&.-]+){0,3})\s*[,:/—–(\[-]*\s*$"
)


def find_jump(text: str) -> Jump | None:
    """Return the jump line in `text`, None when there is none."""
    eastern = find_eastern(text)
    if eastern:
        direction, page, said = eastern
        return Jump(direction=direction, page=page, slug="", printed=said)
    mended, places = mend(text)
    for direction, pattern in (("from", _FROM), ("to", _TO)):
        for match in pattern.finditer(mended):
            jump = _judged("from" if direction == "from" else "to", match, mended, places, text)
            if jump:
                return jump
    return _bare(mended, places, text)


def is_jump(text: str) -> bool:
    """Return whether `text` is a jump line and little else."""
    jump = find_jump(text)
    return jump is not None and jump.fills(text)


def _bare(mended: str, places: list[int], text: str) -> Jump | None:
    """Return the jump of a line that names no page, or a page by its bare number."""
    back, plain = _PLAIN_FROM.match(mended), _PLAIN.match(mended)
    again, open_ = _AGAIN.match(mended), _UNFINISHED.match(mended)
    inside = _INSIDE.search(mended)
    found = back or plain or again or open_ or inside
    if found is None or (found is inside and not _alone(mended[found.end() :])):
        return None
    slug = found.groupdict().get("slug") or ""
    return Jump(
        direction="from" if found in (again, back) else "to",
        page=_number(found.groupdict().get("page") or ""),
        slug=slug,
        printed=_cut(text, places, found.start(), found.end()),
    )


_CATCHWORD = re.compile(
    r"^(?:[►▶→»]|\W*(?P<lead>[A-ZÀ-Þ][A-ZÀ-Þ'&.-]+(?:\s[A-ZÀ-Þ'&.-]+){0,3})(?:\s*[,.:/—–-]|\s))\s*"
    rf"(?:(?i:{_PAGE})\s*(?P<page>[A-Z]?-?\d{{1,3}}[A-Z]?)|(?P<sheet>[A-Z]-?\d{{1,2}}))\W*$"
)


def find_catchword(text: str) -> Jump | None:
    """Return the jump in "RAILWAY, Page 2" or "► Page 2".

    There is no verb, so only a place under a column tells it. Over a page or in a box the same
    words point to what is inside.
    """
    match = _CATCHWORD.match(plain(text))
    slug = (match["lead"] or "") if match else ""
    if match is None or _is_pointer(slug):
        return None
    label = match["page"] or match["sheet"]
    return Jump(direction="to", page=label.replace("-", ""), slug=slug, printed=text.strip())


def _is_pointer(slug: str) -> bool:
    return any(word in _POINTED_AT for word in re.findall(r"[^\W\d_]+", slug.lower()))


def _alone(rest: str) -> bool:
    """Whether nothing is said after: points, brackets, an arrow, a speck at most."""
    return sum(map(str.isalnum, rest)) <= 1


class _Setting(NamedTuple):
    """A match, and what is printed around it."""

    match: re.Match[str]
    slug: str
    before: str
    after: str
    opened: bool  # nothing but a catchword stands before

    def said(self, name: str) -> str:
        """Return what a group of the match says, "" when it has no such group."""
        return self.match.groupdict().get(name) or ""


def _judged(
    direction: Direction, match: re.Match[str], mended: str, places: list[int], text: str
) -> Jump | None:
    """Return the jump that a match stands for, None where the words are prose or a pointer."""
    before, after = mended[: match.start()], mended[match.end() :]
    if _SEVERAL.match(after):
        return None
    strong = bool(_IS_STRONG.match(match["key"]))
    lead = _lead(before, shouted=not strong)
    start = match.start() if not lead else before.rfind(lead)
    opened = not any(map(str.isalnum, mended[:start]))
    name = "" if lead.lower() in _ANY_STORY else lead
    setting = _Setting(match, _slug(match) or name, before, after, opened)
    if not (_strong if strong else _weak)(direction, setting):
        return None
    page, column = _label(match)
    if not (page or column or _wordy(match)):
        return None
    return Jump(
        direction=direction,
        page=page,
        slug=setting.slug,
        printed=_cut(text, places, start, match.end()),
        column=column,
    )


def _strong(direction: Direction, setting: _Setting) -> bool:
    """Whether a verb that only jump lines have stands as one: "Continued on page 4"."""
    before, after, key = setting.before, setting.after, setting.match["key"]
    begun = setting.opened or before.rstrip().endswith(tuple(_OPENERS)) or ends_sentence(before)
    if direction == "from":
        return begun and (bool(setting.said("page")) or _alone(after) or setting.opened)
    closed = _alone(after) or after.lstrip(" .")[:1] in tuple(")]）】") or _is_named(after)
    room = key.lower() == "suite" and bool(setting.said("sheet"))
    return closed and (begun or key[:1].isupper()) and not room


def _weak(direction: Direction, setting: _Setting) -> bool:
    """Whether a verb of plain speech makes a jump line: it must say nothing else."""
    said, slug, before = setting.said("slug").strip(" ,.:/—–-"), setting.slug, setting.before
    if not _alone(setting.after) or (said and not slug) or _is_pointer(f"{slug} {said}"):
        return False
    key = setting.match["key"].lower()
    bare_turn = key in ("turn", "go", "jump", "flip") and not _AIMS.search(setting.match.group())
    if bare_turn or (key == "to" and said):
        return False
    begun = ends_sentence(before) or before.rstrip().endswith(tuple("([【（"))
    sure = slug.isupper() or bool(setting.said("please"))
    return setting.opened or (begun and sure and direction == "to")


def _lead(before: str, *, shouted: bool) -> str:
    """Return the catchword printed right before the keyword, "" when there is none."""
    found = (_SHOUTED if shouted else _LEAD).search(before)
    if found is None or any(map(str.isalnum, before[: found.start()])):
        return ""
    return _name(found["lead"].strip(" ,.:(—–-"))


def _slug(match: re.Match[str]) -> str:
    return _name((match.groupdict().get("slug") or "").strip(" ,.:/—–-'"))


def _name(slug: str) -> str:
    """Keep a slug only where it is set as one: capitals, not the end of a sentence."""
    words = re.findall(r"[^\W\d_]{2,}", slug)
    return slug if words and all(word[0].isupper() for word in words) else ""


def _is_named(after: str) -> bool:
    """Whether the rest of a line is only a catchword in capitals."""
    bare = after.strip(" .,:/()—–-")
    return bare.isupper() and len(bare.split()) <= 3


def _wordy(match: re.Match[str]) -> bool:
    return (match.groupdict().get("ordinal") or match.groupdict().get("page") or "").lower() in (
        "inside",
        "inner",
    )


def _label(match: re.Match[str]) -> tuple[str, str]:
    """Return the page and the column that a match names."""
    said = {name: value for name, value in match.groupdict().items() if value}
    if "beside" in said:
        return "", _NUMBERS[said["beside"].lower()]
    if "column" in said:
        return "", _number(said["column"])
    if "section" in said:
        return _number(said["section"]) + said.get("leaf", ""), ""
    raw = said.get("page") or said.get("sheet") or said.get("ordinal") or ""
    page = _number(raw)
    section = next((said[name] for name in said if name.startswith(("within", "part"))), "")
    return (section + page if section and page.isdigit() else page), ""


def _number(raw: str) -> str:
    bare = re.sub(r"[\s-]", "", raw)
    if bare in _LOOK_ALIKES or re.fullmatch(r"\d+[A-Z]", bare):  # "2a" is second, "2A" is not
        return _LOOK_ALIKES.get(bare, bare)
    return _NUMBERS.get(bare.lower(), bare.upper())


def _cut(text: str, places: list[int], start: int, end: int) -> str:
    """Return what is printed where the mended text has a match."""
    touched = places[start:end]
    return text[touched[0] : touched[-1] + 1].strip() if touched else ""
