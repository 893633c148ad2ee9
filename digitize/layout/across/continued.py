"""Match the jump lines of one page with those of another, one to one."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digitize.grammar.jumps import Direction, Jump, find_catchword, find_jump
from digitize.grammar.scripts import is_han_text
from digitize.grammar.sentences import ends_sentence, starts_inside
from digitize.layout.across.labels import Names, page_names
from digitize.layout.across.places import column_of, measure_of
from digitize.layout.across.words import TITLES, Story, contained, headline, names_in, text_at
from digitize.layout.evidence.seams import Tie, tie_of
from digitize.layout.page.scale import view
from digitize.model.document import LooseEnd
from digitize.model.page import Line, Page, Role
from digitize.model.reading import printed, read

_ASIDE = frozenset({Role.CAPTION, Role.CREDIT, Role.JUMP_LINE})
_HEADS = frozenset({Role.HEADLINE, Role.KICKER, Role.DECK, Role.BYLINE})

_ACCEPT = 0.55  # score from which two stories are one (text-and-layout §3)
_LAST = 2  # lines at the end of a story that may say where it goes on
_FIRST = 4  # lines at its start that may say where it comes from
_PAGES, _SLUGS, _SYNTAX, _ORDER, _WORDS = 0.45, 0.30, 0.15, 0.05, 0.05  # what evidence weighs
_WHOLE = 0.15  # against a story without a jump line of its own that begins or ends as a whole
_ONE_SIDE = 0.6  # of the weight of pages, where only one of two jump lines names the other's
_CATCHES = 0.6  # likeness of catchword and headline that stands for a jump line of its own
_SAME_MEASURE = 0.15  # of the width; columns of one text differ by no more
_REST = 2  # lines; so few may all be the short end of a paragraph
_ALONE = 0.6  # score of the only story that can go on


class Link(NamedTuple):
    """Two stories, by number, that are one article."""

    first: int
    second: int
    reason: str
    score: float


class _End(NamedTuple):
    """Where a story says that it goes on or comes from; `line` is "" where it says nothing."""

    story: int
    jump: Jump
    line: str


@dataclass(frozen=True, slots=True)
class _Issue:
    """The stories of all pages, and what the pages are called."""

    stories: Sequence[Story]
    places: dict[str, int]  # of pages, by id
    names: Sequence[Names]
    words: Sequence[frozenset[str]]  # names and rare words of each story
    spread: Counter[str]  # how many stories say each of them

    def at(self, story: int) -> int:
        """Return the place of a story's page among the pages."""
        return self.places[self.stories[story][0].id]


def link_jumps(
    pages: Sequence[Page], stories: Sequence[Story]
) -> tuple[list[Link], dict[int, list[LooseEnd]]]:
    """Return the links that score best, each story used once each way, and what stays open.

    The loose ends come by the number of the story that they stand in.
    """
    places = {page.id: at for at, page in enumerate(pages)}
    words = [names_in(story) for story in stories]
    spread = Counter(word for said in words for word in said)
    issue = _Issue(stories, places, page_names(pages), words, spread)
    outgoing, incoming = list(_ends(stories, "to")), list(_ends(stories, "from"))
    links: list[Link] = []
    scored = [_score(issue, out, into) for out, into in _candidates(issue, outgoing, incoming)]
    for link in sorted(scored, key=lambda link: (-link.score, link.first, link.second)):
        if link.score >= _ACCEPT and _free(links, link.first, link.second):
            links.append(link)
    for only in (
        _unsent(issue, incoming, links),
        _unmet(issue, outgoing, links),
        _turned(issue, pages, links, outgoing),
    ):
        for link in only:
            if _free(links, link.first, link.second):
                links.append(link)
    return links, _open(issue, links, outgoing, incoming)


def _free(links: Sequence[Link], first: int, second: int) -> bool:
    """Whether two stories can still be linked: neither is taken, no circle closes."""
    taken = any(link.first == first or link.second == second for link in links)
    return not taken and first != second and not _reaches(links, second, first)


def _candidates(
    issue: _Issue, outgoing: Sequence[_End], incoming: Sequence[_End]
) -> Iterator[tuple[_End, _End]]:
    """Yield ends that may be two halves: jump lines, and stories with the other's catchword."""
    yield from itertools.product(outgoing, incoming)
    going, coming = ({end.story for end in ends} for ends in (outgoing, incoming))
    for number, (_, regions) in enumerate(issue.stories):
        if not any(region.role == Role.BODY for region in regions):
            continue  # no list of notices is the rest of a story
        silent = Jump(direction="from", page="", slug="", printed="")
        if number not in coming:
            yield from ((out, _End(number, silent, "")) for out in outgoing if _says(issue, out))
        if number not in going:
            yield from ((_End(number, silent, ""), into) for into in incoming if into.jump.slug)


def _says(issue: _Issue, out: _End) -> bool:
    """Whether an end gives a word by which the other half can be told: a slug or a headline."""
    return bool(out.jump.slug or (out.jump.page and headline(issue.stories[out.story])))


def _score(issue: _Issue, out: _End, into: _End) -> Link:
    """Return the link between two ends with its score; 0 where what they say disagrees."""
    here, there = issue.at(out.story), issue.at(into.story)
    forth, back = _agrees(issue, out, there), _agrees(issue, into, here)
    slugs = _likeness(issue, out, into)
    if here == there and not (out.jump.column or into.jump.column):
        return Link(out.story, into.story, "both stand on one page", 0.0)
    told = [value for value in (forth, back) if value is not None]
    if not told or (min(told) == 0 and (max(told) == 0 or slugs < 1)):
        return Link(out.story, into.story, "the pages named do not agree", 0.0)
    if not (out.line and into.line) and (min(told) == 0 or slugs < _CATCHES):
        return Link(out.story, into.story, "only one half says anything", 0.0)
    share = sum(told) / 2 if len(told) == 2 else _ONE_SIDE * told[0]
    before = text_at(issue.stories[out.story], last=True)
    after = text_at(issue.stories[into.story], last=False)
    syntax = 0.5 * (not ends_sentence(before)) + 0.5 * starts_inside(after)
    words = _shared(issue, out.story, into.story)
    later = there > here or (here == there and bool(out.jump.column))
    score = _PAGES * share + _SLUGS * slugs + _SYNTAX * syntax + _ORDER * later + _WORDS * words
    mutual = len(told) == 2 and min(told) > 0
    nameless = not into.jump.slug and not headline(issue.stories[into.story])
    distinct = not out.jump.slug or slugs > 0 or nameless
    whole = (not out.line and ends_sentence(before)) or (not into.line and not starts_inside(after))
    score -= _WHOLE * whole
    if mutual and distinct:
        score = max(score, _ALONE + 0.1 * syntax + 0.1 * words)
    pages = "pages agree" if mutual else "one names the other's page" if max(told) else ""
    return Link(
        out.story,
        into.story,
        f"jump lines: {pages}, catchwords {slugs:.0%} alike",
        round(min(1.0, score), 2),
    )


def _agrees(issue: _Issue, end: _End, other: int) -> float | None:
    """Return 0..1: whether an end means the page at `other`; None when it names none."""
    own, jump = issue.at(end.story), end.jump
    step = {"next": own + 1, "previous": own - 1, "last": len(issue.names) - 1}
    if jump.column:
        return float(other == own)
    if jump.page in step:
        return float(other == step[jump.page] and other != own)
    if not jump.page:
        return None
    label = re.sub(r"^(\d+)([A-Z])$", r"\2\1", jump.page)
    return issue.names[other].get(label, 0.0) if other != own else 0.0


def _unsent(issue: _Issue, incoming: Sequence[_End], links: Sequence[Link]) -> Iterator[Link]:
    """Yield links to the one story that breaks off on the page that a jump line names."""
    for into in incoming:
        loose = [
            at
            for at, (_, regions) in enumerate(issue.stories)
            if _agrees(issue, into, issue.at(at))
            and any(region.role in _HEADS for region in regions)
            and _free(links, at, into.story)
            and (text := text_at(issue.stories[at], last=True))
            and not ends_sentence(text)
        ]
        if len(loose) == 1:
            yield Link(loose[0], into.story, "the one story that breaks off on that page", _ALONE)


def _unmet(issue: _Issue, outgoing: Sequence[_End], links: Sequence[Link]) -> Iterator[Link]:
    """Yield links to the one text that begins in mid-sentence where a jump line points to."""
    for out in outgoing:
        loose = [
            at
            for at, (_, regions) in enumerate(issue.stories)
            if _agrees(issue, out, issue.at(at))
            and (out.jump.column == "" or _in_column(issue, out, at))
            and not any(region.role in _HEADS for region in regions)
            and _free(links, out.story, at)
            and _goes_on(issue, out.story, at)
        ]
        if len(loose) == 1:
            yield Link(out.story, loose[0], "the one text without a headline there", _ALONE)


def _goes_on(issue: _Issue, first: int, second: int) -> bool:
    """Whether a text starts inside a sentence, or without the indent of a paragraph that broke."""
    if starts_inside(text_at(issue.stories[second], last=False)):
        return True
    broken = not ends_sentence(text_at(issue.stories[first], last=True))
    return broken and _tie(issue, second, at_start=True).flush


def _in_column(issue: _Issue, out: _End, at: int) -> bool:
    """Whether a story begins in the column that a jump line names."""
    page, regions = issue.stories[at]
    own = column_of(page, issue.stories[out.story][1][-1])
    named = {"next": own + 1, "previous": own - 1}.get(out.jump.column)
    wanted = int(out.jump.column) if out.jump.column.isdigit() else named
    return column_of(page, regions[0]) == wanted


def _turned(
    issue: _Issue, pages: Sequence[Page], links: Sequence[Link], outgoing: Sequence[_End]
) -> Iterator[Link]:
    """Yield links where a page's last text breaks off and the next page's first goes on with it.

    Old papers set their news as one stream, column after column and page after page, and say so
    with no jump line.
    """
    sent = {end.story for end in outgoing if end.jump.page}
    for page, following in itertools.pairwise(pages):
        last, first = (
            _outermost(issue.stories, page, last=True),
            _outermost(issue.stories, following),
        )
        if last is None or first is None or last in sent or not _free(links, last, first):
            continue
        headed = any(region.role in _HEADS for region in issue.stories[first][1])
        before = text_at(issue.stories[last], last=True)
        after = text_at(issue.stories[first], last=False)
        full = _no_room(issue.stories[last], issue.stories[first])
        runs = is_han_text(after) or _end(issue, last, at_start=False) > 0
        runs = runs or full or page.scan.unit == "cell"
        inside = starts_inside(after) or (runs and _end(issue, first, at_start=True) >= 0)
        open_ = not headed and not ends_sentence(before) and inside
        if open_ and _one_measure(issue.stories[last], issue.stories[first]):
            yield Link(
                last, first, "the text breaks off at the page's end and goes on here", _ALONE
            )


def _no_room(one: Story, two: Story) -> bool:
    """Whether the first word of a text would not have fitted after the last one of another."""
    column = [region for region in one[1] if region.role == Role.BODY][-1].lines
    after = next(line for region in two[1] if region.role == Role.BODY for line in region.lines)
    if column[-1].vertical or not after.words:
        return False
    room = max(line.box.x1 for line in column) - column[-1].box.x1
    return room <= after.words[0].box.width


def _end(issue: _Issue, story: int, *, at_start: bool) -> float:
    """Return how a story's text begins or ends: below 0 it is set in, or comes to an end."""
    tie = _tie(issue, story, at_start=at_start)
    return tie.start if at_start else tie.end


def _tie(issue: _Issue, story: int, *, at_start: bool) -> Tie:
    """Return the ends of the first or the last text of a story."""
    page, regions = issue.stories[story]
    texts = [region for region in regions if region.role == Role.BODY]
    body = texts[0 if at_start else -1]
    boxes = [view(line, page.scan.width) for line in body.lines]
    return tie_of(body.lines, boxes, body.box, heading=False)


def _one_measure(one: Story, two: Story) -> bool:
    """Whether the texts of two stories are set to one measure, as far as pages can tell.

    The short rest of a paragraph does not show its measure.
    """
    widths = [measure_of(regions) / max(1, page.scan.width) for page, regions in (one, two)]
    rest = [line for region in two[1] if region.role == Role.BODY for line in region.lines]
    brief = len(rest) <= _REST and ends_sentence(printed(rest[-1]))
    if brief and widths[1] <= (1 + _SAME_MEASURE) * widths[0]:
        return True
    return min(widths) >= (1 - _SAME_MEASURE) * max(widths) or one[0].scan.unit == "cell"


def _outermost(stories: Sequence[Story], page: Page, *, last: bool = False) -> int | None:
    """Return the story whose body text is read first or last on a page."""
    body = [region.id for region in page.regions if region.role == Role.BODY]
    if not body:
        return None
    name = body[-1] if last else body[0]
    own = (at for at, (_, regions) in enumerate(stories) if name in {one.id for one in regions})
    return next(own, None)


def _ends(stories: Sequence[Story], direction: Direction) -> Iterator[_End]:
    for number, (_, regions) in enumerate(stories):
        own = [region for region in regions if region.role == Role.JUMP_LINE]
        text = [line for region in regions if region.role not in _ASIDE for line in region.lines]
        edge = text[-_LAST:] if direction == "to" else text[:_FIRST]
        groups = [*(region.lines for region in own), *_pieces(edge)]
        for lines in groups:
            said = read(lines)
            jump = find_jump(said)
            if jump is None and lines[-1].id in {line.id for one in own for line in one.lines}:
                jump = find_catchword(said)
            if jump and jump.direction == direction:
                yield _End(number, jump, lines[-1].id)
                break


def _pieces(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Yield each line, then each two: a narrow column breaks its jump lines."""
    yield from ([line] for line in lines)
    yield from itertools.pairwise(lines)


def _likeness(issue: _Issue, out: _End, into: _End) -> float:
    """Return 0..1: how like the catchwords and headlines of both ends are."""
    ours = (out.jump.slug, headline(issue.stories[out.story], TITLES))
    theirs = (into.jump.slug, headline(issue.stories[into.story]))
    slugged = [contained(ours[0], other) for other in theirs if ours[0] and other]
    slugged += [contained(theirs[0], other) for other in ours if theirs[0] and other]
    if ours[1] and theirs[1]:
        slugged.append(contained(theirs[1], ours[1]))
    return max(slugged, default=0.0)


def _shared(issue: _Issue, one: int, two: int) -> float:
    """Return 0..1: how many names and rare words two stories share that no other says."""
    mine, theirs = issue.words[one], issue.words[two]
    own = [word for word in mine & theirs if issue.spread[word] == 2]
    return min(1.0, 3 * len(own) / max(1, min(len(mine), len(theirs))))


def _reaches(links: Sequence[Link], start: int, goal: int) -> bool:
    following = {link.first: link.second for link in links}
    at = start
    while at in following:
        at = following[at]
        if at == goal:
            return True
    return False


def _open(
    issue: _Issue, links: Sequence[Link], outgoing: Sequence[_End], incoming: Sequence[_End]
) -> dict[int, list[LooseEnd]]:
    """Return the jump lines without another half, by story."""
    here = {name for names in issue.names for name in names}
    goes, comes = {link.first for link in links}, {link.second for link in links}
    found: dict[int, list[LooseEnd]] = {}
    for end in (*outgoing, *incoming):
        met = end.story in (goes if end.jump.direction == "to" else comes)
        if met or (end.jump.column and _columns(issue, end.story) > 1):
            continue
        label = re.sub(r"^(\d+)([A-Z])$", r"\2\1", end.jump.page)
        gone = label[-1:].isdigit() and label not in here
        why = "no text there goes with it"
        if not label:
            why = "it names no page"
        elif gone:
            why = "that page is not here"
        loose = LooseEnd(
            line=end.line,
            direction=end.jump.direction,
            page=end.jump.page,
            printed=end.jump.printed,
            reason=why,
        )
        found.setdefault(end.story, []).append(loose)
    return found


def _columns(issue: _Issue, story: int) -> int:
    page, regions = issue.stories[story]
    return len({column_of(page, region) for region in regions})
