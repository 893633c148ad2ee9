"""Every error raised on purpose, and the exit code each one ends with.

::

    DigitizeError                    3   finished, but something failed
    ├── RecipeError                  2   a bad recipe, option or format name
    ├── InputError                   4   the input is damaged, empty or of no supported kind
    │   ├── InputMissingError        5   it is not there, or may not be read
    │   ├── PasswordError            7   it is encrypted
    │   ├── LimitError               8   it is over a limit
    │   └── CrashError               4   it brought down the process that read it
    ├── OutputError                  6   the output cannot be written
    ├── BusyError                    9   another run writes to the same folder
    ├── MissingToolError            10   an engine, language or model is not installed
    └── EngineError                  3   an engine failed on a page

What `verify` finds ends with 11. Anything else that escapes is a bug and ends with 70; Ctrl-C
ends with 130.
"""

from __future__ import annotations

from typing import ClassVar

DONE = 0
PARTIAL = 3
UNSOUND = 11
BUG = 70
INTERRUPTED = 130


class DigitizeError(Exception):
    """Something went wrong that the user can understand: what, where, and what to do now."""

    exit_code: ClassVar[int] = PARTIAL
    label: ClassVar[str] = "failed"

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        """`message` is the cause, `where` the input (and page), `hint` what to do now."""
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        now = f"; {self.hint}" if self.hint else ""
        return f"{self.label}: {place}{self.message}{now}"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.where, self.hint)


def _rebuild(kind: type[DigitizeError], message: str, where: str, hint: str) -> DigitizeError:
    return kind(message, where=where, hint=hint)


class RecipeError(DigitizeError):
    """A recipe, an option or a name given by the user makes no sense."""

    exit_code = 2
    label = "usage"


class InputError(DigitizeError):
    """The input is damaged, empty, or of no kind that can be read."""

    exit_code = 4
    label = "input"


class InputMissingError(InputError):
    """The input is not there, or may not be read."""

    exit_code = 5
    label = "missing"


class PasswordError(InputError):
    """The input is encrypted and wants a password."""

    exit_code = 7
    label = "encrypted"


class LimitError(InputError):
    """The input is over a limit: pixels, pages, bytes or time."""

    exit_code = 8
    label = "limit"


class CrashError(InputError):
    """The input brought down the process that read it."""

    label = "crash"


class OutputError(DigitizeError):
    """The output cannot be written."""

    exit_code = 6
    label = "output"


class BusyError(DigitizeError):
    """Another run holds the output folder."""

    exit_code = 9
    label = "busy"


class MissingToolError(DigitizeError):
    """A program, language pack or model that is needed is not installed."""

    exit_code = 10
    label = "tool"


class EngineError(DigitizeError):
    """An engine failed on a page."""

    label = "engine"
