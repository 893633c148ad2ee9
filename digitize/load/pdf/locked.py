"""PDFs behind a password: where one of those that were given opens it, a copy without."""

from __future__ import annotations

import os
import tempfile
from contextlib import closing
from functools import lru_cache
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from digitize.load import terms


def unlocked(path: Path) -> Path:
    """Return a PDF that opens without a password: the file itself, or a copy of this process.

    Where no password fits it is the file itself, and whoever opens it tells.
    """
    if not terms.passwords():
        return path
    facts = path.stat()
    return _unlocked(path, facts.st_size, facts.st_mtime_ns)


@lru_cache(maxsize=1)  # pages of one file come one after the other; there is one copy at a time
def _unlocked(path: Path, size: int, changed: int) -> Path:  # noqa: ARG001 - they tell files apart
    copy = Path(tempfile.gettempdir()) / f"unlocked-{os.getpid()}.pdf"
    for password in (None, *terms.passwords()):
        try:
            document = pdfium.PdfDocument(path, password=password)
        except pdfium.PdfiumError:
            continue
        with closing(document):
            if password is None:
                return path
            document.save(copy, flags=raw.FPDF_REMOVE_SECURITY)
            return copy
    return path
