from __future__ import annotations

from pathlib import Path

import pytest

from digitize.errors import InputError
from digitize.load.listing import listed
from digitize.load.source import find


def test_a_table_says_which_issue_a_page_belongs_to(tmp_path: Path) -> None:
    """Issues and pages come in the order of the table, whatever else it holds."""
    table = tmp_path / "list.csv"
    table.write_text("page,file,issue\n1,b.png,Star 2\n2,a.png,Star 2\n1,x/c.png,Star 1\n", "utf-8")
    expected = {
        "Star-2": [tmp_path / "b.png", tmp_path / "a.png"],
        "Star-1": [tmp_path / "x/c.png"],
    }
    assert expected == {source.id: list(source.files) for source in find([table])}


@pytest.mark.parametrize(
    "text",
    ["", "a,b\n1,2\n", "issue,file\n1,\n", "issue,file\n,a.png\n", "issue,file\n1,../a.png\n",
     "issue,file\n1,/etc/hostname\n", 'issue,file\n1,"a'],
)  # fmt: skip
def test_a_table_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    """No columns, an empty cell, a file outside the folder: an error, not a guess."""
    table = tmp_path / "list.csv"
    table.write_text(text, "utf-8")
    with pytest.raises(InputError):
        listed(table, "list.csv")


def test_the_folder_of_records_is_no_input(tmp_path: Path) -> None:
    """A run over a folder in which its own output lies passes that by."""
    for name in ("in/a.txt", "out/issue/issue.txt"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("Mayor opens bridge\n")
    assert ["in"] == [source.id for source in find([tmp_path], apart=tmp_path / "out")]
