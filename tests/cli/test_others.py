from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import Run


def test_show_draws_a_page(cli: Run, samples: Path, tmp_path: Path) -> None:
    """A flat text, too, can be looked at: the picture is a PNG of some size."""
    done = cli("show", samples / "front-page.txt", "-o", tmp_path / "page.png")
    assert done.returncode == 0, done.stderr.decode()
    with Image.open(tmp_path / "page.png") as picture:
        assert min(picture.size) > 300


def test_show_goes_to_a_pipe(cli: Run, samples: Path) -> None:
    """Without -o the picture is the data on stdout."""
    done = cli("show", samples / "front-page.txt")
    assert Image.open(io.BytesIO(done.stdout)).format == "PNG"


def test_show_draws_a_finished_issue(cli: Run, samples: Path, tmp_path: Path) -> None:
    """A folder that run has written is drawn as it is, without reading anew; the pages count."""
    cli("run", samples / "front-page.txt", "-o", tmp_path, "-q")
    (issue,) = (path.parent for path in tmp_path.rglob("document.json"))
    done = cli("show", issue, "--scans", samples, "-o", tmp_path / "page.png")
    assert done.returncode == 0, done.stderr.decode()
    with Image.open(tmp_path / "page.png") as picture:
        assert picture.format == "PNG"
    assert cli("show", issue, "--page", "2").returncode == 2


def test_show_says_which_pages_there_are(cli: Run, samples: Path) -> None:
    """A page that is not there is a usage error that names those that are."""
    done = cli("show", samples / "front-page.txt", "--page", "9")
    assert done.returncode == 2
    assert b"pages 1 to 1" in done.stderr


@pytest.mark.parametrize("kind", ["engines", "formats", "stages", "rules"])
def test_list_gives_a_row_for_each(cli: Run, kind: str) -> None:
    """Each thing listed has a name, a purpose and its options."""
    rows = [json.loads(row) for row in cli("list", kind, "--json").stdout.decode().splitlines()]
    assert len(rows) > 1
    assert all({"kind", "name", "for", "options", "origin"} == set(row) for row in rows)


def test_doctor_finds_the_default_engine(cli: Run) -> None:
    """The default engine is there with pip alone; a missing one says what to type."""
    done = cli("doctor", "--json")
    rows = {row["name"]: row for row in map(json.loads, done.stdout.decode().splitlines())}
    assert done.returncode == 0
    assert rows["rapidocr"]["state"] == "ok"
    assert rows["tesseract"]["state"] == "ok" or "install" in rows["tesseract"]["to_do"]


def test_a_recipe_is_printed_and_checked(cli: Run, tmp_path: Path) -> None:
    """What `digitize recipe` prints is a recipe that `--check` finds good."""
    path = tmp_path / "mine.toml"
    path.write_bytes(cli("recipe").stdout)
    assert cli("recipe", "--check", path).returncode == 0
    path.write_text("[deskew]\nmax_angel = 1\n", "utf-8")
    done = cli("recipe", "--check", path)
    assert done.returncode == 2
    assert b"max_angel" in done.stderr


def test_convert_wants_a_document(cli: Run, samples: Path, tmp_path: Path) -> None:
    """A file that is no document ends with 4, a missing one with 5."""
    assert cli("convert", samples / "front-page.txt", "--to", "text").returncode == 4
    assert cli("convert", tmp_path / "none", "--to", "text").returncode == 5
