"""Options that several commands share, read the same way in each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from digitize.registry import find


def formats(ctx: click.Context, option: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Return the formats named in a comma-separated list; each must exist."""
    del ctx, option
    names = tuple(name.strip() for name in (value or "").split(",") if name.strip())
    for name in names:
        find("formats", name)
    return names


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
