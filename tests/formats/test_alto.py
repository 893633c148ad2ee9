from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from digitize.formats.alto import Alto, Version
from digitize.model.document import Article, Document
from digitize.model.edit import Reword
from digitize.model.geometry import Box, Point
from digitize.model.page import Line, Page, Region, Role, Scan, Word
from digitize.model.step import Step
from tests.formats.hard import hard
from tests.standards import faults, faults_strictly

BOX = Box(10, 20, 30, 40)
SCHEMAS: dict[Version, str] = {
    "4.4": "alto/alto-4-4.xsd",
    "3.1": "alto/alto-3-1.xsd",
    "2.1": "alto/alto-2-1.xsd",
}


def _word(name: str, text: str, norm: str | None = None, conf: float | None = 0.91) -> Word:
    return Word(id=name, box=BOX, text=text, norm=norm, conf=conf, lang="en")


def _issue() -> Document:
    lines = (
        Line(
            id="p0001.l1",
            box=BOX,
            words=(_word("w1", "Tbe", "The"), _word("w2", "capabili-", "capabilities")),
            baseline=(Point(10, 38), Point(30, 38)),
            opens=True,
            step="p0001.step01",
        ),
        Line(
            id="p0001.l2", box=BOX, words=(_word("w3", "ties", ""), _word("w4", "of", None, None))
        ),
    )
    column = Line(id="p0001.l3", box=BOX, words=(Word(id="w5", text="中國"),), vertical=True)
    regions = (
        Region(id="p0001.r1", box=BOX, lines=lines),
        Region(id="p0001.r2", box=BOX, role=Role.HEADLINE, lines=(column,)),
        Region(id="p0001.r3", box=BOX, role=Role.PICTURE),
    )
    step = Step(id="p0001.step01", name="read", version="0.1.0", tool="rapidocr 3.10.0")
    scan = Scan(path="a.png", sha256="00ff", width=100, height=200)
    page = Page(id="p0001", number=1, label="A4", scan=scan, regions=regions, steps=(step,))
    article = Article(id="d.a0001", parts=("p0001.r2", "p0001.r1"))
    edit = Reword(word="w1", before="Tbe", after="The", rule="confusions", reason="y")
    return Document(id="d", pages=(page,), articles=(article,), edits=(edit,))


def _file(document: Document, version: Version = "4.4") -> str:
    return next(Alto(version).files(document)).data.decode()


def test_a_changed_word_keeps_what_was_seen_and_who_changed_it() -> None:
    """CONTENT is the reading, ALTERNATIVE what the engine saw, PROCESSINGREFS the rule."""
    made = _file(_issue())
    assert '<ALTERNATIVE PURPOSE="ocr">Tbe</ALTERNATIVE>' in made
    assert 'ID="w1" PROCESSINGREFS="rule.confusions" HPOS="10"' in made
    assert '<Processing ID="rule.confusions">' in made
    assert "<softwareName>rapidocr</softwareName>" in made


def test_a_machine_never_claims_to_be_a_person() -> None:
    """CS, which says that a person corrected, is nowhere."""
    assert " CS=" not in _file(_issue())


def test_a_broken_word_is_two_pieces_right_after_each_other() -> None:
    """HypPart1 with its hyphen in HYP at the line's end, HypPart2 next, both with the whole."""
    root = etree.fromstring(_file(_issue()).encode())
    space = "{http://www.loc.gov/standards/alto/ns-v4#}"
    said = [
        (node.get("CONTENT"), node.get("SUBS_TYPE"), node.get("SUBS_CONTENT"))
        for node in root.iter(f"{space}String", f"{space}HYP")
    ]
    assert [
        ("The", None, None),
        ("capabili", "HypPart1", "capabilities"),
        ("-", None, None),
        ("ties", "HypPart2", "capabilities"),
        ("of", None, None),
        ("中國", None, None),
    ] == said


def test_confidence_is_the_right_way_round() -> None:
    """WC is 1 for sure; an engine that is silent gives none."""
    made = _file(_issue())
    assert 'WC="0.91"' in made
    assert 'CONTENT="of"/>' in made


def test_vertical_print_runs_down_in_every_version() -> None:
    """BASEDIRECTION says so in 4.4, a tag in the versions before."""
    assert 'BASEDIRECTION="ttb"' in _file(_issue())
    assert 'TAGREFS="line.vertical"' in _file(_issue(), "3.1")


def test_articles_are_tags_with_their_order() -> None:
    """A structure tag names the article; its group orders its blocks, whatever the page's order."""
    made = _file(_issue())
    assert '<StructureTag ID="d.a0001" TYPE="article" LABEL="d.a0001"/>' in made
    assert made.index('<ElementRef ID="order.d.a0001.1" REF="p0001.r2"/>') < made.index(
        '<ElementRef ID="order.d.a0001.2" REF="p0001.r1"/>'
    )


def test_flat_text_has_no_pixels() -> None:
    """What was never on paper gets no coordinates."""
    page = _issue().pages[0]
    flat = replace(page, scan=replace(page.scan, kind="text"))
    assert "HPOS" not in _file(replace(_issue(), pages=(flat,)))


@pytest.mark.shared
@pytest.mark.parametrize("version", SCHEMAS)
@settings(max_examples=25)
@given(document=hard())
def test_any_document_is_valid(shared: Path, version: Version, document: Document) -> None:
    """Whatever the document, every file is valid against the schema of its version."""
    made = [faults(SCHEMAS[version], file.data) for file in Alto(version).files(document)]
    assert [] == [fault for found in made for fault in found]


@pytest.mark.shared
@pytest.mark.parametrize("version", SCHEMAS)
def test_every_reference_has_its_target(shared: Path, version: Version) -> None:
    """The slow validator, which follows IDREFs, finds nothing either."""
    assert [] == faults_strictly(SCHEMAS[version], _file(_issue(), version).encode())


@pytest.mark.shared
@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ('WC="0.91"', 'WC="1.5"', True),
        ('LANG="en"', 'LANG="zh_Hant"', True),
        ('TAGREFS="role.headline', 'TAGREFS="role.nowhere', False),
    ],
)
def test_the_checks_can_fail(shared: Path, good: str, bad: str, told: bool) -> None:
    """What is wrong is found: values by both validators, dangling references by the strict one."""
    made = _file(_issue())
    assert good in made
    wrong = made.replace(good, bad, 1).encode()
    assert told == bool(faults(SCHEMAS["4.4"], wrong))
    assert faults_strictly(SCHEMAS["4.4"], wrong)
