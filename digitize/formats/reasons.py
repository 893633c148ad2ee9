"""What was decided on a page and why, in short lines: article by article, then the furniture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from digitize.model.document import Article, Document, parts
from digitize.model.page import FURNITURE, WORDLESS, Join, Page, Region, Role
from digitize.model.reading import read

_LONGEST = 90  # characters of a headline that are shown
Kind = Literal["article", "region", "join", "loose", "heading"]


@dataclass(frozen=True, slots=True)
class Reason:
    """One line: `subject` names the article or region it is about, `score` how sure it is."""

    kind: Kind
    text: str
    subject: str = ""
    score: float | None = None


def numbered(page: Page) -> dict[str, int]:
    """Return the number of each region that is read, in reading order; noise has none."""
    silent = WORDLESS | {Role.NOISE}
    told = [region.id for region in page.regions if region.role not in silent]
    return {name: number for number, name in enumerate(told, start=1)}


def on_page(document: Document, page: Page) -> list[tuple[int, Article]]:
    """Return the articles with a part on `page`, each with its number in the issue."""
    here = {region.id for region in page.regions}
    return [
        (number, article)
        for number, article in enumerate(document.articles, start=1)
        if here & set(article.parts)
    ]


def reasons(document: Document, page: Page) -> Iterator[Reason]:
    """Yield what was decided on `page`: roles and joins of its articles, furniture, noise."""
    numbers = numbered(page)
    where = {region.id: one for one in document.pages for region in one.regions}
    for number, article in on_page(document, page):
        yield Reason("article", _title(document, article, number), article.id)
        yield from _of_article(document, article, page, numbers, where)
    furniture = [one for one in page.regions if one.role in FURNITURE and one.id in numbers]
    if furniture:
        yield Reason("heading", "furniture, in no article")
        yield from (_of_region(region, numbers) for region in furniture)
    noise = [one for one in page.regions if one.role is Role.NOISE]
    rules = sum(one.role is Role.SEPARATOR for one in page.regions)
    yield Reason("heading", f"{rules} rules, {len(noise)} regions rejected as noise")


def _title(document: Document, article: Article, number: int) -> str:
    head = " ".join(
        read(region.lines) for region in parts(document, article) if region.role is Role.HEADLINE
    )
    cut = head if len(head) <= _LONGEST else head[: _LONGEST - 1] + "…"
    return f"{number}  {article.kind}" + (f": {cut}" if cut else "")


def _of_article(
    document: Document,
    article: Article,
    page: Page,
    numbers: Mapping[str, int],
    where: Mapping[str, Page],
) -> Iterator[Reason]:
    into: dict[str, Join] = {join.second: join for join in article.joins}
    away = _elsewhere(article, page, where)
    if away:
        yield Reason("join", f"also on page {', '.join(away)}", article.id)
    for region in parts(document, article):
        if where[region.id].id != page.id:
            continue
        yield _of_region(region, numbers)
        join = into.get(region.id)
        if join is not None:
            yield Reason("join", _joined(join, numbers, where), region.id, join.score)
    for end in article.loose_ends:
        if end.line.split(".")[0] == page.id:
            yield Reason("loose", f"“{end.printed}”: {end.reason}", article.id, 0.0)


def _elsewhere(article: Article, page: Page, where: Mapping[str, Page]) -> list[str]:
    others = {where[part].id: where[part] for part in article.parts}
    return [one.label or str(one.number) for one in others.values() if one.id != page.id]


def _of_region(region: Region, numbers: Mapping[str, int]) -> Reason:
    number = f"{numbers[region.id]}  " if region.id in numbers else ""
    why = f": {region.reason}" if region.reason else ""
    return Reason("region", f"{number}{region.role}{why}", region.id, region.conf)


def _joined(join: Join, numbers: Mapping[str, int], where: Mapping[str, Page]) -> str:
    first = numbers.get(join.first)
    before = where.get(join.first)
    name = f"{first}" if first else f"page {before.label or before.number}" if before else "?"
    return f"after {name}: {join.reason}"


def wrapped(text: str, width: int, measure: Sequence[float]) -> list[str]:
    """Cut `text` into lines no wider than `width`; `measure` holds the width of each character."""
    lines, start, at, wide = [], 0, 0, 0.0
    space = -1
    while at < len(text):
        if text[at] == " ":
            space = at
        wide += measure[at]
        if wide > width and at > start:
            end = space if space > start else at
            lines.append(text[start:end])
            start = end + 1 if space > start else at
            at, wide, space = start, 0.0, -1
            continue
        at += 1
    lines.append(text[start:])
    return [line for line in lines if line]
