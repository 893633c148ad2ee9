from __future__ import annotations

import os
from pathlib import Path

import msgspec

from digitize.batch import work
from digitize.batch.closing import close
from digitize.batch.job import Bind, Outcome
from digitize.batch.manifest import Input, Manifest
from digitize.output import write, written
from digitize.recipe import Recipe

DRAFT = Manifest(
    issue="issue",
    recipe="r",
    formats=("text",),
    pages=1,
    inputs=(Input(name="a", sha256="b"),),
    failures=(),
)


def test_what_a_killed_worker_left_half_written_goes_with_the_close(tmp_path: Path) -> None:
    """A worker killed while it wrote leaves a neighbour; the finished issue holds none."""
    folder = tmp_path / "issue"
    (folder / "articles").mkdir(parents=True)
    (folder / ".articles.jsonl.7.tmp").touch()
    (folder / "articles/.one.md.7.tmp").touch()
    close(folder, DRAFT)
    assert ["articles", "manifest.json"] == sorted(path.name for path in folder.rglob("*"))


def test_an_issue_closed_by_a_worker_that_died_before_it_said_so_is_not_missed(
    tmp_path: Path,
) -> None:
    """The same job again finds the issue closed, though its page records are gone already."""
    folder = tmp_path / "issue"
    write(folder / "issue.txt", b"text")
    close(folder, msgspec.structs.replace(DRAFT, files=(written("issue.txt", b"text"),)))
    gone = os.fsencode(folder / ".pages/p0001.page")
    job = Bind(folder=os.fsencode(folder), scans=b"", records=(gone,), draft=DRAFT)
    recipe = msgspec.json.encode(Recipe())
    again = work.do(recipe, job, lambda _: None)
    assert Outcome(seconds=again.seconds, mebibytes=again.mebibytes) == again
