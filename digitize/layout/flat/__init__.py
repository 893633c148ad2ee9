"""Roles and stories in flat text, where only words, blank rows and the order of rows can tell."""

from __future__ import annotations
