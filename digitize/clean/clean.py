"""Clean the reading: every rule reads every article and every piece of furniture, in order."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import compress
from operator import is_not
from typing import ClassVar

from digitize.clean.evidence import Evidence
from digitize.clean.rule import Passage, Rule
from digitize.clean.rules import RULES
from digitize.errors import RecipeError
from digitize.grammar.languages import language, settle
from digitize.model.document import Document, apply, regions
from digitize.model.edit import Edit
from digitize.model.page import FURNITURE, WORDLESS, Line, Region
from digitize.model.reading import join, printed
from digitize.stage import Fact

_ROUNDS = 5  # nothing met so far needed more than three


@dataclass(frozen=True, slots=True)
class Clean:
    """Apply cleanup rules, each to what the one before it left."""

    rules: tuple[str, ...] = tuple(RULES)

    name: ClassVar[str] = "clean"
    needs: ClassVar[frozenset[Fact]] = frozenset({"articles"})
    gives: ClassVar[frozenset[Fact]] = frozenset({"norms"})

    def __post_init__(self) -> None:
        for rule in self.rules:
            if rule not in RULES:
                raise RecipeError(f"no rule is called {rule!r}", hint=f"known: {', '.join(RULES)}")

    def __call__(self, document: Document, /) -> Document:
        """Return the document with the edits of every rule made and kept.

        What a later rule leaves may be more work for an earlier one, so what was changed since is
        read again, until no rule has anything to say: a cleaned document stays as it is.
        """
        aids = Aids(document)
        readers = [Reader(RULES[name]()) for name in self.rules]
        with _uncollected():
            for _ in range(_ROUNDS):
                before = document
                for reader in readers:
                    document = reader(document, aids)
                if document is before:
                    break
        return document


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let nobody look for cycles meanwhile: documents have none, and it takes a quarter longer."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


class Reader:
    """A rule that remembers what it has read, and reads only what is new to it."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._read: dict[str, Region] = {}
        self._shapes: set[tuple[str, ...]] = set()

    def __call__(self, document: Document, aids: Aids) -> Document:
        """Return the document with the rule's edits made."""
        edits: list[Edit] = []
        touched: set[str] = set()
        for passage in aids.passages(document):
            shape = tuple(region.id for region in passage.regions)
            same = all(self._read.get(region.id) is region for region in passage.regions)
            if not same or shape not in self._shapes:
                self._shapes.add(shape)
                found = list(self._rule(replace(passage, changed=tuple(self._changed(passage)))))
                edits += found
                touched.update(shape if found else ())
        document = apply(document, edits, within=touched)
        self._read = regions(document)
        return document

    def _changed(self, passage: Passage) -> Iterator[Line]:
        """Yield the lines that are not as they were when the rule read them."""
        for region in passage.regions:
            before = self._read.get(region.id)
            if before is None:
                yield from region.lines
            elif before is not region:
                yield from compress(region.lines, map(is_not, region.lines, before.lines))


class Aids:
    """What rules know of a document beyond the passage: its words, as printed, and languages.

    Both are of the print, so that no rule's edits change what another one knows.
    """

    def __init__(self, document: Document) -> None:
        self._regions = regions(document)
        self._passages: tuple[Document, list[Passage]] | None = None
        self._main: str | None = None
        self._known: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self.words = Evidence(
            lambda: (line for region in self._regions.values() for line in region.lines)
        )

    def passages(self, document: Document) -> list[Passage]:
        """Return the passages of a state of the document, found once for all rules."""
        if self._passages is None or self._passages[0] is not document:
            self._passages = document, list(passages(document, self))
        return self._passages[1]

    def language_of(self, name: str, chosen: Iterable[Region]) -> str:
        """Return the language of the passage `name`, that of most regions where it says none."""
        if name not in self._known:
            text = join(map(self._text, chosen))
            self._known[name] = language(text) or self._of_most()
        return self._known[name]

    def _of_most(self) -> str:
        if self._main is None:
            self._main = settle(language(self._text(one)) for one in self._regions.values())
        return self._main

    def _text(self, region: Region) -> str:
        if region.id not in self._texts:
            self._texts[region.id] = join(map(printed, region.lines))
        return self._texts[region.id]


def passages(document: Document, aids: Aids | None = None) -> Iterator[Passage]:
    """Yield every article, every piece of furniture, and every region that no article has."""
    aids = aids or Aids(document)
    known = regions(document)
    units = {region.id: page.scan.unit for page in document.pages for region in page.regions}
    year = _year(document.issue.date)

    def passage(name: str, lang: str, *chosen: Region) -> Passage:
        return Passage(
            regions=chosen,
            kind="furniture" if chosen[0].role in FURNITURE else "article",
            unit=units[chosen[0].id],
            words=aids.words,
            lang=lang or aids.language_of(name, chosen),
            year=year,
        )

    owned = {part for article in document.articles for part in article.parts}
    for article in document.articles:
        yield passage(article.id, article.lang, *(known[part] for part in article.parts))
    for region in known.values():
        if region.id not in owned and region.role not in WORDLESS and region.lines:
            yield passage(region.id, region.lang, region)


def _year(date: str | None) -> int | None:
    return int(date[:4]) if date and date[:4].isdigit() else None
