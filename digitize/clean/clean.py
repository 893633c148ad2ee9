"""Clean the reading: every rule reads every article and every piece of furniture, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from digitize.clean.evidence import whole_words
from digitize.clean.rule import Passage
from digitize.clean.rules import RULES
from digitize.errors import RecipeError
from digitize.grammar.languages import language, settle
from digitize.model.document import Document, apply, regions
from digitize.model.page import FURNITURE, WORDLESS, Page, Region
from digitize.model.reading import read
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
        for name in self.rules:
            rule = RULES[name]()
            edits = [edit for passage in passages(document) for edit in rule(passage)]
            document = apply(document, edits)
        return document


def passages(document: Document) -> Iterator[Passage]:
    """Yield every article, every piece of furniture, and every region that no article has."""
    known = regions(document)
    units = {region.id: page.scan.unit for page in document.pages for region in page.regions}
    words = _words(document.pages)
    main = settle(language(read(region.lines)) for region in known.values())
    year = _year(document.issue.date)

    def passage(*chosen: Region) -> Passage:
        text = read(line for region in chosen for line in region.lines)
        return Passage(
            regions=chosen,
            kind="furniture" if chosen[0].role in FURNITURE else "article",
            unit=units[chosen[0].id],
            words=words,
            lang=language(text) or main,
            year=year,
        )

    owned = {part for article in document.articles for part in article.parts}
    for article in document.articles:
        yield passage(*(known[part] for part in article.parts))
    for region in known.values():
        if region.id not in owned and region.role not in WORDLESS and region.lines:
            yield passage(region)


def _words(pages: tuple[Page, ...]) -> Counter[str]:
    return whole_words(line for page in pages for region in page.regions for line in region.lines)


def _year(date: str | None) -> int | None:
    return int(date[:4]) if date and date[:4].isdigit() else None
