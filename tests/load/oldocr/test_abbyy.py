from __future__ import annotations

from pathlib import Path

from digitize.load.kinds import kind
from digitize.load.oldocr import abbyy
from digitize.load.oldocr.record import Record
from digitize.model.geometry import Box
from digitize.model.page import Role


def _chars(text: str, conf: int) -> str:
    return "".join(
        f'<charParams l="{10 * at}" t="20" r="{10 * at + 9}" b="30" charConfidence="{conf}">'
        f"{char}</charParams>"
        for at, char in enumerate(text)
    )


def _file(conf: int = 50) -> bytes:
    line = (
        '<line baseline="28" l="0" t="20" r="90" b="30"><formatting lang="GermanStandard" '
        f'bold="1">{_chars("Der Ha¬", conf)}</formatting></line>'
    )
    blocks = (
        f'<block blockType="Text" l="0" t="0" r="90" b="90"><text><par>{line}{line}</par>'
        f"<par>{line}</par></text></block>"
        '<block blockType="Picture" l="1" t="1" r="9" b="9"/>'
        '<block blockType="Table" l="0" t="0" r="9" b="9"><row><cell>'
        f"<text><par>{line}</par></text></cell></row></block>"
    )
    return (
        '<document xmlns="http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml" '
        'producer="ABBYY FineReader Engine 11"><page width="600" height="400" resolution="300">'
        f"{blocks}</page></document>"
    ).encode()


def _read(raw: bytes) -> Record:
    return abbyy.read(raw, 0, where="a.xml", page_id="p0001", number=1)


def test_characters_make_words() -> None:
    """Words are what stands between spaces; the mark of a broken word is a hyphen on paper."""
    line = _read(_file()).page.regions[0].lines[0]
    assert [("Der", Box(0, 20, 29, 30), 0.5, "de"), ("Ha-", Box(40, 20, 69, 30), 0.5, "de")] == [
        (word.text, word.box, word.conf, word.lang) for word in line.words
    ]
    assert line.bold


def test_blocks_have_their_roles_and_paragraphs() -> None:
    """Pictures have no words, tables are told; the first line of each paragraph opens it."""
    page = _read(_file()).page
    assert [Role.BODY, Role.PICTURE, Role.TABLE] == [region.role for region in page.regions]
    assert [True, False, True] == [line.opens for line in page.regions[0].lines]
    assert (300.0, "ABBYY FineReader Engine 11") == (page.scan.dpi, page.steps[0].tool)


def test_old_versions_count_confidence_to_255() -> None:
    """Where a value is beyond 100, the whole file counts to 255."""
    assert 1.0 == _read(_file(255)).page.regions[0].lines[0].words[0].conf


def test_it_is_told_by_its_root(tmp_path: Path) -> None:
    """A document of FineReader is one; any other document is not."""
    path = tmp_path / "a.xml"
    path.write_bytes(_file())
    assert "abbyy" == kind(path, where="a.xml")
