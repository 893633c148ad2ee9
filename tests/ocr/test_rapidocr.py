from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnxruntime.capi.onnxruntime_pybind11_state import RuntimeException as OnnxError

from digitize.errors import EngineError, MissingToolError
from digitize.model.geometry import Box
from digitize.ocr import rapidocr
from digitize.ocr.ctc import Glyph
from digitize.ocr.rapidocr import LARGE, SMALL, RapidOcr, print_in, strips
from digitize.stage import Pixels

Draw = Callable[..., Pixels]

WHITE = np.full((48, 200), 255, np.uint8)


class Session:
    """A model that gives the same scores to everything."""

    def __init__(self, scores: Any) -> None:
        self.scores = scores

    def get_inputs(self) -> list[Any]:
        """Return one input, as onnxruntime names it."""
        return [type("Input", (), {"name": "x"})]

    def run(self, _: None, values: dict[str, Any]) -> list[Any]:
        """Return the scores, or fail."""
        del values
        if isinstance(self.scores, Exception):
            raise self.scores
        return [self.scores]


@given(st.integers(1, 12), st.integers(1, 3000))
def test_strips_cover_a_long_line(height: int, width: int) -> None:
    """A line cut into strips is whole when they are laid side by side."""
    crop = np.arange(height * width, dtype=np.uint8).reshape(height, width)
    parts = list(strips(crop, SMALL))
    assert [0, *np.cumsum([part.pixels.shape[1] for part in parts])[:-1]] == [p.x for p in parts]
    assert (crop == np.concatenate([part.pixels for part in parts], axis=1)).all()


def test_a_long_line_is_cut_where_it_is_white() -> None:
    """The cut falls into a gap between words."""
    crop = np.full((10, 800), 0, np.uint8)
    crop[::2] = 255
    crop[:, 500:520] = 255
    assert [0, 510] == [part.x for part in strips(crop, SMALL)]


def test_a_line_may_be_narrowed() -> None:
    """The first look is 0.85 times as wide as the line is at 48 pixels of height."""
    crop = np.full((50, 400), 255, np.uint8)
    assert [326, 384] == [next(strips(crop, narrow)).width for narrow in (SMALL, LARGE)]


@pytest.mark.parametrize(
    ("text", "conf", "kept"),
    [("Monday", 0.6, True), ("Monday", 0.45, False), ("7", 0.8, False), ("7", 0.95, True)],
)
def test_doubtful_shapes_are_no_print(text: str, conf: float, kept: bool) -> None:
    """What the model is not sure of is texture; one character alone must be surer than many."""
    glyphs = [Glyph(char, 10 * n, 10 * n + 8, conf) for n, char in enumerate(text)]
    assert kept is bool(print_in(WHITE, glyphs))


@pytest.mark.parametrize(
    "scores",
    [
        np.zeros((2, 25, 3), np.float32),
        np.zeros((25, 3), np.float32),
        np.zeros((1, 25, 4), np.float32),
        np.full((1, 25, 3), np.nan, np.float32),
        OnnxError("broken"),
    ],
)
def test_nonsense_is_an_error(scores: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong shapes, scores that are no numbers and a failing session end as EngineError."""
    monkeypatch.setattr(rapidocr, "_loaded", lambda: (Session(scores), ("", "a", " ")))
    with pytest.raises(EngineError):
        RapidOcr().read([WHITE], ["en"])


def test_grain_is_softened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Noise from pixel to pixel reaches the model at less than half of its strength."""
    shown: list[Any] = []

    class Keeper(Session):
        def run(self, _: None, values: dict[str, Any]) -> list[Any]:
            shown.append(values["x"])
            return [self.scores]

    scores = np.zeros((1, 25, 3), np.float32)
    monkeypatch.setattr(rapidocr, "_loaded", lambda: (Keeper(scores), ("", "a", " ")))
    grain = np.random.default_rng(1).choice(np.array([0, 255], np.uint8), (48, 240))
    RapidOcr().read([grain], ["en"])
    assert shown[0][0, 0, :, :200].std() < 0.5 * (grain / 127.5 - 1).std()


def test_a_language_it_cannot_read_is_refused() -> None:
    """Russian is for another engine, and the message says for which."""
    with pytest.raises(MissingToolError, match=r"ru.*tesseract"):
        RapidOcr().read([WHITE], ["ru"])


def test_without_models_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A missing package is exit 10 with the command that brings it."""
    rapidocr.model.cache_clear()
    monkeypatch.setattr(rapidocr, "find_spec", lambda _: None)
    with pytest.raises(MissingToolError, match="pip install"):
        RapidOcr().version()
    assert 10 == MissingToolError.exit_code


def test_a_damaged_model_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file that is no model is exit 10 with the command that mends it, not a crash."""
    broken = tmp_path / "PP-OCRv6_rec_small.onnx"
    broken.write_bytes(b"not a model")
    rapidocr._loaded.cache_clear()
    monkeypatch.setattr(rapidocr, "model", lambda: broken)
    with pytest.raises(MissingToolError, match="force-reinstall"):
        RapidOcr().read([WHITE], ["en"])


@pytest.mark.engine
def test_its_version_names_the_model() -> None:
    """The step record says which package and which model."""
    assert RapidOcr().version().startswith("rapidocr 3.")
    assert "PP-OCRv6" in RapidOcr().version()


@pytest.mark.engine
def test_it_reads_print_with_spaces_and_boxes(draw: Draw) -> None:
    """Words come with their spaces, in order, each box around its own ink."""
    pixels = draw("The Harbour Times, No. 42")
    pieces = RapidOcr().read([pixels], ["en"])[0].pieces
    assert ["The", "Harbour", "Times,", "No.", "42"] == [piece.text for piece in pieces]
    assert all(left.box.x1 < right.box.x0 for left, right in pairwise(pieces))
    assert abs(pieces[0].box.x0 - 6) <= 1
    assert all((piece.conf or 0) > 0.9 for piece in pieces)


@pytest.mark.engine
def test_order_and_company_change_nothing(draw: Draw) -> None:
    """A crop is read the same alone, among others, in grey and in colour."""
    crops = [draw("PRICE FIVE CENTS", 40), draw("Monday"), draw("a much longer line of print")]
    alone = [RapidOcr().read([crop], ["en"])[0] for crop in crops]
    together = RapidOcr().read([np.repeat(c[:, :, None], 3, axis=2) for c in crops], ["en"])
    assert texts(alone) == texts(together)


def texts(readings: list[Any]) -> list[list[tuple[str, Box]]]:
    """Return words and boxes of readings."""
    return [[(piece.text, piece.box) for piece in reading.pieces] for reading in readings]


def texture(seed: int) -> Pixels:
    """Return grain as a halftone or paper shows it."""
    rng = np.random.default_rng(seed)
    return rng.integers(90, 220, (40, 300), dtype=np.uint8)


@pytest.mark.engine
def test_paper_and_texture_are_not_read() -> None:
    """Blank paper, a black bar, stripes and grain give no words."""
    stripes = np.where(np.arange(300) // 6 % 2, 0, 255).astype(np.uint8)
    crops = [
        WHITE,
        np.zeros((40, 300), np.uint8),
        np.repeat(stripes[None], 40, axis=0),
        *map(texture, range(5)),
    ]
    assert [()] * len(crops) == [reading.pieces for reading in RapidOcr().read(crops, ["en"])]
