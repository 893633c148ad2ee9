"""Pages made of nothing but head lines and running text, for tests of the masthead."""

from __future__ import annotations

from collections.abc import Sequence

from digitize.metadata.head import HeadLine
from digitize.metadata.masthead import Masthead
from digitize.model.document import Document
from digitize.model.geometry import Box
from digitize.model.page import Line, Page, Region, Role, Scan, Word

ENGLISH = "The council has agreed to build the bridge that was promised to the town in the spring."
GERMAN = (
    "Die Regierung hat am Montag über das Gesetz beraten und sich nicht mit der Partei geeinigt."
)
FRENCH = "Le gouvernement a annoncé que les mesures sont prises pour la sécurité dans une ville."
TRADITIONAL = "國家航天局表示，中國與俄羅斯同意合作建設月球科研站，雙方簽署了諒解備忘錄。"
SIMPLIFIED = "国家航天局表示，中国与俄罗斯同意合作建设月球科研站，双方签署了谅解备忘录。"
JAPANESE = "政府は月曜日、新しい法律について野党と協議したが、合意には至らなかったと発表した。"


def document(
    head: Sequence[str],
    body: str = ENGLISH,
    *,
    inside: Sequence[Sequence[str]] = (),
    grouped: bool = False,
    roles: Sequence[Role] = (),
    sizes: Sequence[int] = (),
) -> Document:
    """Return flat text (or, with `sizes`, a scan) whose front page opens with `head`.

    "" in `head` is a blank row. `grouped` puts lines without a blank row between them in one
    region, else each has its own. `inside` are the folio lines of the pages that follow.
    """
    front = _page(1, head, body, grouped=grouped, roles=roles, sizes=sizes)
    others = [_page(number, lines, ENGLISH, folio=True) for number, lines in enumerate(inside, 2)]
    return Document(id="made", pages=(front, *others))


def read(head: Sequence[str], body: str = ENGLISH) -> Document:
    """Return the document of `head` with its masthead read."""
    return Masthead()(document(head, body))


def roles(done: Document) -> list[tuple[str, str]]:
    """Return role and text of every furniture region of the front page."""
    return [
        (region.role.value, " / ".join(_text(line) for line in region.lines))
        for region in done.pages[0].regions
        if region.role is not Role.BODY
    ]


def lines(*texts: str, role: Role = Role.MASTHEAD) -> tuple[HeadLine, ...]:
    """Return head lines of flat text, each in a region of its own."""
    return tuple(
        HeadLine(f"l{place}", f"r{place}", role, text, 0.0, 0.0) for place, text in enumerate(texts)
    )


def _text(line: Line) -> str:
    return " ".join(word.text for word in line.words)


def _page(
    number: int,
    head: Sequence[str],
    body: str,
    *,
    grouped: bool = False,
    folio: bool = False,
    roles: Sequence[Role] = (),
    sizes: Sequence[int] = (),
) -> Page:
    page = f"p{number:04d}"
    regions: list[Region] = []
    row = 0
    for place, text in enumerate(head):
        height = sizes[place] if sizes else 1
        line = _line(f"{page}.l{place + 1:04d}", text, row, height)
        row += height
        if not text:
            continue
        if grouped and regions and head[place - 1]:
            last = regions.pop()
            regions.append(Region(id=last.id, role=last.role, lines=(*last.lines, line)))
            continue
        role = Role.FOLIO if folio else roles[place] if roles else Role.MASTHEAD
        regions.append(Region(id=f"{page}.r{place + 1:03d}", role=role, lines=(line,)))
    last_line = _line(f"{page}.l0999", body, row + 2, 10 if sizes else 1)
    regions.append(Region(id=f"{page}.r999", lines=(last_line,)))
    scan = Scan(path="made", kind="scan" if sizes else "text")
    return Page(id=page, number=number, scan=scan, regions=tuple(regions))


def _line(name: str, text: str, row: int, height: int) -> Line:
    words = tuple(
        Word(id=f"{name}.w{place:02d}", text=part) for place, part in enumerate(text.split(), 1)
    )
    box = Box(0, row, max(1, len(text)) * height, row + height)
    return Line(id=name, box=box, words=words, size=float(height))
