"""Which engines there are, and where their classes live; none is loaded until it is asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from types import MappingProxyType

from digitize.errors import RecipeError
from digitize.ocr.engine import Engine

BUILT_IN: MappingProxyType[str, str] = MappingProxyType(
    {
        "rapidocr": "digitize.ocr.rapidocr:RapidOcr",
        "tesseract": "digitize.ocr.tesseract:Tesseract",
    }
)
"""A stranger's plugin stands in the entry-point group "digitize.engines" of its own package."""


@cache
def engine(name: str) -> Engine:
    """Return the engine of that name; raises RecipeError when there is none."""
    place = BUILT_IN.get(name) or _plugins().get(name)
    if place is None:
        hint = f"known: {', '.join([*BUILT_IN, *_plugins()])}"
        raise RecipeError(f"unknown engine {name!r}", hint=hint)
    module, _, attribute = place.partition(":")
    made: Engine = getattr(import_module(module), attribute)()
    return made


def _plugins() -> dict[str, str]:
    return {point.name: point.value for point in entry_points(group="digitize.engines")}
