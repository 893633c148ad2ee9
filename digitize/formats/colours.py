"""The colours of an overlay: one for each role, a tint for each story, and how sure a score is."""

from __future__ import annotations

from digitize.model.page import Page, Role

Rgb = tuple[int, int, int]

COLOURS: dict[Role, Rgb] = {
    Role.BODY: (31, 119, 180),
    Role.HEADLINE: (214, 39, 40),
    Role.DECK: (235, 110, 60),
    Role.KICKER: (240, 90, 140),
    Role.BYLINE: (148, 103, 189),
    Role.DATELINE: (170, 80, 220),
    Role.SUBHEADING: (190, 60, 20),
    Role.CAPTION: (0, 150, 150),
    Role.CREDIT: (0, 120, 140),
    Role.PULL_QUOTE: (90, 90, 220),
    Role.TABLE: (120, 140, 20),
    Role.ADVERT: (230, 150, 0),
    Role.NOTICE: (190, 150, 40),
    Role.JUMP_LINE: (255, 0, 200),
    Role.PICTURE: (60, 170, 90),
    Role.SEPARATOR: (120, 120, 120),
    Role.NAMEPLATE: (120, 50, 20),
    Role.NOISE: (20, 20, 20),
}
FURNITURE_COLOUR: Rgb = (140, 86, 75)
TINTS: tuple[Rgb, ...] = (
    (255, 215, 0), (0, 200, 255), (255, 120, 200), (120, 230, 80), (190, 140, 255),
    (255, 160, 90), (90, 220, 190), (230, 230, 90), (150, 180, 255), (255, 150, 150),
)  # fmt: skip
SURE: tuple[tuple[float, Rgb], ...] = ((0.85, (30, 130, 60)), (0.6, (190, 120, 0)))
DOUBTFUL: Rgb = (200, 20, 20)
WAY: Rgb = (150, 150, 150)  # from one story to the next


def colour_of(role: Role) -> Rgb:
    """Return the colour in which regions of `role` are drawn."""
    return COLOURS.get(role, FURNITURE_COLOUR)


def sure(score: float | None) -> Rgb:
    """Return the colour of a score: green when it is sure, red when it is doubtful."""
    return next((colour for least, colour in SURE if score is None or score >= least), DOUBTFUL)


def tints(page: Page) -> dict[str, Rgb]:
    """Return the tint of each story of a page."""
    stories = dict.fromkeys(region.story for region in page.regions if region.story)
    return {story: TINTS[number % len(TINTS)] for number, story in enumerate(stories)}
