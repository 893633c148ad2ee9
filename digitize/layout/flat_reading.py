"""One page of flat text, block by block: what each block says, and what it was found to be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digitize.grammar.bylines import opens_with_dateline
from digitize.grammar.sentences import left_open
from digitize.layout.adverts import sells
from digitize.layout.says import Says, says
from digitize.layout.verdict import Verdict
from digitize.model.page import FURNITURE, Region, Role
from digitize.model.reading import printed

BODY = 90  # weight; a block this heavy is text, whatever its end
SENTENCE = 36  # weight; a block this heavy that ends with a stop is text too
STACK = 4  # blocks that headline, decks and kicker may take together
_HEADLINE = 110  # weight; headlines are no longer
_CUT = 50  # weight; a block this heavy before the rest of a sentence is its beginning
_ADVERT = 0.6  # score from which text is taken for an advertisement
_ADVERT_TOO = 0.3  # score from which text after an advertisement is one too
_TEXT = (Role.BODY, Role.ADVERT, Role.NOTICE, Role.TABLE)
TELLING = re.compile(
    r"(?<![\w'])(?:was|were|is|are|had|has|have|that|which|who|he|she|they|it|his|her|their|said|"
    r"the|would|been|war|wurde|wurden|hat|haben|ist|sind|daß|dass|est|sont|était|qui|que|ont)"
    r"(?![\w'])"
)
"""Words that headlines leave out and sentences cannot do without."""


def is_body(said: Says) -> bool:
    """Return whether a text is too long, or too much of a sentence, to be a heading."""
    if said.weight >= BODY + 20 * (said.case == "caps"):
        return True
    if said.weight >= SENTENCE and opens_with_dateline(said.text):
        return True
    telling = said.han or bool(TELLING.search(said.text)) or said.weight > 60
    return said.weight >= SENTENCE and said.ends and said.case in ("sentence", "none") and telling


class Reading:
    """The blocks of a page in order, and a verdict on each as soon as one is found."""

    def __init__(self, regions: Sequence[Region]) -> None:
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
        """Return whether the block at `at` advertises."""
        return sells(self.said[at].text) >= _ADVERT

    def sells_too(self, at: int) -> bool:
        """Return whether the block at `at` goes on with a run of small advertisements."""
        near = self.has(at - 1, Role.ADVERT, Role.NOTICE)
        return near and sells(self.said[at].text) >= _ADVERT_TOO

    def text(self, at: int) -> bool:
        """Return whether the block at `at` is, or can only be, running text."""
        if at >= len(self) or not self.open(at):
            return self.has(at, *_TEXT)
        return is_body(self.said[at]) or self.sells(at) or self._cut(at)

    def _cut(self, at: int) -> bool:
        """Whether the block breaks off in a sentence that the next block goes on with."""
        said = self.said[at]
        after = self.after(at)
        if after is None or said.ends or not self.has(after, Role.BODY):
            return False
        long = said.weight >= _CUT or (left_open(said.text) and said.weight >= SENTENCE)
        return self.said[after].inside and long

    def after(self, at: int) -> int | None:
        """Return the next block that is no furniture, None when there is none."""
        return next((to for to in range(at + 1, len(self)) if not self.furniture(to)), None)

    def before(self, at: int) -> int | None:
        """Return the last block before that is no furniture, None when there is none."""
        return next((to for to in range(at - 1, -1, -1) if not self.furniture(to)), None)

    def short(self, at: int) -> bool:
        """Return whether the block at `at` is short enough for a heading."""
        said = self.said[at]
        brief = said.weight <= _HEADLINE and len(self.rows[at]) <= STACK
        return brief and not is_body(said) and not self._cut(at)

    def first_text(self) -> int:
        """Return the first block of running text, the number of blocks when there is none."""
        return next((at for at in range(len(self)) if self.text(at)), len(self))
