"""METS 1.12.1: the issue as a package, in the newspaper shape of ENMAP, or of the DFG viewer.

ALTO, the scans where their folder is known, PREMIS and the METS itself, which names each with
its size and SHA-256, and leads from every article to its blocks.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from mimetypes import guess_type
from pathlib import Path
from typing import ClassVar, Literal

from digitize import __version__
from digitize.errors import InputMissingError
from digitize.formats import metsmaps, mods, premis
from digitize.formats.alto import Alto, Version
from digitize.formats.format import OF_PAGES, File, Kept
from digitize.formats.membership import Membership
from digitize.formats.metsfiles import Package
from digitize.formats.premis import Made
from digitize.formats.record import records
from digitize.formats.scans import FOLDER, original
from digitize.formats.xml import Attributes, Markup, block, element, file, filled, ident, leaf
from digitize.model.document import Document
from digitize.model.page import Page

Profile = Literal["enmap", "dfg"]

_MIX = "http://www.loc.gov/mix/v20"
_DV = "http://dfg-viewer.de/"


@dataclass(frozen=True, slots=True)
class Mets:
    """METS 1.12.1 with MODS 3.8, PREMIS 3.0, ALTO and the scans: the issue as a package."""

    profile: Profile = "enmap"
    alto: Version = "4.4"
    made: str = ""  # when, as ISO 8601; "" leaves times out
    owner: str = ""  # who holds the paper: wanted by the DFG viewer

    name: ClassVar[str] = "mets"
    keeps: ClassVar[frozenset[Kept]] = OF_PAGES | {"articles", "furniture", "steps", "issue"}

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield alto/…, scans/… where they can be found, premis.xml and mets.xml."""
        whole = Membership(document)
        package = Package(document)
        alto = Alto(self.alto)
        for page in document.pages:
            made = File(f"alto/{page.id}.xml", alto.page(whole, page))
            package.texts[page.id] = _made(f"ALTO.{ident(page.id)}", made, "ALTO", self.alto, page)
            yield made
            if page.scan.path in package.images:
                continue
            try:
                scan = File(f"{FOLDER}/{page.scan.path}", original(page.scan, scans))
            except InputMissingError:
                continue  # without its folder, or read by somebody else: the text stands alone
            number = len(package.images) + 1
            kind = guess_type(page.scan.path)[0] or "application/octet-stream"
            package.images[page.scan.path] = _made(f"IMG{number:04d}", scan, kind)
            yield scan
        history = File("premis.xml", premis.whole(document, package.files(), self.made))
        yield history
        yield File("mets.xml", file(self._mets(package, _made("PREMIS", history, "PREMIS", "3.0"))))

    def _mets(self, package: Package, history: Made) -> Markup:
        document = package.document
        title = " ".join(filter(None, (document.issue.title, document.issue.date)))
        root: Attributes = {
            **_SPACES,
            "OBJID": document.id,
            "TYPE": "Newspaper",
            "LABEL": title or document.id,
            "PROFILE": "ENMAP" if self.profile == "enmap" else None,
        }
        maps = metsmaps.enmap if self.profile == "enmap" else metsmaps.dfg
        return block(
            "mets:mets",
            root,
            self._header(),
            *_descriptions(document),
            self._administration(package, history),
            _file_section(package, self.profile),
            *maps(package),
        )

    def _header(self) -> Markup:
        name = leaf("mets:name", f"digitize {__version__}")
        maker: Attributes = {"ROLE": "CREATOR", "TYPE": "OTHER", "OTHERTYPE": "SOFTWARE"}
        return block(
            "mets:metsHdr", {"CREATEDATE": self.made or None}, element("mets:agent", maker, name)
        )

    def _administration(self, package: Package, history: Made) -> Markup:
        """Return the amdSec: pixels of each page, rights, events and programs."""
        found = premis.events(package.document)
        objects: Attributes = {
            "LOCTYPE": "URL",
            "MDTYPE": "PREMIS",
            "xlink:href": history.path,
            "MIMETYPE": "text/xml",
            "SIZE": history.size,
            "CHECKSUM": history.sha256,
            "CHECKSUMTYPE": "SHA-256",
        }
        mix = [_mix(page) for page in package.document.pages if page.scan.unit == "pixel"]
        referred = element("mets:techMD", {"ID": "PREMIS.OBJECTS"}, element("mets:mdRef", objects))
        done = [
            _wrapped("digiprovMD", item.id, "PREMIS:EVENT", premis.event(item, (), self.made, {}))
            for item in found
        ]
        programs = [
            _wrapped("digiprovMD", f"agent{at}", "PREMIS:AGENT", premis.agent(program, {}))
            for at, program in enumerate(premis.agents(found), start=1)
        ]
        return block(
            "mets:amdSec", {"ID": "AMD"}, *mix, referred, *self._rights(), *done, *programs
        )

    def _rights(self) -> Iterator[Markup]:
        if self.profile == "dfg" and self.owner:
            held = leaf("dv:owner", self.owner)
            rights = block("dv:rights", {"xmlns:dv": _DV}, held)
            yield _wrapped("rightsMD", "RIGHTS", "OTHER", rights, "DVRIGHTS")


_SPACES = {
    "xmlns:mets": "http://www.loc.gov/METS/",
    "xmlns:mods": mods.SPACE,
    "xmlns:premis": premis.SPACE,
    "xmlns:mix": _MIX,
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://www.loc.gov/METS/ http://www.loc.gov/standards/mets/mets.xsd "
    "http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-8.xsd "
    "http://www.loc.gov/premis/v3 http://www.loc.gov/standards/premis/v3/premis.xsd "
    "http://www.loc.gov/mix/v20 http://www.loc.gov/standards/mix/mix20/mix20.xsd",
}


def _made(name: str, made: File, kind: str, version: str = "", page: Page | None = None) -> Made:
    digest = hashlib.sha256(made.data).hexdigest()
    return Made(name, made.path, len(made.data), digest, kind, version, page.id if page else "")


def _descriptions(document: Document) -> Iterator[Markup]:
    yield _described(metsmaps.ISSUE, mods.issue(document))
    pages = mods.pages_of(document)
    for record in records(document):
        yield _described(
            metsmaps.description(record.article.id), mods.article(document, record, pages)
        )


def _described(name: str, record: Markup) -> Markup:
    wrap = block("mets:mdWrap", _WRAP_MODS, block("mets:xmlData", {}, record))
    return block("mets:dmdSec", {"ID": name}, wrap)


_WRAP_MODS: Attributes = {"MDTYPE": "MODS", "MIMETYPE": "text/xml"}


def _wrapped(section: str, name: str, kind: str, data: Markup, other: str = "") -> Markup:
    attributes: Attributes = {"MDTYPE": kind, "OTHERMDTYPE": other or None}
    wrap = block("mets:mdWrap", attributes, block("mets:xmlData", {}, data))
    return block(f"mets:{section}", {"ID": ident(name)}, wrap)


def _mix(page: Page) -> Markup:
    size = block(
        "mix:BasicImageCharacteristics",
        {},
        leaf("mix:imageWidth", page.scan.width or None),
        leaf("mix:imageHeight", page.scan.height or None),
    )
    data = block("mix:mix", {}, block("mix:BasicImageInformation", {}, size))
    return _wrapped("techMD", f"MIX.{page.id}", "NISOIMG", data)


def _file_section(package: Package, profile: Profile) -> Markup:
    images, texts = ("Images", "Text") if profile == "enmap" else ("DEFAULT", "FULLTEXT")
    numbers = {page.id: number for number, page in enumerate(package.document.pages, start=1)}
    groups = []
    if package.images:
        made = [_file(item, at, item.format) for at, item in enumerate(package.images.values(), 1)]
        groups.append(block("mets:fileGrp", {"ID": "IMGGRP", "USE": images}, *made))
    if package.texts:
        made = [_file(item, numbers[page], "text/xml") for page, item in package.texts.items()]
        groups.append(block("mets:fileGrp", {"ID": "ALTOGRP", "USE": texts}, *made))
    return filled("mets:fileSec", {}, *groups)


def _file(item: Made, number: int, kind: str) -> Markup:
    attributes: Attributes = {
        "ID": item.id,
        "MIMETYPE": kind,
        "SEQ": number,
        "SIZE": item.size,
        "CHECKSUM": item.sha256,
        "CHECKSUMTYPE": "SHA-256",
        "GROUPID": str(number),
    }
    place = element("mets:FLocat", {"LOCTYPE": "URL", "xlink:href": metsmaps.href(item.path)})
    return element("mets:file", attributes, place)
