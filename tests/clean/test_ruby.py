from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.clean.ruby import Ruby, without
from digitize.model.edit import Reword
from digitize.model.geometry import Box
from tests.clean.build import column, passage


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("東京（とうきょう）の天気", "東京の天気"),
        ("菅義偉(すが・よしひで)首相", "菅義偉首相"),
        ("漢《かん》字《じ》", "漢字"),
        ("中ㄓㄨㄥ國ㄍㄨㄛˊ", "中國"),
        ("國（ㄍㄨㄛˊ）", "國"),
        ("会社（カルテル）", "会社（カルテル）"),
        ("行く（いく）", "行く（いく）"),
        ("人（これはただのかっこがき）", "人（これはただのかっこがき）"),
        ("注音ㄅ號", "注音ㄅ號"),
        ("日本（東京）", "日本（東京）"),
    ],
)
def test_how_a_character_is_spoken_is_no_part_of_the_text(printed: str, read: str) -> None:
    """Hiragana or 注音 for the characters before it goes; other words in brackets stay."""
    edits = [edit for edit in Ruby()(passage(column("r1", printed))) if isinstance(edit, Reword)]
    assert [read] == [edit.after for edit in edits] or (read == printed and not edits)


def _beside(height: int, gap: int) -> list[str]:
    region = column("r1", "とうきょう\n東京市長")
    small, base = region.lines
    region = replace(
        region,
        lines=(
            replace(small, box=Box(0, 40 - gap - height, 90, 40 - gap)),
            replace(base, box=Box(0, 40, 160, 80)),
        ),
    )
    edits = Ruby()(passage(region, unit="pixel"))
    return [edit.before for edit in edits if isinstance(edit, Reword) and edit.after == ""]


def test_small_signs_over_a_line_are_not_read() -> None:
    """A line of kana half as high as the one it stands at is ruby; large or far off it is text."""
    assert [["とうきょう"], [], []] == [_beside(16, 2), _beside(38, 2), _beside(16, 60)]


@given(st.text("漢字東ひら（）()《》ㄓˊ・a ", max_size=20))
def test_nothing_is_left_to_leave_out(text: str) -> None:
    """Applied to its own result it changes nothing."""
    assert without(without(text)) == without(text)
