"""What a paper prints again and again: promos and standing notices, learnt over a run of issues.

A text block that stands nearly the same in several issues of one title, at the same kind of place,
is no news. One issue alone cannot tell, so this is learnt once all are there; what is found depends
on the issues alone, never on the order in which they were made.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from rapidfuzz import fuzz

from digitize.grammar.numerals import HAN_NUMERAL
from digitize.grammar.scripts import is_han
from digitize.metadata.head import letters
from digitize.model.document import Document, apply, regions
from digitize.model.edit import Relabel
from digitize.model.page import FURNITURE, WORDLESS, Page, Region, Role
from digitize.model.reading import printed

RULE = "recurring"
FEWEST = 3
"""Days on which a block must stand: a notice or a report may be printed twice."""

_ALIKE = 88  # percent of the letters of two printings of one block, as recognition reads them
_ALIKE_FIGURES = 70  # percent of the figures: prices and tides of another day share few
_FIGURES = 3  # fewer tell nothing
_LONG = 40  # letters of a block that tells by itself; a Han character counts as two and a half
_WHOLE = 24  # letters of a whole article that does
_HAN_WEIGHT = 2.5
_GRAM, _HAN_GRAM = 6, 3  # letters in a row that two printings of one block share
_SKETCH = 16  # of them that stand for a block: the least by checksum, whatever else it says
_ROOTS = 8  # blocks of one sketch that a further one is held against
_PAID = frozenset({Role.ADVERT, Role.NOTICE, Role.TABLE})

Place = Literal["front page", "inner page", "last page"]


@dataclass(frozen=True, slots=True)
class Block:
    """Regions of one issue that are read together, their letters, and the kind of place."""

    day: str
    issue: str  # name of its folder
    place: Place
    regions: tuple[str, ...]
    text: str


def blocks(name: str, document: Document) -> Iterator[Block]:
    """Yield the articles of an issue, and each long block in them, that may recur."""
    known, day = regions(document), document.issue.date or name
    where = {
        region.id: _place(page, document) for page in document.pages for region in page.regions
    }
    groups = [
        [known[part] for part in article.parts if known[part].role not in _PAID]
        for article in document.articles
    ]
    groups += _learnt(document)
    seen: set[tuple[str, ...]] = set()
    for group in groups:
        singles = [[region] for region in group if _weight(_text([region])) >= _LONG]
        for held in ([group] if _weight(_text(group)) >= _WHOLE else []) + singles:
            ids = tuple(region.id for region in held)
            if ids not in seen:
                seen.add(ids)
                yield Block(day, name, where[ids[0]], ids, _text(held))


def _learnt(document: Document) -> Iterator[list[Region]]:
    """Yield what an earlier pass took out of the articles, story by story."""
    told = _told(document)
    stories: dict[tuple[str, str], list[Region]] = defaultdict(list)
    for page in document.pages:
        for region in page.regions:
            if region.id in told:
                stories[page.id, region.story or region.id].append(region)
    yield from stories.values()


def _place(page: Page, document: Document) -> Place:
    if page.number == 1:
        return "front page"
    return "last page" if page is document.pages[-1] else "inner page"


def _text(group: Iterable[Region]) -> str:
    return letters(printed(line) for region in group for line in region.lines)


def _weight(text: str) -> float:
    han = sum(map(is_han, text))
    return len(text) - han + _HAN_WEIGHT * han


def recurring(found: Iterable[Block]) -> dict[str, tuple[Relabel, ...]]:
    """Return, by folder, what to say of the blocks that stand on several days of one title."""
    edits: dict[str, dict[str, Relabel]] = defaultdict(dict)
    for family in _families(sorted(found, key=_order)):
        days = sorted({block.day for block in family})
        if len(days) < FEWEST:
            continue
        reason = (
            f"stands nearly the same on the {family[0].place} of {len(days)} issues, "
            f"from {days[0]} to {days[-1]}"
        )
        for block in family:
            for region in block.regions:
                edits[block.issue].setdefault(
                    region,
                    Relabel(
                        region=region, before=Role.BODY, after=Role.PROMO, rule=RULE,
                        reason=reason, conf=0.9,
                    ),
                )  # fmt: skip
    return {name: tuple(own[key] for key in sorted(own)) for name, own in edits.items()}


def _order(block: Block) -> tuple[int, str, str, tuple[str, ...]]:
    """Order whole articles before their blocks, then by day and folder."""
    return -len(block.regions), block.day, block.issue, block.regions


def _families(ranked: Sequence[Block]) -> list[list[Block]]:
    """Return the blocks that are one text, each with the first printing it is like."""
    families: list[list[Block]] = []
    near: dict[tuple[Place, int], list[int]] = defaultdict(list)
    for block in ranked:
        keys = [(block.place, gram) for gram in _sketch(block.text)]
        tried = dict.fromkeys(number for key in keys for number in near[key])
        home = next(
            (number for number in tried if _same(families[number][0].text, block.text)), None
        )
        if home is None:
            home = len(families)
            families.append([])
        families[home].append(block)
        for key in keys:
            if home not in near[key] and len(near[key]) < _ROOTS:
                near[key].append(home)
    return families


def _same(one: str, two: str) -> bool:
    """Whether two texts are one, misread here and there; what has other figures is a report."""
    alike = fuzz.ratio(one, two, score_cutoff=_ALIKE) >= _ALIKE
    if not alike:
        return False
    figures = _figures(one), _figures(two)
    few = max(map(len, figures)) < _FIGURES
    return few or fuzz.ratio(*figures) >= _ALIKE_FIGURES


def _figures(text: str) -> str:
    return "".join(char for char in text if char.isdigit() or char in HAN_NUMERAL)


def _sketch(text: str) -> list[int]:
    size = _HAN_GRAM if is_han(text[:1]) else _GRAM
    grams = {text[at : at + size] for at in range(max(1, len(text) - size + 1))}
    return sorted(zlib.crc32(gram.encode()) for gram in grams)[:_SKETCH]


def learnt(document: Document, edits: Sequence[Relabel]) -> Document:
    """Return the document with its recurring blocks named; said before, they are said anew."""
    before = _told(document)
    known = regions(document)
    new = [
        replace(edit, before=before.get(edit.region, known[edit.region].role))
        for edit in edits
        if edit.region in before or _may_change(known[edit.region])
    ]
    again = frozenset(edit.region for edit in new)
    kept = tuple(
        edit
        for edit in document.edits
        if not (isinstance(edit, Relabel) and edit.rule == RULE and edit.region in again)
    )
    opened = tuple(
        replace(page, regions=tuple(_as_before(region, again, before) for region in page.regions))
        for page in document.pages
    )
    return apply(replace(document, pages=opened, edits=kept), new)


def _told(document: Document) -> dict[str, Role]:
    """Return the regions an earlier pass named, each with the role it had."""
    return {
        edit.region: edit.before
        for edit in document.edits
        if isinstance(edit, Relabel) and edit.rule == RULE
    }


def _may_change(region: Region) -> bool:
    return region.role not in FURNITURE | WORDLESS | _PAID


def _as_before(region: Region, again: frozenset[str], before: dict[str, Role]) -> Region:
    known = region.id in again and region.id in before
    return replace(region, role=before[region.id]) if known else region
