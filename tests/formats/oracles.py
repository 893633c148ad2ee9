"""Programs and schemas that others wrote, asked whether a file is what it says."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pypdfium2 as pdfium
from lxml import etree

from digitize.model.reading import join
from tests.conftest import ROOT, missing


def need(program: str) -> str:
    """Return where a program lies; the test skips visibly when it is not installed."""
    found = shutil.which(program)
    if found is None:
        missing(f"{program} is not installed; see scripts/install-debian.sh")
    return str(found)


@cache
def _json_schema(path: Path) -> Any:
    schema = json.loads(path.read_text("utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


def json_faults(schema: Path, data: bytes) -> list[str]:
    """Return what a JSON Schema says against a file."""
    return [error.message[:200] for error in _json_schema(schema).iter_errors(json.loads(data))]


@cache
def _tool(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def _xml_schema(schemas: Path, name: str) -> Any:
    return _tool(schemas / "tools" / "offline.py").xsd(name)


def xml_faults(schemas: Path, name: str, data: bytes) -> list[str]:
    """Return what an XML Schema of the shared set says against a file."""
    schema = _xml_schema(schemas, name)
    schema.validate(etree.fromstring(data))
    return [str(error.message) for error in schema.error_log]


def pdfa_faults(schemas: Path, path: Path) -> dict[str, Any]:
    """Return which rules of PDF/A-2u a file breaks, by veraPDF."""
    need("java")
    if importlib.util.find_spec("jpype") is None:
        missing("jpype1 is not installed; pip install '.[dev]'")
    ok, checks, faults = _tool(schemas / "tools" / "verapdf_check.py").check(str(path), "2u")
    assert checks > 0
    return {} if ok else dict(faults)


def qpdf_faults(path: Path) -> str:
    """Return what qpdf says against a file, "" when it is sound."""
    done = subprocess.run([need("qpdf"), "--check", path], capture_output=True, check=False)
    return "" if done.returncode == 0 else (done.stdout + done.stderr).decode()


def poppler(path: Path, number: int) -> str:
    """Return a page's text by pdftotext, in the order of the file, its spaces made even."""
    pages = ["-f", str(number), "-l", str(number)]
    done = subprocess.run(
        [need("pdftotext"), "-raw", *pages, path, "-"], capture_output=True, check=True
    )
    return even(done.stdout.decode())


def chromium(path: Path, number: int) -> str:
    """Return a page's text by pdfium, the engine of Chromium's viewer, its spaces made even."""
    pdf = pdfium.PdfDocument(path)
    try:
        return even(pdf[number - 1].get_textpage().get_text_range())
    finally:
        pdf.close()


def manifest_ranges(schemas: Path, path: Path) -> tuple[list[Any], int]:
    """Return a manifest's ranges with their canvases by manifesto.js; how many @iiif/parser has."""
    modules = Path(os.environ.get("DIGITIZE_NODE", ROOT / ".node")) / "node_modules"
    if not modules.is_dir():
        missing("the IIIF parsers are not installed; see scripts/install-npm.sh")
    done = subprocess.run(
        [need("node"), schemas / "tools" / "iiif_consumers.cjs", path],
        capture_output=True,
        check=True,
        env=os.environ | {"NODE_PATH": str(modules)},
    )
    ranges, count = done.stdout.decode().strip().split("\n")
    return json.loads(ranges), int(count.split()[0])


def even(text: str) -> str:
    """Return text with one space where one is read, and none between Han."""
    return join(text.replace("\x0c", " ").split())
