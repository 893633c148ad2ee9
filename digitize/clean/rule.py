"""What a cleanup rule is given, and what it must be: it reads a passage and proposes edits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal, Protocol

from digitize.grammar.languages import language
from digitize.model.edit import Edit, Reword
from digitize.model.page import Line, Region, Word
from digitize.model.reading import read

_WITHOUT_LATIN = frozenset({"", "zh", "ja", "ko", "ru", "el"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is read in one go: an article's regions in reading order, or one piece of furniture."""

    regions: tuple[Region, ...]
    kind: Literal["article", "furniture"] = "article"
    unit: Literal["pixel", "cell"] = "pixel"  # what boxes count; cells: flat text, no scan
    words: Mapping[str, int] = field(default_factory=dict)  # see `evidence.whole_words`
    lang: str = ""  # main language, BCP 47; "" when nothing tells
    year: int | None = None  # of the issue; old spelling has its time
    changed: tuple[Line, ...] | None = None  # since the rule read them; None: it has read none

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, in reading order."""
        return tuple([line for region in self.regions for line in region.lines])

    @property
    def fresh(self) -> tuple[Line, ...]:
        """The lines that the rule has not read as they are now."""
        return self.lines if self.changed is None else self.changed

    def language_of(self, line: Line) -> str:
        """Return the language, BCP 47, whose word list serves the Latin words of a line.

        A line has few small words to be known by, so the passage is believed first; Latin words
        among Han are taken for English unless their line says otherwise.
        """
        if self.lang and self.lang.partition("-")[0] not in _WITHOUT_LATIN:
            return self.lang
        own = language(read([line]))
        return own if own.partition("-")[0] not in _WITHOUT_LATIN else "en"


def reworded(
    word: Word, after: str, *, rule: str, reason: str, conf: float | None
) -> Iterator[Reword]:
    """Yield the edit by which a word is read as `after`; nothing where it is read so already."""
    if after != word.reading:
        yield Reword(
            word=word.id, before=word.reading, after=after, rule=rule, reason=reason, conf=conf
        )


class Rule(Protocol):
    """A frozen dataclass whose fields are its options.

    Applied to its own result it proposes nothing more. It takes any text without an error, and
    edits only what it was shown.
    """

    name: ClassVar[str]

    def __call__(self, passage: Passage, /) -> Iterator[Edit]:
        """Yield what should be read otherwise, each with a reason in words."""
        ...
