"""Which typefaces an issue is set in, as style sheet variables."""

from __future__ import annotations

import random

_HAN = "'Noto Serif CJK HK','Noto Serif CJK TC'"
_HAN_SANS = "'Noto Sans CJK HK','Noto Sans CJK TC'"
_SETS = (  # text, headlines, plain, nameplate
    ("Liberation Serif", "Liberation Serif", "Liberation Sans", "Old Standard TT"),
    ("Noto Serif", "Noto Serif", "Noto Sans", "Noto Serif"),
    ("Liberation Serif", "Liberation Sans Narrow", "Liberation Sans Narrow", "Liberation Sans"),
    ("Old Standard TT", "Old Standard TT", "Liberation Sans", "Old Standard TT"),
    ("DejaVu Serif Condensed", "DejaVu Serif", "DejaVu Sans", "Goudy Bookletter 1911"),
)


_OTHERS = (  # what the older manner is set in
    ("C059", "C059", "Nimbus Sans", "C059"),
    ("GFS Didot", "GFS Didot", "Bebas Neue", "GFS Didot"),
    ("EB Garamond", "URW Bookman", "Nimbus Sans", "URW Bookman"),
    ("P052", "Nimbus Sans", "Nimbus Sans", "P052"),
    ("Nimbus Roman", "Bebas Neue", "Nimbus Sans", "Bebas Neue"),
    ("Caladea", "Nimbus Sans", "Nimbus Sans", "Caladea"),
)
_OTHER_HAN = ("'AR PL UMing HK'", "'AR PL UMing TW'", "'cwTeXMing'")
_OTHER_HAN_SANS = "'WenQuanYi Zen Hei'"


def fonts(rng: random.Random) -> str:
    """Return the :root rule of one typographic manner."""
    text, display, sans, plate = rng.choice(_SETS)
    show = rng.choice((_HAN, _HAN_SANS))
    size, han_size = rng.choice((11.5, 12, 12.5)), rng.choice((13, 13.5, 14))
    return (
        f":root{{--text:'{text}',{_HAN};--display:'{display}',{_HAN};--sans:'{sans}',{_HAN_SANS};"
        f"--plate:'{plate}';--han:{_HAN};--handisplay:{show};--hansans:{_HAN_SANS};"
        f"--size:{size}px;--hansize:{han_size}px}}"
    )


def other_fonts(rng: random.Random, size: float, han_size: float, *, upright: bool) -> str:
    """Return the same rule out of typefaces that no sample is set in.

    `upright`: only those that can be set from top to bottom.
    """
    text, display, sans, plate = rng.choice(_OTHERS)
    han = f"{rng.choice(_OTHER_HAN)},{_HAN}"
    show = rng.choice((han, _OTHER_HAN_SANS))
    plain = _OTHER_HAN_SANS
    if upright:
        show = plain = han
    return (
        f":root{{--text:'{text}',{han};--display:'{display}',{show};"
        f"--sans:'{sans}',{_OTHER_HAN_SANS};--plate:'{plate}';--han:{han};--handisplay:{show};"
        f"--hansans:{plain};--size:{size:g}px;--hansize:{han_size:g}px}}"
    )
