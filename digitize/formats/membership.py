"""What page formats ask of the whole document: whose each region is, and who changed a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from digitize.grammar.languages import language, settle
from digitize.model.document import Article, Document
from digitize.model.edit import Reword
from digitize.model.page import Line, Page, Region, Word
from digitize.model.reading import read
from digitize.model.step import Step


@dataclass(frozen=True, slots=True)
class Part:
    """A region's place: in which article, and as its which part."""

    article: Article
    index: int


class Membership:
    """A document looked at from its regions and words."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.part_of = {
            region: Part(article, index)
            for article in document.articles
            for index, region in enumerate(article.parts)
        }
        self.rules_of: dict[str, tuple[str, ...]] = {}
        for edit in document.edits:
            if isinstance(edit, Reword):
                before = self.rules_of.get(edit.word, ())
                self.rules_of[edit.word] = tuple(dict.fromkeys((*before, edit.rule)))

    def articles(self, page: Page) -> Iterator[tuple[Article, tuple[Region, ...]]]:
        """Yield the articles that stand on a page with their regions there, in their own order."""
        held: dict[str, list[tuple[int, Region]]] = {}
        for region in page.regions:
            part = self.part_of.get(region.id)
            if part:
                held.setdefault(part.article.id, []).append((part.index, region))
        for article in self.document.articles:
            if article.id in held:
                yield article, tuple(region for _, region in sorted(held[article.id], key=_index))

    def rules(self, page: Page) -> tuple[str, ...]:
        """Return the rules that changed a word of the page, in the order they are met."""
        words = (word for region in page.regions for line in region.lines for word in line.words)
        return tuple(dict.fromkeys(rule for word in words for rule in self.changed_by(word)))

    def changed_by(self, word: Word) -> tuple[str, ...]:
        """Return the rules that gave a word its reading."""
        return () if word.norm is None else self.rules_of.get(word.id, ())


def _index(item: tuple[int, Region]) -> int:
    return item[0]


def steps(document: Document, page: Page) -> tuple[Step, ...]:
    """Return what was done to a page: its own steps, then those over the whole document."""
    return (*page.steps, *document.steps)


def spoken(lines: Iterable[Line]) -> str:
    """Return the BCP 47 tag of some lines: what most words say of themselves, else what is read."""
    held = tuple(lines)
    return settle(word.lang for line in held for word in line.words) or language(read(held))


def program(tool: str) -> tuple[str, str]:
    """Return a program's name and version: "rapidocr", "3.10.0 PP-OCRv6 small"."""
    words = tool.split(" ")
    at = next((at for at, word in enumerate(words) if at and word[:1].isdigit()), len(words))
    return " ".join(words[:at]), " ".join(words[at:])
