"""PREMIS 3.0: the files, what was done to make them, and by which programs.

A step that was done alike on many pages is one event. No time is known but the one that is given.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from digitize import __version__
from digitize.formats.membership import program
from digitize.formats.xml import Attributes, Markup, block, file, filled, leaf
from digitize.model.document import Document
from digitize.model.edit import Reword
from digitize.model.step import Step

SPACE = "http://www.loc.gov/premis/v3"
_TYPES = "http://id.loc.gov/vocabulary/preservation/eventType"
_INGESTION, _CREATION, _MODIFICATION, _DIGEST = (
    ("ing", "ingestion"),
    ("cre", "creation"),
    ("mod", "modification"),
    ("mes", "message digest calculation"),
)
_KINDS = {"load": _INGESTION, "read": _CREATION, "ocr": _CREATION}
UNKNOWN_TIME = "XXXX"
"""EDTF for a time of which nothing is known."""


class Made(NamedTuple):
    """A file of the package."""

    id: str
    path: str
    size: int
    sha256: str
    format: str  # "ALTO"
    version: str = ""
    page: str = ""  # the page it holds


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that was done, on one page or many."""

    id: str
    kind: tuple[str, str]
    detail: str
    note: str
    agent: str
    pages: tuple[str, ...]


def events(document: Document) -> tuple[Event, ...]:
    """Return what was done: each step with its settings once, whatever the number of pages."""
    held: dict[str, tuple[Step, list[str]]] = {}
    for page in document.pages:
        for step in page.steps:
            held.setdefault(_key(step), (step, []))[1].append(page.id)
    for step in document.steps:
        held.setdefault(_key(step), (step, []))[1].extend(page.id for page in document.pages)
    found = [
        Event(
            id=f"event{number:02d}.{step.name}",
            kind=_KINDS.get(step.name, _MODIFICATION),
            detail=_detail(step),
            note=_counts(document) if step.name == "clean" else "",
            agent=step.tool or f"digitize {step.version}",
            pages=tuple(pages),
        )
        for number, (step, pages) in enumerate(held.values(), start=1)
    ]
    every = tuple(page.id for page in document.pages)
    detail = "SHA-256 of every file of the package"
    last = f"event{len(found) + 1:02d}.digest"
    return (*found, Event(last, _DIGEST, detail, "", f"digitize {__version__}", every))


def agents(found: Iterable[Event]) -> tuple[str, ...]:
    """Return the programs that did it, each once."""
    return tuple(dict.fromkeys(event.agent for event in found))


def event(item: Event, files: Iterable[Made], made: str, attributes: Attributes) -> Markup:
    """Return one event with its outcome, its program and the files it concerns."""
    code, kind = item.kind
    about: Attributes = {
        "authority": "eventType",
        "authorityURI": _TYPES,
        "valueURI": f"{_TYPES}/{code}",
    }
    note = leaf("premis:eventOutcomeDetailNote", item.note)
    return block(
        "premis:event",
        attributes,
        _identifier("event", item.id),
        leaf("premis:eventType", kind, about),
        leaf("premis:eventDateTime", made or UNKNOWN_TIME),
        block("premis:eventDetailInformation", {}, leaf("premis:eventDetail", item.detail)),
        block(
            "premis:eventOutcomeInformation",
            {},
            leaf("premis:eventOutcome", "success"),
            filled("premis:eventOutcomeDetail", {}, note),
        ),
        _identifier("linkingAgent", item.agent),
        *(
            _identifier("linkingObject", file.id)
            for file in files
            if not file.page or file.page in item.pages
        ),
    )


def agent(tool: str, attributes: Attributes) -> Markup:
    """Return one program with its version."""
    name, version = program(tool)
    return block(
        "premis:agent",
        attributes,
        _identifier("agent", tool),
        leaf("premis:agentName", name),
        leaf("premis:agentType", "software"),
        leaf("premis:agentVersion", version),
    )


def whole(document: Document, files: Iterable[Made], made: str) -> bytes:
    """Return premis.xml: objects, events and agents together."""
    held = list(files)
    found = events(document)
    root: Attributes = {
        "xmlns:premis": SPACE,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "version": "3.0",
    }
    return file(
        block(
            "premis:premis",
            root,
            _entity(document),
            *map(_object, held),
            *(event(item, held, made, {}) for item in found),
            *(agent(tool, {}) for tool in agents(found)),
        )
    )


def _entity(document: Document) -> Markup:
    """Return the issue itself, as a thing that was published."""
    return block(
        "premis:object",
        {"xsi:type": "premis:intellectualEntity"},
        _identifier("object", document.id),
        leaf("premis:originalName", document.issue.title),
    )


def _object(item: Made) -> Markup:
    designation = block(
        "premis:formatDesignation",
        {},
        leaf("premis:formatName", item.format),
        leaf("premis:formatVersion", item.version),
    )
    digest = (
        leaf("premis:messageDigestAlgorithm", "SHA-256"),
        leaf("premis:messageDigest", item.sha256),
    )
    return block(
        "premis:object",
        {"xsi:type": "premis:file"},
        _identifier("object", item.id),
        block(
            "premis:objectCharacteristics",
            {},
            block("premis:fixity", {}, *digest),
            leaf("premis:size", item.size),
            block("premis:format", {}, designation),
        ),
        leaf("premis:originalName", item.path),
    )


def _identifier(kind: str, value: str) -> Markup:
    return block(
        f"premis:{kind}Identifier",
        {},
        leaf(f"premis:{kind}IdentifierType", "local"),
        leaf(f"premis:{kind}IdentifierValue", value),
    )


def _key(step: Step) -> str:
    return json.dumps([step.name, step.version, step.tool, step.options], sort_keys=True)


def _detail(step: Step) -> str:
    settings = json.dumps(step.options, ensure_ascii=False, sort_keys=True)
    return f"{step.name}; {settings}" if step.options else step.name


def _counts(document: Document) -> str:
    """Return how many words each rule changed, of how many."""
    words = sum(
        len(line.words)
        for page in document.pages
        for region in page.regions
        for line in region.lines
    )
    changed = Counter(edit.rule for edit in document.edits if isinstance(edit, Reword))
    said = ", ".join(f"{rule} {count}" for rule, count in sorted(changed.items()))
    return f"words changed by rule, of {words}: {said or 'none'}; no person has checked them"
