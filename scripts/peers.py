"""Other programs' plain text of the same pages, to compare with: each does it its own way."""

from __future__ import annotations

import logging
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pdfplumber

Reader = Callable[[tuple[Path, ...]], str | None]
_LANGS = "eng+chi_tra"
_SECONDS = 600


def _tesseract(psm: int) -> Reader:
    def read(pages: tuple[Path, ...]) -> str | None:
        images = [page for page in pages if page.suffix not in (".pdf", ".txt")]
        if not images or not shutil.which("tesseract"):
            return None
        command = ["-", "-l", _LANGS, "--psm", str(psm)]
        return "\n".join(_output("tesseract", str(page), *command) for page in images)

    return read


def _pdftotext(pages: tuple[Path, ...]) -> str | None:
    if not all(page.suffix == ".pdf" for page in pages) or not shutil.which("pdftotext"):
        return None
    return "\n".join(_output("pdftotext", str(page), "-") for page in pages)


def _pdfplumber(pages: tuple[Path, ...]) -> str | None:
    if not all(page.suffix == ".pdf" for page in pages):
        return None
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it tells of every font without a box
    texts = []
    for path in pages:
        with pdfplumber.open(path) as pdf:
            texts += [page.extract_text() or "" for page in pdf.pages]
    return "\n".join(texts)


def _asis(pages: tuple[Path, ...]) -> str | None:
    if not all(page.suffix == ".txt" for page in pages):
        return None
    return "\n".join(page.read_text(encoding="utf-8") for page in pages)


def _output(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS)
    return done.stdout.decode("utf-8", "replace")


PEERS: dict[str, Reader] = {
    "tesseract psm 1": _tesseract(1),
    "tesseract psm 3": _tesseract(3),
    "pdftotext": _pdftotext,
    "pdfplumber": _pdfplumber,
    "the text as it is": _asis,
}
