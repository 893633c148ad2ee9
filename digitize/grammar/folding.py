"""One form of a text for searching: without case, width, accents, or kinds of quote and dash.

Only what is looked for goes through this; what is shown stays as it is read. A word that is typed
by whoever searches must be folded in the same way.
"""

from __future__ import annotations

import re
import unicodedata

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "·": ".",
    }
)
_ACCENTS = re.compile("(?<=[a-z\u0370-\u03ff])[\u0300-\u036f]+")


def folded(text: str) -> str:
    """Return the form of `text` that is searched: “Ｃafé” and “CAFÉ” are “cafe”, 金 is 金."""
    wide = unicodedata.normalize("NFKC", text).casefold()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", wide))
    return " ".join(unicodedata.normalize("NFKC", bare).translate(_ALIKE).split())
