"""The record of a page on disk: it verifies, or the page is not done. Records are the state."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from digitize import __version__
from digitize.batch.manifest import Failed
from digitize.errors import DigitizeError, InputError
from digitize.load.leaf import Leaf
from digitize.model.page import Page, Scan
from digitize.model.step import Step
from digitize.recipe import Recipe

FOLDER = ".pages"
"""Page records lie here, in the issue's folder, until the issue is whole."""


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The first line of a record: what the page was made of, and the hash of the rest."""

    sha256: str
    recipe: str
    input: str  # sha256 of the file that holds the page; "" when it could not be read
    index: int
    less: bool = False  # read at half the resolution
    failed: Failed | None = None  # why the page is blank


def settings(recipe: Recipe) -> str:
    """Return the hash of all that decides what a page becomes: page stages, options, version."""
    parts = {
        "version": __version__,
        "pages": recipe.pages,
        "options": {name: recipe.options.get(name, {}) for name in recipe.pages},
    }
    return hashlib.sha256(msgspec.json.encode(parts, order="sorted")).hexdigest()


def path(folder: Path, page_id: str) -> Path:
    """Return where the record of a page lies in the issue's `folder`."""
    return folder / FOLDER / f"{page_id}.page"


def encode(
    page: Page, recipe: str, index: int, *, less: bool = False, failed: Failed | None = None
) -> bytes:
    """Return a page as its record: a line of head, a line of page, both JSON."""
    body = msgspec.json.encode(page)
    head = Head(
        sha256=hashlib.sha256(body).hexdigest(),
        recipe=recipe,
        input=page.scan.sha256,
        index=index,
        less=less,
        failed=failed,
    )
    return msgspec.json.encode(head) + b"\n" + body + b"\n"


def decode(raw: bytes, where: str) -> tuple[Head, Page]:
    """Return what `encode` made these bytes of; raises InputError when a bit is off."""
    first, _, body = raw.partition(b"\n")
    try:
        head = msgspec.json.decode(first, type=Head)
        if hashlib.sha256(body[:-1]).hexdigest() == head.sha256:
            return head, msgspec.json.decode(body, type=Page)
    except msgspec.DecodeError:
        pass
    raise InputError("the page record is damaged", where=where, hint="run the same command again")


def blank(leaf: Leaf, error: DigitizeError) -> Page:
    """Return the page that keeps the place and number of one that could not be read."""
    step = Step(id=f"{leaf.page_id}.step01", name="load", version=__version__, note="failed")
    scan = Scan(path=leaf.name, path_base64=leaf.name_base64, index=leaf.index)
    return Page(id=leaf.page_id, number=leaf.number, scan=scan, steps=(step,), error=str(error))
