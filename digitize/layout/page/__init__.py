"""The page as all later judgments see it: its measures, its rules, what spans its columns."""

from __future__ import annotations
