"""Carry sheets through the page stages, bind them, carry the document on; write every step down."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, cast

from digitize import __version__
from digitize.errors import RecipeError
from digitize.model.document import Document
from digitize.model.page import Page
from digitize.model.step import Step, next_step_id
from digitize.stage import DocumentStage, Fact, PageStage, Sheet, home, lying, upright

_GIVEN: frozenset[Fact] = frozenset({"pixels"})


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Stages in order: page stages see one page each, document stages the whole issue."""

    pages: tuple[PageStage, ...]
    document: tuple[DocumentStage, ...]

    def check(self) -> None:
        """Raise RecipeError when a stage needs what no stage before it gives."""
        had = set(_GIVEN)
        stages: tuple[PageStage | DocumentStage, ...] = (*self.pages, *self.document)
        for stage in stages:
            lacking = stage.needs - had
            if lacking:
                raise RecipeError(
                    f"stage {stage.name!r} needs {', '.join(sorted(lacking))}; "
                    "nothing before it gives that",
                    hint="see digitize list stages",
                )
            had |= stage.gives

    def page(self, sheet: Sheet, told: Callable[[str], None] | None = None) -> Page:
        """Return the sheet's page after every page stage, its boxes in page pixels.

        `told` hears the name of each stage as the page enters it.
        """
        sheet = _loaded(sheet)
        for stage in self.pages:
            if told is not None:
                told(stage.name)
            after = stage(replace(sheet, note=""))
            step = _step(stage, after.page.id, sheet.page.steps, after.note)
            sheet = replace(after, page=replace(after.page, steps=(*sheet.page.steps, step)))
        return home(sheet)

    def bind(self, name: str, pages: Iterable[Page]) -> Document:
        """Return the document `name` made of `pages`, after every document stage.

        The stages see every page upright; in the document its boxes are where the scan has them.
        """
        document = Document(id=name, pages=tuple(map(upright, pages)))
        for stage in self.document:
            after = stage(document)
            document = replace(after, steps=(*document.steps, _step(stage, "", document.steps)))
        return replace(document, pages=tuple(map(lying, document.pages)))


def _loaded(sheet: Sheet) -> Sheet:
    """Return the sheet with what was found while it was opened as its first step."""
    page = sheet.page
    if not sheet.note:
        return sheet
    step = Step(
        id=next_step_id(page.id, page.steps), name="load", version=__version__, note=sheet.note
    )
    return replace(sheet, page=replace(page, steps=(*page.steps, step)))


def _step(
    stage: PageStage | DocumentStage, owner: str, before: tuple[Step, ...], note: str = ""
) -> Step:
    tool = getattr(stage, "tool", None)
    return Step(
        id=next_step_id(owner, before),
        name=stage.name,
        version=__version__,
        options=options(stage),
        tool=tool() if tool else "",
        note=note,
    )


def options(stage: object) -> dict[str, Any]:
    """Return a stage's options as they stand, lists for tuples."""
    if not is_dataclass(stage):
        return {}
    values = {item.name: getattr(cast("Any", stage), item.name) for item in fields(stage)}
    return {
        key: list(value) if isinstance(value, tuple) else value for key, value in values.items()
    }
