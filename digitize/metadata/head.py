"""The furniture of a page as plain lines, with what is known of each line's type and place."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from digitize.grammar.escapes import unescape
from digitize.grammar.languages import language
from digitize.grammar.numerals import fold
from digitize.grammar.scripts import han_variant, is_han, script, spaced
from digitize.grammar.titles import looks_like_title
from digitize.metadata.facts import facts, leftovers
from digitize.metadata.letterspacing import unspaced
from digitize.metadata.places import is_place, settled
from digitize.metadata.spelling import spelled
from digitize.model.document import Document
from digitize.model.geometry import NOWHERE
from digitize.model.page import FURNITURE, WORDLESS, Line, Page, Region, Role, Word
from digitize.model.reading import printed

_UNREAD = frozenset({Role.NOISE, Role.INDEX})
"""Furniture that tells nothing of the issue."""

_TOP = frozenset({Role.NAMEPLATE, Role.MASTHEAD, Role.DATE_LINE})
_STATES = frozenset({"price", "pages", "number", "volume", "edition", "url", "date", "weekday"})
_LINKS = re.compile(
    r"(?:(?:price|preis|einzelpreis|einzelnummer|prix|precio|prezzo|prijs|a|per|each|single|copy|pr|and|und|le"
    r"|du|del|num[ée]ro|un|零售|每份|每張|售價|售价|定價|定价"
    r"|(?:郵發|邮发|統一|统一|國內|国内|[代刊][号號])+\W*[A-Z]{0,2}[\d-]*)\W*)+",
    re.IGNORECASE,
)
"""Words that only lead from one fact of the imprint to the next."""

_NAMELIKE = 0.75  # what `looks_like_title` gives words that are the name of a newspaper
_UPPER = 1 / 3  # of the page
_DISPLAY = 5  # times the type of the running text
_MIXED = 0.25  # share of the running text that makes a page one of two scripts
_APART = 3  # line heights, or rows of flat text: so wide a gap parts two statements of one line
_FEW = 4  # words beside a date line: a place, "Morning Edition"
PARTED = "   "
"""What stands between statements that white parts within one line."""

_SAMPLE = 40_000  # characters of running text: more does not change which language is most


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line of furniture, with escapes undone and full-width figures folded."""

    id: str
    region: str
    role: Role
    text: str
    size: float  # height of the type in page units; 0: unknown
    gap: float  # white above it since the line before, in line heights; 0 when unknown


@dataclass(frozen=True, slots=True)
class Tongue:
    """What the page is written in."""

    main: str  # BCP 47 of most of the running text, "" when there is none
    han: str  # which Chinese (or Japanese) its Han characters are: "zh-Hant", "ja" …
    mixed: bool = False  # as much of it is in another script, or nearly

    def of(self, text: str) -> str:
        """Return the language of a short text, plain Han settled by the page's other Han."""
        found = language(text)
        if found == "zh":
            return self.han or "zh"
        if found.startswith("zh") and self.han == "ja":
            return "ja"
        return found


def head_lines(page: Page) -> tuple[HeadLine, ...]:
    """Return the lines of the page's head and other furniture; noise and indexes left out."""
    found: list[HeadLine] = []
    before: Line | None = None
    for region in _head(page):
        for line in region.lines:
            text = fold(unescape(_printed(line))).strip()
            if text:
                found.append(_head_line(region, line, text, page, before))
                before = line
    return tuple(found)


def _crown(page: Page) -> frozenset[str]:
    """Return the headline that is the name of the paper, where layout found no nameplate.

    It is the largest type of a front page whose head states a number or a date, stands in the
    upper third, and is made of words that names of newspapers are made of.
    """
    roles = {region.role for region in page.regions}
    if page.number > 1 or Role.NAMEPLATE in roles or page.scan.unit == "cell":
        return frozenset()
    told = {
        fact.kind
        for region in page.regions
        if region.role in _TOP or region.role is Role.FOLIO
        for line in region.lines
        for fact in facts(fold(unescape(_printed(line))))
    }
    sized = (
        (line.size or line.box.height, region) for region in page.regions for line in region.lines
    )
    largest, crown = max(sized, key=lambda item: item[0], default=(0, None))
    if crown is None or not told & {"date", "number"} or crown.role is not Role.HEADLINE:
        return frozenset()
    named = all(looks_like_title(_printed(line)) >= _NAMELIKE for line in crown.lines)
    high = crown.box.y1 <= page.scan.height * _UPPER and largest >= _DISPLAY * body_size(page)
    return frozenset({crown.id}) if named and high else frozenset()


def _head(page: Page) -> Iterator[Region]:
    """Yield furniture, and text right after the head that states facts and nothing else.

    "PRICE THREE CENTS — 18 PAGES" over the first headline is no headline, nor is a line that is a
    date and nothing else. So is a scrap beside the head that was taken for dirt: "S$5".
    """
    open_head = page.number == 1
    above = _above_date(page) | _level(page)
    bottom = max((region.box.y1 for region in page.regions if region.role in _TOP), default=0)
    crown = _crown(page)
    for region in page.regions:
        if region.id in crown or region.id in above:
            yield region
            continue
        if region.role is Role.NOISE and page.number == 1 and region.box.y1 <= bottom:
            if all(_states_only(line, dates=False) for line in region.lines):
                yield region
            continue
        if region.role in FURNITURE:
            open_head = True
            if region.role not in _UNREAD:
                yield region
        elif open_head and region.lines:
            open_head = len(region.lines) <= 2 and all(map(_belongs, region.lines))
            if open_head:
                yield region


def _above_date(page: Page) -> frozenset[str]:
    """Return what stands over the date line of a front page in whose head layout found no date.

    It must name a paper or state facts: a report may open the page, too, with its place and day.
    """
    if page.number > 1:
        return frozenset()
    held: list[Region] = []
    for region in page.regions:
        dated = any(map(_dates, region.lines))
        if region.role is Role.BODY or (dated and region.role in FURNITURE):
            break
        held.append(region)
        lines = [line for one in held for line in one.lines]
        if dated and any(map(_opens, lines)):
            return frozenset(one.id for one in held)
    return frozenset()


def _level(page: Page) -> frozenset[str]:
    """Return the facts that stand in one row high on a scanned front page, a count among them.

    White parts the facts of such a row so widely that layout may take them one by one.
    """
    if page.number > 1 or page.scan.unit == "cell":
        return frozenset()
    stating = [
        region
        for region in page.regions
        if region.box.y1 <= page.scan.height * _UPPER and region.role is not Role.ADVERT
        if len(region.lines) == 1 and _belongs(region.lines[0])
    ]
    counts = [region for region in stating if _counts(region.lines[0])]
    return frozenset(
        region.id
        for region in stating
        for other in counts
        if len(stating) > 1 and 2 * region.box.overlap_y(other.box) > region.box.height
    )


def _counts(line: Line) -> bool:
    known = facts(spelled(fold(unescape(_printed(line)))))
    return bool({fact.kind for fact in known} & {"number", "volume"})


def _opens(line: Line) -> bool:
    text = spelled(fold(unescape(_printed(line))))
    return _counts(line) or looks_like_title(text) >= _NAMELIKE


def _belongs(line: Line) -> bool:
    """Whether a line of text is part of the head: nothing but facts, or a whole date line."""
    return _states_only(line) or _dates(line)


def _dates(line: Line) -> bool:
    """Whether a line is a date with little beside it: "BOSTON, PRIDAY, MAY 7, 1915".

    It names weekday and year, or other facts; the place of a report has neither.
    """
    text = spelled(fold(unescape(_printed(line))))
    known = facts(text)
    rest = [word for _, piece in leftovers(text, known) for word in piece.split()]
    day = next((fact.date for fact in known if fact.date), None)
    sure = day is not None and (day.weekday is not None or len(known) > 1)
    few = len(rest) <= _FEW + len(known)
    return sure and few and not any(word[0].islower() for word in rest)


def _states_only(line: Line, *, dates: bool = True) -> bool:
    text = spelled(fold(unescape(_printed(line))))
    known = facts(text)
    kinds = {fact.kind for fact in known}
    rest = [piece for _, piece in leftovers(text, known)]
    if "date" in kinds and (rest or not dates):
        return False  # a headline may well name a day
    return bool(kinds) and kinds <= _STATES and all(map(_leads, rest))


def _leads(piece: str) -> bool:
    return bool(_LINKS.fullmatch(piece) or is_place(piece) or settled(piece))


def _head_line(region: Region, line: Line, text: str, page: Page, before: Line | None) -> HeadLine:
    height = line.box.width if line.vertical else line.box.height
    size = 0.0 if page.scan.unit == "cell" else line.size or float(height)
    return HeadLine(line.id, region.id, region.role, text, size, _gap(line, before))


def _printed(line: Line) -> str:
    """Return the line's print, what stands wide apart parted by three spaces."""
    return PARTED.join(_cell_text(replace(line, words=tuple(cell))) for cell in _cells(line))


def _cells(line: Line) -> Iterator[list[Word]]:
    """Yield the words of a line cut at gaps wider than any between words of one statement."""
    held: list[Word] = []
    for word in line.words:
        if held and _is_apart(held[-1], word, line):
            yield held
            held = []
        held.append(word)
    if held:
        yield held


def _is_apart(one: Word, two: Word, line: Line) -> bool:
    if line.vertical or NOWHERE in (one.box, two.box) or len(one.text) == len(two.text) == 1:
        return False
    return two.box.x0 - one.box.x1 >= _APART * line.box.height


def _cell_text(line: Line) -> str:
    """Return print; a space between runs of Han stays, one between single Han goes.

    Letters set apart are set together: "T H E  T I M E S".
    """
    text = ""
    for part in unspaced(line):
        apart = spaced(text, part) or (len(text) > 1 and len(part) > 1)
        text += f" {part}" if text and apart else part
    return text


def _gap(line: Line, before: Line | None) -> float:
    if before is None or NOWHERE in (line.box, before.box) or line.vertical:
        return 0.0
    return max(0.0, (line.box.y0 - before.box.y1) / max(1, min(line.box.height, before.box.height)))


def body_size(page: Page) -> float:
    """Return the middle height of the type in running text; 0 when unknown."""
    if page.scan.unit == "cell":
        return 0.0
    sizes = sorted(
        line.size or float(line.box.height)
        for region in page.regions
        if region.role is Role.BODY
        for line in region.lines
    )
    return sizes[len(sizes) // 2] if sizes else 0.0


def tongue(document: Document) -> Tongue:
    """Return the language most of the running text is in, and whose Han it uses."""
    regions = [region for page in document.pages for region in page.regions]
    texts = [_text(region) for region in regions if _runs(region)]
    every = "".join(_text(region) for region in regions)[:_SAMPLE]
    counts: Counter[str] = Counter()
    for text in texts:
        counts[language(text)] += len(text) * (2 if script(text) != "Latn" else 1)
    counts.pop("", None)
    main = max(sorted(counts), key=lambda lang: counts[lang]) if counts else ""
    han = "ja" if main == "ja" else _han(every)
    wide = sum(count for lang, count in counts.items() if lang[:2] in ("zh", "ja"))
    mixed = min(wide, counts.total() - wide) >= _MIXED * counts.total()
    return Tongue(han if main.startswith("zh") else main, han, mixed and bool(counts))


def _han(text: str) -> str:
    if not any(map(is_han, text)):
        return ""
    return {"Hant": "zh-Hant", "Hans": "zh-Hans"}.get(han_variant(text), "zh")


def _runs(region: Region) -> bool:
    return region.role not in FURNITURE and region.role not in WORDLESS


def _text(region: Region) -> str:
    return " ".join(map(printed, region.lines))


def letters(texts: Iterable[str]) -> str:
    """Return the letters of `texts`, lower case and without accents, for comparing names."""
    spread = unicodedata.normalize("NFKD", " ".join(texts).casefold())
    return "".join(char for char in spread if char.isalnum())
