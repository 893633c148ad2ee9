from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from digitize.formats.page import PageXml
from digitize.model.document import Document
from tests.formats.hard import hard
from tests.formats.issue import issue
from tests.standards import faults, faults_strictly

SCHEMA = "page/2019-07-15/pagecontent.xsd"
SPACE = "{http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15}"


def _first(document: Document) -> etree._Element:
    return etree.fromstring(next(PageXml().files(document)).data)


def test_levels_agree() -> None:
    """The text of a line is that of its words, the text of a region that of its lines."""
    for region in _first(issue()).iter(f"{SPACE}TextRegion"):
        lines = [
            line.findtext(f"{SPACE}TextEquiv/{SPACE}Unicode")
            for line in region.iter(f"{SPACE}TextLine")
        ]
        assert "\n".join(map(str, lines)) == region.findtext(f"{SPACE}TextEquiv/{SPACE}Unicode")


def test_the_reading_comes_first_and_the_print_second() -> None:
    """TextEquiv 0 is how a word is read, 1 what the engine saw, with its confidence."""
    words = [word for word in _first(issue()).iter(f"{SPACE}Word") if len(word) == 3]
    assert words
    for word in words:
        first, second = word.findall(f"{SPACE}TextEquiv")
        assert ("0", "corrected", None) == (
            first.get("index"), first.get("dataTypeDetails"), first.get("conf"),
        )  # fmt: skip
        assert ("1", "ocr") == (second.get("index"), second.get("dataTypeDetails"))


def test_every_text_region_is_read_once() -> None:
    """The reading order names each region of text exactly once."""
    root = _first(issue())
    refs = [ref.get("regionRef") for ref in root.iter(f"{SPACE}RegionRefIndexed")]
    assert sorted(str(region.get("id")) for region in root.iter(f"{SPACE}TextRegion")) == sorted(
        map(str, refs)
    )


def test_languages_have_their_names() -> None:
    """PAGE names languages in English and scripts by code and name."""
    names = {
        (region.get("primaryLanguage"), region.get("primaryScript"))
        for page in PageXml().files(issue())
        for region in etree.fromstring(page.data).iter(f"{SPACE}TextRegion")
    }
    assert ("English", "Latn - Latin") in names
    assert ("Chinese", "Hant - Han (Traditional variant)") in names


@pytest.mark.shared
@settings(max_examples=25)
@given(document=hard())
def test_any_document_is_valid(shared: Path, document: Document) -> None:
    """Whatever the document, every file is valid."""
    made = [faults(SCHEMA, file.data) for file in PageXml().files(document)]
    assert [] == [fault for found in made for fault in found]


@pytest.mark.shared
def test_every_reference_has_its_target(shared: Path) -> None:
    """The slow validator, which follows IDREFs, finds nothing, and finds a dangling one."""
    made = next(PageXml().files(issue())).data
    assert [] == faults_strictly(SCHEMA, made)
    wrong = made.replace(b'regionRef="', b'regionRef="no', 1)
    assert [] == faults(SCHEMA, wrong)
    assert faults_strictly(SCHEMA, wrong)


@pytest.mark.shared
def test_the_check_can_fail(shared: Path) -> None:
    """A language that is no name of PAGE is refused."""
    made = next(PageXml().files(issue())).data
    assert faults(SCHEMA, made.replace(b'"English"', b'"en"', 1))
