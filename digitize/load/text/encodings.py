"""Which encoding a text is in: its mark, else UTF-8, else the likeliest that newspapers used."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from charset_normalizer import from_bytes

from digitize.errors import InputError
from digitize.load.text.plausible import CASELESS, LATIN, LOST, WIDE, caseless, latin, wide

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHIFTED = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$", "iso2022_jp_2"), (b"~{", "hz"))
_OTHERS = ["cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5", "cp855", "cp1253"]
_UNMARKED = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")

_SURE = 0.8  # of the characters frequent: this wide encoding and no other
_LATIN_SURE = 0.9
_CASELESS_SURE = 0.55  # of the characters among the eleven to nineteen most frequent
_GOOD_TO_BAD = 4  # characters of valid UTF-8 to one that is not: damaged UTF-8, not another
_ASCII = 0.7  # of the bytes: a text in the Latin alphabet, whatever its accents
_TEXT = 0.9  # of the characters printable: UTF-16 without its mark
_SAMPLE = 1 << 16  # bytes to judge by; the whole is decoded once


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as decoded: which encoding, how sure (0..1), and what went wrong."""

    text: str
    encoding: str
    conf: float
    warnings: tuple[str, ...] = ()

    @property
    def note(self) -> str:
        """The encoding and how sure it is, in words."""
        return f"decoded as {self.encoding}, confidence {self.conf:.2f}"


def read(data: bytes, *, where: str) -> Reading:
    """Decode `data`: byte order mark, then strict UTF-8, then the likeliest encoding.

    A byte that fits nowhere costs one character, U+FFFD, and a warning with its offset.
    Raises InputError when nothing plausible fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding, 1.0, start=len(mark))
    for attempt in _ATTEMPTS:
        reading = attempt(data)
        if reading is not None:
            return reading
    raise InputError("its encoding cannot be told", where=where, hint="convert it to UTF-8")


def _decoded(data: bytes, encoding: str, conf: float, *, start: int = 0) -> Reading:
    body = data[start:]
    try:
        return Reading(body.decode(encoding), encoding, conf)
    except UnicodeDecodeError as error:
        text, first = body.decode(encoding, "replace"), start + error.start
    warning = f"{text.count(LOST)} bytes that are not {encoding} replaced, first at {first}"
    return Reading(text, encoding, conf, (warning,))


def _told(reading: Reading) -> Reading:
    guessed = f"encoding guessed: {reading.encoding}, confidence {reading.conf:.2f}"
    return replace(reading, warnings=(guessed, *reading.warnings))


def _unmarked(data: bytes) -> Reading | None:
    """NUL is in no text of eight bits; in UTF-16 and UTF-32 it is in every space and line end."""
    if b"\0" not in data[:_SAMPLE]:
        return None
    sample = data[: min(_SAMPLE, len(data)) // 4 * 4] or data
    shares = {name: _printable(sample.decode(name, "replace")) for name in _UNMARKED}
    best = max(shares, key=lambda name: shares[name])
    return _told(_decoded(data, best, shares[best])) if shares[best] >= _TEXT else None


def _printable(text: str) -> float:
    good = sum((char.isprintable() or char in "\r\n\t\f") and not _exotic(char) for char in text)
    return good / len(text)


def _exotic(char: str) -> bool:
    """Scripts that ASCII and CJK turn into when their bytes are swapped, or that no paper used."""
    return char == LOST or "\u0700" <= char < "\u1e00" or "\ua000" <= char < "\uac00"


def _shifted(data: bytes) -> Reading | None:
    """Try the encodings of seven bits that announce themselves by an escape sequence."""
    for sign, encoding in _SHIFTED:
        if sign in data:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if not text.isascii():
                return _told(Reading(text, encoding, 1.0))
    return None


def _utf8(data: bytes) -> Reading | None:
    try:
        return Reading(data.decode(), "utf-8", 1.0)
    except UnicodeDecodeError as error:
        cut = error.reason == "unexpected end of data"
    text = data.decode("utf-8", "replace")
    bad = text.count(LOST)
    good = sum(char > "\x7f" for char in text) - bad
    if cut or good >= _GOOD_TO_BAD * bad:
        return _decoded(data, "utf-8", good / (good + bad) if good else 1.0)
    return None


def _guess(data: bytes) -> Reading | None:
    sample = data[:_SAMPLE]
    wides = _scores(sample, WIDE, wide)
    best = max(wides, key=lambda name: round(wides[name], 1))
    latins = _scores(sample, LATIN, latin)
    likeliest = max(latins, key=lambda name: latins[name])
    other = from_bytes(sample, cp_isolation=_OTHERS).best()
    if other is not None and _is_foreign(str(other)):
        return _told(_decoded(data, other.encoding, max(0.0, 1 - other.chaos)))
    if wides[best] >= max(_SURE, latins[likeliest]):
        return _told(_decoded(data, best, wides[best]))
    if latins[likeliest] >= _LATIN_SURE:
        return _told(_decoded(data, likeliest, latins[likeliest]))
    return None


def _mostly_ascii(data: bytes) -> Reading | None:
    """Take the likeliest Latin encoding: a few strange bytes are no reason to refuse a text."""
    sample = data[:_SAMPLE]
    known = sum(0x20 <= byte < 0x7F or byte in b"\t\r\n\f" for byte in sample)
    if known < _ASCII * len(sample):
        return None
    latins = _scores(sample, LATIN, latin)
    likeliest = max(latins, key=lambda name: latins[name])
    return _told(_decoded(data, likeliest, max(0.0, latins[likeliest])))


def _caseless(data: bytes) -> Reading | None:
    """Try the scripts that have no case, and so no rules by which letters may follow another."""
    scores = _scores(data[:_SAMPLE], CASELESS, caseless)
    best = max(scores, key=lambda name: scores[name])
    return _told(_decoded(data, best, scores[best])) if scores[best] >= _CASELESS_SURE else None


def _scores(
    sample: bytes, encodings: Iterable[str], score: Callable[[str, str], float]
) -> dict[str, float]:
    return {name: score(sample.decode(name, "replace"), name) for name in encodings}


def _is_foreign(text: str) -> bool:
    letters = [char for char in text if char > "\x7f" and char.isalpha()]
    lower = sum(char.islower() for char in letters)
    return len(letters) > 0.3 * len(text) and lower > 0.7 * len(letters)


def _mixed(data: bytes) -> Reading | None:
    """Lines of UTF-8 among lines of another encoding: two files put together."""
    lines = re.split(b"(?<=\n)", data)
    alien = [line for line in lines if not _is_utf8(line)]
    reading = _guess(b"".join(alien))
    if reading is None or len(alien) == len(lines):
        return None
    text = "".join(_by_line(lines, reading.encoding))
    warning = f"two encodings in one file: utf-8 and {reading.encoding}"
    return Reading(text, f"utf-8 and {reading.encoding}", reading.conf, (warning,))


def _by_line(lines: list[bytes], other: str) -> Iterator[str]:
    for line in lines:
        yield line.decode("utf-8" if _is_utf8(line) else other, "replace")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


_ATTEMPTS = (_unmarked, _shifted, _utf8, _caseless, _guess, _mixed, _mostly_ascii)
"""One after the other, the surest first; the last is for what would else be refused."""
