from __future__ import annotations

import os
from pathlib import Path

import pytest

from digitize.batch.watching import Still, apart
from digitize.errors import RecipeError
from digitize.load.source import find


def test_an_issue_is_read_once_it_has_stopped_growing(tmp_path: Path) -> None:
    """New: not yet; unchanged since the last look: now; then never again until it changes."""
    page, still = tmp_path / "in/a.txt", Still()
    page.parent.mkdir()
    page.write_text("half")
    seen = []
    for text in (None, "whole now", None, None, "changed later", None, None):
        if text:
            page.write_text(text)
        seen.append(len(still(find([page.parent]))))
    assert [0, 0, 1, 0, 0, 1, 0] == seen


def test_links_and_pipes_are_left_out(tmp_path: Path) -> None:
    """A link to a file elsewhere is not followed, a pipe not opened."""
    folder, secret = tmp_path / "in", tmp_path / "secret.txt"
    folder.mkdir()
    secret.write_text("not for you")
    (folder / "a.txt").symlink_to(secret)
    (folder / "b.txt").write_text("plain")
    os.mkfifo(folder / "c.txt")
    still = Still()
    still(find([folder]))
    (ready,) = still(find([folder]))
    assert [folder / "b.txt"] == list(ready.files)


@pytest.mark.parametrize(("folder", "out"), [("a", "a"), ("a", "a/b"), ("a/b", "a"), ("a", "l")])
def test_input_and_output_lie_apart(tmp_path: Path, folder: str, out: str) -> None:
    """Neither lies in the other, also by way of a link."""
    (tmp_path / "a").mkdir()
    (tmp_path / "l").symlink_to(tmp_path / "a")
    with pytest.raises(RecipeError):
        apart(tmp_path / folder, tmp_path / out)
