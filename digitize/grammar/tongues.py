"""Languages as formats name them: BCP 47 inside; ISO 639-2, English and engines' names outside."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Tongue(NamedTuple):
    """One language."""

    code: str  # ISO 639-2/B: "ger"
    name: str  # in English, as PAGE enumerates it: "German"
    script: str = "Latn"  # ISO 15924, when the tag names none


TONGUES = {
    "af": Tongue("afr", "Afrikaans"), "ar": Tongue("ara", "Arabic", "Arab"),
    "be": Tongue("bel", "Belarusian", "Cyrl"), "bg": Tongue("bul", "Bulgarian", "Cyrl"),
    "ca": Tongue("cat", "Catalan"), "cs": Tongue("cze", "Czech"), "cy": Tongue("wel", "Welsh"),
    "da": Tongue("dan", "Danish"), "de": Tongue("ger", "German"),
    "el": Tongue("gre", "Greek", "Grek"),
    "en": Tongue("eng", "English"), "es": Tongue("spa", "Spanish"),
    "et": Tongue("est", "Estonian"),
    "eu": Tongue("baq", "Basque"), "fa": Tongue("per", "Persian", "Arab"),
    "fi": Tongue("fin", "Finnish"), "fr": Tongue("fre", "French"), "ga": Tongue("gle", "Irish"),
    "he": Tongue("heb", "Hebrew", "Hebr"), "hi": Tongue("hin", "Hindi", "Deva"),
    "hr": Tongue("hrv", "Croatian"), "hu": Tongue("hun", "Hungarian"),
    "id": Tongue("ind", "Indonesian"), "is": Tongue("ice", "Icelandic"),
    "it": Tongue("ita", "Italian"), "ja": Tongue("jpn", "Japanese", "Jpan"),
    "ko": Tongue("kor", "Korean", "Kore"), "la": Tongue("lat", "Latin"),
    "lb": Tongue("ltz", "Luxembourgish"), "lt": Tongue("lit", "Lithuanian"),
    "lv": Tongue("lav", "Latvian"), "ms": Tongue("may", "Malay"),
    "nb": Tongue("nob", "Norwegian Bokmål"), "nl": Tongue("dut", "Dutch"),
    "nn": Tongue("nno", "Norwegian Nynorsk"), "no": Tongue("nor", "Norwegian"),
    "pl": Tongue("pol", "Polish"), "pt": Tongue("por", "Portuguese"),
    "ro": Tongue("rum", "Romanian"), "ru": Tongue("rus", "Russian", "Cyrl"),
    "sk": Tongue("slo", "Slovak"), "sl": Tongue("slv", "Slovene"),
    "sr": Tongue("srp", "Serbian", "Cyrl"), "sv": Tongue("swe", "Swedish"),
    "tl": Tongue("tgl", "Tagalog"), "tr": Tongue("tur", "Turkish"),
    "uk": Tongue("ukr", "Ukrainian", "Cyrl"), "vi": Tongue("vie", "Vietnamese"),
    "yi": Tongue("yid", "Yiddish", "Hebr"), "zh": Tongue("chi", "Chinese", "Hani"),
}  # fmt: skip
"""By the first part of a BCP 47 tag."""

SCRIPTS = {
    "Arab": "Arabic", "Cyrl": "Cyrillic", "Deva": "Devanagari (Nagari)", "Grek": "Greek",
    "Hani": "Han (Hanzi, Kanji, Hanja)", "Hans": "Han (Simplified variant)",
    "Hant": "Han (Traditional variant)", "Hebr": "Hebrew", "Jpan": "Japanese",
    "Kore": "Korean (alias for Hangul + Han)", "Latf": "Latin (Fraktur variant)", "Latn": "Latin",
}  # fmt: skip
"""Scripts by ISO 15924, as PAGE enumerates them."""

UNKNOWN = Tongue("und", "other", "Zyyy")


@lru_cache(maxsize=256)
def tongue(tag: str) -> Tongue:
    """Return the language of a BCP 47 tag, with the script that the tag names."""
    main, *rest = tag.split("-")
    found = TONGUES.get(main.lower(), UNKNOWN)
    script = next((part for part in rest if len(part) == 4 and part.istitle()), found.script)
    return found._replace(script=script)


@lru_cache(maxsize=256)
def tag_of(name: str) -> str:
    """Return the BCP 47 tag of a language as somebody wrote it; "" when it is not known.

    ISO 639 codes of two and three letters, English names and those of ABBYY and Tesseract are
    understood: "ger", "deu", "German", "GermanStandard", "deu_frak", "de_DE", "chi_tra_vert".
    """
    said = re.sub(r"[\s_]+", "-", name.strip()).casefold()
    if said in _ALIASES:
        return _ALIASES[said]
    main, *rest = said.split("-")
    found = main if main in TONGUES else _ALIASES.get(main, "")
    if not found:
        return next((tag for word, tag in _NAMES.items() if said.startswith(word)), "")
    script = next((part.title() for part in rest if part.title() in SCRIPTS), "")
    return with_script(found, script)


def with_script(tag: str, script: str) -> str:
    """Return a tag that names its script, where that is not the usual one of the language."""
    main = tag.split("-", maxsplit=1)[0]
    if not main or not script or script == tongue(main).script:
        return tag
    return f"{main}-{script}"


_NAMES = {
    known.name.split()[0].casefold(): tag
    for tag, known in TONGUES.items()
    if tag not in ("nb", "nn")
}
_ALIASES = {known.code: tag for tag, known in TONGUES.items()} | {
    "deu": "de", "fra": "fr", "nld": "nl", "zho": "zh", "ces": "cs", "cym": "cy", "ell": "el",
    "eus": "eu", "fas": "fa", "isl": "is", "msa": "ms", "ron": "ro", "slk": "sk", "frk": "de",
    "fraktur": "de", "chi-tra": "zh-Hant", "chi-tra-vert": "zh-Hant", "chi-sim": "zh-Hans",
    "chi-sim-vert": "zh-Hans", "zh-tw": "zh-Hant", "zh-hk": "zh-Hant", "zh-cn": "zh-Hans",
    "norwegian-bokmål": "nb", "norwegian-nynorsk": "nn", "chineseprc": "zh-Hans",
    "chinesetaiwan": "zh-Hant", "und": "", "other": "",
}  # fmt: skip
