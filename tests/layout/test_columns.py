from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from digitize.layout.columns import Columns
from digitize.layout.page.scale import all_lines
from digitize.model.geometry import Box, union
from digitize.model.page import Line, Region, Role, Word
from digitize.model.reading import printed
from digitize.stage import Sheet
from tests.layout.draw import line, loose

LEADING = 20
LEFT = "one hundred and fifty three or more".split()
RIGHT = "seven eighths of a nautical mile off".split()


def _turned(words: list[str], by: int) -> list[str]:
    at = by % len(words)
    return words[at:] + words[:at]


def two_columns(rows: int, merged: int) -> list[Line]:
    """Return `rows` rows of two columns with a gutter of 24 pixels; row `merged` is one line."""
    lines = []
    for row in range(rows):
        y = LEADING * row
        left = line(2 * row + 1, Box(0, y, 300, y + 16), " ".join(_turned(LEFT, row)))
        right = line(2 * row + 2, Box(324, y, 624, y + 16), " ".join(_turned(RIGHT, row)))
        if row == merged:
            box = Box(0, y, 624, y + 16)
            lines.append(Line(id=left.id, box=box, words=left.words + right.words))
        else:
            lines += [left, right]
    return lines


def run(lines: list[Line], *others: Region) -> tuple[Line, ...]:
    """Return the lines after the stage."""
    sheet = Columns()(loose(lines, *others, width=700, height=400))
    return all_lines(sheet.page)


def test_a_line_over_a_gutter_is_cut() -> None:
    """A line that runs over a gutter other rows keep becomes two; the second is numbered last."""
    done = run(two_columns(8, merged=4))
    ids = [item.id for item in done if item.box.x0 > 300 and item.box.y0 == 4 * LEADING]
    assert len(done) == 16
    assert ids == ["p0001.l0017"]


def test_a_headline_over_two_columns_stays_whole() -> None:
    """Large type may run over a gutter."""
    head = line(90, Box(0, 0, 620, 40), "Flood cuts the railway in the north", size=48.0)
    below = [
        Line(id=item.id, box=Box(item.box.x0, item.box.y0 + 60, item.box.x1, item.box.y1 + 60))
        for item in two_columns(8, merged=-1)
    ]
    assert head in run([head, *below])


def test_a_rule_cuts_a_line_with_no_other_row() -> None:
    """A printed rule between two words is enough."""
    words = two_columns(1, merged=0)
    rule = Region(id="p0001.rule001", box=Box(310, 0, 312, 300), role=Role.SEPARATOR)
    assert [" ".join(LEFT), " ".join(RIGHT)] == [printed(item) for item in run(words, rule)]


def test_pieces_of_one_line_are_joined() -> None:
    """Fragments on one baseline, a word space apart, become the first fragment's line."""
    pieces = [
        line(1, Box(0, 0, 100, 16), "China and"),
        line(2, Box(108, 0, 200, 16), "Russia have"),
        line(3, Box(0, 20, 200, 36), "agreed to join hands"),
    ]
    done = run(pieces)
    assert ["p0001.l0001", "p0001.l0003"] == [item.id for item in done]
    assert printed(done[0]) == "China and Russia have"


@given(st.integers(2, 10), st.integers(-1, 9))
@settings(deadline=None)
def test_no_word_is_lost_or_doubled(rows: int, merged: int) -> None:
    """Whatever is cut or joined, every word comes back once, untouched."""
    lines = two_columns(rows, merged)
    before = [word for item in lines for word in item.words]
    after = [word for item in run(lines) for word in item.words]
    assert sorted(before, key=key) == sorted(after, key=key)


def key(word: Word) -> str:
    """Return what words are sorted by."""
    return word.id


def test_an_empty_page_stays_empty() -> None:
    """Nothing in, nothing out."""
    sheet = loose([], width=100, height=100)
    assert Columns()(Sheet(sheet.page)) == Sheet(sheet.page)


def test_a_line_torn_by_wide_spaces_is_joined_again() -> None:
    """Pieces far apart are one line where whole rows around run from one over to the other."""
    lines = []
    for row in range(12):
        y = LEADING * row
        if row % 4 == 2:
            lines += [
                line(3 * row + 1, Box(0, y, 150, y + 16), "FERRY POINT"),
                line(3 * row + 2, Box(230, y, 300, y + 16), "The"),
            ]
        else:
            lines.append(line(3 * row + 1, Box(0, y, 300, y + 16), " ".join(_turned(LEFT, row))))
    texts = [printed(item) for item in run(lines)]
    assert 3 == texts.count("FERRY POINT The")


def test_words_of_a_headline_are_joined_over_the_gutter_below() -> None:
    """Large type with a word space over a gutter of the text is one headline."""
    head = [
        line(90, Box(0, 0, 290, 44), "Exporters of tea", size=48.0),
        line(91, Box(320, 0, 600, 44), "see quiet October", size=48.0),
    ]
    text = [
        line(at, Box(item.box.x0, item.box.y0 + 60, item.box.x1, item.box.y1 + 60), printed(item))
        for at, item in enumerate(two_columns(8, merged=-1), 1)
    ]
    assert "Exporters of tea see quiet October" in map(printed, run([*head, *text]))


def test_a_gutter_that_words_are_drawn_over_is_cut_all_the_same() -> None:
    """An engine may draw the last word of a column up to the first of the next one."""
    rows = two_columns(15, merged=7)
    drawn = []
    for item in rows:
        if item.box.width > 600:
            last, first = item.words[6], item.words[7]
            edge = first.box.x0 - 2
            long = replace(last, box=Box(last.box.x0, last.box.y0, edge, last.box.y1))
            words = (*item.words[:6], long, first, *item.words[8:])
            drawn.append(replace(item, words=words))
        else:
            drawn.append(item)
    done = run(drawn)
    assert 30 == len(done)


def test_rows_at_the_foot_of_columns_are_not_joined_over_the_gutter() -> None:
    """Where wider text follows, the last rows of two columns stay two."""
    wide = [
        line(
            80 + row,
            Box(0, LEADING * (6 + row), 624, LEADING * (6 + row) + 16),
            " ".join(["m" * (1 + 3 * row % 8), *_turned(LEFT, row), *_turned(RIGHT, row)]),
        )
        for row in range(8)
    ]
    done = run([*two_columns(6, merged=-1), *wide])
    assert 12 + 8 == len(done)


def test_rows_under_a_quote_over_two_columns_are_not_joined() -> None:
    """A few rows that a quote parts from their columns keep the gutter of the rows beyond it."""
    quote = [
        line(80, Box(180, 276, 444, 300), "and all investigations", size=24.0),
        line(81, Box(100, 320, 524, 344), "some of our claims await buyers heirs", size=24.0),
    ]
    foot = [line(90, Box(0, 378, 300, 394), " ".join(LEFT))]
    foot.append(line(91, Box(324, 378, 560, 394), "seven eighths of a mile."))
    texts = {printed(item) for item in run([*two_columns(13, merged=-1), *quote, *foot])}
    assert {" ".join(LEFT), "seven eighths of a mile."} <= texts


def test_a_deck_with_even_spaces_is_not_cut_over_the_gutter_below() -> None:
    """A line larger than the text, whose words stand evenly apart, runs over the columns whole."""
    deck = line(90, Box(39, 300, 546, 322), "Night Watchman Tells of a Strange Tale", size=22.0)
    texts = map(printed, run([*two_columns(15, merged=-1), deck]))
    assert printed(deck) in texts


def test_headlines_of_two_stories_side_by_side_are_not_joined() -> None:
    """Pieces of display type further apart than their words are two headlines."""
    head = [
        line(90, Box(0, 0, 280, 44), "Exporters of tea", size=48.0),
        line(91, Box(330, 0, 600, 44), "see quiet October", size=48.0),
    ]
    text = [
        line(at, Box(item.box.x0, item.box.y0 + 60, item.box.x1, item.box.y1 + 60), printed(item))
        for at, item in enumerate(two_columns(8, merged=-1), 1)
    ]
    assert {item.id for item in head} <= {item.id for item in run([*head, *text])}


def test_a_word_without_risers_is_joined_to_its_line() -> None:
    """A piece of low letters measures less, and is of one size with its line all the same."""
    rows = two_columns(8, merged=-1)
    torn = rows[8]
    whole = replace(
        torn, box=Box(torn.box.x0, torn.box.y0, 232, torn.box.y1), words=torn.words[:-1], size=15.7
    )
    piece = line(99, Box(240, torn.box.y0 + 1, 300, torn.box.y1 - 4), "more", size=10.0)
    done = run([*rows[:8], whole, piece, *rows[9:]])
    assert 16 == len(done)


def test_headlines_a_word_space_apart_stay_two_where_each_has_a_row_of_its_own() -> None:
    """A gutter as narrow as a word space parts level headlines that go on under each other."""
    head = [
        line(90, Box(0, 0, 300, 44), "Exporters of tea", size=48.0),
        line(91, Box(324, 0, 600, 44), "Library vans", size=48.0),
        line(92, Box(0, 52, 240, 96), "see quiet days", size=48.0),
        line(93, Box(324, -52, 560, -8), "Out of reach", size=48.0),
    ]
    text = [
        line(at, Box(item.box.x0, item.box.y0 + 110, item.box.x1, item.box.y1 + 110), "so on it")
        for at, item in enumerate(two_columns(8, merged=-1), 1)
    ]
    assert {item.id for item in head} <= {item.id for item in run([*head, *text])}


def test_type_from_elsewhere_is_measured_by_its_words() -> None:
    """One word drawn around a stain does not make a line of body type a headline."""
    words = tuple(
        Word(
            id=f"p0001.l0001.w{at}",
            box=Box(60 * at, 0, 60 * at + 50, 40 if at == 4 else 16),
            text="word",
        )
        for at in range(5)
    )
    (done,) = run([Line(id="p0001.l0001", box=Box(0, 0, 290, 40), words=words)])
    assert (16.0, Box(0, 0, 290, 40)) == (done.size, done.box)


def _heads(first: str, gap: int, second: str) -> list[Line]:
    """Return two pieces of display type taken for one line, over two columns of text."""
    left = line(90, Box(0, 0, 290, 44), first, size=48.0)
    right = line(91, Box(290 + gap, 0, 620, 44), second, size=48.0)
    words = left.words + right.words
    whole = Line(id=left.id, box=Box(0, 0, 620, 44), words=words, size=48.0)
    text = [
        line(at, Box(item.box.x0, item.box.y0 + 60, item.box.x1, item.box.y1 + 60), printed(item))
        for at, item in enumerate(two_columns(8, merged=-1), 1)
    ]
    return [whole, *text]


def test_headlines_side_by_side_are_cut_at_a_wider_gap() -> None:
    """The gap over the gutter is twice the word spaces on both sides, and every row parts there."""
    done = [printed(item) for item in run(_heads("the oldest crop since", 32, "jury out two days"))]
    assert {"the oldest crop since", "jury out two days"} <= set(done)


def test_level_rows_of_two_headlines_are_cut_though_a_word_space_parts_them() -> None:
    """Each half has a row of its own under it, in its middle, and the text parts under the gap."""
    whole, *text = _heads("Opens in rain", 30, "Banks at Moor")
    under = [
        line(92, Box(65, 52, 225, 96), "County Fair", size=48.0),
        line(93, Box(390, 52, 550, 96), "River Over", size=48.0),
    ]
    lower = [
        line(at, Box(item.box.x0, item.box.y0 + 60, item.box.x1, item.box.y1 + 60), printed(item))
        for at, item in enumerate(text, 1)
    ]
    found = set(map(printed, run([whole, *under, *lower])))
    assert {"Opens in rain", "Banks at Moor"} <= found


def test_a_headline_with_even_spaces_is_not_cut_at_a_gutter() -> None:
    """A word space that happens to lie over the gutter of the text parts nothing."""
    done = [printed(item) for item in run(_heads("the oldest crop since", 14, "jury out two days"))]
    assert "the oldest crop since jury out two days" in done


def test_columns_that_were_read_across_are_parted() -> None:
    """No row begins at the gutter, nor is it wide; but behind it all rows begin a word."""
    lefts = ["now many a man", "together they went", "a boat", "homes of sailors", "we saw it go"]
    done = run(
        [
            Line(id=left.id, box=union((left.box, right.box)), words=left.words + right.words)
            for row in range(12)
            for y in (LEADING * row,)
            for left in (line(row + 1, Box(0, y, 300, y + 16), lefts[row % 5]),)
            for right in (
                line(50 + row, Box(310, y, 624, y + 16), lefts[(2 + row + row // 5) % 5]),
            )
        ]
    )
    assert 24 == len(done)


def test_words_that_start_alike_by_chance_show_no_gutter() -> None:
    """Paragraphs of nearly the same words, set in type of one width: all spaces stay alike."""
    texts = [
        "  The banks of the river along the",
        "given road are planted with a",
        "rows of lovely elms that",
    ]
    done = run([_typed(row + 1, LEADING * row, texts[row % 3]) for row in range(12)])
    assert 12 == len(done)


def _typed(number: int, top: int, text: str, width: int = 12) -> Line:
    """Return a line of a typewriter."""
    words = [
        Word(
            id=f"p0001.l{number:04d}.w{at:02d}",
            box=Box(width * found.start(), top, width * found.end(), top + 16),
            text=found.group(),
        )
        for at, found in enumerate(re.finditer(r"\S+", text), 1)
    ]
    box = union(word.box for word in words)
    return Line(id=f"p0001.l{number:04d}", box=box, words=tuple(words))


def test_text_beside_a_headline_is_no_line_with_it() -> None:
    """Words of twice the size, behind a gap, are of another line."""
    small = line(1, Box(0, 20, 300, 36), "the last row of a text")
    large = line(2, Box(330, 0, 640, 48), "STORM AT SEA")
    both = Line(id=small.id, box=union((small.box, large.box)), words=small.words + large.words)
    below = [line(at, Box(0, 20 * at, 300, 20 * at + 16), "more of it below") for at in (4, 5, 6)]
    assert {"the last row of a text", "STORM AT SEA"} <= {
        printed(one) for one in run([both, *below])
    }


def test_a_word_without_risers_is_of_one_type_with_its_line() -> None:
    """In a loose line "on" has not half the ink height of "Monday", and is not cut out for it."""
    boxes = [Box(0, 0, 107, 24), Box(135, 0, 206, 24), Box(234, 6, 258, 17), Box(287, 0, 372, 24)]
    words = tuple(
        Word(id=f"p0001.l0001.w{at:02d}", box=box, text=text)
        for at, (text, box) in enumerate(
            zip("Thackwell replied on Monday".split(), boxes, strict=True), 1
        )
    )
    loose_line = Line(id="p0001.l0001", box=union(boxes), words=words, size=24.0)
    below = [line(at, Box(0, 30 * at, 372, 30 * at + 24), "more of it below") for at in (1, 2, 3)]
    assert "Thackwell replied on Monday" in [printed(one) for one in run([loose_line, *below])]


def test_a_line_between_two_rules_runs_over_gutters() -> None:
    """Rules right over and right under a byline run on over the gutter under it: it is one line."""
    by = line(90, Box(220, 8, 420, 24), "By Hugh Mack")
    rules = [
        Region(id=f"p0001.rule{y}", box=Box(0, y, 624, y + 2), role=Role.SEPARATOR) for y in (2, 28)
    ]
    rows = [
        line(2 * row + side + 1, Box(324 * side, y, 324 * side + 300, y + 16), " ".join(words))
        for row, y in enumerate(range(40, 240, LEADING))
        for side, words in enumerate((_turned(LEFT, row), _turned(RIGHT, row)))
    ]
    assert "By Hugh Mack" in [printed(item) for item in run([by, *rows], *rules)]


def test_headlines_side_by_side_are_torn_at_a_space_thrice_as_wide() -> None:
    """No row under them need begin there: no headline is set with such a space in it."""
    words = "Traced to Fallow Stillwater Junction".split()
    edges = [(0, 100), (110, 150), (160, 270), (330, 490), (500, 620)]
    head = Line(
        id="p0001.l0001",
        box=Box(0, 0, 620, 40),
        size=40.0,
        words=tuple(
            Word(id=f"p0001.l0001.w{at:02d}", box=Box(left, 0, right, 40), text=word)
            for at, (word, (left, right)) in enumerate(zip(words, edges, strict=True), start=1)
        ),
    )
    texts = [line(at, Box(0, 40 + 20 * at, 270, 56 + 20 * at), " ".join(LEFT)) for at in (2, 3, 4)]
    assert ["Traced to Fallow", "Stillwater Junction"] == [
        printed(one) for one in run([head, *texts]) if one.box.y0 == 0
    ]


def test_lines_read_over_gutters_tell_of_each_other() -> None:
    """Where most rows run over two gutters, the few that do not show the others where to part."""
    texts = [" ".join(_turned(LEFT, at)) for at in range(4)]
    columns = [(0, 200), (216, 416), (432, 632)]
    rows = [
        [
            line(3 * row + at + 1, Box(x0, LEADING * row, x1, LEADING * row + 16), texts[at])
            for at, (x0, x1) in enumerate(columns)
        ]
        for row in range(9)
    ]
    apart = [one for row in rows[:5] for one in row]
    over = [
        Line(
            id=row[0].id,
            box=union(one.box for one in row),
            words=tuple(word for one in row for word in one.words),
        )
        for row in rows[5:]
    ]
    assert 27 == len(run([*apart, *over]))


def test_a_row_of_text_beside_a_heading_is_measured_anew() -> None:
    """What was one line with larger type is as high as its own words, and as large."""
    text = line(1, Box(0, 20, 300, 36), "the last row of a text here")
    head = line(2, Box(330, 0, 640, 48), "STORM AT SEA")
    both = Line(id=text.id, box=union((text.box, head.box)), words=text.words + head.words)
    below = [line(at, Box(0, 20 * at, 300, 20 * at + 16), "more of it below") for at in range(3, 9)]
    done = {printed(one): one for one in run([both, *below])}
    assert Box(0, 20, 300, 36) == done["the last row of a text here"].box
    assert done["the last row of a text here"].size <= 16


def test_solid_chinese_parts_far_apart_are_no_line() -> None:
    """Three names of shops on one level are three lines, though no other row is near."""
    shops = ["同昌皮貨局", "瑞和布莊", "大成電料行"]
    ends = [(0, 150), (200, 320), (370, 520)]
    words = tuple(
        Word(id=f"p0001.l0001.w{at:02d}", box=Box(x0, 0, x1, 30), text=name)
        for at, (name, (x0, x1)) in enumerate(zip(shops, ends, strict=True), 1)
    )
    whole = Line(id="p0001.l0001", box=Box(0, 0, 520, 30), words=words)
    assert shops == [printed(one) for one in run([whole])]


def _torn(y: int, text: str, size: float) -> list[Line]:
    """Return a row over the gutter of two columns, in a piece on either side of it."""
    words = text.split()
    left, right = " ".join(words[:4]), " ".join(words[4:])
    return [
        line(70, Box(10, y, 306, y + 16), left, size=size),
        line(71, Box(314, y, 600, y + 16), right, size=size),
    ]


def test_a_caption_over_two_columns_is_one_line() -> None:
    """Words right under a picture that stands over a gutter are its caption, as it does."""
    columns = [
        replace(
            one,
            box=one.box._replace(y0=one.box.y0 + 160, y1=one.box.y1 + 160),
            words=tuple(
                replace(word, box=word.box._replace(y0=word.box.y0 + 160, y1=word.box.y1 + 160))
                for word in one.words
            ),
        )
        for one in two_columns(8, merged=-1)
    ]
    caption = _torn(110, "Works at the quay in May where eighty men are now employed", 16.0)
    picture = Region(id="p0001.pic001", box=Box(0, 0, 624, 104), role=Role.PICTURE)
    done = run([*caption, *columns], picture)
    assert len([one for one in done if one.box.y0 == 110]) == 1
    assert len([one for one in run([*caption, *columns]) if one.box.y0 == 110]) == 2


def _headed(words: list[tuple[int, int, str]], high: int, size: float, by: int = 60) -> list[Line]:
    """Return two columns `by` pixels under large words, each given as where it begins and ends."""
    box = Box(words[0][0], 0, words[-1][1], high)
    parts = tuple(
        Word(id=f"p0001.l0090.w{at:02d}", box=Box(x0, 0, x1, high), text=text)
        for at, (x0, x1, text) in enumerate(words, 1)
    )
    below = [_lower(one, by) for one in two_columns(12, merged=-1)]
    return [Line(id="p0001.l0090", box=box, words=parts, size=size), *below]


def _lower(one: Line, by: int) -> Line:
    def down(box: Box) -> Box:
        return Box(box.x0, box.y0 + by, box.x1, box.y1 + by)

    words = tuple(replace(word, box=down(word.box)) for word in one.words)
    return replace(one, box=down(one.box), words=words)


def test_a_headline_of_two_words_stays_whole_where_they_meet_over_a_gutter() -> None:
    """Words no higher than their capitals are of their line's type: a word space is no gutter."""
    lines = _headed([(40, 304, "Watchmen"), (316, 500, "march")], high=22, size=32.0)
    assert "Watchmen march" in map(printed, run(lines))


def test_a_heading_that_stops_a_rule_is_not_cut_by_it() -> None:
    """A rule over and under an evenly set heading goes on around it, not through it."""
    words = [(0, 150, "Boatmen"), (158, 308, "march on"), (316, 466, "the Board")]
    rules = [
        Region(id=f"p0001.rule{at:03d}", box=box, role=Role.SEPARATOR)
        for at, box in enumerate([Box(311, 10, 313, 96), Box(311, 140, 313, 320)], 1)
    ]
    lines = [_lower(one, 100) for one in _headed(words, high=20, size=20.0)]
    assert "Boatmen march on the Board" in map(printed, run(lines, *rules))


def test_a_character_of_space_in_a_chinese_headline_may_lie_over_a_gutter() -> None:
    """What stands behind the space begins with no column: the headline is one."""
    words = [(0, 270, "義學校舍失火"), (312, 492, "幸無傷亡")]
    assert "義學校舍失火 幸無傷亡" in map(printed, run(_headed(words, high=44, size=44.0)))


def test_two_chinese_headlines_that_are_flush_with_their_columns_are_two() -> None:
    """What stands behind the space begins where a column does: another headline."""
    words = [(0, 286, "義學校舍失火"), (324, 500, "幸無傷亡")]
    assert "幸無傷亡" in map(printed, run(_headed(words, high=44, size=44.0)))


def test_a_bold_line_evenly_set_runs_over_the_gutter_of_its_text() -> None:
    """A heading in bold, hardly larger than its text, is whole where the rows under it part."""
    words = [
        (0, 150, "Boatmen"),
        (157, 306, "march on"),
        (313, 466, "the Board"),
        (473, 600, "now"),
    ]
    head, *below = _headed(words, high=18, size=18.0, by=24)
    lines = [replace(head, bold=True), *below]
    assert "Boatmen march on the Board now" in map(printed, run(lines))
