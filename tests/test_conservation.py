"""Nothing is lost: every line of the source is in exactly one place of the record."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digitize.load.leaves import leaves, open_leaf
from digitize.load.source import find
from digitize.model.document import Document
from digitize.model.page import FURNITURE, WORDLESS, Role
from digitize.model.reading import printed
from digitize.recipe import load

PIPELINE = load().pipeline()
SCRAPS = st.sampled_from(
    [
        "", "", "THE MORNING POST", "香港版", "HONG KONG", "中國日報", "Wednesday, March 10, 2021",
        "HK \\$10", "www.morningpost.example", "By ZHAO LEI", "Mayor opens bridge", "Vol. 3 No. 12",
        "The council met on Monday and agreed that the bridge should be built before the",
        "  winter, if the money can be found in time. Nobody spoke against the motion at all.",
        "president said the capabili-", "ties of the port", "Continued on page 4", "下轉A4版",
        "政府昨日宣布新一輪措施，預計下月實施。", "SPECIAL COVERAGE, PAGES 3-6", "* * *", "| .",
        "For sale: piano, $40. Call 555-0199.", "12 3 4 5", "PHOTO: A. SMITH", "\f",
    ]
)  # fmt: skip
LINES = st.lists(
    SCRAPS | st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=60),
    max_size=30,
)


def _document(text: str) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "issue.txt"
        path.write_text(text, "utf-8")
        return _made(path)


def _made(path: Path) -> Document:
    source = find([path])[0]
    return PIPELINE.bind(source.id, [PIPELINE.page(open_leaf(leaf)) for leaf in leaves(source)])


def _homes(document: Document) -> Counter[str]:
    """Return how many articles, or furniture, each text region is in."""
    homes = Counter(part for article in document.articles for part in article.parts)
    for page in document.pages:
        homes.update(region.id for region in page.regions if region.role in FURNITURE)
    return homes


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES)
def test_every_line_of_any_text_has_exactly_one_home(lines: list[str]) -> None:
    """Each printed line stands in one region, and each region in one article or in furniture."""
    text = "x\n" + "\n".join(lines)
    document = _document(text)
    found = Counter(
        " ".join(printed(line).split())
        for page in document.pages
        for region in page.regions
        for line in region.lines
    )
    letters = Counter("".join("".join(found.elements()).split()))
    assert letters == Counter("".join(text.split()))
    texts = [
        region.id
        for page in document.pages
        for region in page.regions
        if region.role not in WORDLESS
    ]
    assert dict.fromkeys(texts, 1) == dict(_homes(document))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES)
def test_what_is_rejected_has_a_reason(lines: list[str]) -> None:
    """No region is called noise without saying why."""
    document = _document("x\n" + "\n".join(lines))
    noise = [
        region for page in document.pages for region in page.regions if region.role is Role.NOISE
    ]
    assert [] == [region.id for region in noise if not region.reason]


@pytest.mark.engine
@pytest.mark.slow
def test_every_line_of_a_scan_has_exactly_one_home(samples: Path) -> None:
    """The same holds for the sample's scans, with every line that was found on the page."""
    document = _made(samples / "harbour-times")
    lines = Counter(
        line.id for page in document.pages for region in page.regions for line in region.lines
    )
    assert {1} == set(lines.values())
    texts = [
        region.id
        for page in document.pages
        for region in page.regions
        if region.role not in WORDLESS
    ]
    assert dict.fromkeys(texts, 1) == dict(_homes(document))
