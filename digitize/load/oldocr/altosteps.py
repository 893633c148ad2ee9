"""What an ALTO file says was done to its page: Processing of version 4, OCRProcessing before."""

from __future__ import annotations

import json
from typing import Any

from digitize.load.oldocr.markup import Node, attributes, child, children, name, said, unident
from digitize.model.step import Step

_STEPS = ("preProcessingStep", "ocrProcessingStep", "postProcessingStep")
_RULE = "rule."  # our own notes on rules that changed words: no steps


def steps(root: Node, page_id: str) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Return the steps of the page, and those of the whole document."""
    described = child(root, "Description")
    found: list[Step] = []
    for node in children(described, "Processing", "OCRProcessing") if described is not None else ():
        for step in list(children(node, *_STEPS)) or [node]:
            own = unident(attributes(node).get("ID", "")) if step is node else ""
            found.append(_step(step, own or f"{page_id}.step{len(found) + 1:02d}"))
    kept = [step for step in found if not step.id.startswith(_RULE)]
    own_steps = tuple(step for step in kept if step.id.startswith(f"{page_id}."))
    return own_steps, tuple(step for step in kept if step not in own_steps)


def _step(node: Node, name_of_step: str) -> Step:
    notes = [said(found) for found in children(node, "processingStepDescription")]
    software = child(node, "processingSoftware")
    tool, version, through = (
        said(child(software, part)) if software is not None else ""
        for part in ("softwareName", "softwareVersion", "applicationDescription")
    )
    ours = tool == "digitize" or through.startswith("digitize ")
    with_version = version if tool == "digitize" else through.removeprefix("digitize ")
    return Step(
        id=name_of_step,
        name=notes[0] if notes else name(node),
        version=with_version if ours else "",
        options=_options(said(child(node, "processingStepSettings"))),
        tool="" if tool == "digitize" else f"{tool} {version}".strip(),
        note="; ".join(notes[1:]),
    )


def _options(settings: str) -> dict[str, Any]:
    if not settings:
        return {}
    try:
        found = json.loads(settings)
    except ValueError:
        return {"settings": settings}
    return found if isinstance(found, dict) else {"settings": settings}
