"""Frames on a pipe: eight bytes of length, then the message."""

from __future__ import annotations

import os
import struct

LENGTH = struct.Struct("<Q")
STAGE, OUTCOME = b"s", b"o"
"""How a worker's messages begin: the name of a stage, or what came of the job."""

LARGEST = 1 << 30
"""Bytes of a message; a longer one is a worker gone mad."""

_GULP = 1 << 20


class Frames:
    """Puts together what comes down a pipe in pieces."""

    def __init__(self, handle: int) -> None:
        self._handle, self._buffer = handle, bytearray()
        self.closed = False

    def pull(self) -> None:
        """Take what is there now; waits when there is nothing. Sets `closed` at the end."""
        piece = os.read(self._handle, _GULP)
        self._buffer += piece
        self.closed = not piece

    def next(self) -> bytes | None:
        """Return the next whole message, None when there is none yet.

        Raises ValueError when the other side announces one that is too long.
        """
        if len(self._buffer) < LENGTH.size:
            return None
        (size,) = LENGTH.unpack_from(self._buffer)
        if size > LARGEST:
            raise ValueError(size)
        end = LENGTH.size + size
        if len(self._buffer) < end:
            return None
        message = bytes(self._buffer[LENGTH.size : end])
        del self._buffer[:end]
        return message


def send(handle: int, message: bytes) -> None:
    """Write a whole message to a pipe."""
    rest = memoryview(LENGTH.pack(len(message)) + message)
    while rest:
        rest = rest[os.write(handle, rest) :]
