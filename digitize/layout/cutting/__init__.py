"""In what order regions are read: cuts through the white, headline modules, the flow of text."""

from __future__ import annotations
