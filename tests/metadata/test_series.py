from __future__ import annotations

from digitize.metadata.series import Held, series
from digitize.model.issue import Issue


def _held(name: str, title: str | None, day: str | None = "1900-01-01") -> Held:
    return Held(name=name, issue=Issue(title=title, date=day), pages=1)


def test_titles_are_told_apart() -> None:
    """Two papers are two series, the larger first; what has no name comes last."""
    found = series(
        [_held("a", "The Star"), _held("b", "The Sun"), _held("c", "THE SUN"), _held("d", None)]
    )
    assert [("The Sun", 2), ("The Star", 1), ("", 1)] == [
        (one.title, len(one.issues)) for one in found
    ]


def test_a_nameplate_misread_once_is_the_same_paper() -> None:
    """A name a letter off one that is far more common is that one."""
    issues = [_held(f"i{place}", "The Evening Comet") for place in range(20)]
    (found,) = series([*issues, _held("x", "The Evening Cornet")])
    assert ("The Evening Comet", 21) == (found.title, len(found.issues))


def test_two_papers_of_near_names_stay_two() -> None:
    """Where both names are common, none of them is the other misread."""
    issues = [_held(f"{name}{place}", name) for name in ("The Globe", "The Glebe")
              for place in range(5)]  # fmt: skip
    assert ["The Glebe", "The Globe"] == [one.title for one in series(issues)]


def test_an_issue_without_a_name_belongs_where_its_folder_does() -> None:
    """Folders named alike but for the day hold one paper."""
    (found,) = series([_held("star-1900-01-01", "The Star"), _held("star-1900-01-02", None, None)])
    assert ["1900-01-01", "1900-01-02"] == [one.day for one in found.issues]


def test_a_date_in_doubt_gives_way_to_the_folder() -> None:
    """Where the weekday does not fit, the day is the one the folder is named by."""
    doubtful = Issue(date="1908-12-17", weekday_agrees=False)
    assert "1905-12-17" == Held(name="eagle_19051217", issue=doubtful, pages=1).day


def test_a_nameplate_misread_in_a_short_run() -> None:
    """Where the folders are named alike, three issues tell what the fourth is."""
    named = [_held(f"comet-1900-01-0{day}", "The Evening Comet") for day in (1, 2, 3)]
    (found,) = series([*named, _held("comet-1900-01-04", "The Evening Cornet")])
    assert ("The Evening Comet", 4) == (found.title, len(found.issues))
