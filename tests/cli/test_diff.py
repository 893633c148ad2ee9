from __future__ import annotations

import json
from pathlib import Path

import pytest

from digitize.clean.clean import Clean
from digitize.cli.diff import changes
from tests.clean.build import column, document
from tests.conftest import Run


@pytest.fixture(scope="module")
def out(cli: Run, samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an output folder with one issue that clean-up had something to do with."""
    folder = tmp_path_factory.mktemp("out")
    done = cli("clean", samples / "front-page.txt", "-o", folder, "-q")
    assert done.returncode == 0, done.stderr.decode()
    return folder


def test_counts_come_first_and_then_every_change(cli: Run, out: Path) -> None:
    """The number of changes by rule, then place, both readings and the reason; no colours."""
    text = cli("diff", out).stdout.decode()
    first, counts = text.split("\n")[0], text.split("\n\n")[0]
    assert first.startswith("front-page: ")
    assert "hyphens" in counts
    assert "chan- nel → channel" in text
    assert "is a word" in text
    assert "\x1b" not in text


def test_one_rule_as_json(cli: Run, out: Path) -> None:
    """An issue's folder will do; each line is one change with its place."""
    done = cli("diff", out / "front-page", "--rule", "hyphens", "--json")
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert {"hyphens"} == {row["rule"] for row in rows}
    assert ("chan- nel", "channel", 1) == (rows[0]["before"], rows[0]["after"], rows[0]["page"])


def test_a_rule_that_is_left_out_changes_nothing(cli: Run, samples: Path, tmp_path: Path) -> None:
    """--set clean.rules=… names the rules that run; what the others did is gone."""
    cli("clean", samples / "front-page.txt", "-o", tmp_path, "-q", "--set", "clean.rules=hyphens")
    done = cli("diff", tmp_path, "--json")
    rules = {json.loads(line)["rule"] for line in done.stdout.decode().splitlines()}
    assert not rules & {"escapes", "breaks", "spaces", "characters", "noise", "confusions"}


def test_an_empty_folder_is_no_output(cli: Run, tmp_path: Path) -> None:
    """Without a document there is nothing to show: exit code 5."""
    assert 5 == cli("diff", tmp_path).returncode


def test_two_halves_are_one_change() -> None:
    """A word put together is told once, and a join with what stood on both sides."""
    given = document(
        column("r1", "The board has agreed to deepen the northern channel with the govern-"),
        column("r2", "ment of the islands."),
    )
    found = list(changes(Clean()(given)))
    assert ["reflow", "reword"] == [one.kind for one in found]
    assert ("govern- ment", "government") == (found[1].before, found[1].after)
    assert "¶" in found[0].before
    assert "¶" not in found[0].after
