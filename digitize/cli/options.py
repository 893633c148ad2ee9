"""Options that several commands share, read the same way in each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from digitize.batch.limits import Limits
from digitize.errors import RecipeError
from digitize.load.terms import MOST
from digitize.registry import find


def formats(ctx: click.Context, option: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Return the formats named in a comma-separated list; each must exist."""
    del ctx, option
    names = tuple(name.strip() for name in (value or "").split(",") if name.strip())
    for name in names:
        find("formats", name)
    return names


_TIMES = {"opening": Limits().opening, "reading": Limits().reading}
LIMITS = tuple(f"{name}={number:.0f}" for name, number in (*_TIMES.items(), *MOST.items()))
"""What --max can raise, as it stands: seconds, then counts."""


def raised(ctx: click.Context, option: click.Parameter, value: tuple[str, ...]) -> dict[str, int]:
    """Return the limits that --max names; raises RecipeError when there is no such limit."""
    del ctx, option
    found: dict[str, int] = {}
    for item in value:
        name, _, number = item.partition("=")
        if name not in {*_TIMES, *MOST} or not number.isdecimal():
            raise RecipeError(f"--max {item} is no limit", hint=f"known: {', '.join(LIMITS)}")
        found[name] = int(number)
    return found


def passwords(ctx: click.Context, option: click.Parameter, value: Path | None) -> tuple[str, ...]:
    """Return the lines of a file of passwords; raises RecipeError when it cannot be read."""
    del ctx, option
    if value is None:
        return ()
    try:
        return tuple(filter(None, value.read_text("utf-8").splitlines()))
    except (OSError, UnicodeDecodeError) as error:
        raise RecipeError(
            f"--password-file {value} cannot be read: {error}", hint="one password a line, in UTF-8"
        ) from error


def settings(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --set."""
    return click.option(
        "--set",
        "sets",
        multiple=True,
        metavar="NAME.OPTION=VALUE",
        help="Change one option of a stage or format.",
    )(function)


def making(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of every command that makes documents."""
    folder = click.Path(path_type=Path)
    for add in (
        click.option("-q", "--quiet", is_flag=True, help="No progress."),
        settings,
        click.option("--recipe", "recipe", type=folder, help="A recipe file."),
        click.option("--to", "to", callback=formats, help="Formats, comma-separated."),
        click.option("-o", "--out", type=folder, help="Folder to write to."),
    ):
        function = add(function)
    return function
