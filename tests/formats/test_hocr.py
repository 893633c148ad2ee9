from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from digitize.formats.hocr import Hocr
from digitize.model.document import Document
from digitize.model.geometry import Box
from digitize.model.page import Line, Page, Region, Scan, Word
from tests.conftest import missing
from tests.formats.issue import issue


def _page(*words: Word) -> Document:
    lines = (
        Line(id="p0001.l1", box=Box(0, 0, 9, 9), words=words[:1], opens=True),
        Line(id="p0001.l2", box=Box(0, 9, 9, 19), words=words[1:]),
    )
    region = Region(id="p0001.r1", box=Box(0, 0, 9, 19), lines=lines)
    scan = Scan(path="a.png", width=9, height=19)
    return Document(id="d", pages=(Page(id="p0001", number=1, scan=scan, regions=(region,)),))


def _file(document: Document) -> str:
    return next(Hocr().files(document)).data.decode()


def test_a_broken_word_has_a_soft_hyphen() -> None:
    """The first piece ends in U+00AD and tells its print and the whole word beside."""
    made = _file(
        _page(
            Word(id="w1", text="pa-", norm="paper", conf=0.5),
            Word(id="w2", text="per", norm=""),
        )
    )
    assert 'x_wconf 50" data-seen="pa-" data-read="paper">pa\u00ad</span>' in made
    assert 'data-seen="per" data-read="">per</span>' in made


def test_a_kept_hyphen_is_not_soft() -> None:
    """Where the hyphen stays in the word, the whole word stands in the first place."""
    made = _file(
        _page(Word(id="w1", text="well-", norm="well-known"), Word(id="w2", text="known", norm=""))
    )
    assert ">well-known</span>" in made
    assert "\u00ad" not in made


def test_a_quote_in_a_file_name_does_not_end_it() -> None:
    """The name of the image stays one property, whatever is in it."""
    page = _page(Word(id="w1", text="a"), Word(id="w2", text="b")).pages[0]
    odd = Scan(path='a"; bbox 1 1 1 1.png', width=9, height=9)
    document = Document(id="d", pages=(Page(id=page.id, number=1, scan=odd),))
    assert "image &quot;a%22; bbox 1 1 1 1.png&quot;; bbox 0 0 9 9" in _file(document)


def _faults(path: Path) -> str:
    checker = Path(sys.executable).parent / "hocr-spec"
    if not checker.is_file():
        missing("pip install hocr-spec")
    done = subprocess.run(
        [checker, "-f", "text", path], capture_output=True, text=True, check=False
    )
    return "\n".join(row for row in done.stdout.splitlines() if "[ERROR]" in row) + done.stderr


def test_it_follows_the_specification(tmp_path: Path) -> None:
    """The checker of the specification finds nothing, and finds a line without its box."""
    path = tmp_path / "page.html"
    path.write_bytes(next(Hocr().files(issue())).data)
    assert "" == _faults(path)
    path.write_text(path.read_text("utf-8").replace("ocrp_lang ", ""), "utf-8")
    assert "ocrp_lang" in _faults(path)
