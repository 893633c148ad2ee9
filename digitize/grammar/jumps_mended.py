"""The words of jump lines, misread or run together, put right: "Contiuuedonpage 4"."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from digitize.grammar.numerals import fold

_KEYWORDS = {
    "continued": 2, "continues": 1, "concluded": 2, "fortsetzung": 3, "cont'd": 1, "please": 1,
    "page": 1, "seite": 1, "suite": 1, "pagina": 1, "página": 1, "vervolg": 1, "column": 1,
    "section": 1,
}  # fmt: skip
"""Words an engine may have misread, and how many letters of each."""
_OTHER_WORDS = frozenset(
    "contained confined contoured conceded continue pages paged seiten seines suites suited suits "
    "site seine sette elite paginas columns sections conclude lease pleas".split()
)
"""Words so near to one of those that they are likelier what is printed."""
_LONG_WORD = 9  # letters from which the first may be misread too: "Gontinued"
_DIGITS_IN_WORDS = str.maketrans("01589", "oisbg")

_TOKEN = re.compile(r"\s+|[^\W_]+(?:'[^\W\d_]+)?|.", re.DOTALL)
_GLUED = re.compile(
    r"(?P<verb>(?i:c[o0]n\w{5,7}|fortsetzung|suite|turn|please))??"
    r"(?P<preposition>(?i:from|on|to|auf|von|at|de))?(?P<article>(?i:the|la))?"
    r"(?P<page>(?i:pa[gq]e|seite|p[áa]gina))?(?P<label>(?-i:[A-Z]?\d{1,3}[A-Z]?))?"
)
_SEEN = re.compile(r"(?P<please>(?i:please))?(?P<verb>(?i:see|turn|turnto))(?P<slug>[A-ZÀ-Þ]{3,})?")


def mend(text: str) -> tuple[str, list[int]]:
    """Put misread keywords right and part those that were run together.

    With the mended text comes, for each of its characters, its place in `text`.
    """
    pieces: list[str] = []
    places: list[int] = []
    for token in _TOKEN.finditer(plain(text)):
        start = token.start()
        for at, piece in enumerate(_parts(token.group())):
            known = _keyword(piece)
            if at:
                pieces.append(" ")
                places.append(start)
            pieces.append(known)
            places += [min(start + step, start + len(piece) - 1) for step in range(len(known))]
            start += len(piece)
    return "".join(pieces), places


def plain(text: str) -> str:
    """Return `text` in narrow forms and with one kind of apostrophe, character for character."""
    return fold(text).replace("’", "'")


def _parts(token: str) -> list[str]:
    """Return the words of a token that was printed, or read, without spaces."""
    for form in (_SEEN, _GLUED):
        match = form.fullmatch(token)
        parts = [part for part in match.groups() if part] if match else []
        lone = len(parts) == 2 and match is not None and match.groupdict().get("label")
        if len(parts) > 1 and not (lone and len(parts[0]) < 2):
            return parts
    return [token]


def _keyword(token: str) -> str:
    low = token.lower()
    if low in _KEYWORDS or low in _OTHER_WORDS or not any(map(str.isalpha, token)):
        return token
    bare = low.translate(_DIGITS_IN_WORDS)
    for keyword, room in _KEYWORDS.items():
        first = bare[0] == keyword[0]
        if len(bare) < 4 or (not first and len(keyword) < _LONG_WORD):
            continue
        if Levenshtein.distance(bare, keyword) <= (room if first else room - 1):
            return keyword.capitalize() if token[0].isupper() else keyword
    return token
