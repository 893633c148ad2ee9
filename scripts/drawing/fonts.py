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
