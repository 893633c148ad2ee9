"""UTF-8 that some program took for Windows-1252: “â€œlunarâ€” → “lunar”, å ±ç´™ → 報紙.

Undone only where it is certain: the bytes must be UTF-8 without a fault, and what comes out must
be what papers print. Two such characters side by side may be meant, a letter and a mark: “Ruß¬”,
«LIBERTÉ»; they are taken for one only where that is a letter of western Europe.
"""

from __future__ import annotations

import re

_BYTES: dict[str, int] = {}
for _code in range(0x80, 0x100):
    try:
        _BYTES[bytes([_code]).decode("cp1252")] = _code
    except UnicodeDecodeError:
        _BYTES[chr(_code)] = _code  # the five codes that Windows-1252 leaves free
    _BYTES.setdefault(chr(_code), _code)

_PRINTED = re.compile(
    "[\u00a0-\u024f\u0370-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u27ff\u2e80-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef"
    "\U00020000-\U0002ffff]+"
)
"""Latin, Greek, Cyrillic, marks, Han, kana, hangul."""

_WESTERN = "\u0100"  # the first character that Latin-1 has not
_TORN = "â€"  # of a closing quote, whose last byte Windows-1252 does not have
_RUN = re.compile("[" + "".join(map(re.escape, _BYTES)) + "]{2,}")


def unmixed(text: str) -> str:
    """Return `text` with what was decoded wrongly put right; anything doubtful as it stands."""
    return _RUN.sub(lambda found: _decoded(found.group()), text).replace(_TORN, "”")


def _decoded(run: str) -> str:
    try:
        found = bytes(_BYTES[char] for char in run).decode("utf-8")
    except UnicodeDecodeError:
        return run
    certain = len(run) > len("Ã©") or found < _WESTERN
    return found if certain and _PRINTED.fullmatch(found) else run
