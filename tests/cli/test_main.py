from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from digitize.cli import COMMANDS
from tests.conftest import ROOT, Run

HEAVY = ("numpy", "cv2", "onnxruntime", "pdfplumber", "msgspec", "PIL", "wordfreq")


def test_help_loads_nothing_heavy() -> None:
    """`digitize --help` imports no library of pixels, models or records."""
    code = (
        "import sys; sys.argv = ['digitize', '--help']\n"
        "from digitize.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(cli: Run, name: str) -> None:
    """--help says what a command does and shows one call of it."""
    done = cli(name, "--help")
    assert done.returncode == 0
    assert f"Example: digitize {name}" in done.stdout.decode()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name: str) -> None:
    """No command is a secret."""
    assert f"digitize {name}" in (ROOT / "README.md").read_text("utf-8")


def test_an_unknown_command_is_a_usage_error(cli: Run) -> None:
    """A word that is no command ends with 2."""
    assert cli("fetch").returncode == 2


def test_the_version_is_told(cli: Run) -> None:
    """--version prints name and version on stdout."""
    assert cli("--version").stdout.startswith(b"digitize, version ")


def test_a_reader_that_goes_away_is_no_error() -> None:
    """`digitize list stages | head -c 1` leaves no traceback."""
    piped = f"{sys.executable} -m digitize list stages | head -c 1"
    done = subprocess.run(["sh", "-c", piped], capture_output=True, cwd=ROOT, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("call", "code", "told"),
    [
        ("list stages >&-", 6, "digitize: output: Bad file descriptor\n"),
        ("list stages >/dev/full", 6, "digitize: output: No space left on device\n"),
        ("list stages 2>&- >/dev/null", 0, ""),
        ("list stages <&- >/dev/null", 0, ""),
        ("list nonsense 2>&-", 2, ""),
    ],
)
def test_a_closed_or_full_pipe_is_one_line(call: str, code: int, told: str) -> None:
    """Whatever the shell closed, nothing ends in a traceback, and lost output is said."""
    shell = f"{sys.executable} -m digitize {call}"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, cwd=ROOT, check=False)
    assert (code, told) == (done.returncode, done.stderr.decode())


def test_a_working_folder_that_is_gone_is_one_line(samples: Path) -> None:
    """Paths that lean on a deleted folder are refused; whole paths still work."""
    shell = f"""cd "$(mktemp -d)" && rmdir "$PWD" && {sys.executable} -m digitize"""
    whole = f"{shell} clean {samples / 'front-page.txt'} >/dev/null"
    done = subprocess.run(["sh", "-c", whole], capture_output=True, check=False)
    assert 0 == done.returncode, done.stderr
    lost = subprocess.run(["sh", "-c", f"{shell} run a -o b"], capture_output=True, check=False)
    assert 5 == lost.returncode
    assert 1 == lost.stderr.count(b"\n")
