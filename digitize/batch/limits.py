"""What one job may take, and on which terms its files are opened."""

from __future__ import annotations

import msgspec

from digitize.load.terms import Terms


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Time and memory of a job; whoever goes over is ended with all it started."""

    seconds: float = 240.0
    opening: float = 60.0  # seconds in which a page must be decoded or drawn
    reading: float = 180.0  # seconds in which its lines must be read
    memory: int = 1792 << 20  # with the parent's, under 2 GiB
    terms: Terms = msgspec.field(default_factory=Terms)


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What holds for all jobs of a worker."""

    recipe: bytes
    limits: Limits  # the parent watches the memory, the kernel a little above it


def limits(
    seconds: float, mebibytes: int, raised: dict[str, int], passwords: tuple[str, ...]
) -> Limits:
    """Return limits as a user gives them: `raised` by name, seconds among counts."""
    times = {name: float(raised[name]) for name in ("opening", "reading") if name in raised}
    most = {name: number for name, number in raised.items() if name not in times}
    return Limits(
        seconds=seconds,
        memory=mebibytes << 20,
        terms=Terms(most=most, passwords=passwords),
        **times,
    )
