"""Newspaper scans, PDFs and old OCR in; clean archive records out."""

from __future__ import annotations

__version__ = "0.1.0"
