from __future__ import annotations

from pathlib import Path

from digitize.batch.plan import Issue, Order, close
from digitize.load.source import Source
from digitize.recipe import load


def test_what_a_killed_worker_left_half_written_goes_with_the_close(tmp_path: Path) -> None:
    """A worker killed while it wrote leaves a neighbour; the finished issue holds none."""
    folder = tmp_path / "issue"
    (folder / "articles").mkdir(parents=True)
    (folder / ".articles.jsonl.7.tmp").touch()
    (folder / "articles/.one.md.7.tmp").touch()
    order = Order(recipe=load(), formats=("text",), out=tmp_path)
    close(Issue(Source("issue", tmp_path, ()), 0), order, ())
    assert ["articles", "manifest.json"] == sorted(path.name for path in folder.rglob("*"))
