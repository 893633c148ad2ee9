"""Roles and stories on a printed page, from type, place, rules and words."""

from __future__ import annotations
