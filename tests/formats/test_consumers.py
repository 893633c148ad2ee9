"""Programs that people use, on what is written: as the README shows them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from digitize.formats.jsonl import Jsonl
from tests.formats.issue import issue


def test_sqlite_searches_the_records(tmp_path: Path) -> None:
    """Full-text search over articles.jsonl, English and Chinese alike, with what SQLite brings."""
    (tmp_path / "articles.jsonl").write_bytes(Jsonl().render(issue()))
    db = sqlite3.connect(tmp_path / "archive.db")
    db.execute("CREATE VIRTUAL TABLE article USING fts5(id, date, text, tokenize='trigram')")
    with (tmp_path / "articles.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    db.executemany(
        "INSERT INTO article VALUES (?, ?, ?)",
        [(row["id"], row["issue"]["date"], row["text"]) for row in rows],
    )
    search = "SELECT id FROM article WHERE article MATCH ?"
    assert [("ht.a0001",)] == db.execute(search, ("Saturday",)).fetchall()
    assert [("ht.a0003",)] == db.execute(search, ("新一輪",)).fetchall()
    db.close()
