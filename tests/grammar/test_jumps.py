from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.grammar.jumps import find_catchword, find_jump

JUMPS = (
    # English, as printed
    ("Continued on page 4", "to", "4", ""),
    ("(Continued on Page Four.)", "to", "4", ""),
    ("See LUNAR, Page A4", "to", "A4", "LUNAR"),
    ("Please see MOON, A4", "to", "A4", "MOON"),
    ("CONTINUED ON SECOND PAGE", "to", "2", ""),
    ("Please turn to page 3, col. 2", "to", "3", ""),
    ("Continued on next page", "to", "next", ""),
    ("Continued on Last Page", "to", "last", ""),
    ("Moon — Continued from Page 1", "from", "1", "Moon"),
    ("From Page 1", "from", "1", ""),
    ("Continued on Page A4, Column 3", "to", "A4", ""),
    ("Continued on A4", "to", "A4", ""),
    ("Continued on C-3", "to", "C3", ""),
    ("Continued on Page 12A", "to", "12A", ""),
    ("Continued on 4", "to", "4", ""),
    ("Continued Page 4", "to", "4", ""),
    ("Continued on Page 4, Section B", "to", "B4", ""),
    ("Continued in Section C, page 2", "to", "C2", ""),
    ("Continued on page 4, this section", "to", "4", ""),
    ("Cont'd on p. 4", "to", "4", ""),
    ("Contd. on P4", "to", "4", ""),
    ("(Cont. on pg. 7)", "to", "7", ""),
    ("Continues on page 5", "to", "5", ""),
    ("Story continues on page 5", "to", "5", ""),
    ("Concluded on page 16", "to", "16", ""),
    ("HARBOR, Continued on Page 4", "to", "4", "HARBOR"),
    ("Continued on Page II", "to", "II", ""),
    ("Continued on Third Page.", "to", "3", ""),
    ("[Continued on Eighth Page.]", "to", "8", ""),
    ("Continued on Back Page", "to", "last", ""),
    ("Continued inside", "to", "", ""),
    ("Turn to Page B1", "to", "B1", ""),
    ("(TURN TO PAGE TWO)", "to", "2", ""),
    ("Turn to HARBOR, page 3", "to", "3", "HARBOR"),
    ("See Harbor, page 3", "to", "3", "Harbor"),
    ("See HARBOR on Page 3", "to", "3", "HARBOR"),
    ("SEE HARBOR, PAGE A3", "to", "A3", "HARBOR"),
    ("Please see HARBOR BRIDGE, Page A-3", "to", "A3", "HARBOR BRIDGE"),
    ("See Page 2, Col. 4", "to", "2", ""),
    ("See HARBOR, Back Page", "to", "last", "HARBOR"),
    ("► See HARBOR, C3", "to", "C3", "HARBOR"),
    ("To Page 4", "to", "4", ""),
    ("the board said last night. See HARBOR, Page 3", "to", "3", "HARBOR"),
    ("before the winter sets in. Continued on page 4.", "to", "4", ""),
    ("before the winter (Continued on page 4)", "to", "4", ""),
    ("Continued in column 4", "to", "", ""),
    ("Continued from Page 1", "from", "1", ""),
    ("(Continued from First Page.)", "from", "1", ""),
    ("Continued from front page", "from", "1", ""),
    ("Continued from A1", "from", "A1", ""),
    ("FROM A1", "from", "A1", ""),
    ("From Page One", "from", "1", ""),
    ("Continued from 1", "from", "1", ""),
    ("From 1", "from", "1", ""),
    ("— From B1 —", "from", "B1", ""),
    ("HARBOR: From Page 1", "from", "1", "HARBOR"),
    ("HARBOR from A1", "from", "A1", "HARBOR"),
    ("Harbor, continued from Page A1", "from", "A1", "Harbor"),
    ("◄ HARBOR, from page A1", "from", "A1", "HARBOR"),
    ("(Continued from page 1.) The board of the harbour met", "from", "1", ""),
    ("HARBOR (Continued)", "from", "", "HARBOR"),
    ("(To be continued.)", "to", "", ""),
    # English, damaged
    ("(Contmued from page l)", "from", "1", ""),
    ("Contiuued on page 4", "to", "4", ""),
    ("Continned ou Page A4", "to", "A4", ""),
    ("C0ntinued on page 4", "to", "4", ""),
    ("Gontinued on page 4", "to", "4", ""),
    ("Continuedonpage4", "to", "4", ""),
    ("Continued onpage 4", "to", "4", ""),
    ("CONTINUED ON PAGE4", "to", "4", ""),
    ("Continued on PageA4", "to", "A4", ""),
    ("CONTINUEDFROMPAGE1", "from", "1", ""),
    ("Continued on pagc 4", "to", "4", ""),
    ("Continued on Paqe A4", "to", "A4", ""),
    ("Contlnued frorn page 1", "from", "1", ""),
    ("SeeHARBOR,Page 3", "to", "3", "HARBOR"),
    ("Pleasesee HARBOR, Page 3", "to", "3", "HARBOR"),
    ("Scc HARBOR, page 3", "to", "3", "HARBOR"),
    ("‘ Continued on page 4 .", "to", "4", ""),
    ("Coneluded on page 16", "to", "16", ""),
    # German, French, Spanish, Italian, Portuguese, Dutch
    ("Fortsetzung auf Seite 4", "to", "4", ""),
    ("Fortsetzung Seite 4", "to", "4", ""),
    ("(Forts. auf S. 4)", "to", "4", ""),
    ("Fortsetzung auf der nächsten Seite", "to", "next", ""),
    ("Schluß auf Seite 3", "to", "3", ""),
    ("Lesen Sie weiter auf Seite 3", "to", "3", ""),
    ("Fortsetzung von Seite 1", "from", "1", ""),
    ("Fortsetzung von der ersten Seite", "from", "1", ""),
    ("Fortfetzung auf Scite 4", "to", "4", ""),
    ("(Fortsetzung folgt.)", "to", "", ""),
    ("Suite page 4", "to", "4", ""),
    ("Suite en page 4", "to", "4", ""),
    ("(Lire la suite page 4)", "to", "4", ""),
    ("(La suite en quatrième page)", "to", "4", ""),
    ("Suite à la 2e page", "to", "2", ""),
    ("Suite page suivante", "to", "next", ""),
    ("(Suite de la page 1)", "from", "1", ""),
    ("Suite de la première page", "from", "1", ""),
    ("(À suivre.)", "to", "", ""),
    ("Pasa a la página 4", "to", "4", ""),
    ("Continúa en la pág. 4", "to", "4", ""),
    ("Viene de la página 1", "from", "1", ""),
    ("Continua a pagina 4", "to", "4", ""),
    ("Segue da pagina 1", "from", "1", ""),
    ("Continua na página 4", "to", "4", ""),
    ("Vervolg op pagina 3", "to", "3", ""),
    ("Vervolg van pagina 1", "from", "1", ""),
    # Chinese
    ("下轉A4版", "to", "A4", ""),
    ("（下轉第三版）", "to", "3", ""),
    ("（未完，轉第二版）", "to", "2", ""),
    ("下转第4版", "to", "4", ""),
    ("下轉４版", "to", "4", ""),
    ("文接A2版", "to", "A2", ""),
    ("（文轉A4版）", "to", "A4", ""),
    ("全文轉A4版", "to", "A4", ""),
    ("轉入第二版", "to", "2", ""),
    ("（續見第三版）", "to", "3", ""),
    ("（下接第三版）", "to", "3", ""),
    ("(转第三版)", "to", "3", ""),
    ("（下轉次版）", "to", "next", ""),
    ("下轉第十二頁", "to", "12", ""),
    ("會議歷時四小時。下轉A4版", "to", "A4", ""),
    ("市民對海底隧（下轉第三版）", "to", "3", ""),
    ("上接第一版", "from", "1", ""),
    ("上接第一版海港局昨日表示，", "from", "1", ""),
    ("(上接第十二頁)", "from", "12", ""),
    ("（上接頭版）", "from", "1", ""),
    ("（緊接第一版）", "from", "1", ""),
    ("接自A1版", "from", "A1", ""),
    ("（接第一版）", "from", "1", ""),
    ("（未完）", "to", "", ""),
    ("（未完，待續）", "to", "", ""),
    ("（下期續完）", "to", "", ""),
    ("（下輔第三版）", "to", "3", ""),
    ("上按第一版", "from", "1", ""),
    ("（下轉第三皈）", "to", "3", ""),
)
NO_JUMPS = (
    "SPECIAL COVERAGE, PAGES 3-6",
    "Continued on pages 3-6",
    "See pages 4 and 5",
    "See news updates on www.example.com",
    "He turned to the page 4 of the book and read on",
    "He then turned to page 4",
    "and the story was continued on page 4",
    "The council met on Tuesday",
    "Weather, page 2",
    "Related story, page 4",
    "See related story, page 4",
    "See photos, page 5",
    "See editorial, Page 12",
    "More on page 5",
    "See how they live, page 3",
    "Index to Page One",
    "Page 4",
    "A4",
    "Continued fair and warmer tomorrow",
    "The strike continued on Tuesday",
    "The strike continued on 4 May",
    "The debate continued on page after page of the minutes",
    "Continued from yesterday",
    "What is contained on page 4",
    "From page to stage: the life of a play",
    "From 4 to 6 o'clock",
    "from 4 shillings",
    "FROM A TO Z",
    "See 4 more films",
    "SEE B2 BOMBERS AT THE SHOW",
    "See Star Wars, PG-13",
    "Turn to 4 on the dial",
    "Suite 4, 12 Main Street",
    "Suite A4, Harbour House",
    "Suite 400",
    "Seite an Seite",
    "Siehe auch Seiten 4 und 5",
    "(4. Fortsetzung)",
    "Fortsetzung der Verhandlungen am 4. Mai",
    "Suite de l'affaire du canal",
    "la suite de la séance du 4 mai",
    "voir page blanche",
    "Continua la huelga en 4 ciudades",
    "the section 4 vote continued in committee",
    "to page 4 of the report he added a note",
    "詳見A4版",
    "相關新聞見A5版",
    "第三版",
    "A4版",
    "上海第三版畫展",
    "轉播第三場",
    "續租三年",
    "下轉型期",
    "下午三時",
    "上次第三版",
    "《紅樓夢》續集第二版",
    "今日出紙三大張",
    "轉口貿易上升",
    "工程未完",
    "電車由第一版圖則改道",
    "接獲第三版草案",
    "",
)
CATCHWORDS = (
    ("RAILWAY, Page 2", "2", "RAILWAY"),
    ("► HARBOR, A4", "A4", "HARBOR"),
    ("HARBOR/Page A3", "A3", "HARBOR"),
    ("HARBOR BRIDGE — Page 12", "12", "HARBOR BRIDGE"),
)
NO_CATCHWORDS = ("WEATHER, Page 2", "MORE INSIDE, Page 3", "Page 2", "RAILWAY", "Railway, Page 2")


@pytest.mark.parametrize(("text", "direction", "page", "slug"), JUMPS)
def test_a_jump_line_is_read(text: str, direction: str, page: str, slug: str) -> None:
    """Direction, page and catchword are found, though the keyword may be misread."""
    jump = find_jump(text)
    assert jump is not None
    assert (direction, page, slug) == (jump.direction, jump.page, jump.slug)
    assert jump.printed in text


@pytest.mark.parametrize("text", NO_JUMPS)
def test_a_pointer_is_no_jump(text: str) -> None:
    """Ranges of pages, pointers to other reports, addresses, films and prose lead no story on."""
    assert find_jump(text) is None


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Continued in column 4", "4"),
        ("(Continued in next column)", "next"),
        ("Continued from column 2", "2"),
        ("Continued from preceding column", "previous"),
    ],
)
def test_a_column_can_be_named(text: str, column: str) -> None:
    """Old papers send the reader to another column of the page."""
    jump = find_jump(text)
    assert jump is not None
    assert ("", column) == (jump.page, jump.column)


@pytest.mark.parametrize(("text", "page", "slug"), CATCHWORDS)
def test_a_catchword_names_its_page(text: str, page: str, slug: str) -> None:
    """Catchword and page are read though no verb is printed."""
    jump = find_catchword(text)
    assert jump is not None
    assert (page, slug) == (jump.page, jump.slug)


@pytest.mark.parametrize("text", NO_CATCHWORDS)
def test_what_points_inside_is_no_catchword(text: str) -> None:
    """The weather and "more" are no catchwords, nor is a page or a word by itself."""
    assert find_catchword(text) is None


@pytest.mark.parametrize("digit", "123456789")
def test_a_digit_is_never_mended(digit: str) -> None:
    """The page named is the page printed, however the words around it are damaged."""
    jump = find_jump(f"Gontinued ou pagc {digit}")
    assert jump is not None
    assert digit == jump.page


@given(st.text(max_size=120))
def test_any_text_gets_an_answer(text: str) -> None:
    """No text makes the grammar fail, and what it finds stands in the text."""
    jump = find_jump(text)
    assert jump is None or jump.printed in text
