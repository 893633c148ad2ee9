"""The set words of mastheads, read through damaged print: "FRICE ONE CFNT" is "PRICE ONE CENT".

Only for finding facts: what is printed stays as printed.
"""

from __future__ import annotations

from functools import lru_cache

from digitize.grammar import lookalikes
from digitize.grammar.editions import EDITION_WORDS
from digitize.grammar.months import long_names
from digitize.metadata.casing import is_everyday

_ENGLISH = (
    "price cent cents penny vol one two six ten pence shilling dollar dollars single copy copies "
    "each volume number edition issue morning evening afternoon night daily weekly pages twelve "
    "eleven eight seven sixteen fourteen eighteen twenty established founded published registered "
    "estd printed supplement three four five nine year editions annual"
)
_GERMAN = (
    "preis einzelpreis pfennig rappen groschen kreuzer heller jahrgang jahrg nummer ausgabe "
    "auflage gegründet morgenausgabe abendausgabe seiten mark"
)
_FRENCH = "année numéro centimes centime francs édition feuille fondé prix"
_SPANISH = "número suelto céntimos centavos edición precio"
_WORDS = lookalikes.Vocabulary(
    [
        *_ENGLISH.split(),
        *_GERMAN.split(),
        *_FRENCH.split(),
        *_SPANISH.split(),
        *EDITION_WORDS,
        *long_names(("en", "de", "fr", "es", "it")),
    ]
)


@lru_cache(maxsize=4096)
def spelled(line: str) -> str:
    """Return a line of the head with its set words as they are meant, character for character."""
    return lookalikes.spelled(line, _WORDS, lambda word: is_everyday(word, "en"))
