from __future__ import annotations

from pathlib import Path

import pytest

from digitize.errors import InputMissingError
from digitize.load.leaves import leaves
from digitize.load.oldocr import finished, mets
from digitize.load.source import find
from digitize.model.page import Role

ALTO = (
    '<alto><Layout><Page ID="P1" WIDTH="90" HEIGHT="90" PHYSICAL_IMG_NR="1"><PrintSpace>'
    '<TextBlock ID="B1" HPOS="10" VPOS="10" WIDTH="10" HEIGHT="10"><TextLine>'
    '<String CONTENT="Head"/></TextLine></TextBlock>'
    '<TextBlock ID="B2" HPOS="10" VPOS="50" WIDTH="10" HEIGHT="10"><TextLine>'
    '<String CONTENT="text"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>'
)


def _mets(*, files: str, physical: str, logical: str = "", more: str = "") -> str:
    return (
        '<mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'OBJID="https://x.org/issue-7" LABEL="The Star, 1859-02-21">{more}'
        f"<fileSec>{files}</fileSec>{physical}{logical}</mets>"
    )


def _file(name: str, href: str) -> str:
    return f'<file ID="{name}"><FLocat LOCTYPE="URL" xlink:href="{href}"/></file>'


NDNP = '<structMap><div TYPE="np:issue"><div TYPE="np:page">{}</div></div></structMap>'


def _package(folder: Path, text: str, **files: str) -> Path:
    for name, data in files.items():
        (folder / f"{name}.xml").write_text(data, "utf-8")
    (folder / "mets.xml").write_text(text, "utf-8")
    return folder


def test_text_comes_before_scans(tmp_path: Path) -> None:
    """Of the files of a page that which holds text is read, when it is there."""
    files = _file("I", "./1.tif") + _file("T", "./one.xml")
    physical = NDNP.format('<fptr FILEID="I"/><fptr FILEID="T"/>')
    folder = _package(tmp_path, _mets(files=files, physical=physical), one=ALTO)
    (tmp_path / "other").mkdir()
    found = [leaf for source in find([folder]) for leaf in leaves(source)]
    assert [("one.xml", None)] == [(leaf.path.name, leaf.error) for leaf in found]


def test_a_page_whose_file_is_missing_keeps_its_place(tmp_path: Path) -> None:
    """The others are read; it says what is not there."""
    files = _file("A", "one.xml") + _file("B", "two.xml")
    pages = "".join(
        f'<div TYPE="PAGE" ORDER="{at}"><fptr><par><area FILEID="{name}"/></par></fptr></div>'
        for at, name in ((2, "A"), (1, "B"))
    )
    physical = f'<structMap TYPE="PHYSICAL"><div TYPE="Newspaper">{pages}</div></structMap>'
    folder = _package(tmp_path, _mets(files=files, physical=physical), one=ALTO)
    document = finished.document(find([folder])[0])
    assert ["two.xml" in document.pages[0].error, document.pages[1].error] == [True, ""]


@pytest.mark.parametrize("href", ["../one.xml", "/one.xml", "https://x.org/one.xml", "link.xml"])
def test_no_reference_leads_out(tmp_path: Path, href: str) -> None:
    """A file beside or above the package, on the net, or behind a link, is not read."""
    (tmp_path / "one.xml").write_text(ALTO, "utf-8")
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "link.xml").symlink_to(tmp_path / "one.xml")
    physical = NDNP.format('<fptr FILEID="A"/>')
    _package(folder, _mets(files=_file("A", href), physical=physical))
    with pytest.raises(InputMissingError, match="not there"):
        finished.document(find([folder / "mets.xml"])[0])


def test_articles_by_place_on_the_image(tmp_path: Path) -> None:
    """Where no block is named, those whose middle lies in the rectangle are meant."""
    area = '<area FILEID="A" SHAPE="RECT" COORDS="0,0,90,30"/>'
    logical = (
        '<structMap TYPE="LOGICAL"><div TYPE="ISSUE"><div TYPE="ARTICLE" ID="x"><div TYPE="TITLE">'
        f"<fptr>{area}</fptr></div></div></div></structMap>"
    )
    physical = NDNP.format('<fptr FILEID="A"/>').replace(
        "<structMap>", '<structMap TYPE="PHYSICAL">'
    )
    folder = _package(
        tmp_path, _mets(files=_file("A", "one.xml"), physical=physical, logical=logical), one=ALTO
    )
    document = finished.document(find([folder])[0])
    assert [("x", "article", ("p0001.r001",)), ("issue-7.p0001", "other", ("p0001.r002",))] == [
        (article.id, article.kind, article.parts) for article in document.articles
    ]
    assert Role.HEADLINE is document.pages[0].regions[0].role


def test_the_issue_is_what_the_record_says(tmp_path: Path) -> None:
    """Title from the label, date and number from the MODS of NDNP."""
    more = (
        '<dmdSec ID="D"><mdWrap MDTYPE="MODS"><xmlData><mods xmlns="http://www.loc.gov/mods/v3">'
        '<relatedItem type="host"><part><detail type="issue"><number>1,887</number></detail></part>'
        '</relatedItem><originInfo><dateIssued encoding="iso8601">1859-02-21</dateIssued>'
        "</originInfo></mods></xmlData></mdWrap></dmdSec>"
    )
    physical = NDNP.format('<fptr FILEID="A"/>')
    text = _mets(files=_file("A", "one.xml"), physical=physical, more=more)
    document = finished.document(find([_package(tmp_path, text, one=ALTO)])[0])
    issue = document.issue
    assert ("issue-7", "The Star", "1859-02-21", "1,887") == (
        document.id, issue.title, issue.date, issue.number,
    )  # fmt: skip


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("schemas/samples/real/bnl-issue-mets.xml", (4, 17, "Luxemburger Zeitung", "1858-12-07")),
        ("schemas/samples/real/enmap-mets.xml", (4, 11, "Le Journal des Débats", "1821-08-01")),
        ("schemas/samples/real/ndnp-issue-mets.xml", (1, 0, "The Evening star", "1859-02-21")),
        ("pages/evening-star/1867010101.mets.xml", (1, 0, "The Evening star", "1867-01-01")),
        ("schemas/samples/issue.mets.xml", (1, 1, "大漢日報", "1914-06-08")),
    ],
)
def test_real_packages_are_understood(
    shared: Path, file: str, said: tuple[int, int, str, str]
) -> None:
    """Pages, articles, title and date of METS of four makers."""
    found = mets.read((shared / file).read_bytes(), where=file)
    title = str(found.issue.title)[: len(said[2])]
    assert said == (len(found.pages), len(found.items), title, found.issue.date)


@pytest.mark.shared
def test_a_real_article_has_its_blocks(shared: Path, tmp_path: Path) -> None:
    """The first page of a BnL issue: masthead, and an article of a headline and five blocks."""
    real = shared / "schemas/samples/real"
    (tmp_path / "text").mkdir()
    (tmp_path / "mets.xml").write_bytes((real / "bnl-issue-mets.xml").read_bytes())
    page = tmp_path / "text/1858-12-07_01-00001.xml"
    page.write_bytes((real / "bnl-alto31.xml").read_bytes())
    document = finished.document(find([tmp_path])[0])
    article = next(item for item in document.articles if item.id == "DTL48")
    assert tuple(f"p0001.r{number:03d}" for number in range(9, 15)) == article.parts
    roles = [region.role for region in document.pages[0].regions[:9]]
    assert [Role.MASTHEAD, Role.MASTHEAD, Role.NAMEPLATE] == roles[:3]
    assert Role.HEADLINE is roles[8]
