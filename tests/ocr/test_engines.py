from __future__ import annotations

import subprocess
import sys

import pytest

from digitize.errors import RecipeError
from digitize.ocr.engines import BUILT_IN, engine


@pytest.mark.parametrize("name", sorted(BUILT_IN))
def test_an_engine_is_found_by_its_name(name: str) -> None:
    """The word in the recipe is the engine's own name."""
    assert name == engine(name).name


def test_an_engine_nobody_knows_is_told() -> None:
    """The message names those there are."""
    with pytest.raises(RecipeError, match="rapidocr, tesseract"):
        engine("abbyy")


def test_no_engine_is_loaded_before_it_is_asked_for() -> None:
    """Flat text does not wait for a network's runtime."""
    code = "import sys, digitize.ocr.read; print('onnxruntime' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "False" == said.stdout.strip()
