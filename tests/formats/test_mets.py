from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from digitize.formats.format import File
from digitize.formats.mets import Mets
from digitize.load.oldocr import finished
from digitize.load.source import find
from digitize.model.document import Document
from tests.formats.hard import hard, kept
from tests.formats.issue import issue
from tests.standards import faults, faults_strictly

SCHEMA = "mets/driver-mets1-all.xsd"
SPACE = "{http://www.loc.gov/METS/}"
HREF = "{http://www.w3.org/1999/xlink}href"
SHAPES = [Mets(), Mets(profile="dfg"), Mets(alto="2.1")]


def _files(form: Mets, document: Document) -> dict[str, bytes]:
    return {file.path: file.data for file in form.files(document)}


def _package(files: dict[str, bytes] | list[File], folder: Path) -> Path:
    for path, data in files.items() if isinstance(files, dict) else files:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder


@pytest.mark.parametrize("form", SHAPES[:2], ids=["enmap", "dfg"])
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(document=hard())
def test_an_issue_comes_back(
    form: Mets, document: Document, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Written and read, an issue has its articles, its text, its steps and what it is called."""
    folder = _package(list(form.files(document)), tmp_path_factory.mktemp("mets"))
    if not document.pages:
        return  # a package without pages holds nothing to read
    back = finished.document(find([folder])[0])
    assert kept(document) == kept(back)
    assert (document.id, document.steps, ()) == (back.id, back.steps, back.warnings)
    assert document.issue.parallel_titles == back.issue.parallel_titles
    assert (document.issue.title or document.id) == back.issue.title


def test_what_the_masthead_says_comes_back(tmp_path: Path) -> None:
    """Date, volume, number, place, edition and publisher are read from the MODS again."""
    want = issue().issue
    back = finished.document(find([_package(_files(Mets(), issue()), tmp_path)])[0]).issue
    fields = ("title", "title_lang", "date", "volume", "number", "place", "edition", "publisher")
    assert [getattr(want, field) for field in fields] == [getattr(back, field) for field in fields]


@pytest.mark.parametrize("form", SHAPES, ids=["enmap", "dfg", "alto-2.1"])
def test_sizes_and_digests_are_those_of_the_files(form: Mets) -> None:
    """Every file of the package is named with its size and SHA-256, and no other is."""
    files = _files(form, issue())
    root = etree.fromstring(files["mets.xml"])
    named = {
        str(locator.get(HREF)): (int(str(node.get("SIZE"))), str(node.get("CHECKSUM")))
        for node in root.iter(f"{SPACE}file", f"{SPACE}mdRef")
        for locator in ([node] if node.get(HREF) else node)
    }
    assert {
        path: (len(data), hashlib.sha256(data).hexdigest())
        for path, data in files.items()
        if path != "mets.xml"
    } == named


def test_every_block_of_an_article_is_in_its_alto() -> None:
    """Each area names a block that the ALTO file it names has."""
    files = _files(Mets(), issue())
    root = etree.fromstring(files["mets.xml"])
    places = {str(node.get("ID")): str(node[0].get(HREF)) for node in root.iter(f"{SPACE}file")}
    areas = [node for node in root.iter(f"{SPACE}area") if node.get("BEGIN")]
    assert areas
    for area in areas:
        ids = etree.fromstring(files[places[str(area.get("FILEID"))]]).xpath("//@ID")
        assert area.get("BEGIN") in list(ids if isinstance(ids, list) else [])


def test_it_says_that_a_machine_made_it() -> None:
    """The record says its origin, the events their programs and counts; times only when given."""
    made = _files(Mets(), issue())["mets.xml"].decode()
    assert "not reviewed by a person" in made
    assert "words changed by rule" in made or "creation</premis:eventType>" in made
    assert "CREATEDATE" not in made
    assert 'CREATEDATE="2026-11-22T05:00:00Z"' in (
        _files(Mets(made="2026-11-22T05:00:00Z"), issue())["mets.xml"].decode()
    )


@pytest.mark.shared
@pytest.mark.parametrize("form", SHAPES, ids=["enmap", "dfg", "alto-2.1"])
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(document=hard())
def test_any_document_is_valid(shared: Path, form: Mets, document: Document) -> None:
    """Whatever the document, METS with its MODS, PREMIS and MIX, and premis.xml, are valid."""
    files = _files(form, document)
    assert [] == faults(SCHEMA, files["mets.xml"])
    assert [] == faults("premis/premis-v3-0.xsd", files["premis.xml"])


@pytest.mark.shared
@pytest.mark.slow
def test_every_reference_has_its_target(shared: Path) -> None:
    """The slow validator, which follows IDREFs, finds nothing, and finds a dangling one."""
    made = _files(Mets(), issue())["mets.xml"]
    assert [] == faults_strictly(SCHEMA, made)
    wrong = made.replace(b'FILEID="ALTO', b'FILEID="NONE', 1)
    assert [] == faults(SCHEMA, wrong)
    assert faults_strictly(SCHEMA, wrong)


@pytest.mark.shared
def test_the_check_can_fail(shared: Path) -> None:
    """An element that MODS does not know is found inside the METS."""
    made = _files(Mets(), issue())["mets.xml"]
    assert faults(SCHEMA, made.replace(b"mods:typeOfResource", b"mods:foo"))
