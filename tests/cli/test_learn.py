from __future__ import annotations

import json
from pathlib import Path

import pytest

from digitize.errors import InputError
from tests.conftest import Run

PROMO = (
    "All the markets, every Tuesday and Friday, are told in the Clarion. It is delivered at your "
    "door for six cents a week by our carriers, who may be spoken to at the office."
)
NEWS = (
    "The council met last night and heard the report of the bridge engineer with some patience.",
    "A schooner from the north came in on Monday with her foremast gone and seven men aboard.",
    "Snow fell on the hills above the town before daybreak, and the mails were late by an hour.",
)


@pytest.fixture
def out(cli: Run, tmp_path: Path) -> Path:
    """Return an OUT with three issues that print one promo."""
    for week, news in enumerate(NEWS):
        day = 4 + 7 * week
        head = f"THE MILLBROOK CLARION\n\nTuesday, March {day}, 1902   No. {week + 7}\n\n"
        text = f"{head}News of the week\n\n{news} {news[::-1]}.\n\n{PROMO}\n"
        (tmp_path / f"clarion-1902-03-{day:02}.txt").write_text(text, "utf-8")
    out = tmp_path / "out"
    cli("clean", *sorted(tmp_path.glob("*.txt")), "-o", out, "-q")
    return out


def _promos(out: Path) -> list[int]:
    found = []
    for path in sorted(out.glob("*/document.json")):
        page = json.loads(path.read_bytes())["pages"][0]
        told = [region for region in page["regions"] if "nearly the same" in region["reason"]]
        found.append(sum(region["role"] == "promo" for region in told))
    return found


def test_a_promo_leaves_the_articles_of_every_issue(cli: Run, out: Path) -> None:
    """It is a promo in each, the files are written anew, and nothing is amiss with them."""
    assert 0 == cli("learn", out).returncode
    assert ([1, 1, 1], 0) == (_promos(out), cli("verify", out).returncode)
    texts = (path.read_text("utf-8") for path in out.glob("*/*.jsonl"))
    rows = [json.loads(row) for text in texts for row in text.splitlines()]
    assert [] == [row["id"] for row in rows if "carriers" in row["text"]]


def test_learning_twice_changes_nothing(cli: Run, out: Path) -> None:
    """A second pass finds everything said."""
    cli("learn", out)
    before = {path: path.read_bytes() for path in sorted(out.rglob("*.json"))}
    cli("learn", out)
    assert before == {path: path.read_bytes() for path in sorted(out.rglob("*.json"))}


def test_other_settings_are_refused(cli: Run, out: Path) -> None:
    """What was made by another recipe is not written anew by this one."""
    done = cli("learn", out, "--set", "clean.rules=spaces")
    assert (InputError.exit_code, [0, 0, 0]) == (done.returncode, _promos(out))


def test_the_run_tells_of_a_damaged_head(cli: Run, tmp_path: Path) -> None:
    """A price that nobody could read is filled from the issues around it, and the record says so.

    A second pass says the same again.
    """
    for week, price in enumerate(("2 cents", "2 cents", "?", "2 cents", "2 cents")):
        day = f"1902-03-{2 + 7 * week:02}"
        head = f"THE MILLBROOK CLARION\n\nSunday, March {2 + 7 * week}, 1902   Price {price}\n\n"
        (tmp_path / f"clarion-{day}.txt").write_text(f"{head}{NEWS[0]} {NEWS[1]}\n", "utf-8")
    out = tmp_path / "out"
    cli("clean", *sorted(tmp_path.glob("*.txt")), "-o", out, "-q")
    path = out / "clarion-1902-03-16" / "document.json"
    assert json.loads(path.read_bytes())["issue"]["price"] is None
    cli("learn", out)
    issue = json.loads(path.read_bytes())["issue"]
    assert (0.02, "the run: 4 issues around it have this price") == (
        issue["price"]["amount"], issue["evidence"][-1]["rule"],
    )  # fmt: skip
    assert issue["warnings"][-1].startswith("the run: no price was read")
    before = path.read_bytes()
    cli("learn", out)
    assert before == path.read_bytes()
