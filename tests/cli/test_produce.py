from __future__ import annotations

from pathlib import Path

from digitize.cli.produce import processes


def test_a_lone_page_has_all_cores_to_itself() -> None:
    """There are no more processes than pages, where files say how many pages they hold."""
    pages = [Path("a.png"), Path("b.JPG")]
    assert [1, 2, 2] == [processes(pages[:1], 8), processes(pages, 8), processes(pages, 2)]


def test_a_file_of_many_pages_has_many_processes() -> None:
    """A PDF or a TIFF may hold a volume."""
    assert 8 == processes([Path("volume.pdf")], 8)
