"""RapidOcr: PP-OCR recognition with the model that lies in the rapidocr wheel; no downloads.

Reads English, Chinese in both scripts, Japanese, Western European print and, passably,
blackletter. The onnx session is run directly, one line at a time on each core: in batches it is no
faster (36 ms of processor time for a line of 620 pixels alone, 48 ms among others of its width),
and what a line looks like to the network does not depend on its neighbours.

A line is shown narrowed first, for that is quick; what is read in doubt is cut out closely, set
level and shown in full width, and the surer reading stands. How the page is read as a whole then
decides where the network hesitates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean
from typing import Any, ClassVar, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt
import onnxruntime
from onnxruntime.capi.onnxruntime_pybind11_state import Fail, InvalidArgument, InvalidProtobuf
from onnxruntime.capi.onnxruntime_pybind11_state import RuntimeException as OnnxError

from digitize.errors import EngineError, MissingToolError
from digitize.grammar.scripts import is_cjk
from digitize.ocr.choice import chosen
from digitize.ocr.ctc import Glyph, Steps, decode, thin
from digitize.ocr.engine import Piece, Reading, check, cores, require
from digitize.ocr.hints import page_script, weights
from digitize.ocr.ink import grey, mask, widest_gap
from digitize.ocr.level import levelled
from digitize.ocr.marks import SURE
from digitize.ocr.spaces import pieces
from digitize.stage import Pixels

HEIGHT = 48
"""Pixels; the height of line the model was trained on (PP-OCR `rec_image_shape`)."""

NARROWEST = 32
"""Pixels; the model fails on narrower input, so that is filled up with grey."""

SOFT = 0.8
"""Pixels of the crop over which it is softened, so that grain is not enlarged into strokes. On
six badly degraded pages errors fall from 12.4 to 11.4 % in Chinese, from 2.6 to 2.5 % in English;
on others from 0.2 to 0.1 %."""

WIDEST = 60
"""Lines longer than this, in line heights, are read in pieces cut at white gaps."""

FLOOR = 0.5
"""Mean confidence under which a line is taken for texture. What is read with less is wrong in
more than half of its characters; of a page's portraits, drawings and torn edges it rejects most,
and of its print nothing."""

LONE = 0.35
"""What a single character must be surer, for less print is less proof: shared by the letters."""

STEP = 8
"""Pixels of model input for one time step of its output."""

LANGUAGES = ("en", "zh", "zh-Hant", "zh-Hans", "ja", "de", "de-Latf", "fr", "es", "it", "nl", "pt")
"""Blackletter (Latf): six front pages of 1784 to 1922 are read with 6 to 14 % errors, where
Tesseract's own model for it has 3 to 12 %."""


DOUBT, HAN_DOUBT = 0.9, 0.6
"""Mean confidence under which a line is looked at again, and a line of Chinese. Of blackletter
lines seven in ten are read with less, of clean print none. From 0.90 to 0.95 the second look would
save every seventh error, and take a third more time. Degraded Chinese has 18.7 % with it, 17.3
without."""


SMALL, LARGE = 0.85, 1.0
"""Of the width that a line has at that height. Narrowed it costs a third less; errors on clean and
blurred print are the same, on badly degraded Chinese fewer (11.4 and 9.7 %), on blackletter
twice as many (8 and 20 %)."""


CROWDED, SPREAD = 0.54, 1.4
"""Characters for each step of the network over which narrow ones fall between its steps, as in the
capitals of captions (SENTNEL), and the width in which such lines are shown again. Of the errors
in these one in three goes; type of books has 0.3 to 0.5."""


class Strip(NamedTuple):
    """A crop, or a part of a long one, as it is looked at."""

    x: int  # where it begins in its crop, in pixels
    pixels: Pixels
    narrow: float

    @property
    def scale(self) -> float:
        """Pixels of the crop for one pixel of the model's input, in width."""
        return float(self.pixels.shape[0]) / HEIGHT / self.narrow

    @property
    def width(self) -> int:
        """Width of the model's input in pixels."""
        return max(1, round(float(self.pixels.shape[1]) / self.scale))


class Seen(NamedTuple):
    """A strip, and what the network thought at each step along it."""

    strip: Strip
    steps: Steps


class Looked(NamedTuple):
    """A line as it was looked at, and the characters that its best path has."""

    parts: list[Seen]
    glyphs: list[Glyph]

    @property
    def crowding(self) -> float:
        """Characters for each step of the network."""
        steps = sum(len(part.steps.spaces) for part in self.parts)
        return sum(not glyph.char.isspace() for glyph in self.glyphs) / max(1, steps)


@dataclass(frozen=True, slots=True)
class RapidOcr:
    """PP-OCR recognition through onnxruntime."""

    name: ClassVar[str] = "rapidocr"

    def version(self) -> str:
        """Return as "rapidocr 3.10.0 PP-OCRv6 small"; MissingToolError when not installed."""
        return f"rapidocr {metadata.version('rapidocr')} {model().stem.replace('_rec_', ' ')}"

    def languages(self) -> tuple[str, ...]:
        """Return what the model's alphabet covers and it was trained on."""
        model()
        return LANGUAGES

    def read(self, crops: Sequence[Pixels], languages: Sequence[str]) -> list[Reading]:
        """Return one reading for each crop; one model reads all `languages`."""
        require(self, languages, "use the engine tesseract for it")
        lines = _looked(crops, SMALL)
        doubtful = [n for n, line in enumerate(lines) if _in_doubt(line.glyphs)]
        close = _looked([levelled(crops[n]) for n in doubtful], LARGE)
        crowded = [n for n, line in enumerate(lines) if line.crowding > CROWDED]
        spread = _looked([crops[n] for n in crowded], SPREAD)
        for n, line in zip([*doubtful, *crowded], [*close, *spread], strict=True):
            lines[n] = max(lines[n], line, key=lambda one: _sure(one.glyphs))
        seen = _expected(lines, languages)
        readings = [Reading(print_in(*pair)) for pair in zip(crops, seen, strict=True)]
        check(self.name, crops, readings)
        return readings


def _looked(crops: Sequence[Pixels], narrow: float) -> list[Looked]:
    """Return what the network sees in each crop; all cores are at work."""
    session, alphabet = _loaded()

    def look(crop: Pixels) -> Looked:
        parts = [
            Seen(strip, thin(_run(session, strip, len(alphabet)))) for strip in strips(crop, narrow)
        ]
        return Looked(parts, glyphs_in(parts, alphabet))

    with ThreadPoolExecutor(cores()) as pool:
        return list(pool.map(look, crops))


def _sure(glyphs: Sequence[Glyph]) -> float:
    """Return the mean confidence of the characters, 0 when there are none."""
    letters = [glyph.conf for glyph in glyphs if glyph.char.strip()]
    return fmean(letters) if letters else 0.0


def _in_doubt(glyphs: Sequence[Glyph]) -> bool:
    """Whether a line should be looked at again."""
    han = sum(is_cjk(glyph.char) for glyph in glyphs)
    return 0 < _sure(glyphs) < (HAN_DOUBT if 2 * han > len(glyphs) else DOUBT)


def _expected(lines: Sequence[Looked], languages: Sequence[str]) -> list[list[Glyph]]:
    """Return the characters of each line, once the page's script is known from all of them."""
    alphabet = _loaded()[1]
    thought = [
        {int(n) for part in line.parts for n in np.unique(part.steps.classes)} for line in lines
    ]
    glyphs = (glyph for line in lines for glyph in line.glyphs)
    script = page_script(glyph.char for glyph in glyphs if glyph.conf >= SURE)
    expected = weights(alphabet, set().union(*thought), languages, script)
    light = set(np.flatnonzero(expected < 1).tolist())
    return chosen(
        [
            glyphs_in(line.parts, alphabet, expected) if classes & light else line.glyphs
            for line, classes in zip(lines, thought, strict=True)
        ]
    )


def glyphs_in(
    parts: Sequence[Seen],
    alphabet: Sequence[str],
    expected: npt.NDArray[np.float32] | None = None,
) -> list[Glyph]:
    """Return the characters of a line, placed in its crop; where it was cut may be a space."""
    found: list[Glyph] = []
    for strip, steps in parts:
        glyphs = decode(steps, alphabet, STEP * strip.scale, expected)
        placed = [glyph.moved(strip.x) for glyph in glyphs]
        if strip.x and placed:
            placed[0] = placed[0]._replace(space=1.0)
        found += placed
    return found


def print_in(crop: Pixels, glyphs: Sequence[Glyph]) -> tuple[Piece, ...]:
    """Return the words the glyphs make in a crop; none when they are too doubtful."""
    letters = sum(1 for glyph in glyphs if glyph.char.strip())
    if not letters or _sure(glyphs) < FLOOR + LONE / letters:
        return ()
    return pieces(glyphs, mask(crop))


def strips(crop: Pixels, narrow: float) -> Iterator[Strip]:
    """Yield a crop, cut at white gaps when it is too long to be read at once."""
    height, width = crop.shape[:2]
    if not height or not width:
        return
    x, longest = 0, WIDEST * height
    while width - x > longest:
        gap = widest_gap(mask(crop), x + longest // 2, x + longest)
        end = (gap.start + gap.end) // 2 if gap.width else x + longest
        yield Strip(x, crop[:, x:end], narrow)
        x = end
    yield Strip(x, crop[:, x:], narrow)


def _run(session: Any, strip: Strip, classes: int) -> npt.NDArray[np.float32]:
    """Return the scores of a strip, shape (steps, classes)."""
    soft = cv2.GaussianBlur(grey(strip.pixels), (0, 0), SOFT)
    sized = cv2.resize(soft, (strip.width, HEIGHT), interpolation=cv2.INTER_LINEAR)
    values = np.zeros((1, 3, HEIGHT, max(NARROWEST, strip.width)), dtype=np.float32)
    values[:, :, :, : strip.width] = sized.astype(np.float32) / 127.5 - 1
    try:
        scores = session.run(None, {session.get_inputs()[0].name: values})[0]
    except (Fail, InvalidArgument, OnnxError) as error:
        raise EngineError(f"rapidocr failed: {error}") from error
    if scores.ndim != 3 or scores.shape[0] != 1 or scores.shape[2] != classes:
        raise EngineError(f"rapidocr answered nonsense: scores of shape {scores.shape}")
    if not np.isfinite(scores[0, :, 0]).all():  # shares of one sum: all of a step, or none
        raise EngineError("rapidocr answered nonsense: scores that are no numbers")
    return np.asarray(scores[0], dtype=np.float32)


@cache
def model() -> Path:
    """Return the file of the recognition model; MissingToolError when it is not there."""
    spec = find_spec("rapidocr")
    folders = (
        [Path(place) / "models" for place in spec.submodule_search_locations or ()] if spec else []
    )
    found = sorted(path for folder in folders for path in folder.glob("PP-OCR*_rec_*.onnx"))
    if not found:
        raise MissingToolError("no PP-OCR model is installed", hint="pip install 'rapidocr>=3.10'")
    return found[-1]


@cache
def _loaded() -> tuple[Any, tuple[str, ...]]:
    """Return the session and the alphabet of the model: blank, its characters, the space."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # a line to a core is quicker than a line on all
    options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors only
    path = str(model())
    try:
        session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    except (Fail, InvalidProtobuf, OnnxError) as error:
        hint = "install it anew: pip install --force-reinstall rapidocr"
        raise MissingToolError(f"the model {path} is damaged", hint=hint) from error
    characters = session.get_modelmeta().custom_metadata_map["character"].splitlines()
    return session, ("", *characters, " ")
