"""`digitize score`: how good a reading is, measured against what is known to be true."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from digitize.cli.console import table
from digitize.errors import InputError, InputMissingError
from digitize.formats.document import DocumentJson, read
from digitize.load.kinds import kind
from digitize.load.oldocr.records import READERS, record
from digitize.score.figures import FIGURES, figures
from digitize.score.scores import score
from digitize.score.truth import Truth, from_document, from_pages, read_truth

_TRUTHS = "name a truth.json, or a corrected PAGE, ALTO or hOCR file"
EPILOG = "Example: digitize score out/harbour-times samples/harbour-times/truth.json"


@click.command("score", epilog=EPILOG)
@click.argument("predicted", type=click.Path(path_type=Path))
@click.argument("truth", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(*, predicted: Path, truth: Path, as_json: bool) -> None:
    """Measure a reading against what is known to be true.

    PREDICTED is a document.json, or a folder with one in it. TRUTH is a truth.json, or a page
    whose text and order somebody has corrected: PAGE, ALTO or hOCR. Figures that cannot be told
    of this truth are left out: a page of PAGE knows of no articles.
    """
    found = figures(score(_truth(truth), from_document(read(_document(predicted)))))
    if as_json:
        said = {name: round(value, 4) for name, value in found.items()}
        sys.stdout.write(json.dumps(said) + "\n")
        return
    rows = [[name, f"{value:.3f}", *_goal(name, value)] for name, value in found.items()]
    table("score", ["figure", "value", "goal", "", "says"], rows)


def _goal(name: str, value: float) -> list[str]:
    figure = FIGURES[name]
    met = figure.met(value)
    if met is None:
        return ["", "", figure.says]
    sign = "≤" if figure.falling else "≥"
    return [f"{sign} {figure.goal:g}", "met" if met else "missed", figure.says]


def _document(path: Path) -> Path:
    """Return the one document in a folder, or in a folder of it."""
    if not path.is_dir() or (path / DocumentJson.file).is_file():
        return path
    found = sorted(path.glob(f"*/{DocumentJson.file}"))
    if len(found) == 1:
        return found[0]
    raise InputMissingError(
        f"{len(found)} issues in it, not one", where=str(path), hint="name the issue's folder"
    )


def _truth(path: Path) -> Truth:
    """Return what is true, from a file of any kind that says so."""
    file = path / "truth.json" if path.is_dir() else path
    if not file.is_file():
        raise InputMissingError("no such file", where=str(file), hint=_TRUTHS)
    if file.suffix == ".json":
        return read_truth(file)
    sort = kind(file, where=str(file))
    if sort not in READERS:
        raise InputError(f"{sort} says nothing of what is true", where=str(file), hint=_TRUTHS)
    opened = record(sort)(file, 0, name=file.name, page_id="p0001", number=1)
    return from_pages([opened.page])
