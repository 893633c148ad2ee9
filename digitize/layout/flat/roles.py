"""Roles in flat text, where only words, blank rows and the order of blocks can tell."""

from __future__ import annotations

import re

from digitize.grammar.bylines import is_office, opens_with_dateline
from digitize.grammar.sentences import left_open, tells
from digitize.layout.evidence.adverts import is_notice
from digitize.layout.evidence.says import Says
from digitize.layout.evidence.verdict import Verdict, furniture, readable, set_form, tells_publisher
from digitize.layout.flat.forms import is_index, is_table, opens_letter
from digitize.layout.flat.head import head, name_stack, names, without_labels
from digitize.layout.flat.reading import BODY, SENTENCE, STACK, TELLING, Reading, is_body
from digitize.layout.flat.ties import goes_on
from digitize.layout.page.scale import text_regions
from digitize.model.page import Page, Role

_REST = 8  # weight; lighter text in lower case may be a stray word of the masthead
_HEADING = 75  # weight; a heading in the case of a sentence is no longer
_HEADING_WORDS = 8  # a heading with more words leaves the small ones out
_HEADING_HAN = 24  # characters
_SUBHEADING_WORDS = 3
_NOTICE = 700  # weight; public notices are no longer
_CREDITED = (Role.BYLINE, Role.DATELINE)
_MAIL = "@"  # a line with an address for letters heads nothing, and needs no stop
_SLUG = re.compile(r"[^\W\d_]{3,}")


def flat_roles(page: Page) -> dict[str, Verdict]:
    """Return a verdict for each region of a page of flat text."""
    regions = text_regions(page)
    reading = Reading(regions)
    _facts(reading)
    names(reading)
    head(reading)
    _rest(reading)
    _tail(reading)
    return {
        region.id: verdict or Verdict(Role.BODY, 0.6, "is running text")
        for region, verdict in zip(regions, reading.verdicts, strict=True)
    }


def _facts(reading: Reading) -> None:
    """Name what is plain from one block alone, wherever it stands."""
    for at, said in enumerate(reading.said):
        reading.verdicts[at] = _alone(said, reading.rows[at])
    for at, said in enumerate(reading.said):
        if reading.has(at - 1, Role.BYLINE) and (is_office(said.text) or _own_paper(reading, at)):
            reading.name(at, Role.BYLINE, 0.8, "tells the trade or paper of the writer above it")


def _own_paper(reading: Reading, at: int) -> bool:
    """Whether a paper's name stands between a byline and text, as the writer's paper."""
    last = at + 1 >= len(reading) or reading.furniture(at + 1)
    return reading.has(at, Role.NAMEPLATE) and not last


def _alone(said: Says, rows: list[str]) -> Verdict | None:
    if not readable(said):
        return Verdict(Role.NOISE, 0.9, "has no letter or digit")
    if is_index(said.text):
        return Verdict(Role.INDEX, 0.85, "lists what is on which page")
    found = set_form(said) or furniture(said)
    if found:
        return found
    if is_table(rows):
        return Verdict(Role.TABLE, 0.7, "has rows that end in figures")
    if said.inside and said.weight >= _REST and not said.domains:
        return Verdict(Role.BODY, 0.8, "starts inside a sentence")
    return None


def _rest(reading: Reading) -> None:
    """Walk on from the first text: headlines, subheadings, adverts, text."""
    style = next(
        (said for at, said in enumerate(reading.said) if reading.has(at, Role.HEADLINE)), None
    )
    at = reading.first_text()
    letter = False
    while at < len(reading):
        if reading.has(at, Role.PROMO, Role.NAMEPLATE):
            _reconsider(reading, at)
        stack = _heading_stack(reading, at) if reading.open(at) else []
        if stack and letter:
            stack = _without_signature(reading, stack)
        if stack:
            _name_headings(reading, stack, style)
            at = stack[-1] + 1
            letter = False
            continue
        if reading.open(at):
            reading.verdicts[at] = _text_verdict(reading, at)
        letter = letter or (reading.has(at, Role.BODY) and opens_letter(reading.said[at].text))
        at += 1


def _reconsider(reading: Reading, at: int) -> None:
    """After text a catchword of its story with a page is a jump line: "CASINO, Page A9"."""
    words = _SLUG.findall(reading.said[at].text)
    if not reading.has(at, Role.PROMO) or not words or not words[0].isupper():
        return
    start = next((to for to in range(at, -1, -1) if reading.has(to, Role.HEADLINE)), 0)
    story = " ".join(reading.said[to].text for to in range(start, at)).lower()
    if words[0].lower() in story and not reading.furniture(at - 1):
        reading.name(at, Role.JUMP_LINE, 0.8, "names a page and a catchword of the story")


def _without_signature(reading: Reading, stack: list[int]) -> list[int]:
    """Leave to a letter the short lines under it but the last, which heads the next one.

    A notice or advertisement after the letter has its catchword in itself, and no heading.
    """
    after = stack[-1] + 1
    alone = after < len(reading) and (is_notice(reading.said[after].text) or reading.sells(after))
    signed = stack if alone else stack[:-1]
    for at in signed:
        reading.name(at, Role.BODY, 0.6, "signs the letter above it")
    return stack[len(signed) :]


def _heading_stack(reading: Reading, start: int) -> list[int]:
    """Return the blocks from `start` on that head the text after them."""
    stack: list[int] = []
    at = start
    while at < len(reading) and len(stack) < STACK and reading.open(at):
        if not _heads(reading, at, stack) or (not stack and _unlike(reading, at)):
            break
        stack.append(at)
        at += 1
    after = reading.after(at - int(not reading.has(at, Role.JUMP_LINE)))
    if not stack or after is None:
        return []
    brief = reading.open(after) and reading.said[after].ends and not reading.said[after].inside
    sentence = brief and reading.said[after].case == "sentence"
    owned = reading.text(after) or sentence or reading.has(after, *_CREDITED, Role.CAPTION)
    return [] if not owned or reading.said[after].inside else stack


def _heads(reading: Reading, at: int, stack: list[int]) -> bool:
    """Whether a block past the first text may be a heading, under those of a stack."""
    said = reading.said[at]
    if not _may_head(reading, at):
        return False
    if said.case in ("caps", "title") or reading.has(at + 1, *_CREDITED):
        return True
    before = reading.before(at)
    if (before is not None and _runs_on(reading, before)) or reading.full(at):
        return False
    if said.han:
        told = not stack and tells(said.text)
        return not (said.ends or told) and said.words <= _HEADING_HAN and "，" not in said.text
    told = not stack and said.words > _HEADING_WORDS and bool(TELLING.search(said.text))
    return said.weight <= _HEADING and not told


def _may_head(reading: Reading, at: int) -> bool:
    """Whether nothing in a block, nor in the text before it, says that it is no heading."""
    said = reading.said[at]
    if not reading.short(at) or said.inside or left_open(said.text):
        return False
    if reading.sells(at) or reading.sells_too(at) or opens_with_dateline(said.text):
        return False
    if _MAIL in said.text or (said.case == "sentence" and said.ends and not said.han):
        return False
    before = reading.before(at)
    set_apart = said.case == "caps" or (said.case == "title" and not said.ends)
    return set_apart or before is None or not _waits(reading, before)


def _unlike(reading: Reading, at: int) -> bool:
    """Whether a block is set as a sentence where the headings of the page have capitals."""
    plain = reading.said[at].case == "sentence" and not reading.has(at + 1, *_CREDITED)
    return plain and reading.style in ("caps", "title")


def _waits(reading: Reading, at: int) -> bool:
    """Whether a text breaks off at a word that no sentence ends with."""
    return reading.has(at, Role.BODY) and left_open(reading.said[at].text)


def _runs_on(reading: Reading, at: int) -> bool:
    signed = reading.verdicts[at]
    closed = signed is not None and signed.reason.startswith("signs")
    closed = closed or _MAIL in reading.said[at].text
    return reading.has(at, Role.BODY) and not reading.said[at].ends and not closed


def _name_headings(reading: Reading, stack: list[int], style: Says | None) -> None:
    after = stack[-1] + 1
    if after < len(reading) and reading.text(after) and reading.sells(after):
        for at in stack:
            reading.name(at, Role.ADVERT, 0.6, "heads an advertisement")
        return
    apart = reading.has(after, *_CREDITED, Role.TABLE) or reading.has(stack[0] - 1, Role.JUMP_LINE)
    if style and len(stack) == 1 and not apart and _inner(reading, stack[0], style):
        why = "is shorter than the headline, and the text goes on with the story"
        reading.name(stack[0], Role.SUBHEADING, 0.6, why)
        return
    name_stack(reading, without_labels(reading, stack))


def _text_verdict(reading: Reading, at: int) -> Verdict:
    said = reading.said[at]
    if reading.sells(at) or reading.sells_too(at):
        return Verdict(Role.ADVERT, 0.7, "has phone numbers, prices or words of trade")
    if is_notice(said.text) and said.weight < _NOTICE:
        return Verdict(Role.NOTICE, 0.65, "opens like a public notice")
    return Verdict(Role.BODY, 0.9 if said.weight >= BODY else 0.7, "is running text")


def _tail(reading: Reading) -> None:
    """Short lines after the last text, beside masthead lines, belong to the masthead."""
    last = max(
        (
            at
            for at in range(len(reading))
            if reading.has(at, Role.BODY) and is_body(reading.said[at])
        ),
        default=-1,
    )
    loose = [
        at
        for at in range(last + 1, len(reading))
        if reading.has(at, Role.BODY, Role.HEADLINE, Role.DECK, Role.KICKER)
    ]
    if last < 0 or not any(reading.furniture(at) for at in range(last + 1, len(reading))):
        return
    for at in loose:
        if _stray(reading, at):
            reading.name(at, Role.EAR, 0.55, "stands among masthead lines after the text")


def _stray(reading: Reading, at: int) -> bool:
    """Whether a short block at the foot reads like, or stands beside, a masthead line."""
    said = reading.said[at]
    near = reading.furniture(at - 1) or reading.furniture(at + 1)
    name = said.title >= 0.5 or tells_publisher(said) or bool(said.facts)
    label = said.case == "caps" and said.words <= 3
    return not said.inside and near and said.weight <= SENTENCE and (name or label)


def _inner(reading: Reading, at: int, style: Says) -> bool:
    """Whether a heading is smaller than the headlines of its file and its text goes on."""
    if not _smaller(reading.said[at], style):
        return False
    top = next((to for to in range(at, -1, -1) if reading.has(to, Role.HEADLINE)), 0)
    story = " ".join(reading.said[to].text for to in range(top + 1, at))
    return goes_on(reading.said[at + 1].text, reading.said[top].text, story)


def _smaller(said: Says, style: Says) -> bool:
    if said.han:
        return said.words <= 8 and said.words < 0.6 * style.words
    if style.case == "caps":
        return said.case != "caps" and said.words <= _SUBHEADING_WORDS
    return said.words <= _SUBHEADING_WORDS and 2 * said.words <= style.words
