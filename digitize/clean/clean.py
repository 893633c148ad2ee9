"""Clean the reading: every rule reads every article and every piece of furniture, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from digitize.clean.evidence import Evidence
from digitize.clean.rule import Passage
from digitize.clean.rules import RULES
from digitize.errors import RecipeError
from digitize.grammar.languages import language, settle
from digitize.model.document import Document, apply, regions
from digitize.model.page import FURNITURE, WORDLESS, Region
from digitize.model.reading import join, read
from digitize.stage import Fact


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
        """Return the document with the edits of every rule made and kept."""
        tongues = Tongues()
        for name in self.rules:
            rule = RULES[name]()
            found = passages(document, tongues)
            document = apply(document, [edit for passage in found for edit in rule(passage)])
        return document


class Tongues:
    """The languages of a document's passages, each read once: no rule changes what is spoken."""

    def __init__(self) -> None:
        self._main: str | None = None
        self._known: dict[str, str] = {}
        self._texts: dict[str, str] = {}

    def of(self, name: str, chosen: Iterable[Region], known: Mapping[str, Region]) -> str:
        """Return the language of the passage `name`, that of most regions where it says none."""
        if name not in self._known:
            text = join(map(self._text, chosen))
            self._known[name] = language(text) or self._of_most(known)
        return self._known[name]

    def _of_most(self, known: Mapping[str, Region]) -> str:
        if self._main is None:
            self._main = settle(language(self._text(region)) for region in known.values())
        return self._main

    def _text(self, region: Region) -> str:
        if region.id not in self._texts:
            self._texts[region.id] = read(region.lines)
        return self._texts[region.id]


def passages(document: Document, tongues: Tongues | None = None) -> Iterator[Passage]:
    """Yield every article, every piece of furniture, and every region that no article has."""
    spoken = tongues or Tongues()
    known = regions(document)
    units = {region.id: page.scan.unit for page in document.pages for region in page.regions}
    words = Evidence(lambda: (line for region in known.values() for line in region.lines))
    year = _year(document.issue.date)

    def passage(name: str, *chosen: Region) -> Passage:
        return Passage(
            regions=chosen,
            kind="furniture" if chosen[0].role in FURNITURE else "article",
            unit=units[chosen[0].id],
            words=words,
            lang=spoken.of(name, chosen, known),
            year=year,
        )

    owned = {part for article in document.articles for part in article.parts}
    for article in document.articles:
        yield passage(article.id, *(known[part] for part in article.parts))
    for region in known.values():
        if region.id not in owned and region.role not in WORDLESS and region.lines:
            yield passage(region.id, region)


def _year(date: str | None) -> int | None:
    return int(date[:4]) if date and date[:4].isdigit() else None
