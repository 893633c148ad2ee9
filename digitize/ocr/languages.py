"""Languages: say of every line, region and article which language and script it is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

from digitize.grammar.languages import language, settle
from digitize.grammar.scripts import script
from digitize.model.document import Article, Document, regions
from digitize.model.page import Line, Page, Region
from digitize.model.reading import read
from digitize.stage import Fact

CHINESE = ("Hani", "Hant", "Hans")
"""Han that both character sets have, and the two that have some of their own."""


_TELLING = 20
"""Words whose own small words say more than what they were read as."""


class Told(NamedTuple):
    """A language as a BCP 47 tag and a script of ISO 15924, "" where nothing tells."""

    lang: str = ""
    script: str = ""


@dataclass(frozen=True, slots=True)
class Languages:
    """Tell language and script from the words; what tells nothing goes with what is around it.

    So a headline is in the language of its page, a line of figures in that of its region, and
    Chinese without a character that is only traditional or only simplified is of the page's kind.
    """

    name: ClassVar[str] = "languages"
    needs: ClassVar[frozenset[Fact]] = frozenset({"words"})
    gives: ClassVar[frozenset[Fact]] = frozenset()

    def __call__(self, document: Document, /) -> Document:
        """Return the document with `lang` and `script` in its lines, regions and articles."""
        done = replace(document, pages=tuple(map(_page, document.pages)))
        known = regions(done)

        def article(one: Article) -> Article:
            parts = [known[part] for part in one.parts]
            here = told([line for part in parts for line in part.lines], _around(parts))
            return replace(one, **here._asdict())

        return replace(done, articles=tuple(map(article, document.articles)))


def _around(parts: Sequence[Region]) -> Told:
    """Return what the first part is in that tells."""
    return next((Told(part.lang, part.script) for part in parts if part.script), Told())


def _page(page: Page) -> Page:
    here = told([line for region in page.regions for line in region.lines], Told())
    return replace(page, regions=tuple(_region(region, here) for region in page.regions))


def _region(region: Region, around: Told) -> Region:
    here = told(region.lines, around)
    lines = tuple(replace(line, **told([line], here)._asdict()) for line in region.lines)
    return replace(region, lines=lines, **here._asdict())


def told(lines: Sequence[Line], around: Told) -> Told:
    """Return what lines are in; `around` is what the print around them is in."""
    words = [word for line in lines for word in line.words]
    if not words:
        return Told()
    text = read(lines)
    code = script(text)
    if not code:
        return around
    alike = _family(code) == _family(around.script)
    own = [word for word in words if _family(script(word.reading)) == _family(code)]
    by_words, by_text = settle(word.lang for word in own), language(text)
    lang = by_text or by_words if len(own) >= _TELLING else by_words or by_text
    if alike and lang in ("", "zh"):
        lang = around.lang
    return Told(lang, around.script if alike and code == CHINESE[0] else code)


def _family(code: str) -> str:
    """Return a script's code, one for all that is written in Chinese characters."""
    return CHINESE[0] if code in CHINESE else code
