"""What is to be set on which page: the plan that the browser flows into columns."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

Rect = tuple[float, float, float, float]  # left, top, width, height in CSS pixels


@dataclass
class Block:
    """One piece of type: a headline, a paragraph, a subhead."""

    role: str
    text: str = ""
    cls: str = ""
    size: float = 0  # CSS pixels; 0: as the style sheet says
    item: str = ""  # of another item than the chain's, where one chain holds many
    html: str = ""


@dataclass
class Picture:
    """A picture over some columns, with what stands beneath."""

    src: str
    caption: str
    credit: str
    start: int
    span: int
    height: float


@dataclass
class Inset:
    """A box set into a story; place and width are shares of the room beneath the head."""

    x: float
    y: float
    w: float
    html: str
    cls: str = ""
    lang: str = ""


@dataclass
class Part:
    """One module of a page: a head and columns beneath it."""

    page: int
    box: Rect
    columns: int
    gap: float
    head: list[Block] = field(default_factory=list)
    rules: bool = False
    vertical: bool = False
    cls: str = ""
    jump: str = ""
    picture: Picture | None = None
    rule: str = ""  # how its column rules are printed: a class of the style sheet
    insets: list[Inset] = field(default_factory=list)


@dataclass
class Chain:
    """One story (or a run of small ones) and the modules it flows through."""

    item: str
    lang: str
    parts: list[Part]
    blocks: list[Block] = field(default_factory=list)
    kind: str = "article"


@dataclass
class Plan:
    """A whole issue, ready to be set."""

    width: int
    height: int
    scale: float
    pages: int
    css: str
    fixed: dict[int, str] = field(default_factory=dict)  # HTML by page: masthead, folio, rules
    chains: list[Chain] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return what flow.js reads."""
        chains = [asdict(chain) for chain in self.chains]
        for chain in chains:
            for part in chain["parts"]:
                if part["picture"]:
                    part["picture"]["from"] = part["picture"].pop("start")
        return {"scale": self.scale, "chains": chains}
