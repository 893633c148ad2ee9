"""Makes truth of what the browser says it has set."""

from __future__ import annotations

from typing import Any

from digitize.model.document import Kind
from digitize.model.geometry import Box
from digitize.model.page import FURNITURE
from digitize.model.reading import join
from digitize.score.truth import Furniture, Leaf, Printed, Story, Truth
from scripts.drawing.browser import Grey
from scripts.drawing.nameplates import Identity
from scripts.drawing.plan import Plan

_KINDS: dict[str, Kind] = {"ad": "advertisement", "tb": "table"}  # by the prefix of an item's name


def tell(plan: Plan, record: dict[str, Any], who: Identity, pages: list[Grey], note: str) -> Truth:
    """Return the truth of an issue as it was set: what did not fit on the page is not in it."""
    rows: list[dict[str, Any]] = record["lines"]
    langs = {chain.item: chain.lang for chain in plan.chains}
    langs |= {block.item: chain.lang for chain in plan.chains for block in chain.blocks}
    first = {row["item"]: row["page"] for row in reversed(rows) if row["item"]}
    items = sorted(first, key=lambda item: (first[item], item.startswith("ad"), item))
    stories = tuple(_story(item, rows, record["paragraphs"], langs.get(item, "")) for item in items)
    leaves = tuple(
        Leaf(
            file=f"page-{number}",
            width=image.shape[1],
            height=image.shape[0],
            pictures=tuple(Box(*one["box"]) for one in record["pictures"] if one["page"] == number),
        )
        for number, image in enumerate(pages, 1)
    )
    return Truth(
        issue=who.issue,
        articles=stories,
        furniture=tuple(_furniture(rows)),
        lines=tuple(_printed(row) for row in rows),
        pages=leaves,
        note=note,
    )


def _printed(row: dict[str, Any]) -> Printed:
    return Printed(
        page=row["page"],
        item=row["item"],
        role=_role(row["role"]),
        text=row["text"],
        box=Box(*row["box"]),
        paragraph=row["para"],
        vertical=row["vertical"],
        edges=tuple(row["edges"]),
    )


def _role(name: str) -> str:
    return "headline" if name == "jump-headline" else name


def _elements(rows: list[dict[str, Any]], *roles: str) -> list[str]:
    """Return the text of every element of these roles, its lines joined."""
    found: dict[int, list[str]] = {}
    for row in rows:
        if row["role"] in roles:
            found.setdefault(row["element"], []).append(row["text"])
    return [join(lines) for lines in found.values()]


def _furniture(rows: list[dict[str, Any]]) -> list[Furniture]:
    roles = {str(role) for role in FURNITURE}
    own = [row for row in rows if row["role"] in roles]
    found = []
    for element in dict.fromkeys(row["element"] for row in own):
        lines = [row for row in own if row["element"] == element]
        text = join(row["text"] for row in lines)
        found.append(Furniture(role=lines[0]["role"], text=text, page=lines[0]["page"]))
    return found


def _story(item: str, rows: list[dict[str, Any]], kept: dict[str, Any], lang: str) -> Story:
    own = [row for row in rows if row["item"] == item]
    told = [one for chain in kept.values() for one in chain if one["item"] == item]
    paragraphs = [one["text"].replace("\u00ad", "").strip() for one in told]
    kind: Kind = _KINDS.get(item.rstrip("0123456789"), "article")
    return Story(
        headline=join(_elements(own, "headline")),
        kicker=join(_elements(own, "kicker")),
        deck=join(_elements(own, "deck")),
        byline=join(_elements(own, "byline")),
        paragraphs=tuple(paragraphs or _elements(own, "body", "table")),
        captions=tuple(_elements(own, "caption", "credit", "pull-quote")),
        jumps=tuple(_elements(own, "jump-line", "jump-headline")),
        kind=kind,
        lang=lang,
        pages=tuple(sorted({row["page"] for row in own})),
    )
