"""What the layout room makes of flat text, told in strings, for the tests of flat pages."""

from __future__ import annotations

from digitize.layout.order import Order
from digitize.layout.paragraphs import Paragraphs
from digitize.layout.regions import Regions
from digitize.layout.roles import Roles
from digitize.layout.stories import Stories
from digitize.model.page import FURNITURE, Page, Role
from digitize.model.reading import paragraphs, read
from tests.layout.draw import flat


def laid_out(text: str) -> Page:
    """Return the page of a flat text after every page stage of the room."""
    return Stories()(Paragraphs()(Roles()(Order()(Regions()(flat(text)))))).page


def roles(text: str) -> list[tuple[Role, str]]:
    """Return the role and the reading of each block, in reading order."""
    return [(region.role, read(region.lines)) for region in laid_out(text).regions]


def of_role(text: str, *wanted: Role) -> list[str]:
    """Return the blocks of some roles."""
    return [block for role, block in roles(text) if role in wanted]


def furniture(text: str) -> list[str]:
    """Return the blocks that are furniture."""
    return of_role(text, *FURNITURE)


def stories(text: str) -> list[list[str]]:
    """Return the blocks of each story, in reading order."""
    found: dict[str, list[str]] = {}
    for region in laid_out(text).regions:
        if region.story:
            found.setdefault(region.story, []).append(read(region.lines))
    return list(found.values())


def body(text: str) -> list[str]:
    """Return the paragraphs of body text, region by region."""
    regions = [region for region in laid_out(text).regions if region.role == Role.BODY]
    return [read(lines) for region in regions for lines in paragraphs([region])]
