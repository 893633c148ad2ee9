"""From page to page: what pages are called, where their columns stand, which jump lines meet."""

from __future__ import annotations
