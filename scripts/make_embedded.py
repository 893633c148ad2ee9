"""Make the two files that every searchable PDF carries: a font without ink and the sRGB profile.

The font's glyphs enclose nothing: they have a size, by which viewers mark what was found, and no
ink, even where they should be drawn. The
profile is LittleCMS's own sRGB, which it gives away freely, with its date of making set to zero.
"""

from __future__ import annotations

import io
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph
from PIL import ImageCms

FOLDER = Path(__file__).parent.parent / "digitize" / "formats" / "embedded"
HALF, WHOLE, ASCENT, DESCENT = 500, 1000, 800, -200  # in thousandths of an em
NAME = "DigitizeGlyphless"
_DATE = slice(24, 36)  # of an ICC profile's header: when it was made
_ID = slice(84, 100)  # its MD5, zero when not computed


def font() -> bytes:
    """Return a TrueType font with two glyphs without ink: half an em wide, and a whole em."""
    widths = {".notdef": HALF, "half": HALF, "whole": WHOLE}
    builder = FontBuilder(WHOLE, isTTF=True)
    builder.setupGlyphOrder(list(widths))
    builder.setupCharacterMap({0x20: "half", 0x3000: "whole"})
    builder.setupGlyf({".notdef": Glyph(), "half": _line(HALF), "whole": _line(WHOLE)})
    builder.setupHorizontalMetrics({name: (width, 0) for name, width in widths.items()})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    builder.setupNameTable({"familyName": NAME, "styleName": "Regular", "psName": NAME})
    builder.setupOS2(
        sTypoAscender=ASCENT, sTypoDescender=DESCENT, usWinAscent=ASCENT, usWinDescent=-DESCENT
    )
    builder.setupPost()
    head = builder.font["head"]
    head.created = head.modified = 0
    builder.font.recalcTimestamp = False
    stream = io.BytesIO()
    builder.font.save(stream)
    return stream.getvalue()


def _line(width: int) -> Glyph:
    """Return a line from corner to corner and back: it has a size, and encloses nothing."""
    pen = TTGlyphPen(None)
    pen.moveTo((0, DESCENT))
    pen.lineTo((width, ASCENT))
    pen.closePath()
    return pen.glyph()


def profile() -> bytes:
    """Return an ICC profile of sRGB."""
    made = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    made[_DATE] = bytes(12)
    made[_ID] = bytes(16)
    return bytes(made)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "glyphless.ttf").write_bytes(font())
    (FOLDER / "srgb.icc").write_bytes(profile())
