"""PDF files: type as it is set, scans as they lie in the file, the rest drawn."""

from __future__ import annotations
