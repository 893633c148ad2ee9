from __future__ import annotations

import os
from pathlib import Path

from digitize.errors import InputError, InputMissingError
from digitize.load.naming import printable
from digitize.load.source import find


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    return path


def test_the_files_of_a_folder_are_one_issue_in_natural_order(tmp_path: Path):
    """Page 2 comes before page 10, whatever the case of the names."""
    for name in ("Page10.png", "page2.PNG", "page1.png"):
        touch(tmp_path / "issue" / name)
    (source,) = find([tmp_path / "issue"])
    assert ["page1.png", "page2.PNG", "Page10.png"] == [file.name for file in source.files]
    assert ("issue", tmp_path / "issue") == (source.id, source.root)


def test_each_subfolder_is_an_issue_of_its_own(tmp_path: Path):
    """A folder of folders gives one issue for each that holds files, hidden ones passed over."""
    for name in ("a/1.tif", "b/1.tif", "b/deep/1.tif", ".hidden/1.tif", "a/.thumb.png"):
        touch(tmp_path / name)
    sources = find([tmp_path])
    assert ["a", "b", "deep"] == [source.id for source in sources]
    assert [1, 1, 1] == [len(source.files) for source in sources]


def test_each_makes_every_file_an_issue(tmp_path: Path):
    """With `each`, even the files of one folder are issues of their own."""
    touch(tmp_path / "1899-01-01.pdf")
    touch(tmp_path / "1899-01-02.pdf")
    sources = find([tmp_path], each=True)
    assert ["1899-01-01", "1899-01-02"] == [source.id for source in sources]


def test_each_passes_over_no_text_beside_scans(tmp_path: Path):
    """Where every file stands for itself, none is a transcript of another."""
    for name in ("a.png", "b.txt", "c.xml"):
        touch(tmp_path / name)
    assert ["a", "b", "c"] == [source.id for source in find([tmp_path], each=True)]


def test_text_beside_scans_is_no_page(tmp_path: Path):
    """A transcript or note lying beside the scans does not become a page."""
    touch(tmp_path / "page1.jpg")
    touch(tmp_path / "readme.txt")
    (source,) = find([tmp_path])
    assert ["page1.jpg"] == [file.name for file in source.files]


def test_a_missing_input_is_kept_beside_the_good(tmp_path: Path):
    """One input that is not there loses neither itself nor the others."""
    good = touch(tmp_path / "good.txt")
    sources = find([tmp_path / "gone.txt", good])
    assert ["gone", "good"] == [source.id for source in sources]
    assert isinstance(sources[0].error, InputMissingError)
    assert () == sources[0].files
    assert sources[1].error is None


def test_an_empty_folder_is_told(tmp_path: Path):
    """A folder without a supported file is an input error that says what is supported."""
    touch(tmp_path / "notes.docx")
    (source,) = find([tmp_path])
    assert isinstance(source.error, InputError)
    assert "the folder holds no file of a supported kind" == source.error.message
    assert "TIFF" in source.error.hint


def test_a_pipe_is_refused(tmp_path: Path):
    """What is neither file nor folder is refused without being opened."""
    os.mkfifo(tmp_path / "pipe.png")
    (source,) = find([tmp_path / "pipe.png"])
    assert isinstance(source.error, InputError)
    assert "it is neither a file nor a folder" == source.error.message


def test_issues_of_one_name_are_told_apart(tmp_path: Path):
    """Ids that differ in nothing but case both get a hash of their path; others stay plain."""
    paths = [touch(tmp_path / "a/Front.png"), touch(tmp_path / "b/front.png")]
    other = touch(tmp_path / "c/back.png")
    first, second, third = find([*paths, other])
    assert first.id.startswith("Front-")
    assert second.id.startswith("front-")
    assert first.id.casefold() != second.id.casefold()
    assert "back" == third.id
    assert (first.id, second.id) == tuple(source.id for source in find(paths))


def test_the_same_path_counts_once(tmp_path: Path):
    """An input given twice is one issue."""
    path = touch(tmp_path / "a.png")
    assert 1 == len(find([path, path]))


def test_names_that_are_not_utf8_do_no_harm(tmp_path: Path):
    """A name in Latin-1 bytes is read, and told so that any file can hold it."""
    path = touch(Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.png")))
    (source,) = find([path])
    assert "caf" == source.id
    assert r"caf\xe9.png" == printable(source.files[0].name)
