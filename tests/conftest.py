"""Fixtures that every room's tests share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "house",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")  # no deadline: timings belong to benchmarks

ROOT = Path(__file__).parent.parent
Run = Callable[..., subprocess.CompletedProcess[bytes]]


def missing(what: str) -> None:
    """Skip the test visibly; where everything must be there (DIGITIZE_REQUIRED), fail it."""
    if os.environ.get("DIGITIZE_REQUIRED"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def samples() -> Path:
    """Return the folder of samples."""
    return ROOT / "samples"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared pages and bad inputs; without it the test skips, and says so."""
    folder = Path(os.environ.get("DIGITIZE_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        missing(f"no shared material at {folder}; set DIGITIZE_SHARED")
    return folder


@pytest.fixture(scope="session")
def tesseract() -> None:
    """Skip, and say so, where the program tesseract is not installed."""
    if not shutil.which("tesseract"):
        missing("tesseract is not installed; see scripts/install-debian.sh")


@pytest.fixture(scope="session")
def cli() -> Run:
    """Return a function that runs `digitize` as a person does, in a process of its own."""

    def run(*arguments: object, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "digitize", *map(str, arguments)]
        return subprocess.run(command, input=data, capture_output=True, cwd=ROOT, check=False)

    return run
