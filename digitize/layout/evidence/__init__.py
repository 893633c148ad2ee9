"""What text says by itself: facts, set forms, adverts, captions, and how well it goes on."""

from __future__ import annotations
