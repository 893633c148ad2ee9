"""The maps of a METS: pages with their files, and the issue with its articles, block by block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from urllib.parse import quote

from digitize.formats.jsonl import label
from digitize.formats.metsfiles import Package
from digitize.formats.record import Record, records
from digitize.formats.xml import Attributes, Markup, block, element, ident
from digitize.model.document import Kind
from digitize.model.page import FURNITURE, Page, Region, Role

ISSUE = "MODSMD_ISSUE1"

_TYPES: dict[Kind, str] = {
    "advertisement": "ADVERTISEMENT", "notice": "ADVERTISEMENT", "caption": "ILLUSTRATION",
    "table": "TABLE",
}  # fmt: skip
_HEADS = {
    Role.HEADLINE: "TITLE", Role.DECK: "SUBTITLE", Role.KICKER: "OVERLINE", Role.BYLINE: "AUTHOR",
    Role.DATELINE: "DATELINE",
}  # fmt: skip
_BODIES = {
    Role.SUBHEADING: ("HEADING", "TITLE"), Role.HEADLINE: ("HEADING", "TITLE"),
    Role.DECK: ("HEADING", "SUBTITLE"), Role.KICKER: ("HEADING", "OVERLINE"),
    Role.BYLINE: ("AUTHOR", "TEXT"), Role.CAPTION: ("ILLUSTRATION", "CAPTION"),
    Role.CREDIT: ("ILLUSTRATION", "CAPTION"), Role.PICTURE: ("ILLUSTRATION", "IMAGE"),
    Role.TABLE: ("TABLE", "TEXT"),
}  # fmt: skip
_TITLE_SECTION = {Role.NAMEPLATE: "HEADLINE", Role.MASTHEAD: "PUBLISHING_STMT"}


def href(path: str) -> str:
    """Return a path inside the package as a reference."""
    return quote(path)


def description(article: str) -> str:
    """Return the id of the section that describes an article."""
    return f"MODSMD.{ident(article)}"


def enmap(package: Package) -> Iterator[Markup]:
    """Yield the maps in the shape of the European newspapers, and the links between them."""
    pages = (_page(package, page, "PAGE") for page in package.document.pages)
    newspaper: Attributes = {"ID": "DIVP", "TYPE": "Newspaper", "DMDID": ISSUE}
    yield block(
        "mets:structMap",
        {"TYPE": "PHYSICAL", "LABEL": "Physical Structure"},
        block("mets:div", newspaper, *pages),
    )
    names = _Names(package)
    found = records(package.document)
    title = package.document.issue.title or package.document.id
    content = block(
        "mets:div",
        {"ID": "DIVL.content", "TYPE": "CONTENT"},
        *(_article(names, item) for item in found),
    )
    issue = _div("DIVL.issue", "ISSUE", *_furniture(names), content, dmd=ISSUE)
    paper: Attributes = {"ID": "DIVL", "TYPE": "Newspaper", "LABEL": title}
    yield block(
        "mets:structMap",
        {"TYPE": "LOGICAL", "LABEL": "Logical Structure"},
        block("mets:div", paper, _div("DIVL.volume", "VOLUME", issue)),
    )
    yield _links(package, found, "DIVL", "DIVP")


def dfg(package: Package) -> Iterator[Markup]:
    """Yield the maps in the shape of the DFG viewer: newspaper, year, month, day, issue."""
    document = package.document
    names = _Names(package)
    found = records(document)
    inner = (
        _leaf(names, names.div(f"art.{item.article.id}"), "article", item.regions, item.article.id)
        for item in found
    )
    whole = _div("LOG.issue", "issue", *inner, dmd=ISSUE)
    date = document.issue.date or ""
    if len(date) == len("YYYY-MM-DD"):
        for name, value in (("day", date), ("month", date[:7]), ("year", date[:4])):
            attributes: Attributes = {"ID": f"LOG.{name}", "TYPE": name, "ORDERLABEL": value}
            whole = block("mets:div", attributes, whole)
    title = document.issue.title or document.id
    paper: Attributes = {"ID": "LOG", "TYPE": "newspaper", "LABEL": title}
    yield block("mets:structMap", {"TYPE": "LOGICAL"}, block("mets:div", paper, whole))
    pages = (_page(package, page, "page") for page in document.pages)
    yield block(
        "mets:structMap",
        {"TYPE": "PHYSICAL"},
        block("mets:div", {"ID": "DIVP", "TYPE": "physSequence", "DMDID": ISSUE}, *pages),
    )
    yield _links(package, found, "LOG.issue", "DIVP")


class _Names:
    """Ids of divisions, and where each region stands."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.pages = {region.id: page for page in package.document.pages for region in page.regions}
        self.count = 0

    def div(self, wanted: str = "") -> str:
        """Return a new id."""
        self.count += 1
        return ident(wanted) if wanted else f"DIVL{self.count}"

    def area(self, region: Region) -> Markup:
        """Return a reference to the block of a region in its ALTO file."""
        made = self.package.texts[self.pages[region.id].id]
        attributes: Attributes = {"FILEID": made.id, "BETYPE": "IDREF", "BEGIN": ident(region.id)}
        return element("mets:area", attributes)


def _div(name: str, kind: str, *inside: Markup, dmd: str | None = None) -> Markup:
    return block("mets:div", {"ID": name, "TYPE": kind, "DMDID": dmd}, *inside)


def _page(package: Package, page: Page, kind: str) -> Markup:
    text = package.texts[page.id]
    areas = [element("mets:area", {"FILEID": text.id, "BETYPE": "IDREF", "BEGIN": ident(page.id)})]
    image = package.image(page)
    if image:
        areas.insert(0, element("mets:area", {"FILEID": image.id}))
    inner = block("mets:par", {}, *areas) if len(areas) > 1 else areas[0]
    pointers = block("mets:fptr", {}, inner)
    if kind == "page":  # the DFG viewer wants one pointer a file
        files = [image.id, text.id] if image else [text.id]
        pointers = Markup("\n".join(element("mets:fptr", {"FILEID": name}) for name in files))
    attributes: Attributes = {
        "ID": f"DIVP.{ident(page.id)}",
        "TYPE": kind,
        "ORDER": page.number,
        "ORDERLABEL": label(page),
    }
    return block("mets:div", attributes, pointers)


def _leaf(
    names: _Names, name: str, kind: str, regions: Iterable[Region], article: str = ""
) -> Markup:
    """Return a division that points to blocks, one after the other."""
    areas = [names.area(region) for region in regions]
    inner = areas[0] if len(areas) == 1 else block("mets:seq", {}, *areas)
    dmd = description(article) if article else None
    return _div(name, kind, block("mets:fptr", {}, inner), dmd=dmd)


def _furniture(names: _Names) -> Iterator[Markup]:
    """Yield the head of the front page, and what else stands on the pages for itself."""
    pages = names.package.document.pages
    front = [region for region in pages[0].regions if region.role in FURNITURE] if pages else []
    if front:
        yield _div(
            "DIVL.title",
            "TITLE_SECTION",
            *(
                _leaf(names, names.div(), _TITLE_SECTION.get(region.role, "TEXTBLOCK"), [region])
                for region in front
            ),
        )
    owned = {part for article in names.package.document.articles for part in article.parts}
    rest = [
        region
        for page in pages
        for region in page.regions
        if region.id not in owned and region not in front and region.lines
    ]
    if rest:
        blocks = (_leaf(names, names.div(), "TEXTBLOCK", [region]) for region in rest)
        yield _div("DIVL.furniture", "PAGE_FURNITURE", *blocks)


def _article(names: _Names, record: Record) -> Markup:
    """Return an article: its heading, and its body paragraph by paragraph."""
    parts = list(record.regions)
    heads = 0
    while heads < len(parts) and parts[heads].role in _HEADS:
        heads += 1
    inside: list[Markup] = []
    if heads:
        titles = (_leaf(names, names.div(), _HEADS[part.role], [part]) for part in parts[:heads])
        inside.append(_div(names.div(), "HEADING", *titles))
    if parts[heads:]:
        content = _div(names.div(), "BODY_CONTENT", *_body(names, parts[heads:]))
        inside.append(_div(names.div(), "BODY", content))
    attributes: Attributes = {
        "ID": f"DIVL.{ident(record.article.id)}",
        "TYPE": _TYPES.get(record.article.kind, "ARTICLE"),
        "DMDID": description(record.article.id),
        "LABEL": record.headline,
    }
    return block("mets:div", attributes, *inside)


def _body(names: _Names, parts: Sequence[Region]) -> Iterator[Markup]:
    """Yield paragraphs and what stands between them, in order."""
    for number, held in enumerate(_runs(parts), start=1):
        kind, inner = _BODIES.get(held[0].role, ("PARAGRAPH", "TEXT"))
        attributes: Attributes = {"ID": names.div(), "TYPE": kind, "ORDER": number}
        yield block("mets:div", attributes, _leaf(names, names.div(), inner, held))


def _runs(parts: Sequence[Region]) -> Iterator[list[Region]]:
    """Yield runs of regions that one paragraph runs through; any other region by itself."""
    starts = []
    run = 0
    before: Region | None = None
    for part in parts:
        text = part.role is Role.BODY and part.lines
        goes_on = before is not None and before.role is Role.BODY and text
        if not (goes_on and not part.lines[0].opens):
            run += 1
        starts.append((run, part))
        before = part
    for _, held in groupby(starts, key=lambda item: item[0]):
        yield [part for _, part in held]


def _links(package: Package, found: Iterable[Record], top: str, pages: str) -> Markup:
    """Return the links of each article to its pages, and of the issue to all."""
    names = _Names(package)
    links = [_link(top, pages)]
    for record in found:
        name = (
            f"DIVL.{ident(record.article.id)}"
            if top == "DIVL"
            else ident(f"art.{record.article.id}")
        )
        held = dict.fromkeys(names.pages[part.id].id for part in record.regions)
        links += [_link(name, f"DIVP.{ident(page)}") for page in held]
    return block("mets:structLink", {}, *links)


def _link(first: str, second: str) -> Markup:
    return element("mets:smLink", {"xlink:from": f"#{first}", "xlink:to": f"#{second}"})
