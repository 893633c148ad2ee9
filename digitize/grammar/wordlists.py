"""How common words are: the lists that lie in the wordfreq wheel, without its tokenizer.

That takes a quarter of a second to load, and what it knows of the kinship of languages nobody
here asks for.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from digitize.errors import MissingToolError

_SIZES = {"small": ("small",), "large": ("large",), "best": ("large", "small")}


@cache
def shares(lang: str, size: str) -> dict[str, float]:
    """Return the words of a language, each with its share of all words; none of an unknown one.

    A small list has the words above one in a million, the best is the large one where there is one.
    """
    found = (_folder() / f"{name}_{lang}.msgpack.gz" for name in _SIZES[size])
    path = next((path for path in found if path.is_file()), None)
    if path is None:
        return {}
    _, *ranks = _unpacked(path)  # a list for each hundredth of a power of ten, after a heading
    told: dict[str, float] = {}
    for rank, words in enumerate(ranks):
        told.update(dict.fromkeys(words, 10 ** (-rank / 100)))
    return told


@cache
def languages() -> frozenset[str]:
    """Return the languages that have a list."""
    return frozenset(path.name.split(".")[0][6:] for path in _folder().glob("small_*.gz"))


@cache
def simplified() -> dict[int, str]:
    """Return the simplified form of each traditional character, by its code point.

    The lists of Chinese have the simplified ones alone.
    """
    return msgspec.convert(_unpacked(_folder() / "_chinese_mapping.msgpack.gz"), dict[int, str])


def _unpacked(path: Path) -> Any:
    return msgspec.msgpack.decode(gzip.decompress(path.read_bytes()), strict=False)


@cache
def _folder() -> Path:
    spec = find_spec("wordfreq")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if (Path(place) / "data").is_dir():
            return Path(place) / "data"
    raise MissingToolError("no word lists are installed", hint="pip install 'wordfreq>=3.1'")
