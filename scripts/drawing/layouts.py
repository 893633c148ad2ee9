"""Where the modules of a page lie: columns and shares of the height below the head.

A module is (first column, columns, top, bottom, kind). Kinds: lead (the story that runs on to the
next page), rest (where it goes on), story, other (a story in the second language), brief (one
column, no deck), advert, picture (a picture with a story of its own).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

Module = tuple[int, int, float, float, str]


@dataclass(frozen=True)
class Layout:
    """A manner of laying out an issue of two pages."""

    name: str
    columns: int
    front: tuple[tuple[Module, ...], ...]  # one of these is drawn by chance
    inner: tuple[tuple[Module, ...], ...]
    head: str  # which masthead
    rules: bool = False  # between the columns of a story
    han_first: bool = False
    vertical: bool = False
    width: int = 1060  # CSS pixels
    height: int = 1500
    gap: float = 18
    frames: bool = False  # rules between modules
    running: bool = False  # one stream of small items, column after column, as in old papers


_FIVE_FRONT: tuple[tuple[Module, ...], ...] = (
    (
        (0, 3, 0, 0.54, "lead"),
        (3, 2, 0, 0.3, "story"),
        (3, 1, 0.3, 0.54, "brief"),
        (4, 1, 0.3, 0.54, "brief"),
        (0, 2, 0.54, 1, "other"),
        (2, 3, 0.54, 0.82, "story"),
        (2, 3, 0.82, 1, "advert"),
    ),
    (
        (0, 5, 0, 0.44, "lead"),
        (0, 1, 0.44, 0.72, "brief"),
        (0, 1, 0.72, 1, "brief"),
        (1, 2, 0.44, 0.74, "story"),
        (1, 2, 0.74, 1, "other"),
        (3, 2, 0.44, 0.78, "story"),
        (3, 2, 0.78, 1, "advert"),
    ),
    (  # a pinwheel: no cut runs through the whole page
        (0, 3, 0, 0.36, "story"),
        (3, 2, 0, 0.64, "lead"),
        (2, 3, 0.64, 1, "story"),
        (0, 2, 0.36, 1, "story"),
        (2, 1, 0.36, 0.64, "brief"),
    ),
)
_FIVE_INNER: tuple[tuple[Module, ...], ...] = (
    (
        (0, 3, 0, 0.3, "rest"),
        (3, 2, 0, 0.3, "advert"),
        (0, 2, 0.3, 0.66, "other"),
        (2, 3, 0.3, 0.66, "picture"),
        (0, 1, 0.66, 1, "brief"),
        (1, 2, 0.66, 1, "story"),
        (3, 2, 0.66, 1, "advert"),
    ),
    (
        (0, 1, 0, 0.5, "brief"),
        (1, 4, 0, 0.4, "picture"),
        (1, 2, 0.4, 0.7, "rest"),
        (3, 2, 0.4, 0.7, "story"),
        (0, 1, 0.5, 1, "brief"),
        (1, 2, 0.7, 1, "advert"),
        (3, 2, 0.7, 1, "other"),
    ),
)
_FOUR_FRONT: tuple[tuple[Module, ...], ...] = (
    (
        (0, 4, 0, 0.42, "lead"),
        (0, 2, 0.42, 0.74, "story"),
        (2, 2, 0.42, 0.74, "other"),
        (0, 1, 0.74, 1, "brief"),
        (1, 2, 0.74, 1, "story"),
        (3, 1, 0.74, 1, "advert"),
    ),
    (
        (0, 2, 0, 0.5, "lead"),
        (2, 2, 0, 0.5, "picture"),
        (0, 1, 0.5, 1, "brief"),
        (1, 3, 0.5, 0.76, "story"),
        (1, 3, 0.76, 1, "other"),
    ),
)
_FOUR_INNER: tuple[tuple[Module, ...], ...] = (
    (
        (0, 4, 0, 0.25, "rest"),
        (0, 2, 0.25, 0.6, "story"),
        (2, 2, 0.25, 0.6, "picture"),
        (0, 2, 0.6, 1, "advert"),
        (2, 1, 0.6, 1, "brief"),
        (3, 1, 0.6, 1, "other"),
    ),
)
_SIX_FRONT: tuple[tuple[Module, ...], ...] = (
    (
        (0, 4, 0, 0.4, "lead"),
        (4, 2, 0, 0.4, "story"),
        (0, 1, 0.4, 1, "brief"),
        (1, 3, 0.4, 0.7, "picture"),
        (4, 2, 0.4, 0.7, "other"),
        (1, 2, 0.7, 1, "story"),
        (3, 1, 0.7, 1, "brief"),
        (4, 2, 0.7, 1, "advert"),
    ),
)
_SIX_INNER: tuple[tuple[Module, ...], ...] = (
    (
        (0, 3, 0, 0.3, "story"),
        (3, 3, 0, 0.3, "rest"),
        (0, 2, 0.3, 0.62, "other"),
        (2, 4, 0.3, 0.62, "picture"),
        (0, 1, 0.62, 1, "brief"),
        (1, 1, 0.62, 1, "brief"),
        (2, 2, 0.62, 1, "story"),
        (4, 2, 0.62, 1, "advert"),
    ),
)
_BANDS_FRONT: tuple[tuple[Module, ...], ...] = (
    (  # a vertical page: modules are cut in bands, told from the right
        (0, 4, 0, 0.4, "lead"),
        (2, 2, 0.4, 0.72, "story"),
        (0, 2, 0.4, 0.72, "story"),
        (1, 3, 0.72, 1, "story"),
        (0, 1, 0.72, 1, "advert"),
    ),
)
_BANDS_INNER: tuple[tuple[Module, ...], ...] = (
    (
        (0, 4, 0, 0.3, "rest"),
        (2, 2, 0.3, 0.68, "story"),
        (0, 2, 0.3, 0.68, "story"),
        (0, 4, 0.68, 1, "story"),
    ),
)

_CLASSIC = Layout("classic", 5, _FIVE_FRONT[:2], _FIVE_INNER, "classic", rules=True, frames=True)
_BROADSHEET = replace(
    _CLASSIC,
    name="broadsheet",
    columns=6,
    front=_SIX_FRONT,
    inner=_SIX_INNER,
    width=1300,
    height=1900,
)
_HAN = replace(_CLASSIC, name="han", head="han", han_first=True)
_VERTICAL = replace(
    _HAN,
    name="vertical",
    columns=4,
    front=_BANDS_FRONT,
    inner=_BANDS_INNER,
    head="tower",
    vertical=True,
)

LAYOUTS = {
    layout.name: layout
    for layout in (
        _CLASSIC,
        Layout("poster", 5, _FIVE_FRONT[:2], _FIVE_INNER, "poster"),
        replace(_CLASSIC, name="pinwheel", front=_FIVE_FRONT[2:]),
        Layout("airy", 4, _FOUR_FRONT, _FOUR_INNER, "poster", gap=24),
        _BROADSHEET,
        Layout("running", 6, (), (), "gazette", rules=True, running=True, gap=14),
        _HAN,
        Layout("hanplain", 4, _FOUR_FRONT, _FOUR_INNER, "han", han_first=True, gap=26),
        _VERTICAL,
    )
}
