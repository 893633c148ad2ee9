from __future__ import annotations

from pathlib import Path

import pytest

from digitize.formats import premis
from digitize.formats.premis import Made
from digitize.model.document import Document
from digitize.model.edit import Reword
from digitize.model.page import Line, Page, Region, Scan, Word
from digitize.model.step import Step
from tests.standards import faults

FILE = Made("ALTO.p0001", "alto/p0001.xml", 9, "00", "ALTO", "4.4", "p0001")


def _document() -> Document:
    def page(number: int) -> Page:
        name = f"p{number:04d}"
        step = Step(id=f"{name}.step01", name="read", version="0.1.0", tool="rapidocr 3.10.0")
        line = Line(id=f"{name}.l1", words=(Word(id=f"{name}.w1", text="tbe", norm="the"),))
        region = Region(id=f"{name}.r1", lines=(line,))
        return Page(id=name, number=number, scan=Scan(path="a"), regions=(region,), steps=(step,))

    edit = Reword(word="p0001.w1", before="tbe", after="the", rule="confusions", reason="y")
    clean = Step(id="step01", name="clean", version="0.1.0")
    return Document(id="d", pages=(page(1), page(2)), steps=(clean,), edits=(edit,))


def test_a_step_done_alike_on_many_pages_is_one_event() -> None:
    """Reading two pages is one event of both; cleaning another, with what it changed."""
    found = premis.events(_document())
    assert [("read", ("p0001", "p0002")), ("clean", ("p0001", "p0002"))] == [
        (event.detail, event.pages) for event in found[:2]
    ]
    assert "confusions 1" in found[1].note
    assert "of 2" in found[1].note


def test_programs_are_agents() -> None:
    """The engine and digitize itself stand as software with their versions."""
    assert {"rapidocr 3.10.0", "digitize 0.1.0"} == set(premis.agents(premis.events(_document())))
    made = premis.whole(_document(), [FILE], "").decode()
    assert "<premis:agentVersion>3.10.0</premis:agentVersion>" in made


def test_no_time_is_made_up() -> None:
    """A time that is not known is unknown; one that is given is written."""
    assert "<premis:eventDateTime>XXXX<" in premis.whole(_document(), [], "").decode()
    assert "2026-11-22" in premis.whole(_document(), [], "2026-11-22T05:00:00Z").decode()


@pytest.mark.shared
def test_it_is_valid_and_the_check_can_fail(shared: Path) -> None:
    """It is valid PREMIS 3.0; with an element of another name it is not."""
    made = premis.whole(_document(), [FILE], "")
    assert [] == faults("premis/premis-v3-0.xsd", made)
    wrong = made.replace(b"messageDigestAlgorithm", b"algorithm")
    assert faults("premis/premis-v3-0.xsd", wrong)
