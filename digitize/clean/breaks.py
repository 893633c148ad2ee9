"""Mend paragraphs that were cut where a column, page or block ended.

A paragraph that ends without a stop is not finished, and goes on in the next piece of body text
of the same article, unless that piece stands apart: a list item, a heading, a dateline, verse,
figures, a signature. Where the setting tells (a short last line, an indent) it overrules the
wording. Words of no one newspaper are known here; the evidence is syntax and setting only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from itertools import pairwise
from statistics import median
from typing import ClassVar

from digitize.clean import wording
from digitize.clean.rule import Passage
from digitize.clean.setting import Measure, Setting, cells
from digitize.clean.streams import PROSE, Spot, streams
from digitize.grammar.sentences import opens_sentence, starts_in_figures, tells
from digitize.grammar.verse import verse
from digitize.model.edit import Reflow
from digitize.model.reading import read, reading

_TYPE_RATIO = 1.25  # type this much larger is another kind of text
_SET = 5  # lines from which the size of a paragraph's type is told
_MEASURED = 8  # letters that a line needs for its size to be believed: "were" measures 2/3 of it
_END = 4  # lines; a credit may take two in a narrow column
_SHOWN = 4  # words of each side that an edit quotes
_LETTERS = 40  # and at most so many letters of them: Han has no words to count


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why two pieces are one paragraph, and how sure that is."""

    reason: str
    conf: float  # 0..1


_WORD_BROKEN = Verdict("the text above ends inside a word, at a hyphen", 0.97)
_FLUSH = Verdict("the line above is full, and this one is flush where others are set in", 0.75)


@dataclass(frozen=True)  # no slots: they have no room for what is found but once
class Block:
    """A paragraph as it stands: the lines from one that opens to the next that does."""

    spots: Sequence[Spot]
    ragged: Callable[[], bool]  # whether most of its lines were ended on purpose

    @cached_property
    def text(self) -> str:
        """What it says."""
        return read(spot.line for spot in self.spots)

    @property
    def finished(self) -> bool:
        """Whether it may end here; a stop and a credit after it may stand on several lines."""
        ends = (self.spots[-lines:] for lines in (1, _END))
        return any(wording.finished(read(spot.line for spot in end)) for end in ends)

    @property
    def verse(self) -> bool:
        """Whether it is set as verse and lists are."""
        return wording.verse([spot.text for spot in self.spots], self.ragged)


@dataclass(frozen=True, slots=True)
class Breaks:
    """Join a body line to the paragraph before it when that one is not finished."""

    name: ClassVar[str] = "breaks"

    def __call__(self, passage: Passage, /) -> Iterator[Reflow]:
        """Yield a Reflow for every line that opens a paragraph but continues one."""
        for stream in streams(passage):
            if stream[0].region.role in PROSE:
                yield from self._mend(stream, flat=passage.unit == "cell")
            else:
                yield from self._torn(stream)

    def _torn(self, stream: Sequence[Spot]) -> Iterator[Reflow]:
        """Join regions that share a word, though each is read by itself, as adverts are."""
        for last, first in pairwise(stream):
            if first.line.opens and last.region.id != first.region.id:
                yield self._reflow(first, last.text, first.text, _WORD_BROKEN)

    def _mend(self, stream: Sequence[Spot], *, flat: bool) -> Iterator[Reflow]:
        """Join until nothing more joins, so that a second run has nothing left to say."""
        opens = [True, *(spot.line.opens for spot in stream[1:])]
        while True:
            found = dict(_joins(stream, opens, flat=flat))
            if not found:
                return
            for index, (left, right, verdict) in sorted(found.items()):
                opens[index] = False
                yield self._reflow(stream[index], left.text, right.text, verdict)

    def _reflow(self, spot: Spot, left: str, right: str, verdict: Verdict) -> Reflow:
        return Reflow(
            line=spot.line.id,
            opens=False,
            before=" ".join(left.split()[-_SHOWN:])[-_LETTERS:],
            after=" ".join(right.split()[:_SHOWN])[:_LETTERS],
            rule=self.name,
            reason=verdict.reason,
            conf=verdict.conf,
        )


def _joins(
    stream: Sequence[Spot], opens: Sequence[bool], *, flat: bool
) -> Iterator[tuple[int, tuple[Block, Block, Verdict]]]:
    measure = cache(partial(Measure, stream, opens))
    stanzas = cache(lambda: verse([spot.text for spot in stream], opens))
    cuts = [index for index, opened in enumerate(opens) if opened]
    blocks = [
        Block(stream[start:end], partial(_ragged, measure, start, end))
        for start, end in pairwise([*cuts, len(stream)])
    ]
    for index, left, right in zip(cuts[1:], blocks, blocks[1:], strict=False):
        if _ended(left, right):
            continue
        verdict = judge(left, right, measure().at(index), flat=flat)
        if verdict and not stanzas()[index]:
            yield index, (left, right, verdict)


def _ragged(measure: Callable[[], Measure], start: int, end: int) -> bool:
    return measure().ragged(start, end)


def _ended(left: Block, right: Block) -> bool:
    """Return whether a sentence ends above and one begins below, in one column: most do."""
    last, first = left.spots[-1], right.spots[0]
    if last.region.id != first.region.id or wording.lower_start(reading(first.line)):
        return False
    return wording.finished(reading(last.line))


def judge(left: Block, right: Block, setting: Setting, *, flat: bool) -> Verdict | None:
    """Return why `right` continues `left`; None when they are two paragraphs.

    `flat` text has no scan: its blank lines stand at paragraphs and column ends alike.
    """
    small = wording.lower_start(reading(right.spots[0].line))
    done = left.finished or wording.lettered(left.text, right.text)
    inside = left.spots[-1].region.id == right.spots[0].region.id
    flush = bool(setting.full) and setting.indented is False
    if done and not small:
        sure = flush and not inside and not setting.alone
        return _FLUSH if sure and not _apart(left, right) else None
    rest = not done and (small or wording.cut_short(left.text))
    if _apart(left, right, rest=rest, flush=flush) or (setting.alone and not small):
        return None
    if wording.broken_word(left.text) and (small or setting.full):
        return _WORD_BROKEN if small else replace(_WORD_BROKEN, conf=0.8)
    if small:
        return _small_start(left, setting, done=done)
    must = _must_run_on(left, right)
    short = setting.full is False and not must
    if setting.indented or short or not _could_run_on(left, right, setting, must=must):
        return None
    return _unfinished(left, right, setting, inside=inside and not flat)


def _apart(left: Block, right: Block, *, rest: bool = False, flush: bool = False) -> bool:
    """Return whether the two are of different kinds, whatever their sentences say.

    The `rest` of a sentence is no row, however many figures are in it, and where it is set `flush`
    after a full line, one line, whose box may be too high, does not tell its size; nor is one in
    lower case, in the same region, other type for looking bolder.
    """
    last, first = left.spots[-1], right.spots[0]
    runs = rest and last.region.id == first.region.id and wording.lower_start(right.text)
    bolder = last.line.bold != first.line.bold and not runs
    if bolder or last.line.vertical != first.line.vertical:
        return True
    if _other_size([last], [first]):
        near = left.spots[-_SET:], right.spots[:_SET]
        if _other_size(*near) and not (rest and flush and 1 in map(len, near)):
            return True
    if _rows(left.spots[-2:]) or (not rest and _rows(right.spots[:2])):
        return True
    if wording.item(right.text, left.text):
        return True
    if wording.closed_form(left.text) or wording.strangers(left.text, right.text):
        return True
    return wording.set_apart(right.text, len(right.spots), left.text) or right.verse


def _rows(spots: Sequence[Spot]) -> bool:
    """Return whether lines are all rows of figures; a sentence may have one such line."""
    return all(wording.tabular(spot.text) for spot in spots)


def _other_size(above: Sequence[Spot], below: Sequence[Spot]) -> bool:
    """Return whether lines are set in larger type than others."""
    small, large = sorted(map(_type_size, (above, below)))
    return small > 0 and large > _TYPE_RATIO * small


def _type_size(spots: Sequence[Spot]) -> float:
    """Return the size of the type of lines, one of which may be boxed too tightly; 0 for scraps.

    The few letters of a scrap may lack the tall ones.
    """
    sizes = [spot.line.size for spot in spots if len(spot.text) >= _MEASURED]
    return median(sizes) if sizes else 0.0


def _small_start(left: Block, setting: Setting, *, done: bool) -> Verdict | None:
    if not done:
        return Verdict("it starts in lower case and the text above has no full stop", 0.95)
    if setting.indented or setting.full is False or not wording.abbreviates(left.text):
        return None
    return Verdict("it starts in lower case, so the stop above it closes a short form", 0.6)


def _must_run_on(left: Block, right: Block) -> bool:
    """Return whether the text above cannot end here, however short its last line is."""
    return wording.cut_short(left.text) or _awaits(left, right)


def _awaits(left: Block, right: Block) -> bool:
    """Return whether the text above wants what begins the one below: a name, a figure, a speech."""
    return wording.waits(left.text, right.text) or wording.speaks(left.text, right.text)


def _could_run_on(left: Block, right: Block, setting: Setting, *, must: bool) -> bool:
    """Return whether the text above is prose that broke off, not a heading, row or verse."""
    if wording.tabular(left.text) or left.verse:
        return False
    begun = setting.begun and setting.full is not False
    if len(left.spots) > 1 or setting.full or must or begun:
        return True
    prose = cells(left.text) >= wording.PROSE_CELLS or wording.phrased(left.text)
    prose = prose or wording.sentences(left.text) or tells(left.text)
    return prose or _wants_figure(left, right)


def _wants_figure(left: Block, right: Block) -> bool:
    """Return whether a text that breaks off goes on with prose that starts in figures.

    No paragraph is begun with figures where they can be avoided. The text is in lower case where
    it breaks off, or opens as sentences do.
    """
    figures = starts_in_figures(right.text) and cells(right.text) >= wording.PROSE_CELLS
    return figures and (left.text.split()[-1].islower() or opens_sentence(left.text))


def _unfinished(left: Block, right: Block, setting: Setting, *, inside: bool) -> Verdict | None:
    """Judge a text without a stop before one that starts like a sentence."""
    printed_so = bool(setting.full) + (setting.indented is False)
    loose = wording.loose(left.text) or _awaits(left, right)
    if inside and not (setting.full and (loose or setting.indented is False)):
        return None
    if not loose and left.text.rstrip().endswith((".", ":", "：", "-", "–", "—")):
        return Verdict(_SET_ON, 0.7) if printed_so == 2 else None
    conf = round((0.85 if loose else 0.7) + 0.05 * printed_so, 2)
    return Verdict(_reason(loose=loose, printed_so=bool(printed_so)), conf)


_SET_ON = "the line above is full and this one is not indented"


def _reason(*, loose: bool, printed_so: bool) -> str:
    cause = (
        "the text above breaks off in the middle of a sentence"
        if loose
        else "the text above ends without a full stop"
    )
    return f"{cause}, and {_SET_ON}" if printed_so else f"{cause}, and nothing sets this one apart"
