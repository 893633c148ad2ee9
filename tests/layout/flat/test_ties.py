from __future__ import annotations

import pytest

from digitize.layout.flat.ties import goes_on

STORY = "The Prime Minister of Australia, Mr. Bruce, spoke at the meeting on the subject of trade."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He spoke too of shipping, and asked why freights should be higher.", True),
        ("As to policy, Mr. Bruce thought that a common one was possible.", True),
        ("Conferences of this kind had done much good.", True),
        ("Jim Ballew shot a 68 on Saturday to take a lead at Willow Creek.", False),
    ],
)
def test_a_text_goes_on_by_pronoun_name_or_subject(text: str, *, expected: bool) -> None:
    """It points back, names a known name or takes up the headline; else it is another story."""
    assert expected == goes_on(text, "THE IMPERIAL CONFERENCE", STORY)


def test_german_nouns_are_no_names() -> None:
    """In German a noun that two stories share ties nothing."""
    story = "Gestern brach in einem Speicher ein Feuer aus, und der Schaden ist groß."
    text = "Der Verein hat gestern den Schaden an der Halle besehen und die Kosten geschätzt."
    assert not goes_on(text, "Brand im Hafen", story)


def test_chinese_takes_up_two_characters_of_its_headline() -> None:
    """A pair of characters of the headline ties a text to it."""
    assert goes_on("公屋輪候時間過長，議員質詢政府。", "公屋政策檢討報告出爐", "")
    assert not goes_on("昨日米市，因來源稀少，價格續漲。", "學生請願要求減免學費", "")
