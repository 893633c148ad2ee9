"""Any word, line, region, page, document: what hypothesis tries laws on."""

from __future__ import annotations

import string

from hypothesis import strategies as st

from digitize.model.document import Article, Document
from digitize.model.edit import Edit, Reflow, Relabel, Reword
from digitize.model.geometry import Box
from digitize.model.issue import Evidence, Issue, Parallel, Price
from digitize.model.page import FURNITURE, WORDLESS, Line, Page, Region, Role, Scan, Word

SHARE = st.floats(0, 1).map(lambda value: round(value, 2))
TEXT = st.text(
    string.ascii_letters + "0123456789.,;-$#*\\香港版中國日報。「」ﬁſ é𠮷", min_size=1, max_size=9
)
TOKEN = TEXT.map(lambda text: "".join(text.split()) or "x")
BOX = st.builds(
    lambda x, y, w, h: Box(x, y, x + w, y + h),
    st.integers(0, 3000), st.integers(0, 4000), st.integers(1, 900), st.integers(1, 90),
)  # fmt: skip


@st.composite
def lines(draw: st.DrawFn, name: str) -> Line:
    """Return any line with that id."""
    tokens = draw(st.lists(TOKEN, max_size=5))
    words = tuple(
        Word(
            id=f"{name}.w{number:02d}",
            box=draw(BOX),
            text=token,
            norm=draw(st.none() | TOKEN),
            conf=draw(st.none() | SHARE),
        )
        for number, token in enumerate(tokens, 1)
    )
    return Line(id=name, box=draw(BOX), words=words, opens=draw(st.booleans()), size=12.0)


@st.composite
def pages(draw: st.DrawFn, number: int) -> Page:
    """Return any page with that number."""
    name = f"p{number:04d}"
    found: list[Region] = []
    for index in range(draw(st.integers(0, 5))):
        role = draw(st.sampled_from(Role))
        count = 0 if role in WORDLESS else draw(st.integers(1, 3))
        own = tuple(draw(lines(f"{name}.l{index * 10 + place:04d}")) for place in range(count))
        region = Region(id=f"{name}.r{index:03d}", box=draw(BOX), role=role, lines=own)
        found.append(region)
    scan = Scan(path="page.png", width=4000, height=5000, dpi=draw(st.none() | st.just(300.0)))
    label = draw(st.sampled_from(["", "A4", "第三版"]))
    return Page(id=name, number=number, label=label, scan=scan, regions=tuple(found))


@st.composite
def edits(draw: st.DrawFn, on: tuple[Page, ...]) -> tuple[Edit, ...]:
    """Return some edits on those pages."""
    regions = [region for page in on for region in page.regions]
    made: list[Edit] = []
    for region in regions:
        if region.role in FURNITURE and draw(st.booleans()):
            made.append(
                Relabel(
                    region=region.id, before=region.role, after=Role.EAR, rule="r", reason="why"
                )
            )
        for line in region.lines:
            if draw(st.booleans()):
                made.append(
                    Reflow(line=line.id, opens=False, before="a", after="b", rule="r", reason="why")
                )
            made += [
                Reword(
                    word=word.id, before=word.reading, after="new", rule="r", reason="why", conf=0.5
                )
                for word in line.words[:1]
            ]
    return tuple(made)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Return any document that keeps the laws: each text region in one article or furniture."""
    own = tuple(draw(pages(number)) for number in range(1, draw(st.integers(0, 3)) + 1))
    texts = [
        region.id
        for page in own
        for region in page.regions
        if region.role not in FURNITURE | WORDLESS
    ]
    groups: list[list[str]] = []
    for text in texts:
        joined: bool = draw(st.booleans())
        if groups and joined:
            groups[-1].append(text)
        else:
            groups.append([text])
    articles = tuple(
        Article(id=f"d.a{number:04d}", parts=tuple(group)) for number, group in enumerate(groups, 1)
    )
    title = draw(st.none() | TOKEN)
    issue = Issue(
        title=title,
        parallel_titles=(Parallel(text="中國日報", lang="zh-Hant"),) if title else (),
        price=draw(st.none() | st.just(Price(amount=10.0, currency="HKD", printed="HK $10"))),
        evidence=(
            Evidence(field="title", value=title, printed=title, lines=(), rule="r", conf=1.0),
        )
        if title
        else (),
    )
    return Document(id="d", issue=issue, pages=own, articles=articles, edits=draw(edits(own)))
