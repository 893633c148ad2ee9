from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitize.clean.breaks import Breaks
from digitize.clean.rule import Passage
from digitize.model.page import Role
from tests.clean.build import after, blocks, column, joins, passage, texts

LONG = "The harbour board has agreed to deepen the northern channel before the winter storms"
REST = "this year, and the work will be paid for out of the dues of the port."
WHOLE = f"{LONG}."


def _joined(left: str, right: str) -> bool:
    return bool(joins(Breaks(), passage(*blocks(left, right))))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"{LONG} of", "this year, and the dues of the port will pay."),
        (f"{LONG} under the chairmanship of state pilot", "Petersen, who signed the paper."),
        (f"{LONG}, said the President", "Xi Jinping on Monday."),
        (f"{LONG} in", "2021, when the last one failed."),
        (f"{LONG}, said Mr.", "Brown on Monday."),
        (f"{LONG} on Dec.", "17, when the last one failed."),
        (f"{LONG} according to capa-", "ble men of the trade."),
        (f"{LONG} by the Northern Corp.", "which was founded last year."),
        (f"{LONG} for the U.S.", "government, which pays."),
        (f"{LONG}, as was told in Chapter", "5. The council met on Monday."),
        (f"{LONG}, it says, and so will your", "Petersen of the dredgers, they say."),
        ("To the harbour board of the", "2,015 who voted for it on Monday."),
        ("which is 18 percent more than in", "1924."),
        ("As the dredgers pointed out,", "Drummond was not impressed and offered less for it."),
        ('"My uncle worked on Ropewalk', 'Lane when there was no pier," the mayor said.'),
        (
            "The Education Bureau will spend",
            "HK$3.5 billion on the teaching of two languages, it says.",
        ),
        (
            "Asked about the quays, Petersen replied:",
            '"That is for April to say." He left at noon.',
        ),
        ("IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS", "BE LIABLE FOR ANY damage."),
        ("The island grew into a town of 492 chimneys within", "80 years, it says."),
        (f"{LONG}, and IT CANNOT BE", "PUT OFF, as the mayor wrote."),
        ("A crate of tea now fetches", "$240 million, which is twice what was paid for it in May."),
        (
            "Between February and November",
            "10,798 passes were issued, twice as many as the year before.",
        ),
        ("六月共簽發3876張通行證，1915年則", "只有9486張。在野人士不滿。"),
        ("自此去年共批出612張牌照，1929年則", "只有7153張。"),
        ("鄰近七個街區入夜前亦要求獲得同樣", "待遇，教育局未有表態。"),
        ("航運界人士對此表示歡迎。太古輪船公司董事長", "WILLIAM SMITH先生說，新航道可省時。"),
        ("港務局昨日宣布，將於冬季之前加深北面航道，並由港口稅收支付有關費用，預計", "明年完成。"),
        (
            "Der Hafenrat hat beschlossen, die nördliche Fahrrinne vor dem Winter",
            "Sturm zu baggern.",
        ),
        ("Le conseil du port a décidé de creuser le chenal du nord avant les", "tempêtes d’hiver."),
    ],
)
def test_a_paragraph_without_an_end_goes_on_in_the_next_block(left: str, right: str) -> None:
    """An unfinished paragraph is joined, whatever the next block starts with."""
    assert _joined(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (WHOLE, "The council met on Monday to hear the engineers."),
        (f'{LONG}, in what he called "advanced technologies".', "The council met."),
        (f"{LONG}. (AP)", "The council met on Monday."),
        (f"{LONG}.—Reuters", "The council met on Monday."),
        (
            "港務局昨日宣布，將於冬季之前加深北面航道，並由港口稅收支付有關費用。",
            "議會星期一開會。",
        ),
        ("港務局昨日宣布，將加深航道，局長稱這是「本港三十年來最重要的工程」", "議會星期一開會。"),
        (f"{LONG}. And so, said the mayor: ■", "The council met on Monday."),
        (f"{LONG}. The mayor said:", '"We shall begin on Monday."'),
        ("港務局昨日宣布，將於冬季之前加深北面航道，並由港口稅收支付。", "iPhone 昨日開售。"),
        (f"{LONG}, was ever told in the past.", "arrison was born in Newbury Port."),
        (f"{LONG} und Hand für's Vaterland.“", "Für das deutsche Fest ist gesorgt."),
        (f"{LONG}, as is shown by the letter G.", "If the storms come, nobody will dredge."),
    ],
)
def test_a_finished_paragraph_stays_by_itself(left: str, right: str) -> None:
    """A stop, a credit, an end mark or a closing mark ends a paragraph."""
    assert not _joined(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"{LONG}, which means", "• new quays on both banks of the river"),
        (f"{LONG}, which means", "1. New quays on both banks of the river."),
        (f"{LONG}, which means", "(a) new quays on both banks of the river."),
        (f"{LONG} with the help of", "A long road ahead"),
        (f"{LONG} with the help of", "LONDON, May 5 (Reuters) — The council met on Monday."),
        (f"{LONG} with the help of", "THE COUNCIL MET on Monday to hear the engineers."),
        (f"{LONG} with the help of", "【本報訊】議會星期一開會。"),
        (f"{LONG} with the help of", "議會星期一開會，聽取工程師報告，並決定撥款興建新碼頭。"),
        (f"{LONG}. I am, Sir, yours truly,", "A. Ratepayer, of the northern bank."),
        ("Arsenal 2, Chelsea 1", "Everton 0, Leeds 0"),
        ("Dear Sir,", "Your correspondent of Monday last is mistaken in the matter."),
        ("14 Harbour Street", "Tel. 2345 6789"),
        ("Smith & Co., Queen's Road,", "Agents for the Lancashire Insurance Company in Canton."),
        ("Wheat 45 46 47 45 1/2, rye 22 23 21, oats 12 13 14 15 11 1/4, hay 9 8", "Lard 12 13."),
    ],
)
def test_what_stands_apart_is_left_alone(left: str, right: str) -> None:
    """Items, headings, datelines, letters' ends, rows and addresses are joined to nothing."""
    assert not _joined(left, right)


def test_a_caption_between_two_halves_is_passed_over() -> None:
    """A sentence runs on under a picture, its caption and an advert."""
    left, right = blocks(f"{LONG} of", REST)
    between = [
        column("c1", "The old channel.", role=Role.CAPTION),
        column("c2", "BUY SOAP", role=Role.ADVERT),
    ]
    assert [f"{LONG} of {REST}"] == texts(after(Breaks(), passage(left, *between, right)))


@pytest.mark.parametrize("role", [Role.SUBHEADING, Role.HEADLINE, Role.BYLINE, Role.DATELINE])
def test_nothing_is_joined_across_a_heading(role: Role) -> None:
    """A heading, byline or dateline ends what stood above it, finished or not."""
    left, right = blocks(f"{LONG} of", REST)
    assert [] == joins(Breaks(), passage(left, column("h1", "Long road", role=role), right))


def test_the_heading_of_a_continuation_does_not_end_the_sentence() -> None:
    """Across a jump line the short headline of the later page is passed over."""
    left, right = blocks(f"{LONG} of", REST)
    jump = column("j1", "Continued on page 4", role=Role.JUMP_LINE)
    head = column("h1", "Channel", role=Role.HEADLINE)
    assert 1 == len(joins(Breaks(), passage(left, jump, head, right)))


NARROW = """
      The harbour board met on
    Monday to hear the engineers
    about the northern channel
    and the state of the quays
"""


def test_a_full_line_before_a_line_that_is_not_set_in_runs_on() -> None:
    """Where print agrees with the wording the join is surer."""
    right = column("r2", "Petersen of the dredgers, who\nsigned it.\n  The council met.")
    edits = list(Breaks()(passage(column("r1", NARROW), right)))
    assert [0.8] == [edit.conf for edit in edits]


def test_an_indent_keeps_a_paragraph_though_its_neighbour_lost_its_stop() -> None:
    """A line that is set in opens a paragraph even after a text without a stop."""
    right = column("r2", "  Petersen of the dredgers\nsigned the paper for them all.")
    assert [] == joins(Breaks(), passage(column("r1", NARROW), right))


def test_a_short_last_line_ends_a_paragraph_that_lost_its_stop() -> None:
    """A word that would have fitted above shows that the break was meant."""
    left = column("r1", NARROW + "    of old\n")
    assert [] == joins(Breaks(), passage(left, column("r2", "Petersen signed the paper.")))


def test_verse_is_left_alone() -> None:
    """Lines that all begin with capitals and end at commas are no cut paragraph."""
    stanza = "The night was dark,\nThe wind was high,\nNo star was seen,\nNor moon in sky,"
    other = "The ship came in,\nHer sails were torn,\nHer men were few,\nTheir looks forlorn."
    assert [] == joins(Breaks(), passage(column("r1", stanza), column("r2", other)))


def test_a_line_set_by_itself_inside_a_region_begins_something() -> None:
    """A first line that leaves room for the next word is a heading that nobody labelled."""
    left = column("r1", NARROW)
    heading = "Feuilleton\nPetersen of the dredgers had\nsigned the paper on Monday\nfor them."
    assert [] == joins(Breaks(), passage(left, column("r2", heading)))


def test_a_title_is_never_the_end_however_short_its_line() -> None:
    """“Mr.” waits for a name even where the line has room left."""
    left = column("r1", NARROW + "    under Mr.\n")
    assert 1 == len(joins(Breaks(), passage(left, column("r2", "Petersen of the dredgers."))))


def test_rows_of_figures_are_left_alone() -> None:
    """A price list is no cut sentence."""
    left = column("r1", "Subscriptions for the town and for abroad, by the month 2.60 6.80 12.50")
    assert [] == joins(Breaks(), passage(left, column("r2", "delivered at the door of the reader")))


def test_inside_a_scanned_region_only_a_small_letter_mends() -> None:
    """In a scan an opening inside a region is print evidence; a capital there begins anew."""
    capital = column("r1", f"{LONG} of the\n    Petersen dredgers, which lie here.", all_open=True)
    small = column("r1", f"{LONG} of the\ndredgers, which lie here.", all_open=True)
    assert [] == joins(Breaks(), passage(capital, unit="pixel"))
    assert 1 == len(joins(Breaks(), passage(small, unit="pixel")))


def test_a_scrap_of_a_line_has_no_size_to_believe() -> None:
    """A word without tall letters measures small, and continues its sentence all the same."""
    left, right = blocks("the vote was taken and the officers", "were")
    small = replace(right, lines=(replace(right.lines[0], size=0.6),))
    left = replace(left, lines=(replace(left.lines[0], size=1.0),))
    assert 1 == len(list(Breaks()(passage(left, small))))


def test_larger_or_bolder_type_is_another_text() -> None:
    """Lines of another size or weight never continue a sentence."""
    left, right = blocks(f"{LONG} of", REST)
    bold = replace(right, lines=(replace(right.lines[0], bold=True),))
    large = replace(right, lines=(replace(right.lines[0], size=2.0),))
    assert [] == joins(Breaks(), passage(left, bold))
    assert [] == joins(Breaks(), passage(left, large))


def test_one_line_boxed_too_high_goes_on_with_its_sentence() -> None:
    """Other lines of its paragraph tell its type; so does that it is flush after a full line."""
    rest = "which are of no use to the\nships of the company, it is said."
    high, whole = column("r1", NARROW), column("r2", rest)
    high = replace(high, lines=(*high.lines[:-1], replace(high.lines[-1], size=2.0)))
    alone = column("r2", "which are of no use to the")
    alone = replace(alone, lines=(replace(alone.lines[0], size=2.0),))
    assert 1 == len(joins(Breaks(), passage(high, whole, unit="pixel")))
    two = NARROW.rstrip() + ".\n" + NARROW.lstrip("\n")
    assert 1 == len(joins(Breaks(), passage(column("r1", two), alone, unit="pixel")))


def test_a_line_measured_bolder_goes_on_with_its_sentence() -> None:
    """Inside a region, lower case after a word that ends no sentence is the same text."""
    rows = column("r1", "at which speeches were\nmade by many prominent men.", all_open=True)
    bold = replace(rows, lines=(rows.lines[0], replace(rows.lines[1], bold=True)))
    assert 1 == len(joins(Breaks(), passage(bold, unit="pixel")))


def test_a_word_torn_between_two_adverts_is_one() -> None:
    """What is read region by region shares a paragraph only where a word is broken."""
    torn = blocks("This ring is an attractive and appro-", "priate gift", role=Role.ADVERT)
    whole = blocks("This ring is an attractive", "and cheap gift", role=Role.ADVERT)
    assert 1 == len(joins(Breaks(), passage(*torn)))
    assert [] == joins(Breaks(), passage(*whole))


def test_three_pieces_become_one() -> None:
    """A paragraph cut twice is mended twice."""
    pieces = blocks(f"{LONG} of", "this year and of the", "dues of the port.")
    text = f"{LONG} of this year and of the dues of the port."
    assert [text] == texts(after(Breaks(), passage(*pieces)))


def test_furniture_is_left_alone() -> None:
    """Only body text is mended."""
    ears = blocks(
        "See news updates on the northern channel and the state of the", "quays", role=Role.EAR
    )
    assert [] == joins(Breaks(), passage(*ears, kind="furniture"))


@pytest.mark.shared
def test_the_front_page_given_as_text_has_ten_paragraphs(shared: Path) -> None:
    """Fourteen blocks, four of them cut at a column's end, whether one region or many."""
    text = next((shared / "pages" / "front-page-text").glob("*.txt")).read_text("utf-8")
    found = [block.strip() for block in text.split("\n\n") if len(block) > 80]
    for regions in (blocks(*found), (column("r1", "\n".join(found), all_open=True),)):
        given = passage(*regions)
        assert 14 == len(found)
        assert [
            "corporation | Roscosmos,",
            "can | serve",
            "to | produce",
            "their | own",
        ] == [_seam(join) for join in joins(Breaks(), given)]
        assert 10 == len(texts(after(Breaks(), given)))


_SET_IN = """
  The harbour board has agreed on
deepening the northern channel in
the spring.
  The work will be paid for out of
the dues of the port, as was said.
"""
_FLUSH = "The mayor was not in the hall at\nall."


def test_a_flush_line_where_others_are_set_in_runs_on() -> None:
    """In flat text a full line before it, and no indent, say that only the column ended."""
    full = column("r1", _SET_IN.rstrip() + " Nobody")
    full = replace(full, lines=full.lines[:-1])
    ends = column("r2", "  The pilots were of the mind that\nthe board might soon have to dig.")
    given = passage(full, ends, column("r3", _FLUSH))
    assert 1 == len(joins(Breaks(), given))
    indented = passage(full, ends, column("r3", f"  {_FLUSH}"))
    assert [] == joins(Breaks(), indented)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("船家難忘一九〇九年的水災，當時冬", "衣沿街漂流，預計八月前不會改變。"),
        ("去年共批出三千九百一十四張牌照，", "1927年則只有4064張。在環石，船家難忘當年的水災。"),
    ],
)
def test_a_short_line_of_han_prose_runs_on(left: str, right: str) -> None:
    """Phrases parted by commas are prose, however short; a few years among them are no table."""
    assert _joined(left, right)


_COLUMN = """
    燈籠灣的舊鐘樓維修昨日正式展開，有
四千人到場，教育局發言人林小欣指出，這
項工程分三個階段進行，預計三月前完成。
    {}
"""


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("鹽田由關卡發展成為擁有七千戶的大", "商埠，令許多人感到意外。"),
        ("六千名工人日前在天文台門前冒雨靜", "坐，其後和平散去，沒有人受傷。"),
    ],
)
def test_the_first_line_of_a_han_paragraph_at_a_column_foot_runs_on(left: str, right: str) -> None:
    """Set in, and full but for what clings to the next character, it is no heading."""
    given_ = passage(column("r1", _COLUMN.format(left)), column("r2", right), lang="zh-Hant")
    assert texts(after(Breaks(), given_))[-1].endswith(left + right)


def test_a_heading_of_han_does_not_run_on() -> None:
    """A lone line without a comma may be a heading."""
    assert not _joined("改善鹽田圍北碼頭計劃", "運輸處上周通過舊鐘樓維修計劃，會議歷時八小時。")


def _seam(join: str) -> str:
    left, right = join.split(" | ")
    return f"{left.split()[-1]} | {right.split()[0]}"


PIECES = st.lists(
    st.text("aA the.,-“”「」。港 1(—:\u00ad", min_size=1, max_size=70), min_size=1, max_size=6
)


def _any(pieces: list[str]) -> Passage:
    return passage(*blocks(*(piece.strip() or "x" for piece in pieces)))


@given(PIECES)
@settings(max_examples=150, deadline=None)
def test_mending_twice_changes_nothing_more(pieces: list[str]) -> None:
    """Applied to its own result the rule proposes nothing."""
    assert [] == list(Breaks()(after(Breaks(), _any(pieces))))


@given(PIECES)
@settings(max_examples=100, deadline=None)
def test_no_word_is_changed_or_lost(pieces: list[str]) -> None:
    """Only the places where paragraphs open change."""
    before = _any(pieces)
    result = after(Breaks(), before)
    assert [word for region in before.regions for row in region.lines for word in row.words] == [
        word for region in result.regions for row in region.lines for word in row.words
    ]


def test_lines_of_verse_stay_apart_though_they_end_at_commas() -> None:
    """Each line of a stanza has been found to stand for itself."""
    stanza = "The night was dark,\nThe wind was high,\nNo star was seen,\nNor moon in sky,"
    assert [] == joins(Breaks(), passage(column("r1", stanza, all_open=True)))
