from __future__ import annotations

from digitize.metadata.head import body_size, head_lines, letters, tongue
from digitize.model.page import Role
from tests.metadata import build


def test_only_furniture_is_read() -> None:
    """Running text and noise are left out; escapes and full-width figures are undone."""
    roles = [Role.MASTHEAD, Role.NOISE]
    page = build.document([r"HK \$１０", "~~~"], roles=roles).pages[0]
    assert ["HK $10"] == [line.text for line in head_lines(page)]


def test_spaces_between_single_han_go() -> None:
    """A space that recognition put inside a name goes, one between two facts stays."""
    page = build.document(["中 國 日 報", "2021年3月10日 星期三"]).pages[0]
    assert ["中國日報", "2021年3月10日 星期三"] == [line.text for line in head_lines(page)]


def test_a_blank_row_is_a_gap() -> None:
    """White above a line is counted in line heights."""
    page = build.document(["A", "B", "", "C"]).pages[0]
    assert [0.0, 0.0, 1.0] == [line.gap for line in head_lines(page)]


def test_type_size_is_known_on_scans_only() -> None:
    """Flat text has no type."""
    flat, scan = build.document(["A"]).pages[0], build.document(["A"], sizes=[40]).pages[0]
    assert (0.0, 40.0) == (head_lines(flat)[0].size, head_lines(scan)[0].size)
    assert (0.0, 10.0) == (body_size(flat), body_size(scan))


def test_the_page_speaks_the_language_of_its_text() -> None:
    """Most of the running text decides, and its Han settles Han that both sets share."""
    spoken = tongue(build.document(["香港版", "中國日報"], build.ENGLISH))
    assert ("en", "zh-Hant", "zh-Hant") == (spoken.main, spoken.han, spoken.of("香港版"))
    spoken = tongue(build.document(["朝日新聞"], build.JAPANESE))
    assert ("ja", "ja") == (spoken.main, spoken.of("朝日新聞"))
    assert "zh-Hans" == tongue(build.document(["人民日报"], build.SIMPLIFIED)).main


def test_letters_are_compared_without_accents() -> None:
    """Names agree with their addresses: "El País" and elpais."""
    assert "elpais" == letters(["EL", "País"])


def test_a_head_that_layout_took_for_headlines_is_read() -> None:
    """What stands over the date line of a page that opens with no masthead is its head."""
    head = ["No. 357", "DE JAVA-BODE", "Batavia, Donderdag 3 april 1890"]
    made = build.document(head, roles=[Role.HEADLINE, Role.HEADLINE, Role.DATELINE])
    assert head == [line.text for line in head_lines(made.pages[0])]


def test_a_report_that_opens_a_page_is_no_head() -> None:
    """A headline over a dateline names no paper and states no number."""
    head = ["Council agrees to build", "LONDON, Thursday, May 6, 1915"]
    made = build.document(head, roles=[Role.HEADLINE, Role.DATELINE])
    assert () == head_lines(made.pages[0])
