from __future__ import annotations

import hashlib
import os
from pathlib import Path

from digitize.load.digest import digest


def test_the_digest_follows_the_file(tmp_path: Path):
    """The digest is the file's SHA-256, also after the file has changed."""
    path = tmp_path / "a"
    path.write_bytes(b"one")
    assert hashlib.sha256(b"one").hexdigest() == digest(path)
    path.write_bytes(b"two")
    os.utime(path, ns=(1, 1))
    assert hashlib.sha256(b"two").hexdigest() == digest(path)
