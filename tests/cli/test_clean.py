from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

FRONT = "front-page-text/china-daily-hk-2021-03-10.txt"


@pytest.fixture(scope="module")
def record(shared: Path, cli: Run) -> dict[str, Any]:
    """Return the one record of the given front page."""
    done = cli("clean", shared / "pages" / FRONT, "--to", "jsonl")
    assert done.returncode == 0, done.stderr.decode()
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert len(rows) == 1
    return dict(rows[0])


@pytest.mark.shared
def test_the_given_front_page_has_its_masthead_read(record: dict[str, Any]) -> None:
    """Title and edition in two scripts, date with weekday, price and URLs are read."""
    issue = record["issue"]
    assert {
        "title": "China Daily",
        "parallel_titles": [{"text": "中國日報", "lang": "zh-Hant"}],
        "edition": "Hong Kong",
        "parallel_editions": [{"text": "香港版", "lang": "zh-Hant"}],
        "date": "2021-03-10",
        "weekday": "Wednesday",
        "weekday_agrees": True,
        "price": {"amount": 10.0, "currency": "HKD", "printed": "HK $10"},
        "volume": None,
        "number": None,
    } == {
        key: issue[key]
        for key in (
            "title", "parallel_titles", "edition", "parallel_editions", "date", "weekday",
            "weekday_agrees", "price", "volume", "number",
        )
    }  # fmt: skip
    assert {"www.chinadaily.com.cn", "www.chinadailyhk.com"} == set(issue["urls"])


@pytest.mark.shared
def test_the_given_front_page_is_one_article_of_ten_paragraphs(record: dict[str, Any]) -> None:
    """Headline, byline and ten whole paragraphs, each ending with a stop."""
    assert record["headline"] == "China, Russia to jointly build lunar post"
    assert record["byline"] == "By ZHAO LEI"
    assert [True] * 10 == [text.rstrip('"').endswith(".") for text in record["paragraphs"]]


@pytest.mark.shared
@pytest.mark.parametrize(
    "mended",
    [
        "corporation Roscosmos, signed",
        "so it can serve as",
        "spacecraft to produce",
        "have their own advantages",
    ],
)
def test_the_four_column_breaks_are_mended(record: dict[str, Any], mended: str) -> None:
    """The sentence reads across the column's foot, and the edit that mended it is told."""
    assert mended in record["text"]
    assert 4 == len([edit for edit in record["edits"] if edit["rule"] == "breaks"])


@pytest.mark.shared
def test_the_furniture_is_kept_with_its_roles(record: dict[str, Any]) -> None:
    """Every line of the head is there, labelled, and none of it in the article."""
    roles = {item["text"]: item["role"] for item in record["furniture"]}
    assert roles["TWO SESSIONS"] == "ear"
    assert roles["See news updates on www.chinadaily.com.cn"] == "promo"
    assert roles["SPECIAL COVERAGE, PAGES 3-6"] == "promo"
    assert roles["CHINADAILY"] == "nameplate"
    assert "HK $10" in " ".join(roles)


def test_clean_prints_text_and_nothing_else(cli: Run, samples: Path) -> None:
    """Text goes to stdout, and stderr stays silent when all went well."""
    done = cli("clean", samples / "front-page.txt")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.strip()


def test_a_bad_file_costs_only_itself(cli: Run, samples: Path, tmp_path: Path) -> None:
    """With one file missing the other is still printed; one line says what is missing; exit 3."""
    done = cli("clean", samples / "front-page.txt", tmp_path / "none.txt")
    assert done.returncode == 3
    assert done.stdout.strip()
    assert b"digitize: missing: " in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [("none.txt", None, 5), ("empty.txt", b"", 4), ("page.pdf", b"not a pdf", 4)],
)
def test_one_bad_file_has_its_own_exit_code(
    cli: Run, tmp_path: Path, name: str, data: bytes | None, code: int
) -> None:
    """Missing is 5, empty or of the wrong kind is 4; one line on stderr, no traceback."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = cli("clean", tmp_path / name)
    assert code == done.returncode
    assert done.stderr.startswith(b"digitize: ")
    assert done.stderr.count(b"\n") == 1


def test_the_same_text_gives_the_same_bytes(cli: Run, samples: Path, tmp_path: Path) -> None:
    """Every file of the record is the same to the byte when the text is cleaned again."""
    for name in ("one", "two"):
        assert cli("clean", samples / "front-page.txt", "-o", tmp_path / name).returncode == 0
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").glob("*/*.*"))
    assert len(files) == 5
    for file in files:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
