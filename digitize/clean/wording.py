"""What the wording of two pieces of text says: the first is unfinished, the second stands apart."""

from __future__ import annotations

import re
from collections.abc import Callable

from digitize.clean.lexicon import zipf
from digitize.clean.setting import cells
from digitize.grammar.scripts import is_cjk, is_han, script
from digitize.grammar.sentences import ends_sentence, left_open, starts_inside

_CREDIT = re.compile(
    r"[.!?。！？…][\"'”’»“‘«」』]?\s*"
    r"(?:[(\[（【〔][^()\[\]（）【】]{1,40}[)\]）】〕]|[—–-]+\s*[A-Z][\w. ]{0,30})\.?$"
)
"""A credit after the last stop: "… said. (AP)", "… earlier.—Reuters", "……。（新華社）"."""

_END_MARK = re.compile(
    r"(?:[■□●◆▪*#]+|[-–—]\s*30\s*[-–—]|[.!?。]\s*30|[（(【]完[）)】]|[。！？]完)$"
)

_WANTS_NUMBER = re.compile(
    r"\b(?i:no|nos|nr|vol|art|sec|p|pp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$"
)
_WANTS_NAME = re.compile(
    r"\b(?:[A-Z]|(?i:mr|mrs|ms|dr|rev|hon|col|gen|capt|lieut|lt|sgt|maj|prof|sen|rep|gov|messrs"
    r"|mme|mlle|hrn|frl))\.$"
)

_LETTER_LAST = re.compile(r"(?:^|\s)[a-z]+ [A-Z]\.$")
_LOUD_LAST = re.compile(r"(?:^|\s)[A-Z]{2,} [A-Z]{2,}$")
_ALL_LOUD = re.compile(r"(?:\b[A-Z]+\W+){6}[A-Z]{2,}$")
_FIRST_WORD = re.compile(r"[A-Z][a-z]*(?=\s)")
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")
_SHORT_FORM = 5  # letters
_COMMON = 4.0  # Zipf value of a word that begins a sentence more often than it is a name
_SPEAKS = re.compile(
    r"(?:\b(?:said|says|replied|answered|added|asked|explained|declared|argued|sagte|erwiderte"
    r"|antwortete|dit|répondit)|[說说道答問问示稱称])\s*[:：]$"
)

_NUMBERED = re.compile(r"\(?(\d{1,3})[.)]\s")
_ITEM = re.compile(
    r"(?:[•●■□◆◇▪▸▶►·∙*†‡☐✓]|[-–—]\s|\(?[a-zA-Z]\)\s|\(?[ivx]{1,4}[.)]\s"
    r"|[（(]?[一二三四五六七八九十]{1,3}[）)、．]|[①-⑳㈠-㈩])"
)
_DATELINE = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.' -]{2,}(?:,[^—–]{2,40})?(?:\([^)]{2,30}\))?\s*(?:[—–]|--|\.-|:)"
    r"|\([A-Z][^)]{1,30}\)\s*[—–-]"
    r"|[【〔［][^】〕］]{2,24}[】〕］]|[（(][^）)]{1,20}[訊讯電电社][）)]|[^，。]{0,12}[訊讯電电][：:／/])"
)
_SIGNING = re.compile(
    r"(?:\byours(?: (?:very |most )?(?:truly|faithfully|sincerely|respectfully|obediently|etc))?"
    r"|\b(?:truly|faithfully|sincerely|respectfully) yours|\b(?:humble|obedient|obdt) servants?"
    r"|\b(?:hochachtungsvoll|ergebenst)|\bsalutations(?: distinguées| empressées)?)\W*$",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^(?:dear|sirs?|gentlemen|madam|messieurs|monsieur|sehr geehrte)\b.{0,40}[,:;—-]+$",
    re.IGNORECASE,
)
_INNER_STOP = re.compile(r"[a-zà-ÿ]{3}[.!?][\"'”’»“]?\s+[\"'“‘«]?[A-ZÀ-Þ]|[。！？][」』”]?\w")
_PHRASES = re.compile(r"[\u3400-\u9fff][，；](?:[\u3400-\u9fff\d]|$)")
_BROKEN = re.compile(r"[^\W\d_][-‐\u00ad¬⸗]$")

PROSE_CELLS = 50
"""A lone line shorter than this is no prose by itself: a heading, an address, a verse, a row."""

_HEADING_CELLS = 60  # a lone line without a stop, no longer than this, may be a heading
_HEADING_WORDS = 9
_FIGURES_LAST = re.compile(r"(?:(?:^|\s)[^\w\s]?\d[^\W\d_]?[\d.,/:½¼¾—–-]*){3}$")
_DIGITS = 0.3  # share of the cells that digits take, from which a text is a table's row
_HAN_STOPS = ("。", "。」", "，", "；")  # no row of a table ends so, however many figures it has
_PHRASE = 2  # small words that a phrase has, and an address has not
_VERSE_LINES = 3  # fewer lines tell nothing of how lines begin
_VERSE_MARKS = 0.6  # share of lines that end at a mark; prose has about .15
_VERSE_CAPITALS = 0.8  # share of capital line starts; prose has about .15, German prose .4


def finished(text: str) -> bool:
    """Return whether a paragraph may end here: at a stop, a credit, an end mark, a closing mark.

    After Han a closing quote or bracket is an end by itself.
    """
    bare = text.rstrip()
    if ends_sentence(bare) or _CREDIT.search(bare) or _END_MARK.search(bare):
        return True
    return bare[-1:] in set("」』）】》〉”") and any(map(is_han, bare[-8:-1]))


def waits(text: str, after: str) -> bool:
    """Return whether the abbreviation that closes `text` is completed by what comes `after`."""
    bare = text.rstrip()
    if _WANTS_NUMBER.search(bare):
        return after[:1].isdigit()
    return bool(_WANTS_NAME.search(bare)) and not lettered(text, after)


def lettered(text: str, after: str) -> bool:
    """Return whether a single letter that closes `text` is no initial: “a path in G. | If it …”.

    A small word stands before it and a common one after it, where a name would follow.
    """
    first = _FIRST_WORD.match(after)
    if first is None or not _LETTER_LAST.search(text.rstrip()):
        return False
    return zipf(first[0], "en") >= _COMMON


def abbreviates(text: str) -> bool:
    """Return whether the stop that closes `text` may be that of a short form: Corp., Mass., ft.

    Other words before a small letter ended their sentence, and the next one lost its capital.
    """
    last = _LAST_WORD.search(text.rstrip())
    if last is None or len(last[1]) > _SHORT_FORM:
        return False
    return last[1][0].isupper() or zipf(last[1], "en") < _COMMON


def speaks(text: str, after: str) -> bool:
    """Return whether `text` only says that somebody speaks, and what is said comes `after` it."""
    told = _SPEAKS.search(text.rstrip()) and not sentences(text)
    return bool(told) and after[:1] in set("\"“„«「『‘'")


def broken_word(text: str) -> bool:
    """Return whether `text` ends inside a word, at a hyphen; a dash is none."""
    return bool(_BROKEN.search(text)) and not is_cjk(text[-2])


def loose(text: str) -> bool:
    """Return whether `text` breaks off at a comma or at a word no sentence ends with.

    A colon or a dash does not count: what it announces may well begin a paragraph.
    """
    return left_open(text) and text.rstrip()[-1:] not in set(":：-–—")


def cut_short(text: str) -> bool:
    """Return whether `text` ends at a word that no sentence ends with: of, the, und, dans.

    So does a phrase of several words with a comma, which is no address and greets nobody.
    """
    bare = text.rstrip()
    phrase = bare.endswith(",") and sum(word.islower() for word in bare.split()) >= _PHRASE
    return loose(text) and (bare[-1:].isalnum() or (phrase and not closed_form(text)))


def lower_start(text: str) -> bool:
    """Return whether `text` can only be the rest of a sentence."""
    return starts_inside(text)


def item(text: str, before: str) -> bool:
    """Return whether a text is an item of a list, given the text `before` it.

    A number after a text without an end is its last word, unless it begins a list or goes on
    with one: “… in Chapter | 5. To …”.
    """
    number = _NUMBERED.match(text)
    if not number:
        return bool(_ITEM.match(text))
    listed = finished(before) or before.rstrip()[-1:] in set(":;,：；，")
    return listed or int(number[1]) <= 1 or bool(_NUMBERED.match(before))


def set_apart(text: str, lines: int, before: str) -> bool:
    """Return whether a text begins something of its own: a dateline, a heading.

    Capitals open it unless those of the text `before` go on with them: "IT CANNOT BE | EDITED".
    """
    heading = lines == 1 and _heading(text)
    loud = _LOUD_LAST.search(before.rstrip())
    goes_on = bool(loud) and (loose(before) or bool(_ALL_LOUD.search(before.rstrip())))
    return heading or bool(_DATELINE.match(text)) or (_capitals(text) and not goes_on)


def sentences(text: str) -> bool:
    """Return whether a sentence ends within `text` and another begins."""
    return bool(_INNER_STOP.search(text))


def phrased(text: str) -> bool:
    """Return whether a text of Han is cut into phrases, as sentences are and headings seldom."""
    return bool(_PHRASES.search(text))


def closed_form(text: str) -> bool:
    """Return whether a text ends a letter or greets its reader, though it has no stop."""
    return bool(_SIGNING.search(text) or _GREETING.search(text))


def tabular(text: str) -> bool:
    """Return whether a text is so full of figures that it is a row, not a sentence."""
    if _FIGURES_LAST.search(text):
        return True
    if text.rstrip().endswith(_HAN_STOPS):
        return False
    solid = "".join(text.split())
    return sum(map(str.isdigit, solid)) > _DIGITS * cells(solid)


def verse(lines: list[str], ragged: Callable[[], bool]) -> bool:
    """Return whether `lines` begin with capitals and end on purpose, as verse and lists do.

    Lines that are `ragged` leave room for the next word; verse of even length ends at marks.
    """
    cased = [line[0] for line in lines if line[:1].lower() != line[:1].upper()]
    if len(cased) < _VERSE_LINES:
        return False
    marked = sum(line.endswith(tuple(",;:.!?—")) for line in lines) >= _VERSE_MARKS * len(lines)
    capitals = sum(start.isupper() for start in cased) >= _VERSE_CAPITALS * len(cased)
    return capitals and (marked or ragged())


def strangers(left: str, right: str) -> bool:
    """Return whether two texts are in different scripts."""
    scripts = {script(left), script(right)} - {""}
    wide = {"Hant", "Hans", "Hani"}
    return len(scripts) > 1 and not scripts <= wide


def _capitals(text: str) -> bool:
    """Return whether a text opens with two words in capitals, as headings and openings do."""
    words = re.findall(r"[^\W\d_]{2,}", text[:60])[:2]
    capitals = len(words) == 2 and all(word.isupper() for word in words)
    return capitals and not any(map(is_han, text[:60]))


def _heading(text: str) -> bool:
    if starts_inside(text) or finished(text) or left_open(text):
        return False
    return cells(text) <= _HEADING_CELLS and len(text.split()) <= _HEADING_WORDS
