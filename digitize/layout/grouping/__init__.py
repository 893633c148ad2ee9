"""From loose lines to columns and regions: where to cut, where to join."""

from __future__ import annotations
