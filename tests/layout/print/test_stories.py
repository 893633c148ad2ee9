from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Role
from tests.layout.press import PITCH, SIZE, WIDTH, Press, of_role, prose, stories


def test_a_headline_at_the_foot_of_a_column_heads_the_next_column() -> None:
    """What has no text under it goes on at the head of the next column."""
    press = Press(exact=True)
    press.dash(40, 30)
    y = press.head(["Tram lines grow"], 40, 40, size=24)
    y = press.body(prose(20), 40, y + 8) + 30
    press.dash(40, y - 10)
    press.head(["Rain floods two", "streets by night"], 40, y, size=24)
    press.body(prose(12, first="Water"), 380, 40)
    assert [["Tram lines", "The council"], ["Rain floods", "Water council"]] == stories(
        press.page()
    )


def test_the_white_beside_a_headline_belongs_to_it() -> None:
    """A headline that ends over its second column heads the third one too."""
    press = Press(exact=True)
    press.head(["Two columns of this"], 40, 40, size=40)
    press.body(prose(8), 40, 100)
    press.put("Exporters of tea see", Box(380, 40, 900, 90), 48, bold=True)
    for column, word in enumerate(("First", "second", "third")):
        last = "it." if column == 2 else "by"
        press.body(prose(6, first=word, last=last), 380 + 340 * column, 100)
    press.put("Another story here", Box(380, 330, 900, 380), 48, bold=True)
    for column, word in enumerate(("Fourth", "fifth", "sixth")):
        last = "it." if column == 2 else "by"
        press.body(prose(6, first=word, last=last), 380 + 340 * column, 400)
    assert [
        ["Two columns", "The council"],
        ["Exporters of", "First council", "second council", "third council"],
        ["Another story", "Fourth council", "fifth council", "sixth council"],
    ] == stories(press.page())


def test_two_stories_one_over_the_other_in_the_same_columns() -> None:
    """Text that starts inside a sentence goes on from the column beside it, not from above."""
    press = Press()
    press.head(["Garrison day celebrated"], 40, 40, width=2 * WIDTH + 40, size=48)
    press.body(prose(10, first="Speeches", last="by"), 40, 120)
    press.body(prose(10, first="many"), 380, 120)
    y = 120 + 10 * 26 + 40
    press.rule(Box(40, y - 20, 340, y - 18))
    bottom = press.head(["LODGE ELECTION HELD."], 40, y, size=21)
    press.body(prose(8, first="Officers", last="were"), 40, bottom + 8)
    press.body(prose(9, first="chosen"), 380, y + 10)
    assert [
        ["Garrison day", "Speeches council", "many council"],
        ["LODGE ELECTION", "Officers council", "chosen council"],
    ] == stories(press.page())


def test_a_caption_goes_with_the_story_over_its_picture() -> None:
    """A picture under a headline, over two of its columns, belongs to that story."""
    press = Press(exact=True)
    press.head(["Museum opens at last"], 40, 40, width=3 * WIDTH + 80, size=48)
    press.body(prose(16, last="by"), 40, 120)
    press.picture(Box(380, 120, 1020, 330))
    press.put("Evening light over the quay, where the hall stands.", Box(380, 336, 900, 354), 17)
    press.body(prose(7, first="night", last="and"), 380, 380)
    press.body(prose(7, first="day"), 720, 380)
    (story,) = stories(press.page())
    names = {"Museum opens", "The council", "Evening light", "night council", "day council"}
    assert names == set(story)


def test_a_quote_goes_with_the_text_it_interrupts() -> None:
    """Another story may say the same words: the quote belongs where it stands."""
    press = Press()
    quote = ["Nobody at the quay knew", "that any gold was left", "for them in a chest."]
    press.head(["Garrison day celebrated"], 40, 40, width=WIDTH, size=30)
    y = press.body(prose(8, first="Speeches", last="by"), 40, 120) + 24
    press.rule(Box(40, y, 340, y + 2))
    y = press.head(quote, 40, y + 20, size=30)
    press.rule(Box(40, y + 20, 340, y + 22))
    press.body(["many heads still turned towards", "the wreath in the square."], 40, y + 44)
    press.head(["Quay works put off"], 440, 40, width=WIDTH, size=30)
    press.body([*quote, *prose(12)], 440, 120)
    first, _ = stories(press.page())
    assert ["Garrison day", "Speeches council", "Nobody at", "many heads"] == first


def test_a_banner_is_no_piece_of_the_headlines_under_it() -> None:
    """Large type close over smaller headlines is no headline in two pieces with each of them."""
    press = Press(exact=True)
    press.head(["Cabinet falls over the canal bill"], 40, 40, width=980, size=80, fill=1.0)
    for column, words in enumerate(("Rain floods", "Tram lines", "Herring runs")):
        x = 40 + 340 * column
        y = press.head([f"{words} in spring"], x, 150, size=30)
        press.body(prose(12, first=words.split()[0]), x, y + 12)
    heads = [names[0] for names in stories(press.page())]
    assert ["Cabinet falls", "Rain floods", "Tram lines", "Herring runs"] == heads


def test_a_line_that_says_whence_beside_a_headline_is_not_its_own() -> None:
    """A text that came from page 1 begins its own story, level with the headline of another."""
    press = Press(exact=True)
    press.head(["Smelter: a strange tale"], 40, 40, width=2 * WIDTH + 40, size=40, fill=0.7)
    press.put("From page 1", Box(720, 46, 840, 66), bold=True)
    press.body(prose(20, first="driven", last="by"), 40, 110)
    press.body(prose(20, first="night"), 380, 110)
    press.body(prose(20, first="repaid"), 720, 110)
    assert [
        ["Smelter: a", "driven council", "night council"],
        ["From page", "repaid council"],
    ] == stories(press.page())


def test_a_notice_goes_with_the_headline_over_it() -> None:
    """A public notice under its own head is one item with it."""
    press = Press(exact=True)
    press.head(["NOTICE OF MEETING"], 40, 60, size=28)
    rows = ["Notice is hereby given that the", *prose(4, first="ordinary")]
    press.body(rows, 40, 110)
    press.body(prose(24), 380, 60)
    assert ["NOTICE OF", "Notice is"] in stories(press.page())


def test_rules_around_a_byline_part_no_story() -> None:
    """A byline in the middle of all columns, a rule over and under it, heads none by itself."""
    press = Press(exact=True)
    press.rule(Box(40, 40, 1060, 42))
    press.put("Harbour works put off", Box(40, 60, 480, 104), 44, bold=True)
    press.rule(Box(40, 116, 1060, 117))
    press.put("By Piotr Zielinski", Box(450, 124, 650, 144), 20)
    press.rule(Box(40, 152, 1060, 153))
    for x, last in ((40, "and the"), (400, "of"), (760, "it.")):
        press.body(prose(14, last=last), x, 164)
    assert 1 == len(stories(press.page()))


def in_pictures(press: Press) -> None:
    """Set a row of two pictures whose captions stand a word space apart, and one row below."""
    for at, words in enumerate(
        ("Rowers wait for the word to start", "Nobody was hurt when it fell")
    ):
        x = 40 + 310 * at
        press.picture(Box(x, 120, x + 300, 400))
        press.put(words, Box(x, 410, x + 300, 410 + SIZE))
        press.put("at noon.", Box(x, 410 + PITCH, x + 90, 410 + PITCH + SIZE))
    press.head(["The launch at last"], 40, 500, 300, 28.0)
    press.picture(Box(40, 540, 650, 800))
    press.put("Crowds came from all parts.", Box(40, 810, 400, 810 + SIZE))


def test_captions_of_pictures_in_a_row_are_told_apart() -> None:
    """Each is of its own picture, though only a word space parts them."""
    press = Press()
    in_pictures(press)
    captions = [one for one in of_role(press.page(), Role.CAPTION) if one.endswith("noon.")]
    assert [
        "Nobody was hurt when it fell at noon.",
        "Rowers wait for the word to start at noon.",
    ] == sorted(captions)


def test_pictures_without_a_story_are_items_of_their_own() -> None:
    """A line over a picture heads that picture alone, and no picture goes with the one over it."""
    press = Press()
    in_pictures(press)
    assert [["Nobody was"], ["Rowers wait"], ["The launch", "Crowds came"]] == sorted(
        stories(press.page())
    )


def test_a_caption_with_a_lead_in_tells_a_story_of_its_own() -> None:
    """Capitals and a dash before a caption part it from the text over its picture."""
    press = Press()
    press.head(["Dam Opened Before Rain"], 40, 40, 300, 34.0)
    foot = press.body(prose(12), 40, 100) + 20
    press.picture(Box(40, foot, 340, foot + 200))
    press.put("BACK HOME.—The crew of the Star", Box(40, foot + 206, 340, foot + 206 + SIZE))
    assert ["BACK HOME.—The"] in [
        [one[0].split()[0] + " " + one[0].split()[1]] for one in stories(press.page())
    ]


def test_a_rule_under_the_heading_of_a_box_parts_no_story() -> None:
    """The heading stands over it, within the sides of the box that run on to the box's top."""
    press = Press(exact=True)
    press.head(["Harbour works put off again"], 40, 40, width=640, size=46)
    press.body(prose(30), 40, 120)
    press.body(prose(30), 380, 120)
    press.frame(Box(720, 40, 1060, 800))
    press.put("News in a Line", Box(790, 54, 990, 82), 28, bold=True)
    press.rule(Box(730, 94, 1050, 96))
    press.body(prose(24, first="Six"), 740, 120)
    assert ["News in", "Six council"] in stories(press.page())
