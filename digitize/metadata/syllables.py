"""Chinese names spelt in Latin letters, a syllable for each character: "TA KUNG PAO"."""

from __future__ import annotations

import re

from digitize.grammar.titles import name_language, name_words
from digitize.metadata.head import letters

_SYLLABLE = r"(?:zh|ch|sh|hs|ts|tz|kh|ph|th|[bpmfdtnlgkhjqxrzcsyw])?[aeiou]{1,3}(?:ng|[nrhptkm])?"
"""A syllable of Chinese in Latin letters, by Pinyin, Wade and Giles, or as the south speaks."""

_PAPER = re.compile("[pb]a?o[hu]?$")  # how 報 is spelt: pao, po, poh, bao


def spells(latin: str, han: str) -> bool:
    """Return whether a name in Latin letters spells one in Han characters."""
    if name_words(latin) and not name_language(latin).endswith("Latn"):
        return False
    bare = letters([latin])
    paper = han[-1] not in "報报" or _PAPER.search(bare)
    return bool(paper) and re.fullmatch(rf"(?:{_SYLLABLE}){{{len(han)}}}", bare) is not None
