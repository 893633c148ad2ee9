"""What is done inside a worker: count the pages of an issue, read a page, bind an issue."""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import cv2
import msgspec
import numpy as np

from digitize.batch import records
from digitize.batch.closing import close, closed
from digitize.batch.job import Bind, Count, Job, Outcome, Read, Trouble, place, trouble, where
from digitize.errors import DigitizeError, EngineError
from digitize.load.leaves import leaves, open_leaf
from digitize.load.source import Source
from digitize.model.geometry import Frame
from digitize.output import publish, write
from digitize.pipeline import Pipeline
from digitize.recipe import Recipe
from digitize.stage import Sheet

Told = Callable[[str], None]
"""Called with the name of each stage as a page enters it."""

HALVED = 4_000_000
"""Pixels under which a second try keeps the resolution: letters of a smaller page would be lost."""


def do(recipe: bytes, job: Job, told: Told) -> Outcome:
    """Do a job by a recipe; what goes wrong becomes the outcome's trouble, never an exception."""
    begun, place, stage = time.monotonic(), where(job), ""

    def enter(name: str) -> None:
        nonlocal stage
        stage = name
        told(name)

    try:
        outcome = _do(recipe, job, enter)
    except DigitizeError as error:
        outcome = Outcome(trouble=trouble(error, where=place, stage=stage))
    except MemoryError:
        outcome = Outcome(trouble=Trouble(kind="LimitError", message="memory", fatal=True))
    except Exception as error:  # noqa: BLE001 - the worker's edge: a bug costs one page
        outcome = Outcome(trouble=_bug(error, place, stage))
    return msgspec.structs.replace(outcome, seconds=time.monotonic() - begun, mebibytes=peak())


def peak() -> float:
    """Return the peak resident memory of this process, in MiB."""
    kibibytes = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / kibibytes


def _bug(error: Exception, where: str, stage: str) -> Trouble:
    text = f"internal error: {type(error).__name__}: {error}"
    wrapped = EngineError(text, where=where, hint="please report it with the page")
    return msgspec.structs.replace(trouble(wrapped, stage=stage), bug=True)


@cache
def _recipe(raw: bytes) -> Recipe:
    return msgspec.json.decode(raw, type=Recipe)


@cache
def _pipeline(raw: bytes) -> Pipeline:
    return _recipe(raw).pipeline()


def _do(raw: bytes, job: Job, told: Told) -> Outcome:
    match job:
        case Count():
            told("count")
            return _count(job)
        case Read():
            return _read(raw, job, told)
        case Bind():
            return _bind(raw, job, told)


def _count(job: Count) -> Outcome:
    files = tuple(Path(os.fsdecode(file)) for file in job.files)
    source = Source(job.issue, Path(os.fsdecode(job.root)), files)
    return Outcome(places=tuple(map(place, leaves(source))))


def _read(recipe: bytes, job: Read, told: Told) -> Outcome:
    pipeline = _pipeline(recipe)
    told("load")
    sheet = open_leaf(job.place.leaf)
    page = pipeline.page(_halved(sheet) if job.less else sheet, told)
    raw = records.encode(page, records.settings(_recipe(recipe)), job.place.index, less=job.less)
    if not job.record:
        return Outcome(record=raw, sha256=page.scan.sha256, warnings=len(page.warnings))
    write(Path(os.fsdecode(job.record)), raw)
    return Outcome(sha256=page.scan.sha256, warnings=len(page.warnings))


def _halved(sheet: Sheet) -> Sheet:
    """Return the sheet at half its resolution, which a quarter of the memory will do for."""
    if sheet.pixels is None or sheet.pixels.shape[0] * sheet.pixels.shape[1] < HALVED:
        return sheet
    height, width = sheet.pixels.shape[:2]
    half = cv2.resize(sheet.pixels, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
    page = replace(sheet.page, warnings=(*sheet.page.warnings, "read at half resolution"))
    frame = sheet.frame.after(Frame(a=width / (width // 2), d=height / (height // 2)))
    return replace(sheet, page=page, pixels=half.astype(np.uint8), frame=frame)


def _bind(recipe: bytes, job: Bind, told: Told) -> Outcome:
    folder, draft = Path(os.fsdecode(job.folder)), job.draft
    pipeline, writers = _pipeline(recipe), _recipe(recipe).writers(draft.formats)
    told("bind")
    if closed(folder, draft):
        return Outcome()
    pages = []
    for raw in job.records:
        path = Path(os.fsdecode(raw))
        pages.append(records.decode(path.read_bytes(), str(path))[1])
    document = pipeline.bind(draft.issue, pages)
    told("write")
    files = publish(document, writers, folder, Path(os.fsdecode(job.scans)))
    close(folder, msgspec.structs.replace(draft, files=files))
    return Outcome()
