"""UTF-8 that some program took for Windows-1252: “â€œlunarâ€” → “lunar”, å ±ç´™ → 報紙.

Undone only where it is certain: the bytes must be UTF-8 without a fault, and what comes out must
be letters and marks that print. Hardly any text that was meant has two such bytes side by side.
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

_RUN = re.compile("[" + "".join(map(re.escape, _BYTES)) + "]{2,}")


def unmixed(text: str) -> str:
    """Return `text` with what was decoded wrongly put right; anything doubtful as it stands."""
    return _RUN.sub(lambda found: _decoded(found.group()), text)


def _decoded(run: str) -> str:
    try:
        found = bytes(_BYTES[char] for char in run).decode("utf-8")
    except UnicodeDecodeError:
        return run
    return found if found.isprintable() else run
