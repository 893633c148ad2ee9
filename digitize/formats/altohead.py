"""What stands in an ALTO file before its page: source, processing steps, tags, reading order."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise

from digitize import __version__
from digitize.formats.membership import Membership, program, steps
from digitize.formats.xml import Attributes, Markup, block, element, ident, leaf
from digitize.model.page import Page, Region, Role
from digitize.model.step import Step

OPENS = "line.opens"
"""Id of the tag on lines that open a paragraph: ALTO has no element for it."""

VERTICAL = "line.vertical"
"""Id of the tag on lines read from top to bottom, for versions without BASEDIRECTION."""

READ = "read"
"""The stage that makes text; those before it prepare the image, those after work on the text."""

_SPACES = {"4.4": "v4", "3.1": "v3", "2.1": "v2"}
_PLACES = {"4.4": "v4/alto-4-4.xsd", "3.1": "v3/alto-3-1.xsd", "2.1": "v2/alto-2-1.xsd"}


def root(version: str) -> Attributes:
    """Return the attributes of the root: its default namespace, without a prefix, and schema."""
    space = f"http://www.loc.gov/standards/alto/ns-{_SPACES[version]}#"
    return {
        "xmlns": space,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": f"{space} http://www.loc.gov/standards/alto/{_PLACES[version]}",
        "SCHEMAVERSION": None if version == "2.1" else version,
    }


def description(version: str, whole: Membership, page: Page) -> Markup:
    """Return the Description: pixels, the scan with its digest, the steps."""
    done = steps(whole.document, page)
    source = block(
        "sourceImageInformation",
        {},
        leaf("fileName", page.scan.path),
        leaf("fileIdentifier", page.scan.sha256, {"fileIdentifierLocation": "sha256"}),
        leaf("documentIdentifier", whole.document.id) if version != "2.1" else Markup(""),
    )
    if version == "4.4":
        at = next((index for index, step in enumerate(done) if step.name == READ), len(done))
        processing = [_processing(step, before=index < at) for index, step in enumerate(done)]
        processing += [_rule(rule) for rule in whole.rules(page)]
    else:
        processing = [_ocr_processing(done)]
    unit = leaf("MeasurementUnit", "pixel")
    return block("Description", {}, unit, source, *processing)


def tags(whole: Membership, page: Page, *, new: bool) -> Markup:
    """Return the Tags: the roles met, the articles, how lines open and run."""
    roles = sorted({region.role for region in page.regions})
    made = [
        element("LayoutTag", {"ID": _role(role), "TYPE": "role", "LABEL": role.value})
        for role in roles
    ]
    made.append(element("LayoutTag", {"ID": OPENS, "TYPE": "line", "LABEL": "opens a paragraph"}))
    if not new:
        vertical = {"ID": VERTICAL, "TYPE": "line", "LABEL": "read from top to bottom"}
        made.append(element("LayoutTag", vertical))
    made += [
        element(
            "StructureTag",
            {"ID": ident(article.id), "TYPE": article.kind, "LABEL": article.id},
        )
        for article, _ in whole.articles(page)
    ]
    return block("Tags", {}, *made)


def tag_refs(whole: Membership, region: Region) -> str:
    """Return the tags of a region: its role, and its article."""
    part = whole.part_of.get(region.id)
    return f"{_role(region.role)} {ident(part.article.id)}" if part else _role(region.role)


def reading_order(whole: Membership, page: Page) -> Markup:
    """Return the ReadingOrder: the page as it is read, then each article's parts on it.

    The index of a part in its article is in the id of its reference.
    """
    if not page.regions:
        return Markup("")
    every = (
        element("ElementRef", {"ID": f"order.{ident(region.id)}", "REF": ident(region.id)})
        for region in page.regions
    )
    return block(
        "ReadingOrder",
        {},
        block("OrderedGroup", {"ID": f"order.{ident(page.id)}"}, *every),
        *_articles(whole, page),
    )


def following(whole: Membership, page: Page) -> dict[str, str]:
    """Return, for the parts of articles on a page, the part that is read next on it."""
    after: dict[str, str] = {}
    for _, parts in whole.articles(page):
        for first, second in pairwise(parts):
            after[first.id] = second.id
    return after


def _articles(whole: Membership, page: Page) -> Iterator[Markup]:
    for article, parts in whole.articles(page):
        name = ident(article.id)
        refs = (
            element(
                "ElementRef",
                {
                    "ID": f"order.{name}.{whole.part_of[region.id].index + 1}",
                    "REF": ident(region.id),
                },
            )
            for region in parts
        )
        yield block("OrderedGroup", {"ID": f"order.{name}", "TAGREFS": name}, *refs)


def _role(role: Role) -> str:
    return f"role.{role.value}"


def _processing(step: Step, *, before: bool) -> Markup:
    """Return one step; `before` says whether it made the image ready to be read."""
    known = {READ: "contentGeneration", "clean": "contentModification"}
    category = known.get(step.name, "preOperation" if before else "postOperation")
    return block(
        "Processing",
        {"ID": ident(step.id)},
        leaf("processingCategory", category),
        *_step(step),
    )


def _rule(rule: str) -> Markup:
    said = "changed the reading of words; not checked by a person"
    return block(
        "Processing",
        {"ID": f"rule.{ident(rule)}"},
        leaf("processingCategory", "contentModification"),
        leaf("processingStepDescription", rule),
        leaf("processingStepDescription", said),
        _software("digitize", __version__),
    )


def _ocr_processing(done: Iterable[Step]) -> Markup:
    """Return the OCRProcessing of ALTO before 4: all steps, around the one that read."""
    held = list(done)
    at = next((index for index, step in enumerate(held) if step.name == READ), None)
    read = Markup("") if at is None else _joined(held[at])
    before, after = (held, []) if at is None else (held[:at], held[at + 1 :])
    return block(
        "OCRProcessing",
        {"ID": "processing"},
        *(block("preProcessingStep", {}, *_step(step)) for step in before),
        block("ocrProcessingStep", {}, read),
        *(block("postProcessingStep", {}, *_step(step)) for step in after),
    )


def _joined(step: Step) -> Markup:
    return Markup("\n".join(filter(None, _step(step))))


def _step(step: Step) -> Iterator[Markup]:
    yield leaf("processingStepDescription", step.name)
    yield leaf("processingStepDescription", step.note)
    if step.options:
        settings = json.dumps(step.options, ensure_ascii=False, sort_keys=True)
        yield leaf("processingStepSettings", settings)
    if step.tool:
        yield _software(*program(step.tool), f"digitize {step.version}")
    else:
        yield _software("digitize", step.version)


def _software(name: str, version: str, through: str = "") -> Markup:
    return block(
        "processingSoftware",
        {},
        leaf("softwareName", name),
        leaf("softwareVersion", version),
        leaf("applicationDescription", through),
    )
