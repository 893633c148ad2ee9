"""`digitize doctor`: what is installed, what is missing, and what to type to get it."""

from __future__ import annotations

import json
import platform
import sys
from importlib.metadata import PackageNotFoundError, version

import click

from digitize import __version__
from digitize.cli.console import table
from digitize.errors import MissingToolError
from digitize.registry import find
from digitize.registry import table as known

EPILOG = "Example: digitize doctor"
_LIBRARIES = ("numpy", "opencv-python-headless", "Pillow", "onnxruntime", "pdfplumber", "pypdfium2")


@click.command("doctor", epilog=EPILOG)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def command(*, as_json: bool) -> None:
    """Say which engines, languages and libraries are there, and how to get the missing ones.

    Ends with 10 when the default engine is missing.
    """
    rows = [
        ("digitize", "ok", f"{__version__}, Python {platform.python_version()}", ""),
        *map(_engine, known("engines")),
        *map(_library, _LIBRARIES),
    ]
    if as_json:
        for row in rows:
            said = dict(zip(("name", "state", "found", "to_do"), row, strict=True))
            sys.stdout.write(json.dumps(said, ensure_ascii=False) + "\n")
    else:
        table(
            "digitize doctor", ["what", "state", "found", "what to type"], [[*row] for row in rows]
        )
    if rows[1][1] != "ok":
        raise MissingToolError("the default engine is missing", hint=rows[1][3])


def _engine(name: str) -> tuple[str, str, str, str]:
    engine = find("engines", name)()
    try:
        languages = ", ".join(engine.languages())
        return name, "ok", f"{engine.version()}; reads {languages}", ""
    except MissingToolError as error:
        return name, "missing", error.message, error.hint


def _library(name: str) -> tuple[str, str, str, str]:
    try:
        return name, "ok", version(name), ""
    except PackageNotFoundError:
        return name, "missing", "", f"pip install {name}"
