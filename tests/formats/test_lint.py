"""Every rule finds nothing wrong with what is written, and finds what is then made wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from digitize.errors import InputError
from digitize.formats.lint import RULES, SAME_BYTES, lint
from digitize.recipe import Recipe
from digitize.registry import BUILT_IN
from tests.formats.issue import issue, scanned

WRITERS = Recipe().writers(BUILT_IN["formats"])


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every format of the small issue."""
    scans = tmp_path_factory.mktemp("scans")
    folder = tmp_path_factory.mktemp("package") / "ht"
    document = scanned(issue(), scans)
    for writer in WRITERS:
        try:
            made = list(writer.files(document, scans))
        except InputError:
            continue
        for file in made:
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.data)
    return folder


def test_what_is_written_holds_together(package: Path) -> None:
    """All formats of an issue, side by side in one folder: no rule has anything to say."""
    assert [] == list(lint(package, WRITERS))


Harm = tuple[str, str, str, str]  # rule, file, what stands there, what is put in its place

HARMS: list[Harm] = [
    ("references", "alto/p0001.xml", 'ID="p0001.r03"', 'ID="p0001.r02"'),
    ("references", "alto/p0001.xml", 'IDNEXT="p0001.r03"', 'IDNEXT="p0001.r33"'),
    ("references", "mets.xml", 'BEGIN="p0001.r03"', 'BEGIN="p0001.r33"'),
    ("references", "mets.xml", 'FILEID="ALTO.p0001"', 'FILEID="ALTO.p0009"'),
    ("references", "tei.xml", 'facs="#p0001.r04', 'facs="#p0001.r99'),
    ("references", "page/p0001.xml", "</Page>", ""),
    ("boxes", "alto/p0001.xml", 'HPOS="640"', 'HPOS="1640"'),
    ("boxes", "alto/p0001.xml", 'WIDTH="280"', 'WIDTH="0"'),
    ("boxes", "hocr/p0001.html", "bbox 640 240 ", "bbox 640 1940 "),
    ("boxes", "page/p0001.xml", 'points="60,120', 'points="60,9120'),
    ("blocks", "alto/p0001.xml", 'ID="p0001.r05"', 'ID="p0001.r55"'),
    ("blocks", "page/p0001.xml", 'id="p0001.r06"', 'id="p0001.r66"'),
    ("blocks", "hocr/p0001.html", 'id="p0001.r06"', 'id="p0001.r66"'),
    ("blocks", "mets.xml", 'BEGIN="p0001.r06"', 'BEGIN="p0001.r05"'),
    ("hyphens", "alto/p0001.xml", 'SUBS_TYPE="HypPart2"', 'SUBS_TYPE="HypPart1"'),
    ("hyphens", "alto/p0001.xml", 'SUBS_CONTENT="harbour"', 'SUBS_CONTENT="harbor"'),
    ("confidence", "alto/p0001.xml", 'WC="0.91"', 'WC="0.91" CC="0"'),
    ("confidence", "alto/p0001.xml", 'WC="0.91"', 'WC="91"'),
    ("confidence", "hocr/p0001.html", "x_wconf 91", "x_wconf 9"),
    ("text", "alto/p0001.xml", 'CONTENT="mayor"', 'CONTENT="major"'),
    ("text", "page/p0001.xml", "<Unicode>mayor</Unicode>", "<Unicode>major</Unicode>"),
    ("text", "hocr/p0001.html", ">mayor<", ">major<"),
    ("text", "tei.xml", "mayor", "major"),
    ("text", "iiif/annotations/p0001.json", "mayor", "major"),
    ("text", "impresso/TheHarbourTimes-1980-10-16-a-p0001.json", "mayor", "major"),
    ("text", "solr.jsonl", "alto/p0002", "alto/p0001"),
    ("text", "articles.jsonl", '"text":"The mayor', '"text":"The major'),
    ("text", "newsarticles.jsonld", "mayor", "major"),
    ("languages", "alto/p0001.xml", 'LANG="en"', 'LANG="english"'),
    ("languages", "tei.xml", 'xml:lang="en"', 'xml:lang="e_n"'),
    ("languages", "articles.jsonl", '"lang":"en"', '"lang":"fr"'),
    ("provenance", "alto/p0001.xml", 'CONTENT="mayor"', 'CONTENT="mayor" CS="true"'),
    ("provenance", "premis.xml", "hyphens", "hyphen"),
    ("fixity", "bag/data/issue.txt", "mayor", "major"),
    ("fixity", "mets.xml", 'xlink:href="alto/p0001.xml"', 'xlink:href="../p0001.xml"'),
    ("fixity", "mets.xml", 'xlink:href="alto/p0001.xml"', 'xlink:href="alto/p0009.xml"'),
    ("fixity", "mets.xml", 'MIMETYPE="image/jpeg"', 'MIMETYPE="image/png"'),
    ("fixity", "alto/p0001.xml", "\n", "\n "),
    ("characters", "issue.txt", "mayor", "may\x07or"),
    ("characters", "tei.xml", "𠮷", "吉"),
    (SAME_BYTES, "articles.jsonl", '"kind":"article"', '"kind": "article"'),
    ("iiif", "iiif/manifest.json", "1980-10-16T", "1980-10-16 "),
    ("iiif", "iiif/manifest.json", '"target": "https://archive.invalid/ht/canvas/p0001"',
     '"target": "https://archive.invalid/ht/canvas/p0002"'),
    ("iiif", "iiif/manifest.json", "canvas/p0001#xywh", "canvas/p0009#xywh"),
    ("iiif", "iiif/manifest.json", "range/ht.a0002", "range/ht.a0001"),
    ("iiif", "iiif/annotations/p0001.json", "canvas/p0001#xywh", "canvas/p0009#xywh"),
]  # fmt: skip


@pytest.mark.parametrize("wrong", HARMS, ids=lambda harm: "-".join(harm[:3]))
def test_a_rule_finds_what_is_wrong(package: Path, tmp_path: Path, wrong: Harm) -> None:
    """One thing is made wrong in one file; the rule that is for it tells of it."""
    rule, file, before, after = wrong
    folder = tmp_path / "ht"
    shutil.copytree(package, folder)
    data = (folder / file).read_bytes()
    assert before.encode() in data
    count = -1 if file == "premis.xml" else 1  # a rule is told of in several events
    (folder / file).write_bytes(data.replace(before.encode(), after.encode(), count))
    assert rule in {finding.rule for finding in lint(folder, WRITERS)}


def _no_scan(folder: Path) -> None:
    (folder / "scans" / "a.jpg").unlink()


def _other_pdf(folder: Path) -> None:
    shutil.copy(folder / "scans" / "a.jpg", folder / "issue.jpg")
    document = scanned(issue(), folder / "scans")
    only = Recipe().writers(["pdf"])[0]
    short = type(document)(id="ht", issue=document.issue, pages=document.pages[:1])
    (folder / "issue.pdf").write_bytes(next(iter(only.files(short, folder / "scans"))).data)


@pytest.mark.parametrize(
    ("rule", "harm"), [("fixity", _no_scan), ("text", _other_pdf)], ids=["scan", "pdf"]
)
def test_a_file_that_is_gone_or_another_is_found(
    package: Path, tmp_path: Path, rule: str, harm: Callable[[Path], None]
) -> None:
    """A scan that METS names and nobody packed, a PDF of other pages."""
    folder = tmp_path / "ht"
    shutil.copytree(package, folder)
    harm(folder)
    assert rule in {finding.rule for finding in lint(folder, WRITERS)}


def test_every_rule_is_put_to_the_test() -> None:
    """For each rule there is something made wrong."""
    assert {*RULES, SAME_BYTES} == {rule for rule, *_ in HARMS}


def test_a_folder_without_a_document_cannot_be_judged(tmp_path: Path) -> None:
    """There is nothing to hold the files against, and the error says so."""
    (tmp_path / "issue.txt").write_text("x", "utf-8")
    with pytest.raises(InputError, match=r"document\.json"):
        list(lint(tmp_path))
