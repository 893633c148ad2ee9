"""The furniture of a page as plain lines, with what is known of each line's type and place."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from digitize.grammar.escapes import unescape
from digitize.grammar.languages import language
from digitize.grammar.numerals import fold
from digitize.grammar.scripts import han_variant, is_han, script, spaced
from digitize.metadata.facts import facts, leftovers
from digitize.metadata.letterspacing import unspaced
from digitize.model.document import Document
from digitize.model.geometry import NOWHERE
from digitize.model.page import FURNITURE, WORDLESS, Line, Page, Region, Role
from digitize.model.reading import printed

_UNREAD = frozenset({Role.NOISE, Role.INDEX})
"""Furniture that tells nothing of the issue."""

_TOP = frozenset({Role.NAMEPLATE, Role.MASTHEAD, Role.DATE_LINE})
_STATES = frozenset({"price", "pages", "number", "volume", "edition", "url", "date", "weekday"})
_LINKS = re.compile(
    r"(?:(?:price|preis|einzelpreis|prix|precio|prezzo|prijs|a|per|each|single|copy|pr|and|und|le"
    r"|num[ée]ro|un|零售|每份|每張|售價|售价|定價|定价)\W*)+",
    re.IGNORECASE,
)
"""Words that only lead from one fact of the imprint to the next."""

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


def _head(page: Page) -> Iterator[Region]:
    """Yield furniture, and text right after the head that states facts and nothing else.

    "PRICE THREE CENTS — 18 PAGES" over the first headline is no headline, nor is a line that is a
    date and nothing else. So is a scrap beside the head that was taken for dirt: "S$5".
    """
    open_head = page.number == 1
    bottom = max((region.box.y1 for region in page.regions if region.role in _TOP), default=0)
    for region in page.regions:
        if region.role is Role.NOISE and page.number == 1 and region.box.y1 <= bottom:
            if all(_states_only(line, dates=False) for line in region.lines):
                yield region
            continue
        if region.role in FURNITURE:
            open_head = True
            if region.role not in _UNREAD:
                yield region
        elif open_head and region.lines:
            open_head = len(region.lines) <= 2 and all(map(_states_only, region.lines))
            if open_head:
                yield region


def _states_only(line: Line, *, dates: bool = True) -> bool:
    text = fold(unescape(_printed(line)))
    known = facts(text)
    kinds = {fact.kind for fact in known}
    rest = [piece for _, piece in leftovers(text, known)]
    if "date" in kinds and (rest or not dates):
        return False  # a headline may well name a day
    return bool(kinds) and kinds <= _STATES and all(map(_LINKS.fullmatch, rest))


def _head_line(region: Region, line: Line, text: str, page: Page, before: Line | None) -> HeadLine:
    height = line.box.width if line.vertical else line.box.height
    size = 0.0 if page.scan.unit == "cell" else line.size or float(height)
    return HeadLine(line.id, region.id, region.role, text, size, _gap(line, before))


def _printed(line: Line) -> str:
    """Return the line's print; a space between runs of Han stays, one between single Han goes.

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
    return Tongue(han if main.startswith("zh") else main, han)


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
