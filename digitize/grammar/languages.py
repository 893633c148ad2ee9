"""Which language a text is in, as a BCP 47 tag, by its script and its smallest words.

The small words are the most frequent function words of each language. A text without any of
them gets "", for a name or a number speaks no language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from digitize.grammar.scripts import script

_SMALL = {
    "en": "the of and to in a is that for it was on with as by at from be this are his he not",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch",
    "fr": "le la les de des du et un une dans que qui est pour par sur au aux ce il pas plus",
    "es": "el la los las de del y en un una que es por con se para al lo no su como",
    "it": "il lo la gli di del della e un una che in per con si da non al le nel sono",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als door",
    "pt": "o a os as de do da e em um uma que para com não por se no na dos",
    "sv": "och det att som är på av för till inte han ett var har från när mot där",
    "da": "og det som er på til ikke jeg har af var hvor fra mod når også",
    "nb": "og det som er på til ikke jeg har av var hvor fra mot når også",
}
_LANGS_OF = {
    word: tuple(lang for lang, words in _SMALL.items() if word in words.split())
    for words in _SMALL.values()
    for word in words.split()
}
_WORD = re.compile(r"[^\W\d_]+")
_BY_SCRIPT = {"Hant": "zh-Hant", "Hans": "zh-Hans", "Hani": "zh", "Jpan": "ja", "Kore": "ko"}


def language(text: str) -> str:
    """Return "en", "de", "zh-Hant", "ja" …; "" when nothing tells.

    Han that both character sets share gives plain "zh"; the text around it may know better
    (see `settle`).
    """
    code = script(text)
    if code in _BY_SCRIPT:
        return _BY_SCRIPT[code]
    if code != "Latn":
        return {"Cyrl": "ru", "Grek": "el"}.get(code, "")
    scores = dict.fromkeys(_SMALL, 0)
    times = Counter(_WORD.findall(text.lower()))
    for word in times.keys() & _LANGS_OF.keys():
        for lang in _LANGS_OF[word]:
            scores[lang] += times[word]
    best = max(scores.values())
    winners = [lang for lang, score in scores.items() if score == best]
    return winners[0] if best and len(winners) == 1 else ""


def settle(langs: Iterable[str]) -> str:
    """Return the most frequent non-empty tag; a plain "zh" yields to its variants."""
    counts: dict[str, int] = {}
    for lang in langs:
        if lang:
            counts[lang] = counts.get(lang, 0) + 1
    for exact in ("zh-Hant", "zh-Hans"):
        if exact in counts:
            counts[exact] += counts.pop("zh", 0)
    return max(sorted(counts), key=lambda lang: counts[lang]) if counts else ""
