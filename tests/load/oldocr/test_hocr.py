from __future__ import annotations

from digitize.load.oldocr import hocr
from digitize.load.oldocr.record import Record
from digitize.model.geometry import Box
from digitize.model.page import Line, Role, Word

TESSERACT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title></title>
<meta name='ocr-system' content='tesseract 5.3.0' /></head><body>
<div class='ocr_page' id='page_1' title='image "/data/scans/a; b.png"; bbox 0 0 600 400;
 ppageno 0; scan_res 300 300'>
<div class='ocr_carea' id='block_1_1' title="bbox 36 92 580 300">
<p class='ocr_par' id='par_1_1' lang='deu_frak' title="bbox 36 92 580 140">
<span class='ocr_header' id='line_1_1' title="bbox 36 92 580 122; baseline 0.01 -6; x_size 31">
<span class='ocrx_word' id='word_1_1' title='bbox 36 92 96 116; x_wconf 95'
><strong>The</strong></span>
<span class='ocrx_word' id='word_1_2' title='bbox 109 92 173 116; x_wconf 40'
>capabili\u00ad</span></span>
<span class='ocr_line' id='line_1_2' title="bbox 36 126 580 140">
<span class='ocrx_word' id='word_1_3' title='bbox 36 126 96 140; x_wconf 88'>ties</span></span></p>
<p class='ocr_par' id='par_1_2' lang='eng' title="bbox 36 150 580 180">
<span class='ocr_line' id='line_1_3' title="bbox 36 150 580 180">
<span class='ocrx_word' id='word_1_4' title='bbox 36 150 96 180; x_wconf 188'
>port</span></span></p></div>
<div class='ocr_photo' id='photo_1' title="bbox 1 1 9 9"></div></div>
<div class='ocr_page' id='page_2' title='bbox 0 0 6 4'></div></body></html>"""

OCROPUS = """<html><head><meta name="ocr-system" content="ocropus"></head><body>
<div class="ocr_page" title="file a.png; bbox 0 0 600 400">
<span class="ocr_line" title="bbox 10 10 110 30">one four</span><br>
<span class="ocr_line" title="bbox 10 40 110 60">next</span><p>
</div></body></html>"""

ARCHIVE = """<html><body><div class="ocr_page" id="page_000001" title="bbox 0 0 600 400">
<div class="ocr_carea" title="bbox 1 1 90 90"><p class="ocr_par" lang="en" title="bbox 1 1 90 90">
<span class="ocr_line" title="bbox 1 1 90 20">
<span class="ocrx_word" title="bbox 1 1 30 20; x_wconf 90">
<span class="ocrx_cinfo" title="x_bboxes 1 1 9 20; x_conf 9">a</span><span
 class="ocrx_cinfo">b</span>
</span></span></p></div></div></body></html>"""


def _read(text: str, index: int = 0) -> Record:
    return hocr.read(text.encode(), index, where="a.hocr", page_id="p0001", number=1)


def _lines(record: Record) -> list[Line]:
    return [line for region in record.page.regions for line in region.lines]


def _words(record: Record) -> list[Word]:
    return [word for line in _lines(record) for word in line.words]


def test_tesseract_is_read() -> None:
    """Words with boxes, confidence as a share, language, paragraphs, pictures, the engine."""
    record = _read(TESSERACT)
    words = _words(record)
    assert ["The", "capabili-", "ties", "port"] == [word.text for word in words]
    assert (Box(36, 92, 96, 116), 0.95, "de") == (words[0].box, words[0].conf, words[0].lang)
    assert [True, False, True] == [line.opens for line in _lines(record)]
    assert [Role.BODY, Role.PICTURE] == [region.role for region in record.page.regions]
    assert ("tesseract 5.3.0", 300.0) == (record.page.steps[0].tool, record.page.scan.dpi)


def test_a_soft_hyphen_joins_a_word() -> None:
    """The print has a hyphen, the reading is one word, its second half is not read alone."""
    words = _words(_read(TESSERACT))
    assert ["capabilities", ""] == [word.norm for word in words[1:3]]


def test_junk_is_told() -> None:
    """A confidence beyond 100 is left out and counted."""
    record = _read(TESSERACT)
    assert _words(record)[3].conf is None
    assert ("x_wconf beyond 0 to 100: 1, first '188'",) == record.page.warnings


def test_an_image_is_named_without_the_way_to_it() -> None:
    """The folder of the maker's machine is left out, odd characters in the name are not."""
    assert "a; b.png" == _read(TESSERACT).page.scan.path


def test_a_file_may_hold_many_pages() -> None:
    """Pages are counted and read one by one."""
    assert 2 == hocr.pages(TESSERACT.encode(), where="a")
    assert 6 == _read(TESSERACT, 1).page.scan.width


def test_ocropus_is_read() -> None:
    """Lines without words or areas are one region, cut into words at their spaces."""
    record = _read(OCROPUS)
    assert [["one", "four"], ["next"]] == [
        [word.text for word in line.words] for line in _lines(record)
    ]
    assert Box(10, 10, 48, 30) == _words(record)[0].box
    assert 1 == len(record.page.regions)


def test_the_internet_archive_is_read() -> None:
    """Characters with places of their own make up their word."""
    assert [("ab", Box(1, 1, 30, 20))] == [(word.text, word.box) for word in _words(_read(ARCHIVE))]


def test_what_holds_no_text_is_numbered_apart() -> None:
    """Layout numbers text anew; no picture bears the name of a region to come."""
    record = hocr.read(TESSERACT.encode(), 0, where="a.hocr", page_id="p0001", number=1)
    names = [region.id for region in record.page.regions if region.role is Role.PICTURE]
    assert ["p0001.pic002"] == names
