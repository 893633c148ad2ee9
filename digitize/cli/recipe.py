"""`digitize recipe`: print a recipe to start from, or check one."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from digitize.cli.console import say
from digitize.recipe import load, text

EPILOG = "Example: digitize recipe > mine.toml; digitize recipe --check mine.toml"


@click.command("recipe", epilog=EPILOG)
@click.argument("name", default="default")
@click.option("--check", type=click.Path(path_type=Path), help="Check this recipe file instead.")
def command(*, name: str, check: Path | None) -> None:
    """Print the recipe NAME, commented, ready to be changed."""
    if check is None:
        sys.stdout.write(text(name))
    else:
        recipe = load(check)
        say(
            f"{check}: good; {len(recipe.pages)} page stages, {len(recipe.document)} over the issue"
        )
