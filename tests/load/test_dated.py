from __future__ import annotations

from pathlib import Path

import pytest

from digitize.load.dated import dated


@pytest.mark.parametrize(
    ("names", "issues"),
    [
        (["1905-12-17a.jpg", "1905-12-17b.jpg", "1905-12-18.jpg"],
         {"1905-12-17": 2, "1905-12-18": 1}),
        (["Star19051217-1.tif", "Star19051218-1.tif"], {"Star19051217": 1, "Star19051218": 1}),
        (["1905121701.tif", "1905121702.tif", "1905121801.tif"], {"19051217": 2, "19051218": 1}),
        (["19051217ed-1_1.tif", "19051217ed-2_1.tif"], {"19051217ed-1": 1, "19051217ed-2": 1}),
        (["Star_1905_12_17.pdf", "Post_1905_12_17.pdf"],
         {"Star_1905_12_17": 1, "Post_1905_12_17": 1}),
    ],
)  # fmt: skip
def test_a_day_in_each_name_parts_the_issues(names: list[str], issues: dict[str, int]) -> None:
    """Files of several days, or of one day of several titles or editions, are several issues."""
    assert issues == {name: len(own) for name, own in dated([Path(n) for n in names]).items()}


@pytest.mark.parametrize(
    "names",
    [
        ["1905-12-17_p1.jpg", "1905-12-17_p2.jpg"],
        ["1905-12-17_p1.jpg", "cover.jpg", "1905-12-18_p1.jpg"],
        ["page-1.jpg", "page-2.jpg"],
        ["19051301.jpg", "19051302.jpg"],
        ["DSC19051217001.jpg", "DSC19051218001.jpg"],
        [],
    ],
)
def test_without_two_sure_days_a_folder_is_one_issue(names: list[str]) -> None:
    """One day, a name without one, a month 13 or a longer number: nothing is parted."""
    assert {} == dated([Path(name) for name in names])
