"""The head of a front page: nameplate, ears, date line, and the lines between its rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digitize.grammar.numbering import find_page_label
from digitize.grammar.titles import looks_like_title
from digitize.layout.evidence.says import says
from digitize.layout.evidence.verdict import Verdict, furniture, tells_publisher
from digitize.layout.page.board import Board, Look, beside
from digitize.layout.page.scale import all_lines
from digitize.layout.print.folios import folios
from digitize.model.geometry import Box, union
from digitize.model.page import Role

_TOP = 0.4  # of the page; the head of a front page ends above
_NAME = 2.0  # body sizes; the nameplate is at least so large
_LARGE_NAME = 3.5  # body sizes; type this large needs fewer other signs
_EMBLEM, _BARE = 6.0, 10.0
"""Times the type's height; no emblem between two halves is wider. Where nothing else stands there,
not known as a picture either, it is no wider than the second."""
_TITLED = 0.75  # how much a text must read like a newspaper's name
_NAME_WIDTH, _PICTURED = 0.2, 0.4  # of the print's width; a picture of the name is wider
_UNDER = 8.0  # body sizes under the nameplate in which facts speak for it
_NEAR, _DEEP = 10.0, 1.5
"""Body sizes, and times its own height, under the nameplate in which its date line stands."""
_ROW_WIDTH = 0.35  # of the print's width; facts that span this close the head
_LINES = 3  # rows of one statement
_LEFTOVER = 0.5  # share of letters outside of all facts that a stack of facts has at most
_STACK = 9  # rows of statements, one under the other
_LONG = 12  # rows; a region of text with more of them is a column, not the head
_RULE_WIDTH = 0.6  # of the print's width; a rule this long ends the head
_RULE_NEAR = 12.0  # body sizes below the date line in which that rule stands
_STRIP = 4.0  # body sizes from that rule to one under a row of small type
_HEADED, _HEAD_ROWS = 1.15, 2  # times the type under it, and rows, of a boxed story's headline
_LABEL, _LABEL_HAN = 3, 6  # words, or characters, of what stands over an ear
_CLOSE = 1.2  # body sizes of white inside a column
_NEXT = 3.0  # body sizes under the head's last row in which it may go on
_ISSUE = frozenset({"volume", "number", "price", "edition"})
_TELLS = frozenset({Role.DATE_LINE, Role.MASTHEAD})
_STRONG = frozenset({"date", "volume", "number", "price"})


def head(board: Board) -> dict[str, Verdict]:
    """Return verdicts on the regions of the page's head; none when the page has no head."""
    top = board.content.y0 + _TOP * board.content.height
    high = [look for look in board.looks if look.box.center.y <= top and look.rows <= _LONG]
    high = [look for look in high if not look.region.lines[0].vertical or _strong(look)]
    facts = [look for look in high if _strong(look)]
    name = _nameplate(board, high, facts)
    plate = union(look.box for look in name) if name else _pictured(board, facts)
    row = _closing_row(board, high, facts, name, plate)
    if (not name and not row) or (name and _is_inner(board, name)):
        return {}
    if plate is None and (_is_running(board, row) or any(_is_folio(look) for look in high)):
        return {}
    banners = [look for look in board.looks if _is_banner(look, name, row)]
    floor = _floor(board, max(look.box.y1 for look in [*row, *name]), banners)
    inside = [look for look in high if look.box.center.y <= floor]
    inside = [look for look in inside if not _runs_down(board, look, floor)]
    below = {look.id for look in [*banners, *_boxed_stories(inside)]}
    why = "is the largest type at the head of the page"
    return {look.id: _verdict(look, plate) for look in inside if look.id not in below} | {
        look.id: Verdict(Role.NAMEPLATE, 0.9, why) for look in name
    }


def _runs_down(board: Board, look: Look, floor: float) -> bool:
    """Whether a region is the top of a column of text that goes on below the head.

    Every line of the page counts, read or not, so that a hole in the reading ends no column.
    """
    size = board.scale.size
    if look.ratio >= _NAME or _strong(look):
        return False
    column = sorted(
        (line.box for line in all_lines(board.page) if beside(line.box, look.box)),
        key=lambda box: box.y0,
    )
    foot = look.box.y1
    for box in column:
        if box.y0 > foot + _CLOSE * size:
            break
        foot = max(foot, box.y1)
    crossed = foot > floor + 2 * size
    ruled = any(
        look.box.y1 - size < rule.center.y <= floor + size
        and rule.overlap_x(look.box) >= 0.8 * look.box.width
        for rule in board.rules.across
    )
    return crossed and not ruled


def _strong(look: Look) -> bool:
    verdict = furniture(look.said) if look.rows <= _LINES else None
    if verdict is None and 1 < look.rows <= _STACK and not look.region.lines[0].vertical:
        return _stacks_facts(look)
    return verdict is not None and bool(look.said.facts & _STRONG) and verdict.role != Role.PROMO


def _stacks_facts(look: Look) -> bool:
    """Whether the rows of a region are facts, one under the other: year, day, number, price."""
    told = [furniture(says([line])) for line in look.region.lines]
    facts = sum(one is not None and one.role in _TELLS for one in told)
    several = len(look.said.facts & _STRONG) > 1 and look.said.rest <= _LEFTOVER
    return (2 * facts >= look.rows and bool(look.said.facts & _STRONG)) or several


def _nameplate(board: Board, high: Sequence[Look], facts: Sequence[Look]) -> list[Look]:
    """Return the regions that are the title: large, wide, high, or with a name's words.

    A title may be printed in two halves, left and right of an emblem.
    """
    large = [look for look in high if look.ratio >= _NAME and look.frame < 0]
    rows = [[other for other in large if _half(board, look, other)] for look in large]
    wide = _NAME_WIDTH * board.content.width
    fit = [row for row in rows if union(look.box for look in row).width >= wide]
    fit = [row for row in fit if _name_score(row, facts, board) >= 1.0]
    return max(fit, key=lambda row: (_name_score(row, facts, board), -row[0].box.y0), default=[])


def _half(board: Board, look: Look, other: Look) -> bool:
    alike = 0.5 * look.ratio <= other.ratio <= 2 * look.ratio and _level(look, other)
    apart = max(look.box.x0, other.box.x0) - min(look.box.x1, other.box.x1)
    height = look.region.lines[0].size or look.box.height
    both = union((look.box, other.box))
    emblem = any(both.has(box.center) for box in board.pictures)
    bare = not any(both.has(one.box.center) for one in board.looks if one not in (look, other))
    most = (_BARE if bare else _EMBLEM) * height
    return look is other or (alike and (emblem or apart <= most))


def _name_score(row: Sequence[Look], facts: Sequence[Look], board: Board) -> float:
    size, box = board.scale.size, union(look.box for look in row)
    ratio = max(look.ratio for look in row)
    text = " ".join(look.said.text for look in sorted(row, key=lambda look: look.box.x0))
    title = max(looks_like_title(text), *(look.said.title for look in row))
    rest = [fact for fact in facts if fact not in row]
    under = any(-size <= fact.box.y0 - box.y1 <= _UNDER * size for fact in rest)
    over = any(box.y0 - fact.box.y1 >= -size for fact in rest)
    score = 0.7 * (title >= _TITLED) + 0.3 * (title >= 0.5)
    score += 0.5 * under - 0.4 * (over and not under) + 0.5 * (ratio >= _LARGE_NAME)
    score += 0.2 * (box.width >= 0.5 * board.content.width)
    others = [item.ratio for item in board.looks if item not in row and item.frame < 0]
    score += 0.2 * (ratio >= max(others, default=0.0))
    return score - 0.5 * any(look.rows > 2 for look in row)


def _pictured(board: Board, facts: Sequence[Look]) -> Box | None:
    """Return the picture that bears the paper's name: wide, over a row of facts and all columns."""
    first = min((fact.box.y0 for fact in facts), default=0)
    columns = min((look.box.y0 for look in board.looks if look.rows > _LONG), default=0)
    parts = [box for box in board.pictures if box.y1 <= first]
    wide = union(parts).width >= _PICTURED * board.content.width if parts else False
    under = wide and first - union(parts).y1 <= _UNDER * board.scale.size
    return union(parts) if under and first < columns else None


def _closing_row(
    board: Board,
    high: Sequence[Look],
    facts: Sequence[Look],
    name: Sequence[Look],
    plate: Box | None,
) -> list[Look]:
    """Return the regions of the lowest row of facts that belongs to the head."""
    first = min((fact.box.y0 for fact in facts), default=0)
    best: list[Look] = []
    for fact in facts:
        level = [look for look in high if _level(look, fact) and (look.rows <= 2 or _strong(look))]
        row = [look for look in level if look in name or look.ratio < _LARGE_NAME]
        box = union(look.box for look in row)
        if plate is not None:
            near = max(_NEAR * board.scale.size, _DEEP * plate.height)
            fits = -plate.height <= box.y0 - plate.y1 <= near
        else:
            spans = box.width >= _ROW_WIDTH * board.content.width
            fits = spans and box.y0 - first <= _NEAR * board.scale.size
        if fits and (not best or box.y1 > max(look.box.y1 for look in best)):
            best = row
    return best


def _level(one: Look, two: Look) -> bool:
    return one.box.overlap_y(two.box) > 0.5 * min(one.box.height, two.box.height)


def _floor(board: Board, floor: int, banners: Sequence[Look]) -> float:
    """Return where the head ends: at the long rule below its last facts, when one is near."""
    long = [
        rule.center.y
        for rule in board.rules.across
        if rule.width >= _RULE_WIDTH * board.content.width
        and -board.scale.size <= rule.center.y - floor <= _RULE_NEAR * board.scale.size
    ]
    below = [look.box.y0 for look in board.looks if look.rows > _LONG]
    # boxes of large type reach over rules
    below += [look.box.y0 + look.box.height // (2 * look.rows) for look in banners]
    fit = [level for level in long if level <= min(below, default=board.content.y1)]
    return _with_strip(board, max(fit)) if fit else float(_with_imprint(board, floor))


def _with_strip(board: Board, floor: int) -> float:
    """Return the rule under a strip of small type that stands right under the rule at `floor`.

    There papers tell how often they appear, and where their office is.
    """
    size, width = board.scale.size, _RULE_WIDTH * board.content.width
    for rule in board.rules.across:
        level = rule.center.y
        if rule.width >= width and size < level - floor <= _STRIP * size:
            between = [look for look in board.looks if floor < look.box.center.y < level]
            if between and all(look.rows == 1 and look.ratio < _NAME for look in between):
                return float(level)
    return float(floor)


def _is_banner(look: Look, name: Sequence[Look], row: Sequence[Look]) -> bool:
    """Whether type under the row that closes the head is as large as only headlines are."""
    foot = max((one.box.y1 for one in row), default=0)
    closed = foot > max((one.box.y1 for one in name), default=0)
    large = look.ratio >= _LARGE_NAME and look.said.title < _TITLED
    return closed and large and look.box.center.y > foot


def _boxed_stories(looks: Sequence[Look]) -> Iterator[Look]:
    """Yield what stands in a box beside the name as a story: a headline, and sentences under it.

    Ears have a word or two over what they say: "The Weather".
    """
    for frame in {look.frame for look in looks if look.frame >= 0}:
        box = sorted((one for one in looks if one.frame == frame), key=lambda one: one.box.y0)
        first, rest = box[0], box[1:]
        headed = first.rows <= _HEAD_ROWS and first.said.words > (
            _LABEL_HAN if first.said.han else _LABEL
        )
        larger = all(first.ratio >= _HEADED * one.ratio for one in rest)
        told = bool(rest) and rest[-1].said.ends and sum(one.rows for one in rest) > 1
        if headed and larger and told and not any(map(_strong, box)):
            yield from box


def _with_imprint(board: Board, floor: int) -> int:
    """Return the foot of the lines of facts or terms that follow the head's last row."""
    terms = _with_terms(board, floor)
    for look in sorted(board.looks, key=lambda look: look.box.y0):
        near = -look.box.height < look.box.y0 - floor <= _NEXT * board.scale.size
        told = tells_publisher(look.said) or furniture(look.said) is not None
        if near and look.rows <= 2 and told:
            floor = max(floor, look.box.y1)
    return max(floor, terms)


def _with_terms(board: Board, floor: int) -> int:
    """Return the foot of the boxes of terms on both sides under the name, over all columns."""
    columns = min((look.box.y0 for look in board.looks if look.rows > _LONG), default=floor)
    deepest = min(columns, floor + _RULE_NEAR * board.scale.size)
    terms = [
        look.box
        for look in board.looks
        if floor <= look.box.center.y and look.box.y1 <= deepest and tells_publisher(look.said)
    ]
    spread = union(terms).width >= _RULE_WIDTH * board.content.width
    return max(box.y1 for box in terms) if terms and spread else floor


def _is_running(board: Board, row: Sequence[Look]) -> bool:
    """Whether the row is the one line over an inner page: at the very top, in body type."""
    level = union(look.box for look in row)
    over = [look for look in board.looks if look.box.y1 <= level.y0 and look.said.weight > 3]
    return not over and max(look.ratio for look in row) < 1.6


def _is_inner(board: Board, name: Sequence[Look]) -> bool:
    """Whether a row over what looks like a name tells that this is no first page."""
    strips = folios(board)
    over = [look for look in board.looks if look.id in strips and look.box.y1 <= name[0].box.y0]
    told = [look for look in over if _tells_page(look, strips[look.id])]
    labels = (find_page_label(look.said.text) for look in told if not look.said.facts & _ISSUE)
    return bool(told) and (board.page.number > 1 or any(one and one.value != "1" for one in labels))


def _tells_page(look: Look, strip: Verdict) -> bool:
    """Whether a piece of the row over a page gives its number, its day or the paper's name."""
    known = furniture(look.said)
    return strip.role == Role.FOLIO if known is None else known.role != Role.PROMO


def _is_folio(look: Look) -> bool:
    """Whether a region only gives the number of a page, as inner pages do."""
    known = furniture(look.said)
    return known is not None and known.role == Role.FOLIO


def _verdict(look: Look, plate: Box | None) -> Verdict:
    known = furniture(look.said)
    if known is not None and known.role != Role.NAMEPLATE:
        return known
    if tells_publisher(look.said):
        return Verdict(Role.MASTHEAD, 0.85, "says who publishes the paper or on what terms")
    return _by_place(look, plate)


def _by_place(look: Look, plate: Box | None) -> Verdict:
    if plate is not None and look.box.overlap_y(plate) > 0.3 * look.box.height:
        return Verdict(Role.EAR, 0.7, "stands beside the nameplate")
    if look.said.title >= _TITLED and look.ratio >= 1.3:
        return Verdict(Role.NAMEPLATE, 0.7, "reads like a newspaper's name, in the head")
    if plate is not None and look.box.y1 <= plate.y0:
        return Verdict(Role.EAR, 0.5, "stands over the nameplate")
    return Verdict(Role.MASTHEAD, 0.6, "stands in the head of the page")
