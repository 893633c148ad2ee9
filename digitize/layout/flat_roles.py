"""Roles in flat text, where only words, blank rows and the order of blocks can tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from digitize.grammar.sentences import left_open
from digitize.layout.adverts import is_notice, sells
from digitize.layout.says import Says, says
from digitize.layout.scale import text_regions
from digitize.layout.verdict import Verdict, furniture, readable, set_form, tells_publisher
from digitize.model.page import FURNITURE, Page, Region, Role

_BODY = 90  # weight; a block this heavy is text, whatever its end
_SENTENCE = 36  # weight; a block this heavy that ends with a stop is text too
_REST = 8  # weight; lighter text in lower case may be a stray word of the masthead
_HEADLINE = 110  # weight; headlines are no longer
_STACK = 4  # blocks that headline, decks and kicker may take together
_LABEL_WORDS = 2  # capitals of up to this many words over a headline name a section
_ADVERT = 0.6  # score from which text is taken for an advertisement
_TELLING = re.compile(
    r"(?<![\w'])(?:was|were|is|are|had|has|have|that|which|who|he|she|they|it|his|her|their|said|"
    r"the|would|been|war|wurde|wurden|hat|haben|ist|sind|daß|dass|est|sont|était|qui|que|ont)"
    r"(?![\w'])"
)
"""Words that headlines leave out and sentences cannot do without."""


def flat_roles(page: Page) -> dict[str, Verdict]:
    """Return a verdict for each region of a page of flat text."""
    regions = text_regions(page)
    reading = _Reading(regions)
    reading.facts()
    reading.head()
    reading.rest()
    reading.tail()
    return {
        region.id: verdict or Verdict(Role.BODY, 0.6, "is running text")
        for region, verdict in zip(regions, reading.verdicts, strict=True)
    }


def is_body(said: Says) -> bool:
    """Return whether a text is too long, or too much of a sentence, to be a heading."""
    if said.weight >= _BODY + 20 * (said.case == "caps"):
        return True
    telling = said.han or bool(_TELLING.search(said.text)) or said.weight > 60
    return said.weight >= _SENTENCE and said.ends and said.case in ("sentence", "none") and telling


class _Reading:
    """One walk over the blocks of a page, from the head to the foot."""

    def __init__(self, regions: Sequence[Region]) -> None:
        self.said = [says(region.lines) for region in regions]
        self.rows = [len(region.lines) for region in regions]
        self.verdicts: list[Verdict | None] = [None] * len(regions)

    def facts(self) -> None:
        """Name what is plain from one block alone, wherever it stands."""
        for at, said in enumerate(self.said):
            if not readable(said):
                self.verdicts[at] = Verdict(Role.NOISE, 0.9, "has no letter or digit")
            else:
                self.verdicts[at] = set_form(said) or furniture(said) or _middle(said)
        self._names()
        self._lonely_names()

    def _names(self) -> None:
        """Name as the nameplate a short line that the paper's own address repeats."""
        domains = {domain for said in self.said for domain in said.domains}
        names = {said.text for at, said in enumerate(self.said) if self._is(at, Role.NAMEPLATE)}
        for at, said in enumerate(self.said):
            bare = re.sub(r"\W", "", said.text).lower()
            known = any(fuzz.ratio(bare, domain) >= 85 for domain in domains)
            again = any(fuzz.ratio(bare, re.sub(r"\W", "", name).lower()) >= 85 for name in names)
            if self.verdicts[at] is None and said.weight <= 40 and bare and (known or again):
                why = "is the name in the paper's address" if known else "repeats the paper's name"
                self.verdicts[at] = Verdict(Role.NAMEPLATE, 0.9, why)

    def _lonely_names(self) -> None:
        """Leave a name far from any other masthead line open: it may be a headline."""
        for at in range(len(self.said)):
            if self._is(at, Role.NAMEPLATE) and self.said[at].title < 0.95:
                near = [
                    self.verdicts[to]
                    for to in range(max(0, at - 3), min(len(self.said), at + 4))
                    if to != at
                ]
                first = at == 0
                if not first and not any(item and item.role in FURNITURE for item in near):
                    self.verdicts[at] = None

    def head(self) -> None:
        """Tell masthead from headline in what stands before the first text."""
        first = next((at for at, said in enumerate(self.said) if self._text(at)), len(self.said))
        zone = [at for at in range(first) if self.verdicts[at] is None]
        furnished = sum(1 for at in range(first) if self._furniture(at))
        stack = self._stack(first)
        if first < len(self.said) and not stack and zone:
            stack = self._far_headline(zone)
        for at in zone:
            if at in stack:
                continue
            if tells_publisher(self.said[at]):
                self.verdicts[at] = Verdict(
                    Role.MASTHEAD, 0.8, "says who publishes the paper or since when"
                )
            elif furnished or first == len(self.said):
                self.verdicts[at] = Verdict(Role.EAR, 0.6, "stands among the lines of the masthead")
        if furnished:
            stack = self._without_labels(stack)
        self._head_stack(stack)

    def _stack(self, first: int) -> list[int]:
        """Return the unnamed short blocks that stand right over the text at `first`."""
        found: list[int] = []
        for at in range(first - 1, -1, -1):
            if self.verdicts[at] is None and self._short(at) and len(found) < _STACK:
                if tells_publisher(self.said[at]):
                    break
                found.insert(0, at)
            elif not self._is(at, Role.BYLINE, Role.DATELINE, Role.CAPTION, Role.CREDIT) or found:
                break
        return found

    def _far_headline(self, zone: Sequence[int]) -> list[int]:
        """Return the block of the head that reads most like a headline, if any does."""
        fit = [at for at in zone if self.said[at].words >= 4 and self._short(at)]
        fit = [at for at in fit if not tells_publisher(self.said[at])]
        return [max(fit, key=lambda at: (self.said[at].words, at))] if fit else []

    def _without_labels(self, stack: list[int]) -> list[int]:
        while len(stack) > 1 and self._label(stack[0]) and self.said[stack[1]].words > _LABEL_WORDS:
            why = "is a short line in capitals between masthead and headline"
            self.verdicts[stack[0]] = Verdict(Role.SECTION_LABEL, 0.6, why)
            stack = stack[1:]
        return stack

    def _label(self, at: int) -> bool:
        said = self.said[at]
        if said.han:
            return said.words <= 4
        return said.case in ("caps", "none") and said.words <= _LABEL_WORDS and not said.ends

    def _head_stack(self, stack: Sequence[int]) -> None:
        """Name the blocks of one stack of headings: kicker, headline, decks."""
        if not stack:
            return
        top = 0
        if len(stack) > 1 and self._label(stack[0]) and self.said[stack[1]].words >= 3:
            top = 1
            self.verdicts[stack[0]] = Verdict(Role.KICKER, 0.6, "is a short line over the headline")
        self.verdicts[stack[top]] = Verdict(
            Role.HEADLINE, 0.85, "is short, without a stop, over text"
        )
        for at in stack[top + 1 :]:
            self.verdicts[at] = Verdict(Role.DECK, 0.7, "stands between headline and text")

    def rest(self) -> None:
        """Walk on from the first text: headlines, subheadings, adverts, text."""
        first = next((at for at in range(len(self.said)) if self._text(at)), len(self.said))
        style = next(
            (said for at, said in enumerate(self.said) if self._is(at, Role.HEADLINE)), None
        )
        at = first
        while at < len(self.said):
            if self.verdicts[at] is None:
                stack = self._heading_stack(at)
                if stack:
                    self._name_stack(stack, style)
                    at = stack[-1] + 1
                    continue
                self.verdicts[at] = self._text_verdict(at)
            at += 1

    def _heading_stack(self, start: int) -> list[int]:
        """Return the blocks from `start` on that head the text after them."""
        stack: list[int] = []
        at = start
        while (
            at < len(self.said)
            and len(stack) < _STACK
            and self.verdicts[at] is None
            and self._heads(at)
        ):
            stack.append(at)
            at += 1
        after = next((to for to in range(at, len(self.said)) if not self._furniture(to)), None)
        if not stack or after is None:
            return []
        owned = self._text(after) or self._is(after, Role.BYLINE, Role.DATELINE, Role.CAPTION)
        return [] if not owned or self.said[after].inside else stack

    def _heads(self, at: int) -> bool:
        """Whether a block past the first text may be a heading."""
        said = self.said[at]
        if (
            not self._short(at)
            or said.inside
            or left_open(said.text)
            or sells(said.text) >= _ADVERT
        ):
            return False
        if said.case == "sentence" and said.ends:
            return False
        styled = said.case in ("caps", "title")
        before = next((to for to in range(at - 1, -1, -1) if not self._furniture(to)), None)
        broken = before is not None and self._runs_on(before)
        credited = at + 1 < len(self.said) and self._is(at + 1, Role.BYLINE, Role.DATELINE)
        if styled or credited:
            return True
        if said.han:
            return not broken and not said.ends and said.words <= 24 and "，" not in said.text
        return not broken and not _TELLING.search(said.text) and said.weight <= 75

    def _runs_on(self, at: int) -> bool:
        said = self.said[at]
        return self._is(at, Role.BODY) and not said.ends

    def _name_stack(self, stack: Sequence[int], style: Says | None) -> None:
        said = self.said[stack[0]]
        after = stack[-1] + 1
        credited = after < len(self.said) and self._is(after, Role.BYLINE, Role.DATELINE)
        if after < len(self.said) and self._text(after) and self._sells(after):
            for at in stack:
                self.verdicts[at] = Verdict(Role.ADVERT, 0.6, "heads an advertisement")
            return
        jumped = self._is(stack[0] - 1, Role.JUMP_LINE) if stack[0] else False
        if style and len(stack) == 1 and not credited and not jumped and _smaller(said, style):
            why = "is a short line of another case than the headline"
            self.verdicts[stack[0]] = Verdict(Role.SUBHEADING, 0.6, why)
            return
        self._head_stack(stack)

    def _text_verdict(self, at: int) -> Verdict:
        said = self.said[at]
        if self._sells(at):
            return Verdict(Role.ADVERT, 0.7, "has phone numbers, prices or words of trade")
        if is_notice(said.text) and said.weight < 700:
            return Verdict(Role.NOTICE, 0.65, "opens like a public notice")
        return Verdict(Role.BODY, 0.9 if said.weight >= _BODY else 0.7, "is running text")

    def tail(self) -> None:
        """Short lines after the last text, beside masthead lines, belong to the masthead."""
        last = max(
            (
                at
                for at in range(len(self.said))
                if self._is(at, Role.BODY) and is_body(self.said[at])
            ),
            default=-1,
        )
        loose = [
            at
            for at in range(last + 1, len(self.said))
            if self._is(at, Role.BODY, Role.HEADLINE, Role.DECK, Role.KICKER)
        ]
        if last < 0 or not any(self._furniture(at) for at in range(last + 1, len(self.said))):
            return
        for at in loose:
            if self._stray(at):
                why = "stands among masthead lines after the text"
                self.verdicts[at] = Verdict(Role.EAR, 0.55, why)

    def _stray(self, at: int) -> bool:
        """Whether a short block at the foot reads like, or stands beside, a masthead line."""
        said = self.said[at]
        near = any(self._furniture(to) for to in (at - 1, at + 1) if 0 <= to < len(self.said))
        name = said.title >= 0.5 or tells_publisher(said) or bool(said.facts)
        label = said.case == "caps" and said.words <= 3
        return not said.inside and near and said.weight <= _SENTENCE and (name or label)

    def _sells(self, at: int) -> bool:
        return sells(self.said[at].text) >= _ADVERT

    def _text(self, at: int) -> bool:
        if self._is(at, Role.BODY, Role.ADVERT, Role.NOTICE):
            return True
        return self.verdicts[at] is None and (is_body(self.said[at]) or self._sells(at))

    def _short(self, at: int) -> bool:
        return (
            self.said[at].weight <= _HEADLINE
            and self.rows[at] <= _STACK
            and not is_body(self.said[at])
        )

    def _is(self, at: int, *roles: Role) -> bool:
        verdict = self.verdicts[at]
        return verdict is not None and verdict.role in roles

    def _furniture(self, at: int) -> bool:
        verdict = self.verdicts[at]
        return verdict is not None and verdict.role in FURNITURE


def _middle(said: Says) -> Verdict | None:
    """Return the verdict on text that can only be the rest of a sentence."""
    if said.inside and said.weight >= _REST and not said.domains:
        return Verdict(Role.BODY, 0.8, "starts inside a sentence")
    return None


def _smaller(said: Says, style: Says) -> bool:
    """Whether a heading is set lower than the headlines of its file."""
    if said.han:
        return said.words <= 8 and said.words < 0.6 * style.words
    if style.case == "caps" and said.case != "caps":
        return said.words <= 3
    return said.words <= 2 and said.case == style.case == "sentence"
