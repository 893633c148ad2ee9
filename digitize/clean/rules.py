"""Every rule of this room by its name, in the order in which they build on each other.

Escapes and characters first, for all others read letters; words run together before paragraphs
are judged; paragraphs before hyphens, for a word may be broken where a column ends.
"""

from __future__ import annotations

from types import MappingProxyType

from digitize.clean.breaks import Breaks
from digitize.clean.characters import Characters
from digitize.clean.confusions import Confusions
from digitize.clean.escapes import Escapes
from digitize.clean.hyphens import Hyphens
from digitize.clean.noise import Noise
from digitize.clean.ruby import Ruby
from digitize.clean.rule import Rule
from digitize.clean.spaces import Spaces

_ALL: tuple[type[Rule], ...] = (
    Escapes, Characters, Ruby, Noise, Spaces, Breaks, Hyphens, Confusions,
)  # fmt: skip

RULES: MappingProxyType[str, type[Rule]] = MappingProxyType({rule.name: rule for rule in _ALL})
