"""The paper's name and its web address: one print of the same letters stands for the other.

Where they differ by letters that look alike, the one made of words is right: "DENVER SFAR" beside
www.denverstar.com is "Denver Star", and "www.denvcrstar.com" is read the same way. Where both are
words, neither is sure. What is printed is kept in the evidence, and each such reading is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from digitize.grammar.lookalikes import misread
from digitize.grammar.urls import domain_name
from digitize.metadata.casing import is_known
from digitize.metadata.head import letters
from digitize.metadata.imprint import Said
from digitize.metadata.naming import DOUBTED, Name

_TELLING = 6  # letters of a name for each one misread
_SHORT = 6  # letters: of a shorter label few are misread, and it seldom is the whole name
_DOUBTFUL = 0.45  # how sure of an address whose letters were read after the name's


@dataclass(frozen=True, slots=True)
class Agreed:
    """Names and addresses, each read with the help of the other, and what was done."""

    names: tuple[Name, ...]
    sites: tuple[Said, ...]
    warnings: tuple[str, ...]


def agreed(names: Sequence[Name], sites: Sequence[Said], lang: str) -> Agreed:
    """Return names and addresses with letters that only one of them has right set right."""
    held, told, warnings = list(names), [_alone(site, names) for site in sites], list[str]()
    for number, site in enumerate(sites):
        for place, name in enumerate(held):
            pair = _pair(name, site, lang) if name.family == "Latn" else None
            if pair is None:
                continue
            held[place], told[number] = pair
            warnings.append(
                f"the name “{name.text}” and the address “{site.printed}” differ by letters"
            )
    return Agreed(tuple(held), tuple(told), tuple(warnings))


def _alone(site: Said, names: Sequence[Name]) -> Said:
    """Return an address less sure whose owner is no name printed here: letters may be misread."""
    label = domain_name(site.value)
    proven = len(label) < _SHORT or any(
        label in (letters([name.text]), letters(name.text.split()[1:])) for name in names
    )
    return site if proven else replace(site, conf=_DOUBTFUL)


def _pair(name: Name, site: Said, lang: str) -> tuple[Name, Said] | None:
    """Return name and address as they are read together; None when they agree or are strangers."""
    label = domain_name(site.value)
    words = name.text.split()
    for skip in (0, 1):  # an address often leaves "The" out
        own = letters(words[skip:])
        wrong = misread(label, own) if own else None
        if wrong and wrong * _TELLING <= len(own):
            return _settled(name, site, label, skip, lang)
        if wrong is None and len(own) == len(label) >= _TELLING:
            apart = sum(one != two for one, two in zip(own, label, strict=True))
            if apart * _TELLING <= len(own):
                return replace(name, score=min(name.score, DOUBTED)), replace(site, conf=_DOUBTFUL)
    return None


def _settled(name: Name, site: Said, label: str, skip: int, lang: str) -> tuple[Name, Said]:
    read, doubt, place = [], False, 0
    for word in name.text.split()[skip:]:
        other = label[place : place + len(letters([word]))]
        place += len(other)
        if letters([word]) == other or not is_known(other, lang):
            read.append(word)
            doubt = doubt or letters([word]) != other
        elif is_known(word, lang):
            read.append(word)
            doubt = True
        else:
            read.append(other.capitalize() if word[:1].isupper() else other)
    text = " ".join([*name.text.split()[:skip], *read])
    named = replace(name, text=text, score=min(name.score, DOUBTED) if doubt else name.score)
    address = site.value.replace(label, letters(read))
    return named, replace(site, value=address, conf=_DOUBTFUL)
