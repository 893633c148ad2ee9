from __future__ import annotations

import re
from pathlib import Path

import pytest

from digitize.errors import InputError
from digitize.load.oldocr import alto
from digitize.load.oldocr.record import Record
from digitize.model.geometry import NOWHERE, Box
from digitize.model.page import Line, Role, Word
from digitize.model.reading import read

STRING = '<String ID="S1" CONTENT="news" HPOS="10" VPOS="20" WIDTH="30" HEIGHT="5" WC="0.5"/>'


def _alto(
    body: str, *, space: str = "", unit: str = "pixel", head: str = "", more: str = ""
) -> bytes:
    xmlns = f' xmlns="{space}"' if space else ""
    return (
        f"<alto{xmlns}><Description><MeasurementUnit>{unit}</MeasurementUnit>{head}</Description>"
        f'{more}<Layout><Page ID="P1" PHYSICAL_IMG_NR="1" WIDTH="100" HEIGHT="200"><PrintSpace>'
        f"{body}</PrintSpace></Page></Layout></alto>"
    ).encode()


def _block(*lines: str, name: str = "TB1", more: str = "") -> str:
    inside = "".join(f"<TextLine>{line}</TextLine>" for line in lines)
    return f'<TextBlock ID="{name}" {more}>{inside}</TextBlock>'


def _read(raw: bytes) -> Record:
    return alto.read(raw, 0, where="a.xml", page_id="p0001", number=1)


def _lines(record: Record) -> list[Line]:
    return [line for region in record.page.regions for line in region.lines]


def _words(record: Record) -> list[Word]:
    return [word for line in _lines(record) for word in line.words]


@pytest.mark.parametrize(
    "space",
    [
        "",
        "http://schema.ccs-gmbh.com/ALTO",
        "http://www.loc.gov/standards/alto/ns-v2#",
        "http://www.loc.gov/standards/alto/ns-v3#",
        "http://www.loc.gov/standards/alto/ns-v4#",
    ],
)
def test_every_namespace_is_read(space: str) -> None:
    """Words, boxes and confidence are found in four namespaces and in none."""
    record = _read(_alto(_block(STRING), space=space))
    word = _words(record)[0]
    assert ("news", Box(10, 20, 40, 25), 0.5) == (word.text, word.box, word.conf)
    assert () == record.page.warnings


@pytest.mark.parametrize(("unit", "dpi"), [("inch1200", 1200.0), ("mm10", 254.0), ("pixel", None)])
def test_units_are_pixels_of_their_own_resolution(unit: str, dpi: float | None) -> None:
    """Nothing is rounded: 1/1200 inch is a pixel at 1200 dpi."""
    record = _read(_alto(_block(STRING), unit=unit))
    assert (dpi, Box(10, 20, 40, 25)) == (record.page.scan.dpi, _words(record)[0].box)


def test_junk_numbers_are_told_and_left_out() -> None:
    """A word whose height is NaN keeps its text and has no place; the page says so."""
    record = _read(_alto(_block(STRING.replace('HEIGHT="5"', 'HEIGHT="NaN"'))))
    assert [("news", NOWHERE)] == [(word.text, word.box) for word in _words(record)]
    assert "boxes with a value that is no number: 1" in record.page.warnings[0]


def test_a_broken_word_is_read_as_one() -> None:
    """HypPart1 with its HYP is the print, SUBS_CONTENT the reading; HypPart2 is not read alone."""
    first = (
        '<String CONTENT="news" SUBS_TYPE="HypPart1" SUBS_CONTENT="newspaper"/><HYP CONTENT="-"/>'
    )
    second = '<String CONTENT="paper" SUBS_TYPE="HypPart2" SUBS_CONTENT="newspaper"/>'
    record = _read(_alto(_block(first, second)))
    assert [("news-", "newspaper"), ("paper", "")] == [
        (word.text, word.norm) for word in _words(record)
    ]


def test_half_a_broken_word_stays_as_it_is_printed() -> None:
    """Where the second half is on another page, the first is read as it stands."""
    first = (
        '<String CONTENT="news" SUBS_TYPE="HypPart1" SUBS_CONTENT="newspaper"/><HYP CONTENT="-"/>'
    )
    assert [("news-", None)] == [
        (word.text, word.norm) for word in _words(_read(_alto(_block(first))))
    ]


def test_what_an_engine_saw_is_the_print() -> None:
    """ALTERNATIVE PURPOSE="ocr" is what was seen, CONTENT what is read; other purposes are not."""
    string = (
        '<String CONTENT="the"><ALTERNATIVE PURPOSE="modern">thee</ALTERNATIVE>'
        '<ALTERNATIVE PURPOSE="ocr">tbe</ALTERNATIVE></String>'
    )
    word = _words(_read(_alto(_block(string))))[0]
    assert ("tbe", "the") == (word.text, word.norm)


def test_roles_and_articles_come_from_tags() -> None:
    """A layout tag gives the role, a structure tag the article with its kind."""
    tags = (
        '<Tags><LayoutTag ID="T1" LABEL="heading"/>'
        '<StructureTag ID="A1" TYPE="advertisement" LABEL="x"/></Tags>'
    )
    body = _block(STRING, more='TAGREFS="T1 A1"') + _block(STRING, name="TB2", more='TAGREFS="A1"')
    record = _read(_alto(body, more=tags))
    assert [Role.HEADLINE, Role.ADVERT] == [region.role for region in record.page.regions]
    story = record.stories[0]
    assert ("advertisement", [0, 1]) == (story.kind, [at for at, _ in story.parts])


def test_composed_articles_and_pictures() -> None:
    """A composed block of the type article is one; illustrations and lines have no words."""
    body = (
        f'<ComposedBlock ID="C1" TYPE="article">{_block(STRING)}</ComposedBlock>'
        '<Illustration ID="I1" HPOS="1" VPOS="1" WIDTH="5" HEIGHT="5"/><GraphicalElement ID="G1"/>'
    )
    record = _read(_alto(body))
    assert [Role.BODY, Role.PICTURE, Role.SEPARATOR] == [
        region.role for region in record.page.regions
    ]
    assert [("p0001.r001",)] == [tuple(name for _, name in story.parts) for story in record.stories]
    assert record.names["C1"] == ("p0001.r001",)


def test_the_reading_order_of_the_file_is_kept() -> None:
    """Blocks stand as ReadingOrder has them, those that it leaves out at the end."""
    order = (
        '<ReadingOrder><OrderedGroup ID="g"><ElementRef ID="e1" REF="TB2"/>'
        '<ElementRef ID="e2" REF="TB1"/></OrderedGroup></ReadingOrder>'
    )
    bodies = [
        _block(STRING.replace("news", text), name=name)
        for name, text in (("TB3", "three"), ("TB1", "one"), ("TB2", "two"))
    ]
    record = _read(_alto("".join(bodies), more=order))
    assert "two one three" == read(_lines(record))


def test_steps_are_told() -> None:
    """The engine that read the page stands among its steps."""
    head = (
        '<OCRProcessing ID="O"><ocrProcessingStep><processingSoftware><softwareName>FineReader'
        "</softwareName><softwareVersion>8.1</softwareVersion></processingSoftware>"
        "</ocrProcessingStep></OCRProcessing>"
    )
    steps = _read(_alto(_block(STRING), head=head)).page.steps
    assert [("p0001.step01", "FineReader 8.1")] == [(step.id, step.tool) for step in steps]


def test_languages_are_inherited() -> None:
    """A block's language, in whatever code, is that of its words unless they say their own."""
    strings = STRING + STRING.replace("CONTENT", 'LANG="fre" CONTENT')
    record = _read(_alto(_block(strings, more='language="ger"')))
    assert ["de", "fr"] == [word.lang for word in _words(record)]


def test_the_name_of_the_image_never_leads_away() -> None:
    """Of a path on the maker's machine the last name is kept."""
    head = (
        "<sourceImageInformation><fileName>C:\\scans\\0001.tif</fileName></sourceImageInformation>"
    )
    assert "0001.tif" == _read(_alto(_block(STRING), head=head)).page.scan.path


def test_a_page_that_is_not_there_is_told() -> None:
    """Asking for a second page of one is an input error."""
    with pytest.raises(InputError, match="no page 2"):
        alto.read(_alto(""), 1, where="a.xml", page_id="p0001", number=1)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "words", "note"),
    [
        ("pages/evening-star/0028065419A_1862082501_0007.alto.xml", 9214, "inch1200"),
        ("pages/evening-star/00280654280_1867010101_0187.alto.xml", 8516, "inch1200"),
        ("schemas/samples/real/bnl-alto31.xml", 1740, "mm10"),
        ("schemas/samples/real/onb-alto-broken-height.xml", 47, "pixel"),
        ("schemas/samples/page_0001.alto.xml", 6, "4.4"),
    ],
)
def test_real_files_are_read_whole(shared: Path, file: str, words: int, note: str) -> None:
    """Every String that says something is a word, and the file is said to be what it is."""
    raw = (shared / file).read_bytes()
    record = _read(raw)
    empty = len(re.findall(rb"<String[^>]*CONTENT=\"\"", raw))
    assert raw.count(b"<String") - empty == words == len(_words(record))
    assert note in record.note


@pytest.mark.parametrize(
    ("text", "width", "height", "vertical"),
    [
        ("第一版要聞", 10, 60, True),
        ("第一版要聞", 60, 10, False),
        ("步。", 10, 20, True),
        ("有9051家。", 10, 55, True),
        ("news", 10, 60, False),
    ],
)
def test_a_column_of_han_stands_upright_where_nothing_says_so(
    text: str, width: int, height: int, vertical: bool
) -> None:
    """Few files tell which way a line runs; the shape of one with several characters does."""
    place = f'HPOS="5" VPOS="9" WIDTH="{width}" HEIGHT="{height}"'
    block = (
        f'<TextBlock><TextLine {place}><String CONTENT="{text}" {place}/></TextLine></TextBlock>'
    )
    assert [vertical] == [line.vertical for line in _lines(_read(_alto(block)))]
