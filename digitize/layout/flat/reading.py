"""One page of flat text, block by block: what each block says, and what it was found to be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from digitize.grammar.bylines import opens_with_dateline
from digitize.grammar.sentences import left_open, opens_sentence, starts_in_figures
from digitize.layout.evidence.adverts import sells
from digitize.layout.evidence.says import Case, Says, says
from digitize.layout.evidence.verdict import Verdict
from digitize.layout.flat.measure import measure
from digitize.model.page import FURNITURE, Region, Role
from digitize.model.reading import join, printed

BODY = 90  # weight; a block this heavy is text, whatever its end
SENTENCE = 36  # weight; a block this heavy that ends with a stop is text too
STACK = 6  # blocks that headline, decks and kicker may take together; rows of one of them
_STOPS = ("。", "。」")  # with which a sentence ends, and no heading in Chinese
_HEADLINE = 110  # weight; headlines are no longer
_CUT = 50  # weight; a block this heavy before the rest of a sentence is its beginning
_NEAR = 4  # blocks up and down whose rows show the measure
_TITLED = 4  # words of a heading from which its capitals tell how headings are set
_MOSTLY = 0.5  # of the headings of a page that are set alike
_INDENT = 2  # cells that the first row of a paragraph may have been set in; twice that for Han
_ADVERT = 0.6  # score from which text is taken for an advertisement
_ADVERT_TOO = 0.3  # score from which text after an advertisement is one too
_TEXT = (Role.BODY, Role.ADVERT, Role.NOTICE, Role.TABLE)
TELLING = re.compile(
    r"(?<![\w'])(?:was|were|is|are|had|has|have|that|which|who|he|she|they|it|his|her|their|said|"
    r"the|would|been|war|wurde|wurden|hat|haben|ist|sind|daß|dass|est|sont|était|qui|que|ont)"
    r"(?![\w'])"
)
"""Words that headlines leave out and sentences cannot do without."""

_KANA = re.compile("[ぁ-ん]")


def is_body(said: Says) -> bool:
    """Return whether a text is too long, or too much of a sentence, to be a heading."""
    if said.weight >= BODY + 20 * (said.case == "caps"):
        return True
    if said.weight >= SENTENCE and opens_with_dateline(said.text):
        return True
    told = said.han or _KANA.search(said.text) or TELLING.search(said.text)
    telling = bool(told) or said.weight > 60
    return said.weight >= SENTENCE and said.ends and said.case in ("sentence", "none") and telling


class Reading:
    """The blocks of a page in order, and a verdict on each as soon as one is found."""

    def __init__(self, regions: Sequence[Region]) -> None:
        self.lines = [region.lines for region in regions]
        self.said = [says(region.lines) for region in regions]
        self.rows = [[printed(line) for line in region.lines] for region in regions]
        self.verdicts: list[Verdict | None] = [None] * len(regions)

    def __len__(self) -> int:
        return len(self.said)

    def name(self, at: int, role: Role, conf: float, reason: str) -> None:
        """Say what the block at `at` is, how sure that is (0..1), and why."""
        self.verdicts[at] = Verdict(role, conf, reason)

    def open(self, at: int) -> bool:
        """Return whether nothing was found yet on the block at `at`."""
        return self.verdicts[at] is None

    def has(self, at: int, *roles: Role) -> bool:
        """Return whether the block at `at` was found to be one of `roles`."""
        verdict = self.verdicts[at] if 0 <= at < len(self) else None
        return verdict is not None and verdict.role in roles

    def furniture(self, at: int) -> bool:
        """Return whether the block at `at` was found to be furniture."""
        return self.has(at, *FURNITURE)

    def sells(self, at: int) -> bool:
        """Return whether the block at `at` advertises, its last sentence read to the end."""
        said, after = self.said[at], self.after(at)
        rest = self.said[after] if after is not None and not said.ends else None
        runs = rest is not None and (rest.inside or (left_open(said.text) and is_body(rest)))
        return sells(join([said.text, rest.text]) if rest and runs else said.text) >= _ADVERT

    def sells_too(self, at: int) -> bool:
        """Return whether the block at `at` goes on with a run of small advertisements."""
        near = self.has(at - 1, Role.ADVERT, Role.NOTICE)
        return near and sells(self.said[at].text) >= _ADVERT_TOO

    def text(self, at: int) -> bool:
        """Return whether the block at `at` is, or can only be, running text."""
        if at >= len(self) or not self.open(at):
            return self.has(at, *_TEXT)
        said = self.said[at]
        opens = opens_with_dateline(said.text) and not said.ends
        return is_body(said) or opens or self.sells(at) or self._cut(at)

    def _cut(self, at: int) -> bool:
        """Whether the block breaks off in a sentence that the next block goes on with."""
        said = self.said[at]
        after = self.after(at)
        if after is None or said.ends:
            return False
        figures = is_body(self.said[after]) and starts_in_figures(self.said[after].text)
        if figures and said.case in ("sentence", "title") and opens_sentence(said.text):
            return True
        if not self.has(after, Role.BODY):
            return False
        long = said.weight >= _CUT or (left_open(said.text) and said.weight >= SENTENCE)
        return self.said[after].inside and long

    def full(self, at: int) -> bool:
        """Return whether the block at `at` ends as a row inside a text does, not as a heading.

        The first word of the next block would not have fitted into its last row.
        """
        after = self.after(at)
        if after is None:
            return False
        near = [*range(max(0, at - _NEAR), at), *range(at + 1, min(len(self), at + _NEAR + 1))]
        column = measure([line for to in near for line in self.lines[to]])
        lost = _INDENT * (1 + self.said[at].han) if len(self.lines[at]) == 1 else 0
        return not column.ended(self.lines[at][-1], self.lines[after][0], lost)

    def after(self, at: int) -> int | None:
        """Return the next block that is no furniture, None when there is none."""
        return next((to for to in range(at + 1, len(self)) if not self.furniture(to)), None)

    def before(self, at: int) -> int | None:
        """Return the last block before that is no furniture, None when there is none."""
        return next((to for to in range(at - 1, -1, -1) if not self.furniture(to)), None)

    def short(self, at: int) -> bool:
        """Return whether the block at `at` is short enough for a heading, and has no stop.

        English headings may have one, but not figures alone, nor what starts with them or in lower
        case: those are the end of a sentence.
        """
        said = self.said[at]
        brief = said.weight <= _HEADLINE and len(self.rows[at]) <= STACK
        stops = said.han and said.text.endswith(_STOPS)
        figures = said.case == "none" or (said.case == "sentence" and said.text[:1].isdigit())
        rest = said.ends and not said.han and (said.inside or figures)
        return brief and not (stops or rest or is_body(said) or self._cut(at))

    @cached_property
    def style(self) -> Case:
        """How most headings of the page are set, once its furniture is known; "none" if unlike."""
        cases = Counter(
            said.case
            for at, said in enumerate(self.said)
            if said.words >= _TITLED and not said.inside and self.open(at)
            if self.short(at) and not self.full(at)
        )
        [(case, count)] = cases.most_common(1) or [("none", 0)]
        return case if count >= _MOSTLY * cases.total() else "none"

    def first_text(self) -> int:
        """Return the first block of running text, the number of blocks when there is none."""
        return next((at for at in range(len(self)) if self.text(at)), len(self))
