"""What a cleanup rule is given, and what it must be: it reads a passage and proposes edits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal, Protocol

from digitize.model.edit import Edit
from digitize.model.page import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is read in one go: an article's regions in reading order, or one piece of furniture."""

    regions: tuple[Region, ...]
    kind: Literal["article", "furniture"] = "article"
    unit: Literal["pixel", "cell"] = "pixel"  # what boxes count; cells: flat text, no scan
    words: Mapping[str, int] = field(default_factory=dict)  # see `evidence.whole_words`
    lang: str = ""  # main language, BCP 47; "" when nothing tells
    year: int | None = None  # of the issue; old spelling has its time


class Rule(Protocol):
    """A frozen dataclass whose fields are its options.

    Applied to its own result it proposes nothing more. It takes any text without an error, and
    edits only what it was shown.
    """

    name: ClassVar[str]

    def __call__(self, passage: Passage, /) -> Iterator[Edit]:
        """Yield what should be read otherwise, each with a reason in words."""
        ...
