"""From inputs to documents: every page by itself, so that a bad one costs only itself."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from digitize import __version__
from digitize.errors import BUG, DONE, PARTIAL, DigitizeError, EngineError, MissingToolError
from digitize.load.leaves import Leaf, open_leaf
from digitize.load.source import Source
from digitize.model.document import Document
from digitize.model.page import Page, Scan
from digitize.model.step import Step
from digitize.pipeline import Pipeline

Told = Callable[[str, str], None]
"""Called when a page is finished, with its name and, if it failed, why."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An input, or a page of it, that could not be done."""

    source: str  # the id; "" when no issue could be made of the input
    where: str
    error: DigitizeError
    bug: bool = False

    @property
    def code(self) -> int:
        """The exit code this failure alone would end with."""
        return BUG if self.bug else self.error.exit_code


def exit_code(done: int, failures: Sequence[Failure]) -> int:
    """Return 0 when all went well, the failure's own code when there is nothing else, else 3."""
    if not failures:
        return DONE
    codes = {failure.code for failure in failures}
    return codes.pop() if not done and len(codes) == 1 else PARTIAL


@dataclass(frozen=True, slots=True)
class Made:
    """What became of one source."""

    document: Document
    failures: tuple[Failure, ...]

    @property
    def whole(self) -> int:
        """How many pages were read."""
        return sum(not page.error for page in self.document.pages)


def make(source: Source, found: Sequence[Leaf], pipeline: Pipeline, told: Told) -> Made:
    """Return the document of one source; a page that fails keeps its place and says why.

    Raises MissingToolError, for what one page lacks all pages lack.
    """
    pages: list[Page] = []
    failures: list[Failure] = []
    for leaf, page, failure in _pages(source, found, pipeline):
        pages.append(page)
        if failure:
            failures.append(failure)
        told(leaf.name, str(failure.error) if failure else "")
        gc.collect()
    return Made(pipeline.bind(source.id, pages), tuple(failures))


def _pages(
    source: Source, found: Sequence[Leaf], pipeline: Pipeline
) -> Iterator[tuple[Leaf, Page, Failure | None]]:
    for leaf in found:
        try:
            yield leaf, pipeline.page(open_leaf(leaf)), None
        except MissingToolError:
            raise  # no page could be read: the run ends at once
        except DigitizeError as error:
            told = error if error.where else _placed(error, leaf.name)
            yield leaf, _blank(leaf, told), Failure(source.id, leaf.name, told)
        except Exception as error:  # noqa: BLE001 - the worker's edge: a bug costs one page
            text = f"internal error: {type(error).__name__}: {error}"
            wrapped = EngineError(text, where=leaf.name, hint="please report it with the page")
            wrapped.__cause__ = error
            yield leaf, _blank(leaf, wrapped), Failure(source.id, leaf.name, wrapped, bug=True)


def _placed(error: DigitizeError, where: str) -> DigitizeError:
    return type(error)(error.message, where=where, hint=error.hint)


def _blank(leaf: Leaf, error: DigitizeError) -> Page:
    step = Step(id=f"{leaf.page_id}.step01", name="load", version=__version__, note="failed")
    scan = Scan(path=leaf.path.name, index=leaf.index)
    return Page(id=leaf.page_id, number=leaf.number, scan=scan, steps=(step,), error=str(error))
