"""Match the jump lines of one page with those of another, one to one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from digitize.grammar.jumps import Direction, Jump, find_catchword, find_jump
from digitize.grammar.sentences import ends_sentence, starts_inside
from digitize.model.page import Page, Region, Role
from digitize.model.reading import printed, read

_ASIDE = frozenset({Role.CAPTION, Role.CREDIT, Role.JUMP_LINE})
_HEADS = frozenset({Role.HEADLINE, Role.KICKER, Role.DECK, Role.BYLINE})
Story = tuple[Page, tuple[Region, ...]]

_ACCEPT = 0.55  # score from which two stories are one (text-and-layout §3)
_LAST = 2  # lines at the end of a story that may say where it goes on
_FIRST = 3  # lines at its start that may say where it comes from
_PAGES, _SLUGS, _SYNTAX, _ORDER = 0.40, 0.35, 0.15, 0.10  # what the evidence weighs


class Link(NamedTuple):
    """Two stories, by number, that are one article."""

    first: int
    second: int
    reason: str
    score: float


class _End(NamedTuple):
    story: int
    page: Page
    jump: Jump
    line: str  # id


def link_jumps(pages: Sequence[Page], stories: Sequence[Story]) -> tuple[list[Link], list[str]]:
    """Return the links that score best, each story used once each way, and what stays open."""
    outgoing = list(_ends(stories, "to"))
    incoming = list(_ends(stories, "from"))
    scored = sorted(
        (
            (*_score(stories, out, into), out, into)
            for out in outgoing
            for into in _targets(stories, incoming, out)
        ),
        key=lambda item: (-item[0], item[2].story, item[3].story),
    )
    links: list[Link] = []
    for score, reason, out, into in scored:
        taken = any(link.first == out.story or link.second == into.story for link in links)
        circle = out.story == into.story or _reaches(links, into.story, out.story)
        if score >= _ACCEPT and not taken and not circle:
            links.append(Link(out.story, into.story, reason, round(score, 2)))
    links += _unsent(stories, incoming, links)
    links += _turned(pages, stories, links)
    return links, list(_open(pages, links, outgoing, incoming))


def _unsent(
    stories: Sequence[Story], incoming: Sequence[_End], links: Sequence[Link]
) -> Iterator[Link]:
    """Yield links to the one story that breaks off on the page that a jump line names."""
    for into in incoming:
        if any(link.second == into.story for link in links):
            continue
        loose = [
            at
            for at, (page, regions) in enumerate(stories)
            if into.jump.page in _names(page)
            and page.id != into.page.id
            and any(region.role in _HEADS for region in regions)
            and not any(link.first == at for link in links)
            and (text := _text(stories[at], last=True))
            and not ends_sentence(text)
        ]
        if len(loose) == 1:
            yield Link(loose[0], into.story, "the one story that breaks off on that page", 0.6)


def _turned(
    pages: Sequence[Page], stories: Sequence[Story], links: Sequence[Link]
) -> Iterator[Link]:
    """Yield links where a page's last text breaks off and the next page's first goes on with it.

    Old papers set their news as one stream, column after column and page after page, and say so
    with no jump line.
    """
    for page, following in itertools.pairwise(pages):
        last, first = _outermost(page, stories, last=True), _outermost(following, stories)
        if last is None or first is None:
            continue
        taken = any(link.first == last or link.second == first for link in links)
        headed = any(region.role in _HEADS for region in stories[first][1])
        before, after = _text(stories[last], last=True), _text(stories[first], last=False)
        if not taken and not headed and not ends_sentence(before) and starts_inside(after):
            yield Link(last, first, "the text breaks off at the page's end and goes on here", 0.6)


def _outermost(page: Page, stories: Sequence[Story], *, last: bool = False) -> int | None:
    """Return the story whose body text is read first or last on a page."""
    body = [region.id for region in page.regions if region.role == Role.BODY]
    if not body:
        return None
    name = body[-1] if last else body[0]
    own = (at for at, (_, regions) in enumerate(stories) if name in {one.id for one in regions})
    return next(own, None)


def _ends(stories: Sequence[Story], direction: Direction) -> Iterator[_End]:
    for number, (page, regions) in enumerate(stories):
        own = [region for region in regions if region.role == Role.JUMP_LINE]
        text = [region for region in regions if region.role not in _ASIDE]
        lines = [line for region in text for line in region.lines]
        ends = lines[-_LAST:] if direction == "to" else lines[: _FIRST + 1]
        set_ = [line for region in own for line in region.lines]
        for line in (*set_, *ends):
            said = printed(line)
            jump = find_jump(said) or (find_catchword(said) if line in set_ else None)
            if jump and jump.direction == direction:
                yield _End(number, page, jump, line.id)
                break


def _targets(stories: Sequence[Story], incoming: Sequence[_End], out: _End) -> Iterator[_End]:
    """Yield the ends a jump may lead to: jump lines, and headlines that carry its catchword."""
    said = {end.story for end in incoming}
    yield from (end for end in incoming if end.page.id != out.page.id)
    silent = Jump(direction="from", page="", slug="", printed="")
    for number, (page, _) in enumerate(stories):
        if number not in said and page.id != out.page.id and out.jump.slug:
            yield _End(number, page, silent, "")


def _names(page: Page) -> set[str]:
    """Return what other pages may call this page."""
    return {str(page.number), *([page.label.upper()] if page.label else [])}


def _score(stories: Sequence[Story], out: _End, into: _End) -> tuple[float, str]:
    there = bool(out.jump.page) and out.jump.page in _names(into.page)
    back = bool(into.jump.page) and into.jump.page in _names(out.page)
    wrong = (bool(out.jump.page) and not there) or (bool(into.jump.page) and not back)
    pages = 0.0 if wrong else (there + back) / 2
    slugs = _likeness(stories, out, into)
    before, after = _text(stories[out.story], last=True), _text(stories[into.story], last=False)
    syntax = (not ends_sentence(before) and 0.5) + (starts_inside(after) and 0.5)
    later = into.page.number > out.page.number
    score = _PAGES * pages + _SLUGS * slugs + _SYNTAX * syntax + _ORDER * later
    if there and back:
        score = max(score, 0.6 if slugs >= 0.3 or not out.jump.slug else 0.5)
    reason = (
        f"jump lines: pages {'agree' if pages else 'do not agree'}, catchwords {slugs:.0%} alike"
    )
    return score, reason


def _likeness(stories: Sequence[Story], out: _End, into: _End) -> float:
    """Return 0..1: how like the catchwords and headlines of both ends are."""
    ours = [out.jump.slug, _headline(stories[out.story])]
    theirs = [into.jump.slug, _headline(stories[into.story])]
    pairs = [(one.lower(), two.lower()) for one in ours for two in theirs if one and two]
    return max((fuzz.token_set_ratio(one, two) / 100 for one, two in pairs), default=0.0)


def _headline(story: Story) -> str:
    return read(
        line for region in story[1] if region.role == Role.HEADLINE for line in region.lines
    )


def _text(story: Story, *, last: bool) -> str:
    """Return the last or first line of a story's text, jump lines left out."""
    lines = [
        printed(line)
        for region in story[1]
        if region.role == Role.BODY
        for line in region.lines
        if not find_jump(printed(line))
    ]
    return (lines[-1] if last else lines[0]) if lines else ""


def _reaches(links: Sequence[Link], start: int, goal: int) -> bool:
    following = {link.first: link.second for link in links}
    at = start
    while at in following:
        at = following[at]
        if at == goal:
            return True
    return False


def _open(
    pages: Sequence[Page], links: Sequence[Link], outgoing: Sequence[_End], incoming: Sequence[_End]
) -> Iterator[str]:
    here = {name for page in pages for name in _names(page)}
    for end in outgoing:
        if not any(link.first == end.story for link in links):
            why = "" if not end.jump.page or end.jump.page in here else ", a page that is not here"
            yield f"{end.page.id}: “{end.jump.printed}” ({end.line}) leads nowhere{why}"
    for end in incoming:
        if not any(link.second == end.story for link in links):
            yield f"{end.page.id}: “{end.jump.printed}” ({end.line}) comes from nowhere"
