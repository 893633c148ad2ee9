from __future__ import annotations

import os
from pathlib import Path

import pytest

from digitize.errors import InputError, InputMissingError
from digitize.load.source import find

PNG = b"\x89PNG\r\n\x1a\n"


def touch(path: Path, data: bytes = PNG) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def told(folder: Path, *, follow: bool = False) -> tuple[list[str], dict[str, str], dict[str, str]]:
    """Return the pages found, what was refused with its cause, what was passed over and why."""
    passed: dict[str, str] = {}
    sources = find([folder], told=lambda path, why: passed.update({path.name: why}), follow=follow)
    pages = [file.name for source in sources for file in source.files]
    refused = {source.root.name: str(source.error) for source in sources if source.error}
    return pages, refused, passed


def test_whatever_is_no_page_is_said(tmp_path: Path) -> None:
    """Hidden files, strange kinds and notes beside pages are passed over, and told why."""
    for name in ("a.png", ".b.png", "c.docx", "d.txt", "e.xml", ".git/f.png"):
        touch(tmp_path / name)
    (tmp_path / "g.png").mkdir()
    pages, refused, passed = told(tmp_path)
    assert ["a.png"] == pages
    assert {} == refused
    assert {
        ".b.png": "hidden",
        ".git": "hidden",
        "c.docx": "of no kind that is read",
        "d.txt": "a transcript or note beside pages",
        "e.xml": "a transcript or note beside pages",
        "g.png": "an empty folder",
    } == passed


def test_a_name_without_suffix_is_judged_by_its_content(tmp_path: Path) -> None:
    """A scan called "no_extension" is a page, a text called so is not."""
    touch(tmp_path / "no_extension")
    touch(tmp_path / "README", b"words")
    assert ["no_extension"] == told(tmp_path)[0]


def test_links_are_not_followed_unless_asked(tmp_path: Path) -> None:
    """A link within is passed over, one that leads out or nowhere fails alone, never unheard."""
    outside = touch(tmp_path / "outside/secret.png")
    touch(tmp_path / "in/page.png")
    links: dict[str, str | Path] = {
        "inside.png": "page.png",
        "out.png": outside,
        "gone.png": "nowhere.png",
        "loop.png": "loop.png",
        "round": ".",
        "away": outside.parent,
    }
    for name, target in links.items():
        (tmp_path / "in" / name).symlink_to(target)
    pages, refused, passed = told(tmp_path / "in")
    assert ["page.png"] == pages
    assert {"out.png", "gone.png", "loop.png", "away"} == set(refused)
    assert "--follow-links" in refused["out.png"]
    assert {"inside.png", "round"} == set(passed)
    followed, broken, _ = told(tmp_path / "in", follow=True)
    assert ["inside.png", "out.png", "page.png", "secret.png"] == sorted(followed)
    assert {"gone.png", "loop.png"} == set(broken)


def test_a_pipe_among_pages_fails_alone(tmp_path: Path) -> None:
    """What would block for ever is refused unopened; the page beside it is read."""
    touch(tmp_path / "in/a.png")
    os.mkfifo(tmp_path / "in/b.png")
    good, bad = find([tmp_path / "in"])
    assert ["a.png"] == [file.name for file in good.files]
    assert isinstance(bad.error, InputError)
    assert "it is not a regular file" == bad.error.message


def test_a_folder_that_may_not_be_read_fails_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One folder without permission costs none of its neighbours."""
    touch(tmp_path / "in/a/1.png")
    closed = touch(tmp_path / "in/b/1.png").parent
    look = os.scandir

    def scandir(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", path)
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    good, bad = find([tmp_path / "in"])
    assert "a" == good.id
    assert isinstance(bad.error, InputMissingError)
    assert "missing: b: it cannot be read (Permission denied); check its permissions" == str(
        bad.error
    )


def test_the_output_among_the_input_is_no_input(tmp_path: Path) -> None:
    """Records that a run leaves below its own input are not read by the next."""
    touch(tmp_path / "in/a.png")
    touch(tmp_path / "in/out/a/page.png")
    (source,) = find([tmp_path / "in"], apart=tmp_path / "in/out")
    assert ["a.png"] == [file.name for file in source.files]
