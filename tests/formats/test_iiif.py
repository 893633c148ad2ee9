from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from digitize.formats.iiif import Iiif
from digitize.model.document import Document
from tests.formats.issue import issue, scanned
from tests.formats.oracles import json_faults, manifest_ranges
from tests.strategies import documents

SCHEMA = "schemas/iiif/iiif_3_0.json"


def _made(document: Document) -> dict[str, bytes]:
    return {file.path: file.data for file in Iiif().files(document)}


def _manifest(document: Document) -> Any:
    return json.loads(_made(document)["iiif/manifest.json"])


@settings(max_examples=25)
@given(document=documents())
def test_any_document_is_valid(shared: Path, document: Document) -> None:
    """Manifest and annotation pages of any document hold to the Presentation 3 schema."""
    for path, data in _made(document).items():
        if path.startswith("iiif/"):
            assert [] == json_faults(shared / SCHEMA, data)


@pytest.mark.parametrize(
    ("before", "after"),
    [('"id":', '"uid":'), ('"height":', '"tall":'), ('"none":', '"n_1":')],
)
def test_the_schema_can_refuse(shared: Path, before: str, after: str) -> None:
    """A thing without an id, a canvas without a height, a language that is none: each is found."""
    text = _made(issue())["iiif/manifest.json"].decode()
    assert before in text
    assert [] != json_faults(shared / SCHEMA, text.replace(before, after, 1).encode())


def test_the_issue_is_told() -> None:
    """Both titles under their languages, the date as a moment, the direction of the pages."""
    made = _manifest(issue())
    assert {"en": ["The Harbour Times, 1980-10-16"], "zh-Hant": ["海港時報, 1980-10-16"]} == made[
        "label"
    ]
    assert "1980-10-16T00:00:00Z" == made["navDate"]
    assert "left-to-right" == made["viewingDirection"]
    assert [["A1"], ["A2"]] == [canvas["label"]["none"] for canvas in made["items"]]


def test_an_article_is_a_range_of_places() -> None:
    """Each region of the article, in the order it is read, as a part of its canvas."""
    home = "https://archive.invalid/ht"
    first = _manifest(issue())["structures"][0]["items"][0]
    assert {"en": ["Bridge opens at last"]} == first["label"]
    assert f"{home}/canvas/p0001#xywh=60,120,280,28" == first["items"][0]["id"]
    assert 4 == len(first["items"])


def test_lines_are_annotations_on_their_place() -> None:
    """A line's text as it is read stands where the line is printed, in its language."""
    made = json.loads(_made(issue())["iiif/annotations/p0002.json"])
    line = made["items"][2]
    assert "政府昨日宣布新一輪措施，" == line["body"]["value"]
    assert "zh-Hant" == line["body"]["language"]
    assert line["target"].endswith("/canvas/p0002#xywh=980,100,40,480")


def test_nothing_outside_the_package_is_named(tmp_path: Path) -> None:
    """Every file that the manifest points to is one of those that are written with it."""
    document = scanned(issue(), tmp_path)
    made = {file.path: file.data for file in Iiif().files(document, tmp_path)}
    home = "https://archive.invalid/ht/"
    manifest = json.loads(made["iiif/manifest.json"])
    named = [
        entry["id"].removeprefix(home)
        for canvas in manifest["items"]
        for entry in (
            *canvas["seeAlso"], *canvas["annotations"], canvas["items"][0]["items"][0]["body"],
        )
    ]  # fmt: skip
    assert 6 == len(named)
    assert set() == set(named) - set(made)


def test_viewers_understand_the_articles(shared: Path, tmp_path: Path) -> None:
    """The parsers behind Universal Viewer and newer viewers find each article and its places."""
    (tmp_path / "manifest.json").write_bytes(_made(issue())["iiif/manifest.json"])
    ranges, count = manifest_ranges(shared / "schemas", tmp_path / "manifest.json")
    assert ["Contents", "Bridge opens at last", "(advertisement)", "港聞𠮷祥"] == [
        name for name, _ in ranges
    ]
    assert [0, 4, 1, 2] == [len(canvases) for _, canvases in ranges]
    assert 4 + 7 == count  # it counts each place as a range of its own
