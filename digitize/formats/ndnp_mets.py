"""The METS of an NDNP issue and the list of a batch, as the loaders of chronam read them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from digitize import __version__
from digitize.formats.addresses import media_type
from digitize.formats.xml import Attributes, Markup, block, element, file, leaf
from digitize.model.document import Document

_ROOT: Attributes = {
    "xmlns": "http://www.loc.gov/METS/",
    "xmlns:mix": "http://www.loc.gov/mix/",
    "xmlns:mods": "http://www.loc.gov/mods/v3",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    "TYPE": "urn:library-of-congress:ndnp:mets:newspaper:issue",
    "PROFILE": "urn:library-of-congress:mets:profiles:ndnp:issue:v1.5",
}
_USES = {".tif": "master", ".jp2": "service", ".pdf": "derivative", ".xml": "ocr"}
_CODINGS = {".tif": 1, ".jp2": 34712}  # MIX: uncompressed, JPEG 2000


@dataclass(frozen=True, slots=True)
class Paper:
    """What is known of the newspaper and the batch besides what is printed."""

    name: str
    lccn: str
    reel: str
    awardee: str
    edition: int


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page: its image's measures and its files by name."""

    number: int
    width: int
    height: int
    dpi: float
    files: dict[str, bytes]


def batch(paper: Paper, document: Document, path: str) -> bytes:
    """Return batch.xml: one issue and where its METS lies."""
    named: Attributes = {
        "xmlns:ndnp": "http://www.loc.gov/ndnp", "name": paper.name, "awardee": paper.awardee,
    }  # fmt: skip
    about: Attributes = {
        "lccn": paper.lccn, "issueDate": document.issue.date, "editionOrder": paper.edition,
    }  # fmt: skip
    return file(block("ndnp:batch", named, leaf("ndnp:issue", path, about)))


def issue(paper: Paper, document: Document, leaves: Sequence[Leaf]) -> bytes:
    """Return the METS of an issue."""
    title = ", ".join(part for part in (document.issue.title, document.issue.date) if part)
    agent: Attributes = {"ROLE": "CREATOR", "TYPE": "OTHER", "OTHERTYPE": "SOFTWARE"}
    pages = [
        block(
            "div",
            {"TYPE": "np:page", "DMDID": f"pageModsBib{page.number}"},
            *(
                element("fptr", {"FILEID": f"{_USES[name[4:]]}File{page.number}"})
                for name in page.files
            ),
        )
        for page in leaves
    ]
    return file(
        block(
            "mets",
            {**_ROOT, "LABEL": title},
            block("metsHdr", {}, block("agent", agent, leaf("name", f"digitize {__version__}"))),
            _described("issueModsBib", *_issue_mods(paper, document)),
            *(_described(f"pageModsBib{page.number}", *_page_mods(paper, page)) for page in leaves),
            block("amdSec", {}, *(_measured(page, name) for page in leaves for name in page.files)),
            block("fileSec", {}, *map(_group, leaves)),
            block(
                "structMap",
                {"xmlns:np": "urn:library-of-congress:ndnp:mets:newspaper"},
                block("div", {"TYPE": "np:issue", "DMDID": "issueModsBib"}, *pages),
            ),
        )
    )


def _described(name: str, *inside: Markup) -> Markup:
    data = block("xmlData", {}, block("mods:mods", {}, *inside))
    return block("dmdSec", {"ID": name}, block("mdWrap", {"MDTYPE": "MODS"}, data))


def _issue_mods(paper: Paper, document: Document) -> tuple[Markup, ...]:
    facts = document.issue
    details = (("volume", facts.volume), ("issue", facts.number), ("edition", str(paper.edition)))
    return (
        block(
            "mods:relatedItem",
            {"type": "host"},
            leaf("mods:identifier", paper.lccn, {"type": "lccn"}),
            block(
                "mods:part",
                {},
                *(
                    block("mods:detail", {"type": kind}, leaf("mods:number", value))
                    for kind, value in details
                    if value
                ),
            ),
        ),
        block(
            "mods:originInfo",
            {},
            leaf("mods:dateIssued", facts.date, {"encoding": "iso8601"}),
        ),
        leaf("mods:note", "Present", {"type": "noteAboutReproduction"}),
    )


def _page_mods(paper: Paper, page: Leaf) -> tuple[Markup, ...]:
    return (
        block(
            "mods:part",
            {},
            block("mods:extent", {"unit": "pages"}, leaf("mods:start", page.number)),
        ),
        block(
            "mods:relatedItem",
            {"type": "original"},
            leaf("mods:identifier", paper.reel, {"type": "reel number"}),
            leaf("mods:identifier", page.number, {"type": "reel sequence number"}),
        ),
        leaf("mods:note", paper.awardee, {"type": "agencyResponsibleForReproduction"}),
        leaf("mods:note", "Present", {"type": "noteAboutReproduction"}),
    )


def _measured(page: Leaf, name: str) -> Markup:
    """Return the MIX of an image file; nothing for the others."""
    ending = name[4:]
    if ending not in _CODINGS:
        return Markup("")
    scheme = leaf("mix:CompressionScheme", _CODINGS[ending])
    basic = block("mix:Format", {}, block("mix:Compression", {}, scheme))
    measures = block(
        "mix:SpatialMetrics",
        {},
        leaf("mix:SamplingFrequencyUnit", 2),
        leaf("mix:XSamplingFrequency", round(page.dpi)),
        leaf("mix:YSamplingFrequency", round(page.dpi)),
        leaf("mix:ImageWidth", page.width),
        leaf("mix:ImageLength", page.height),
    )
    data = block(
        "mix:mix",
        {},
        block("mix:BasicImageParameters", {}, basic),
        block("mix:ImagingPerformanceAssessment", {}, measures),
    )
    wrapped = block("mdWrap", {"MDTYPE": "NISOIMG"}, block("xmlData", {}, data))
    return block("techMD", {"ID": f"mix{_USES[ending]}File{page.number}"}, wrapped)


def _group(page: Leaf) -> Markup:
    return block(
        "fileGrp",
        {"ID": f"pageFileGrp{page.number}"},
        *(_file(page, name, data) for name, data in page.files.items()),
    )


def _file(page: Leaf, name: str, data: bytes) -> Markup:
    use = _USES[name[4:]]
    about: Attributes = {
        "ID": f"{use}File{page.number}",
        "USE": use,
        "ADMID": f"mix{use}File{page.number}" if name[4:] in _CODINGS else None,
        "MIMETYPE": media_type(name).replace("application/xml", "text/xml"),
        "SIZE": len(data),
        "CHECKSUM": hashlib.sha256(data).hexdigest(),
        "CHECKSUMTYPE": "SHA-256",
    }
    spot: Attributes = {"LOCTYPE": "OTHER", "OTHERLOCTYPE": "file", "xlink:href": f"./{name}"}
    return block("file", about, element("FLocat", spot))
