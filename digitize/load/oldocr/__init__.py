"""What somebody else has read: ALTO, PAGE, hOCR, ABBYY, TSV, and the METS that binds them."""

from __future__ import annotations
