"""Documents that are hard on formats, and what of a document a page format keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from digitize.formats.xml import legal
from digitize.model.document import Document
from digitize.model.page import Line, Page, Region, Word
from digitize.model.step import Step
from tests.strategies import documents

_ODD = st.sampled_from(
    ["a\x0bb", "\ufffe", "<&>\"'", "𠮷埠", "]]>", "&amp;", "a\u200bb", "é", "_x0041_"]
)
_LANGS = st.sampled_from(["", "en", "de", "zh-Hant"])


@st.composite
def hard(draw: st.DrawFn) -> Document:
    """Return any document with broken words, vertical lines, odd characters, languages, steps."""
    document = draw(documents())
    langs = draw(st.lists(_LANGS, min_size=1, max_size=5))

    def line(item: Line, at: int) -> Line:
        lang = langs[at % len(langs)]
        words = tuple(replace(word, lang=lang) for word in item.words)
        odd: bool = draw(st.booleans())
        if words and odd:
            words = (replace(words[0], text=draw(_ODD), norm=draw(st.none() | _ODD)), *words[1:])
        return replace(item, words=words, vertical=draw(st.booleans()), bold=draw(st.booleans()))

    def page(item: Page) -> Page:
        regions = []
        for region in item.regions:
            lines = _broken(tuple(map(line, region.lines, range(9))), draw)
            regions.append(replace(region, lines=lines))
        step = Step(id=f"{item.id}.step01", name="read", version="0.1", options={"a": [1, "x"]})
        return replace(item, regions=tuple(regions), steps=(replace(step, tool="eye 1.0"),))

    steps = (Step(id="step01", name="clean", version="0.1", note="all"),)
    return replace(document, pages=tuple(map(page, document.pages)), steps=steps)


def _broken(lines: tuple[Line, ...], draw: st.DrawFn) -> tuple[Line, ...]:
    """Break a word over the end of some lines, read as one or as one with a hyphen."""
    held = list(lines)
    for at in range(len(held) - 1):
        upper, lower = held[at], held[at + 1]
        breaks: bool = draw(st.booleans())
        if upper.words and lower.words and breaks:
            whole = draw(st.sampled_from(["capabilities", "capabili-ties", "other"]))
            first = replace(upper.words[-1], text="capabili-", norm=whole)
            second = replace(lower.words[0], text="ties", norm="")
            held[at] = replace(upper, words=(*upper.words[:-1], first))
            held[at + 1] = replace(lower, words=(second, *lower.words[1:]))
    return tuple(held)


def kept(document: Document) -> dict[str, Any]:
    """Return what every format of pages keeps of a document, with characters as XML has them."""
    return {
        "pages": [(page.id, page.label, page.scan.path) for page in document.pages],
        "regions": _regions(document, lambda item: (item.id, item.role, item.box)),
        "lines": [
            (line.id, line.box, line.opens, line.vertical, line.bold)
            for region in _all(document)
            for line in region.lines
        ],
        "words": [_word(word) for region in _all(document) for word in _words(region)],
        "articles": document.articles,
    }


def _word(word: Word) -> tuple[object, ...]:
    norm = None if word.norm is None else legal(word.norm)
    return word.id, legal(word.text), norm, word.box, word.conf


def _all(document: Document) -> Iterator[Region]:
    return (region for page in document.pages for region in page.regions)


def _regions(document: Document, field: Callable[[Region], object]) -> list[object]:
    return [field(region) for region in _all(document)]


def _words(region: Region) -> Iterator[Word]:
    return (word for line in region.lines for word in line.words)


def langs(document: Document) -> list[str]:
    """Return the language of every word that says its own."""
    return [word.lang for region in _all(document) for word in _words(region)]
