"""Image files: any depth and colour, upright, the damage told."""

from __future__ import annotations
