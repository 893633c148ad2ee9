from __future__ import annotations

import re
from pathlib import Path

import pytest

from digitize.load.oldocr import page
from digitize.load.oldocr.record import Record
from digitize.model.geometry import Box
from digitize.model.page import Role, Word

COORDS = '<Coords points="10,20 40,20 40,25 10,25"/>'


def _page(body: str, *, year: str = "2019-07-15", more: str = "") -> bytes:
    space = f"http://schema.primaresearch.org/PAGE/gts/pagecontent/{year}"
    return (
        f'<PcGts xmlns="{space}"><Metadata/><Page imageFilename="a.tif" imageWidth="100" '
        f'imageHeight="200" {more}>{body}</Page></PcGts>'
    ).encode()


def _text(said: str, index: str = "") -> str:
    return f"<TextEquiv{index}><Unicode>{said}</Unicode></TextEquiv>"


def _region(inside: str, *, name: str = "r1", more: str = "") -> str:
    return f'<TextRegion id="{name}" {more}>{COORDS}{inside}</TextRegion>'


def _line(inside: str, more: str = "") -> str:
    return f'<TextLine id="l1" {more}>{COORDS}{inside}</TextLine>'


def _read(raw: bytes) -> Record:
    return page.read(raw, 0, where="a.xml", page_id="p0001", number=1)


def _words(record: Record) -> list[Word]:
    return [word for region in record.page.regions for line in region.lines for word in line.words]


def _roles(record: Record) -> list[Role]:
    return [region.role for region in record.page.regions]


def test_places_of_every_version_are_read() -> None:
    """Points stand in an attribute, or one by one as before 2013."""
    old = '<Coords><Point x="10" y="20"/><Point x="40" y="20"/><Point x="40" y="25"/></Coords>'
    raw = _page(_region(_line(_text("one"))).replace(COORDS, old), year="2010-03-19")
    assert Box(10, 20, 40, 25) == _read(raw).page.regions[0].lines[0].box


def test_a_line_without_words_is_cut_at_its_spaces() -> None:
    """Each word takes its share of the line's box, and the page says that it did."""
    record = _read(_page(_region(_line(_text("ab abcd")))))
    assert [("ab", Box(10, 20, 19, 25)), ("abcd", Box(23, 20, 40, 25))] == [
        (word.text, word.box) for word in _words(record)
    ]
    assert "cut at their spaces" in record.page.warnings[0]


def test_a_region_without_lines_is_cut_at_its_line_ends() -> None:
    """Text that only the region has becomes lines of one height."""
    record = _read(_page(_region(_text("one\ntwo"))))
    assert ["one", "two"] == [word.text for word in _words(record)]


def test_the_first_reading_is_the_best() -> None:
    """TextEquiv of the lowest index is read; one marked as OCR is what was seen."""
    both = _text("the", ' index="0"') + _text("tbe", ' index="1" dataTypeDetails="ocr"')
    word = _words(_read(_page(_region(_line(f'<Word id="w1">{COORDS}{both}</Word>')))))[0]
    assert ("tbe", "the") == (word.text, word.norm)


def test_roles_come_from_types_customs_and_frames() -> None:
    """Transkribus writes the type into custom; adverts and tables stand around their text."""
    line = _line(_text("x"))
    body = (
        _region(line, name="a", more='type="page-number"')
        + _region(line, name="b", more='custom="structure {type:caption;}"')
        + f'<AdvertRegion id="c">{COORDS}{_region(line, name="d")}</AdvertRegion>'
        + f'<TableRegion id="e">{COORDS}<TableCell id="f">{COORDS}{line}</TableCell></TableRegion>'
        + f'<SeparatorRegion id="g">{COORDS}</SeparatorRegion>'
    )
    assert [Role.FOLIO, Role.CAPTION, Role.ADVERT, Role.TABLE, Role.SEPARATOR] == _roles(
        _read(_page(body))
    )


def test_the_reading_order_is_followed_through_groups() -> None:
    """Groups within groups, by index; a region that is not named comes last."""
    order = (
        '<ReadingOrder><OrderedGroup id="o"><OrderedGroupIndexed id="g" index="1">'
        '<RegionRefIndexed index="0" regionRef="a"/></OrderedGroupIndexed>'
        '<RegionRefIndexed index="0" regionRef="b"/></OrderedGroup></ReadingOrder>'
    )
    body = order + "".join(_region(_line(_text(name)), name=name) for name in "cab")
    assert ["b", "a", "c"] == [word.text for word in _words(_read(_page(body)))]


def test_articles_stand_on_lines_or_regions() -> None:
    """An id in structure makes an article, on the region or alike on all its lines."""
    line = _line(_text("x"), 'custom="structure {id:a7; type:article;}"')
    body = _region(line, name="a") + _region(
        _line(_text("y")), name="b", more='custom="structure {id:a7; type:article;}"'
    )
    story = _read(_page(body)).stories[0]
    assert ("p0001.a7", 2) == (story.id, len(story.parts))


def test_vertical_print_and_languages() -> None:
    """The region's direction and language hold for its lines; the script joins the tag."""
    more = (
        'readingDirection="top-to-bottom" primaryLanguage="Chinese" '
        'primaryScript="Hant - Han (Traditional variant)"'
    )
    record = _read(_page(_region(_line(_text("中國")), more=more)))
    assert record.page.regions[0].lines[0].vertical
    assert "zh-Hant" == _words(record)[0].lang


@pytest.mark.shared
@pytest.mark.parametrize(
    "file", ["schemas/samples/real/page2018-aletheia.xml", "schemas/samples/page_0001.page.xml"]
)
def test_real_files_are_read(shared: Path, file: str) -> None:
    """Every text line of the file is a line of the page."""
    raw = (shared / file).read_bytes()
    record = _read(raw)
    assert (
        len(re.findall(rb"<TextLine ", raw))
        == sum(len(region.lines) for region in record.page.regions)
        or b"<TextLine " not in raw
    )


@pytest.mark.shared
def test_transkribus_files_are_read(shared: Path) -> None:
    """Every line of the six pages is read, and every one that holds text has words."""
    for path in sorted((shared / "pages/nzz").glob("*.xml")):
        raw = path.read_bytes()
        lines = [line for region in _read(raw).page.regions for line in region.lines]
        assert len(re.findall(rb"<TextLine ", raw)) == len(lines), path.name
        assert sum(bool(line.words) for line in lines) > 0.9 * len(lines)
