"""Cut headings from what they were gathered with: a deck from its headline, text from its head."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digitize.grammar.jumps import is_jump
from digitize.grammar.scripts import is_han
from digitize.grammar.sentences import ends_sentence, left_open
from digitize.layout.evidence.says import case_of
from digitize.layout.flat.forms import opens_letter
from digitize.layout.page.letters import is_tall
from digitize.layout.page.scale import Scale, scale_of, size_of, view
from digitize.model.geometry import Box, union
from digitize.model.page import WORDLESS, Line, Page, Region
from digitize.model.reading import printed, read

_HEAD_ROWS = 5  # a heading is no longer
_STEP = 1.2  # sizes of type that differ so much are two, if each side is even
_EVEN = 1.15  # sizes of type that are one
_UNEVEN = 1.5  # the same where low letters measure less
_LARGE = 1.2  # body sizes; the larger side of a step heads something
_WIDER = 1.1  # times as wide; so much wider are the letters of type a step larger
_LEVEL = 1.3  # times as wide as high; no column of characters is
_APART = 1.2  # times the usual step from line to line
_SHORT = 0.92  # of the column; the lines of a heading end before its edge
_BOLD_ROWS = 4
_JUMP_ROWS = 2  # of a jump line in a narrow column
_GREETING = 3  # words; a greeting that fills a line of its own
_DISPLAY = 1.1  # body sizes; all parts of a stack of headings are at least so large
_OTHER_SIZE = 1.05  # times the size; type of another case that differs by so much is another
_PLAIN = 1.25  # body sizes; in larger type weight says nothing


def recut(page: Page) -> Page:
    """Return the page with every region cut where its type says that a heading begins or ends.

    The parts keep their lines and their order; the first keeps the region's name.
    """
    scale = scale_of(page)
    number = len(page.regions)
    done: list[Region] = []
    for region in map(_laid, page.regions):
        parts = list(_parts(region, page, scale))
        for at, lines in enumerate(parts):
            box = union(line.box for line in lines) if len(parts) > 1 else region.box
            number += at > 0
            name = region.id if at == 0 else f"{page.id}.r{number:03d}"
            done.append(replace(region, id=name, box=box, lines=tuple(lines)))
    return page if tuple(done) == page.regions else replace(page, regions=tuple(done))


def _laid(region: Region) -> Region:
    """Return a region whose lines run as their boxes do: two characters side by side run level."""
    if not any(map(_is_level, region.lines)):
        return region
    lines = tuple(
        replace(line, vertical=False, size=float(line.box.height)) if _is_level(line) else line
        for line in region.lines
    )
    return replace(region, lines=lines)


def _is_level(line: Line) -> bool:
    letters = sum(map(str.isalnum, printed(line)))
    return line.vertical and letters > 1 and line.box.width > _LEVEL * line.box.height


def _parts(region: Region, page: Page, scale: Scale) -> Iterator[Sequence[Line]]:
    lines = region.lines
    if region.role in WORDLESS or len(lines) < 2 or not all(line.words for line in lines):
        yield lines
        return
    start = 0
    cuts = {
        *_steps(lines, scale),
        *_leaded(lines, scale),
        *_cases(lines, scale),
        *_weights(lines, scale),
        *_bold_ends(lines, page, scale),
        *_greetings(lines),
    }
    after, before = _jump_ends(lines)
    cuts = {at for at in cuts if after < at < before} | ({after, before} - {0, len(lines)})
    for end in (*sorted(cuts), len(lines)):
        yield lines[start:end]
        start = end


def _jump_ends(lines: Sequence[Line]) -> tuple[int, int]:
    """Return where a text begins after a jump line, and where it ends before one."""
    rows = range(1, min(_JUMP_ROWS, len(lines) - 1) + 1)
    after = next((at for at in rows if is_jump(read(lines[:at]))), 0)
    before = next((at for at in rows if is_jump(read(lines[-at:]))), 0)
    return after, len(lines) - before


def _greetings(lines: Sequence[Line]) -> Iterator[int]:
    """Yield where a letter begins right under its heading: "Sir,—"."""
    texts = [printed(line) for line in lines[: _HEAD_ROWS + 1]]
    at = next((at for at, text in enumerate(texts) if opens_letter(text)), 0)
    alone = at > 0 and len(texts[at].split()) <= _GREETING
    if alone and not ends_sentence(texts[at - 1]) and not left_open(texts[at - 1]):
        yield at


def _steps(lines: Sequence[Line], scale: Scale) -> Iterator[int]:
    """Yield where a heading of one size stands on a heading or text of another."""
    for at in range(1, min(_HEAD_ROWS, len(lines) - 1) + 1):
        over = _larger(lines[:at], lines[at:], scale)
        under = len(lines) <= _HEAD_ROWS + 1 and _larger(lines[at:], lines[:at], scale)
        if (over and _wider(lines[:at], lines[at:])) or (under and _wider(lines[at:], lines[:at])):
            yield at


def _leaded(lines: Sequence[Line], scale: Scale) -> Iterator[int]:
    """Yield where more white stands between rows of large type than in its headline.

    Kicker, headline and writer may be set in like type.
    """
    large = all(size_of(line) >= _DISPLAY * scale.size for line in lines)
    if not large or len(lines) > _HEAD_ROWS + 1 or any(line.vertical for line in lines):
        return
    bases = [line.baseline[0].y for line in lines if line.baseline]
    if len(bases) < len(lines):
        return
    steps = [lower - upper for upper, lower in itertools.pairwise(bases)]
    yield from (at for at, step in enumerate(steps, start=1) if step >= _APART * min(steps))


def _cases(lines: Sequence[Line], scale: Scale) -> Iterator[int]:
    """Yield where large type in capitals stands on other type, or other type on it."""
    for at, (upper, lower) in enumerate(itertools.pairwise(lines[: _HEAD_ROWS + 1]), start=1):
        small, large = sorted((size_of(upper), size_of(lower)))
        cases = {case_of(printed(upper)), case_of(printed(lower))}
        differ = "caps" in cases and len(cases - {"none"}) > 1
        if differ and large >= max(_DISPLAY * scale.size, _OTHER_SIZE * small):
            yield at


def _weights(lines: Sequence[Line], scale: Scale) -> Iterator[int]:
    """Yield where a headline in bold stands on a deck that is neither bold nor as large."""
    for at in range(1, min(_HEAD_ROWS, len(lines) - 1) + 1):
        head, deck = lines[:at], lines[at:]
        heavy = all(line.bold for line in head) and not any(line.bold for line in deck)
        least, most = min(map(size_of, head)), max(map(size_of, deck))
        display = min(map(size_of, deck)) >= _LARGE * scale.size
        if heavy and display and least >= _EVEN * most:
            yield at


def _larger(large: Sequence[Line], small: Sequence[Line], scale: Scale) -> bool:
    """Whether some lines are set a step larger than others.

    Only lines with high letters can be trusted to be small; low letters never measure too much.
    """
    sizes = [size_of(line) for line in large]
    least = min(size for size in sizes if size * _EVEN >= max(sizes))
    if min(sizes) * _UNEVEN < max(sizes) or least < _LARGE * scale.size:
        return False
    others = [size_of(line) for line in small if is_tall(printed(line))]
    if not others:
        return False
    most = max(others) if len(small) <= _HEAD_ROWS else statistics.median(others)
    return least >= _STEP * most


def _wider(large: Sequence[Line], small: Sequence[Line]) -> bool:
    """Whether the letters of some lines are wider than those of others: height may deceive."""
    return _letter_width(large) >= _WIDER * _letter_width(small)


def _letter_width(lines: Sequence[Line]) -> float:
    texts = [printed(line) for line in lines]
    cells = sum(len(text) + sum(map(is_han, text)) for text in texts)
    lengths = (line.box.height if line.vertical else line.box.width for line in lines)
    return sum(lengths) / max(1, cells)


def _bold_ends(lines: Sequence[Line], page: Page, scale: Scale) -> Iterator[int]:
    """Yield where short lines in bold begin and end among lines of plain type."""
    if scale.exact or all(line.bold for line in lines):
        return
    boxes = [view(line, page.scan.width) for line in lines]
    left, right = min(box.x0 for box in boxes), max(box.x1 for box in boxes)
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].bold:
            end += 1
        run = boxes[at:end]
        wide = _SHORT * (right - left)
        white = end < len(lines) and _white(boxes, end)
        beside = [lines[place] for place in (at - 1, end) if 0 <= place < len(lines)]
        plain = all(size_of(line) <= _PLAIN * scale.size for line in beside)
        if (
            plain
            and 0 < len(run) <= _BOLD_ROWS
            and (white or run[-1].width <= wide)
            and (at == 0 or _is_heading(lines[at:end]))
        ):
            yield from (edge for edge in (at, end) if 0 < edge < len(lines))
        at = max(end, at + 1)


def _white(boxes: Sequence[Box], at: int) -> bool:
    """Whether more white stands over a line than between the lines of its region."""
    steps = [lower.y1 - upper.y1 for upper, lower in itertools.pairwise(boxes)]
    return steps[at - 1] >= _APART * statistics.median(steps)


def _is_heading(lines: Sequence[Line]) -> bool:
    """Whether lines in bold begin as a heading does: no rest of a sentence, some letters."""
    first = printed(lines[0]).lstrip("\"'“‘(« ")
    return first[:1].isupper() or first[:1].isdigit() or any(map(is_han, first[:2]))
