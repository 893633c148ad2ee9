"""Flat text: its encoding found, its lines placed in cells."""

from __future__ import annotations
