"""What each part of the head is, once its facts are known: nameplate, date line, ear, promo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from digitize.grammar.scripts import is_han
from digitize.metadata.facts import facts
from digitize.metadata.head import HeadLine
from digitize.model.edit import Relabel
from digitize.model.page import FURNITURE, Role

_OPEN = frozenset({Role.NAMEPLATE, Role.MASTHEAD, Role.EAR, Role.DATE_LINE, Role.PROMO, Role.NOISE})
"""Roles that may be refined; a folio, an index, a running header stay what layout saw. Dirt is
only in the head when it states a fact."""

_STATES = frozenset(
    {
        "price",
        "number",
        "volume",
        "edition",
        "pages",
        "founded",
        "publisher",
        "frequency",
        "place",
        "sheets",
    }
)
_EAR_WORDS, _EAR_HAN = 4, 8


@dataclass(frozen=True, slots=True)
class Marks:
    """Which lines are the name, which the date, and which state any fact."""

    titled: frozenset[str]
    dated: frozenset[str]
    used: frozenset[str]


def relabel(lines: Sequence[HeadLine], marks: Marks) -> Iterator[Relabel]:
    """Yield a change for every region of the head whose role its own lines contradict."""
    for region, group in groupby(lines, key=lambda line: line.region):
        held = tuple(group)
        before = held[0].role
        if before in FURNITURE and before not in _OPEN:
            continue
        after, reason = _role(held, before, marks)
        if after is not before:
            yield Relabel(
                region=region, before=before, after=after, rule="masthead", reason=reason, conf=0.85
            )


def _role(held: tuple[HeadLine, ...], before: Role, marks: Marks) -> tuple[Role, str]:
    ids = {line.id for line in held}
    kinds = {fact.kind for line in held for fact in facts(line.text)}
    if ids & marks.titled:
        return Role.NAMEPLATE, "it is the paper's name"
    if ids & marks.dated:
        return Role.DATE_LINE, "the issue's date was read here"
    if before not in FURNITURE:
        return Role.MASTHEAD, "it states facts of the issue and nothing else"
    if "promo" in kinds and not kinds & _STATES:
        return Role.PROMO, "it points to other pages or to the paper's own site"
    stays = before is Role.EAR or (before is Role.PROMO and not ids & marks.used)
    if not stays and (kinds or ids & marks.used):
        return Role.MASTHEAD, "it states facts of the issue"
    return (before, "") if stays else _of_words(held, before, known=bool(marks.titled))


def _of_words(held: tuple[HeadLine, ...], before: Role, *, known: bool) -> tuple[Role, str]:
    """Return the role of words that state nothing; it takes a known name to tell."""
    if known and _is_short(held):
        return Role.EAR, "a few words beside the nameplate that are no fact of the issue"
    if known and before is not Role.MASTHEAD:
        return Role.MASTHEAD, "it is neither the name nor the date"
    return before, ""


def _is_short(held: tuple[HeadLine, ...]) -> bool:
    text = " ".join(line.text for line in held)
    han = sum(map(is_han, text))
    return han <= _EAR_HAN if han else len(text.split()) <= _EAR_WORDS
