from __future__ import annotations

from digitize.model.page import Role
from tests.layout.shapes import of_role, roles, stories

NEWS = (
    "A federal judge ruled on Tuesday that voters may decide whether a casino can be built on the "
    "old navy yard, turning down a request by the state."
)


def test_text_cut_before_the_rest_of_its_sentence_is_no_deck() -> None:
    """A first paragraph without a stop is body when the next block goes on in lower case."""
    text = """
Harbor plan delayed

The port authority on Monday delayed its plan to widen the channel, citing the cost of

concrete, which has doubled since 2019.
"""
    assert [role for role, _ in roles(text)] == [Role.HEADLINE, Role.BODY, Role.BODY]


def test_place_and_weekday_are_a_dateline() -> None:
    """The line “PARIS, Monday Evening.” under a headline says where the report is from."""
    text = f"THE CRISIS IN FRANCE.\n\nPARIS, Monday Evening.\n\n{NEWS}\n"
    assert of_role(text, Role.DATELINE) == ["PARIS, Monday Evening."]


def test_a_trade_under_a_name_belongs_to_the_byline() -> None:
    """The line “Herald Staff” under a byline is part of it, though it reads like a paper's name."""
    text = f"Judge clears way\n\nBy Susan Adler\n\nHerald Staff\n\n{NEWS}\n"
    assert of_role(text, Role.BYLINE) == ["By Susan Adler", "Herald Staff"]


def test_a_catchword_with_a_page_is_a_jump_line() -> None:
    """After its story "CASINO, Page A9" is a jump line; a word foreign to it points elsewhere."""
    text = f"Judge clears way\n\n{NEWS}\n\n%s, Page A9\n"
    assert of_role(text % "CASINO", Role.JUMP_LINE) == ["CASINO, Page A9"]
    assert of_role(text % "RECIPES", Role.JUMP_LINE) == []


def test_a_signature_stays_with_its_letter() -> None:
    """Short lines under a letter sign it; only the last one heads the next letter."""
    letter = "Sir,—I was sorry to read that the pier is to be closed for all of the winter."
    text = (
        f"The state of the pier\n\n{letter}\n\nJ. H. WHITTAKER\n\n14 Marine Parade\n\n"
        f"Noise in the streets\n\n{letter}\n"
    )
    assert stories(text)[0] == [
        "The state of the pier", letter, "J. H. WHITTAKER", "14 Marine Parade",
    ]  # fmt: skip


def test_rows_of_results_are_a_table() -> None:
    """Rows that end in figures are a table, and the heading over it is its own."""
    table = "Rovers 2  Albion 1\nCity 0  United 0\nTown 1  Rangers 1"
    text = f"Judge clears way\n\n{NEWS}\n\nRESULTS\n\n{table}\n"
    assert of_role(text, Role.TABLE) == [" ".join(table.split())]
    assert len(stories(text)) == 2


def test_a_short_text_under_a_heading_is_owned_by_it() -> None:
    """One brief sentence is text enough for a headline."""
    text = f"BANK ROBBED\n\n{NEWS}\n\nTHE WEATHER\n\nFair tonight and Wednesday; colder.\n"
    assert of_role(text, Role.HEADLINE) == ["BANK ROBBED", "THE WEATHER"]


def test_an_advertisement_makes_its_neighbours_more_likely() -> None:
    """Weak signs of trade are enough right after an advertisement."""
    text = f"""
市議會選舉結果揭曉

市議會選舉昨日舉行投票，結果於今晨二時揭曉，勞工陣線獲得十三席，成為最大政黨。

房屋出租：加東海邊，三房一廳，月租一百二十元，電話四五六七八。

招聘：女店員二名，須識英文，請到大坡大馬路永安公司面洽。

{NEWS}
"""
    assert len(of_role(text, Role.ADVERT)) == 2


def test_a_signature_before_a_notice_heads_nothing() -> None:
    """A notice has its catchword in itself, so the short line between signs the letter."""
    letter = "Sir,—The state of the road between the landing and the church is a disgrace to us."
    notice = "NOTICE.—All persons having claims against the estate are requested to send them in."
    text = f"THE ROAD\n\n{letter}\n\nA SUBSCRIBER.\n\n{notice}\n"
    assert stories(text) == [["THE ROAD", letter, "A SUBSCRIBER."], [notice]]


def test_the_end_of_a_broken_sentence_is_no_heading() -> None:
    """After a text that breaks off at "of" a capitalised name goes on with it."""
    text = (
        f"Crews gain on blaze\n\n{NEWS} It burned in the hills east of\n\nSanta Rita.\n\n{NEWS}\n"
    )
    assert of_role(text, Role.HEADLINE) == ["Crews gain on blaze"]


def test_the_paper_of_the_writer_belongs_to_the_byline() -> None:
    """A paper's name between byline and text is no second nameplate."""
    text = f"Judge clears way\n\nBy Luis Ortega\n\nTHE PRESS-DEMOCRAT\n\n{NEWS}\n"
    assert of_role(text, Role.BYLINE) == ["By Luis Ortega", "THE PRESS-DEMOCRAT"]


def test_a_line_with_an_address_heads_nothing() -> None:
    """A contact line without a stop neither heads the next story nor hides its headline."""
    contact = "Contact Lisa Renner at lrenner@coaststar.example"
    text = f"Judge clears way\n\n{NEWS}\n\n{contact}\n\nPolice blotter\n\n{NEWS}\n"
    assert of_role(text, Role.HEADLINE) == ["Judge clears way", "Police blotter"]


TEXT = """The board met at noon to hear what
the bridge over the river had cost.
No one could tell the members so,
though all of them asked it twice.
They will meet again on Monday."""


def test_the_last_word_of_a_heading_stays_with_it() -> None:
    """A row of one word under a heading is no text: text begins with a full row."""
    text = f"{TEXT}\n\nMail Robber Taken at\nRedcliff\n{TEXT}\n"
    assert ["Mail Robber Taken at Redcliff"] == of_role(text, Role.HEADLINE)


def test_a_paragraph_cut_at_the_foot_of_a_column_is_no_heading() -> None:
    """Its row is as full as rows of text are: the next word would not have fitted."""
    rows = TEXT.split("\n")
    text = f"Bridge Costs Double Again\n\n{TEXT}\n\n{rows[0]}\n\n" + "\n".join(rows[1:])
    assert ["Bridge Costs Double Again"] == of_role(text, Role.HEADLINE)


def test_a_heading_is_set_as_the_headings_of_its_page_are() -> None:
    """Where headings have capitals a short row in small letters is text."""
    heads = ("Bridge Costs Double Again", "Council Votes Down Loan", "Storm Closes Northern Road")
    stories = [f"{head}\n\n{TEXT}\n\n" for head in heads]
    text = f"{stories[0]}{stories[1]}The old works\n\n{TEXT}\n\n{stories[2]}"
    assert [*heads] == of_role(text, Role.HEADLINE)


def test_capitals_over_a_headline_in_title_case_name_a_section() -> None:
    """Where the headlines of a page are not in capitals, a line of them is no headline."""
    text = "".join(
        f"{label}{head}\n\n{TEXT}\n\n"
        for label, head in (
            ("", "Bridge Costs Double Again"),
            ("", "Council Votes Down Loan"),
            ("NEWS FROM ABROAD\n\n", "Storm Closes Northern Road"),
        )
    )
    assert ["NEWS FROM ABROAD"] == of_role(text, Role.SECTION_LABEL)


def test_the_last_figure_of_a_sentence_is_no_headline() -> None:
    """Figures with a stop, or a lower-case word with one, end what another page began."""
    for rest in ("1924.", "ered."):
        assert Role.HEADLINE not in [role for role, _ in roles(f"{rest}\n\n{NEWS}\n")]
