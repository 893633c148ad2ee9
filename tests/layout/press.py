"""A small press: pages of columns, headings, rules and pictures, for tests of printed pages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from digitize.layout.columns import Columns
from digitize.layout.order import Order
from digitize.layout.paragraphs import Paragraphs
from digitize.layout.regions import Regions
from digitize.layout.roles import Roles
from digitize.layout.stories import Stories
from digitize.model.geometry import Box, union
from digitize.model.page import Line, Page, Region, Role, Scan
from digitize.model.reading import read
from digitize.stage import Sheet
from tests.layout.draw import line

SIZE = 20  # pixels, of body type
PITCH = 26
WIDTH = 300  # of a column
WORDS = (
    "council voted last night that works along both quays must begin before winter sets in and "
    "shipping suffers further while merchants of every trade asked whether money would be found "
    "in time or lent by banks at rates nobody could pay without pain"
).split()


def prose(rows: int, *, first: str = "The", last: str = "it.") -> list[str]:
    """Return `rows` rows of text: a sentence that starts with `first` and ends with `last`."""
    found = []
    for row in range(rows):
        at = 5 * row
        words = [WORDS[(at + step) % len(WORDS)] for step in range(5)]
        found.append(" ".join(words))
    found[0] = f"{first} {found[0]}"
    found[-1] = f"{found[-1]} {last}"
    return found


@dataclass
class Press:
    """Collects what a page shows; `exact` sets it as a born-digital page."""

    exact: bool = False
    width: int = 1400
    height: int = 2000
    lines: list[Line] = field(default_factory=list)
    marks: list[Region] = field(default_factory=list)

    def put(
        self, text: str, box: Box, size: float = SIZE, *, bold: bool = False, upright: bool = False
    ) -> None:
        """Set one line."""
        made = line(len(self.lines) + 1, box, text, size, bold=bold and self.exact)
        self.lines.append(replace(made, vertical=upright))

    def body(self, rows: list[str], x: int, y: int, width: int = WIDTH) -> int:
        """Set rows of body type, the last one short; return where the next row would stand."""
        for at, text in enumerate(rows):
            short = width // 2 if at == len(rows) - 1 and text.endswith(".") else width
            self.put(text, Box(x, y + PITCH * at, x + short, y + PITCH * at + SIZE))
        return y + PITCH * len(rows)

    def head(
        self,
        rows: list[str],
        x: int,
        y: int,
        width: int = WIDTH,
        size: float = 22,
        *,
        fill: float = 0.8,
    ) -> int:
        """Set a centred heading in bold; return where the next row would stand."""
        pitch = round(1.2 * size)
        for at, text in enumerate(rows):
            wide = round(width * fill * len(text) / max(map(len, rows)))
            left = x + (width - wide) // 2
            top = y + pitch * at
            self.put(text, Box(left, top, left + wide, top + round(size)), size, bold=True)
        return y + pitch * len(rows)

    def rule(self, box: Box) -> None:
        """Print a rule."""
        name = f"p0001.rule{len(self.marks) + 1:03d}"
        self.marks.append(Region(id=name, box=box, role=Role.SEPARATOR))

    def dash(self, x: int, y: int, width: int = WIDTH) -> None:
        """Print a short rule in the middle of a column."""
        self.rule(Box(x + width // 3, y, x + 2 * width // 3, y + 2))

    def frame(self, box: Box) -> None:
        """Print a rule on each side."""
        self.rule(Box(box.x0, box.y0, box.x1, box.y0 + 2))
        self.rule(Box(box.x0, box.y1 - 2, box.x1, box.y1))
        self.rule(Box(box.x0, box.y0, box.x0 + 2, box.y1))
        self.rule(Box(box.x1 - 2, box.y0, box.x1, box.y1))

    def picture(self, box: Box) -> None:
        """Print a picture."""
        name = f"p0001.pic{len(self.marks) + 1:03d}"
        self.marks.append(Region(id=name, box=box, role=Role.PICTURE))

    def page(self) -> Page:
        """Return the page after every stage of layout."""
        scan = Scan(
            path="page",
            width=self.width,
            height=self.height,
            kind="born-digital" if self.exact else "scan",
        )
        whole = Region(
            id="p0001.r000", box=union(one.box for one in self.lines), lines=tuple(self.lines)
        )
        regions = (whole, *self.marks)
        page = Page(id="p0001", number=1, scan=scan, regions=regions)
        sheet = Sheet(page)
        for stage in (Columns(), Regions(), Order(), Roles(), Paragraphs(), Stories()):
            sheet = stage(sheet)
        return sheet.page


def roles(page: Page) -> dict[str, Role]:
    """Return the role of each region by its text."""
    return {read(region.lines): region.role for region in page.regions if region.lines}


def of_role(page: Page, role: Role) -> list[str]:
    """Return the texts of one role, in reading order."""
    return [read(one.lines) for one in page.regions if one.role == role and one.lines]


def stories(page: Page) -> list[list[str]]:
    """Return the first two words of each region, story by story."""
    found: dict[str, list[str]] = {}
    for region in page.regions:
        if region.story:
            words = read(region.lines).split()[:2]
            found.setdefault(region.story, []).append(" ".join(words))
    return list(found.values())
