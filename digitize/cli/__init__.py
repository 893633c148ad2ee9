"""The command line: one file a command, loaded when it is called; errors become exit codes."""

from __future__ import annotations

import errno
import os
import signal
import sys
import traceback
from importlib import import_module
from types import FrameType

import click

from digitize import __version__
from digitize.errors import BUG, DONE, INTERRUPTED, DigitizeError, InputMissingError, OutputError

COMMANDS = {
    "run": "Scans, PDFs and text in; clean archive records out.",
    "clean": "Clean flat OCR text that has no boxes.",
    "watch": "Read what is put into a folder, as it comes.",
    "status": "How the issues of an output folder stand, the worst first.",
    "calendar": "Missing, doubled and misdated issues and pages of each title.",
    "learn": "Find promos that recur in the issues of a title: they are no articles.",
    "convert": "Write a finished document in other formats.",
    "verify": "Check the files of an issue against each other.",
    "diff": "What clean-up changed, rule by rule, and why.",
    "show": "Draw a page with its regions, roles and reading order.",
    "score": "Measure a reading against what is known to be true.",
    "list": "List engines, formats, stages and rules.",
    "recipe": "Print a recipe, or check one.",
    "doctor": "Say which tools and languages are there, and what to type for the others.",
}


class _Lazy(click.Group):
    """Commands that are loaded when called, so that --help and pipes start at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order a newcomer needs them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        command: click.Command = import_module(f"digitize.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table of commands without loading one."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="digitize")
@click.option("--debug", is_flag=True, help="Show where an internal error came from.")
def digitize(*, debug: bool) -> None:
    """Turn newspapers into records: scans, PDFs and old OCR in, clean articles out.

    \b
    Example:
      digitize run samples/harbour-times -o out
    """  # noqa: D301 - \b keeps click from wrapping the example
    del debug


def _terminate(number: int, frame: FrameType | None) -> None:
    del frame
    raise SystemExit(128 + number)


def main() -> None:
    """Run the command line and leave with the exit code of what happened."""
    signal.signal(signal.SIGTERM, _terminate)
    _stand_in()
    sys.exit(_run(sys.argv[1:]))


def _stand_in() -> None:
    """Open what the shell closed (`>&-`), lest a file of ours take its number.

    Writing to a standard output that was closed stays an error; what would go to a closed
    standard error goes nowhere.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            flags = os.O_WRONLY if name == "stderr" else os.O_RDONLY
            setattr(sys, name, os.fdopen(os.open(os.devnull, flags), mode))


def _run(arguments: list[str]) -> int:
    try:
        result = digitize.main(arguments, standalone_mode=False)
        sys.stdout.flush()
    except (KeyboardInterrupt, click.Abort):
        return _say("interrupted; run the same command again", INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - the edge of the program: a bug becomes one line
        return _code(error, debug="--debug" in arguments)
    return result if isinstance(result, int) else DONE


def _code(error: Exception, *, debug: bool) -> int:
    """Tell the user what happened in one line, and return its exit code."""
    match error:
        case click.exceptions.Exit():
            return error.exit_code
        case click.ClickException():
            error.show(sys.stderr)
            return error.exit_code
        case DigitizeError():
            return _say(str(error), error.exit_code)
        case FileNotFoundError() if error.filename is None:  # of os.getcwd
            return _say("the working folder is gone; cd to another", InputMissingError.exit_code)
        case OSError() if error.errno in (errno.ENOSPC, errno.EPIPE, errno.EBADF):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is left
            gone = isinstance(error, BrokenPipeError)
            return DONE if gone else _say(f"output: {error.strerror}", OutputError.exit_code)
    if debug:
        traceback.print_exception(error)
    name = type(error).__name__
    return _say(
        f"internal error: {name}: {error}; run `digitize --debug …` again and report it", BUG
    )


def _say(message: str, code: int) -> int:
    line = " ".join(f"digitize: {message}".split())
    sys.stderr.write("".join(char if char.isprintable() else "\ufffd" for char in line) + "\n")
    return code
