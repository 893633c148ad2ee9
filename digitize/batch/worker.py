"""A process that does one job after the other, and may be killed over any of them.

    python -m digitize.batch.worker JOBS OUTCOMES PARENT

JOBS and OUTCOMES are the pipes' file descriptors. The first message is the settings, each other
one a job; each answer is the name of a stage as the page enters it, or an outcome.
"""

from __future__ import annotations

import ctypes
import gc
import os
import resource
import signal
import sys

import msgspec

from digitize.batch import job, wire
from digitize.batch.limits import Settings
from digitize.batch.work import do
from digitize.load import terms

_PR_SET_PDEATHSIG = 1  # prctl(2): the signal this process gets when its parent dies
_SPARE = 4 << 30  # address space that code, fonts, models and thread stacks take without memory


def main() -> None:
    """Serve until the pipe closes."""
    jobs, outcomes, parent = map(int, sys.argv[1:4])
    _guard(parent)
    frames = wire.Frames(jobs)
    settings: Settings | None = None
    while not frames.closed:
        frames.pull()
        while (message := frames.next()) is not None:
            if settings is None:
                settings = msgspec.msgpack.decode(message, type=Settings)
                _limit(settings.limits.memory)
                terms.hold(settings.limits.terms)
            else:
                _serve(outcomes, settings.recipe, message)


def _serve(outcomes: int, recipe: bytes, message: bytes) -> None:
    result = do(
        recipe, job.unpack(message), lambda name: wire.send(outcomes, wire.STAGE + name.encode())
    )
    wire.send(outcomes, wire.OUTCOME + job.pack(result))
    del result
    gc.collect()
    gc.freeze()  # what is left lives on (modules, models): later collections pass it by


def _guard(parent: int) -> None:
    """Die with the parent; leave Ctrl-C to it; keep libraries off the user's terminal."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(0)


def _limit(memory: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    room = memory + _SPARE
    if hard == resource.RLIM_INFINITY or hard > room:
        resource.setrlimit(resource.RLIMIT_AS, (room, hard))


if __name__ == "__main__":
    main()
