"""Make articles of the stories of all pages, and link those that jump from page to page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from digitize.layout.across.continued import Link, link_jumps
from digitize.model.document import Article, Document, Kind, LooseEnd
from digitize.model.page import FURNITURE, WORDLESS, Join, Page, Region, Role
from digitize.stage import Fact

_KINDS: tuple[tuple[Role, Kind], ...] = (
    (Role.ADVERT, "advertisement"),
    (Role.NOTICE, "notice"),
    (Role.TABLE, "table"),
    (Role.CAPTION, "caption"),
)
"""Kinds of stories without text of their own, the first that fits."""


@dataclass(frozen=True, slots=True)
class Articles:
    """Turn stories into articles, across pages where jump lines say so."""

    name: ClassVar[str] = "articles"
    needs: ClassVar[frozenset[Fact]] = frozenset({"stories"})
    gives: ClassVar[frozenset[Fact]] = frozenset({"articles"})

    def __call__(self, document: Document, /) -> Document:
        """Return the document with articles; jump lines without another half are warned of."""
        stories = [story for page in document.pages for story in _stories(page)]
        links, loose = link_jumps(document.pages, stories)
        chains = _chains(len(stories), links)
        articles = tuple(
            replace(
                _article(document, number, [stories[at] for at in chain], links, chain),
                loose_ends=tuple(end for at in chain for end in loose.get(at, ())),
            )
            for number, chain in enumerate(chains, start=1)
        )
        warnings = tuple(_warning(end) for article in articles for end in article.loose_ends)
        return replace(document, articles=articles, warnings=document.warnings + warnings)


def _warning(end: LooseEnd) -> str:
    way = "leads nowhere" if end.direction == "to" else "comes from nowhere"
    return f"{end.line.split('.')[0]}: “{end.printed}” ({end.line}) {way}: {end.reason}"


def _stories(page: Page) -> list[tuple[Page, tuple[Region, ...]]]:
    """Return the page's stories, each with its regions in reading order."""
    found: dict[str, list[Region]] = {}
    for region in page.regions:
        if region.role not in FURNITURE | WORDLESS:
            found.setdefault(region.story or region.id, []).append(region)
    return [(page, tuple(regions)) for regions in found.values()]


def _chains(count: int, links: Sequence[Link]) -> list[list[int]]:
    following = {link.first: link.second for link in links}
    starts = [at for at in range(count) if at not in set(following.values())]
    chains = []
    for at in starts:
        chain = [at]
        while chain[-1] in following:
            chain.append(following[chain[-1]])
        chains.append(chain)
    return chains


def _article(
    document: Document,
    number: int,
    stories: Sequence[tuple[Page, tuple[Region, ...]]],
    links: Sequence[Link],
    chain: Sequence[int],
) -> Article:
    parts = [region for _, regions in stories for region in regions]
    names = {region.id for region in parts}
    joins = [join for page, _ in stories for join in page.joins if join.first in names]
    for link in links:
        if link.first in chain:
            first, second = (
                stories[chain.index(link.first)][1],
                stories[chain.index(link.second)][1],
            )
            joins.append(
                Join(first=first[-1].id, second=second[0].id, reason=link.reason, score=link.score)
            )
    return Article(
        id=f"{document.id}.a{number:04d}",
        parts=tuple(region.id for region in parts),
        kind=_kind(parts),
        joins=tuple(dict.fromkeys(joins)),
    )


def _kind(parts: Sequence[Region]) -> Kind:
    roles = [region.role for region in parts]
    if Role.ADVERT in roles and Role.BODY not in roles:
        return "advertisement"  # its display line, a headline, may have more lines than the rest
    weights = {role: sum(len(part.lines) for part in parts if part.role == role) for role in roles}
    main = max(weights, key=lambda role: (weights[role], role == Role.BODY))
    for role, kind in _KINDS:
        if main == role and not (role == Role.CAPTION and Role.BODY in roles):
            return kind
    text = {Role.BODY, Role.HEADLINE, Role.SUBHEADING, Role.PULL_QUOTE, Role.DECK}
    return "article" if text & set(roles) else "caption" if Role.CREDIT in roles else "other"
