from __future__ import annotations

import pytest

from digitize.grammar.found import Found
from digitize.grammar.numbering import find_number, find_page_label, find_volume


def _value(found: Found | None) -> str | None:
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "volume", "number"),
    [
        ("VOL. XII. NO.34", "XII", "34"), ("Vol. 12 No. 345", "12", "345"),
        ("VOLUME 70—NUMBER 105", "70", "105"), ("VOL. CLXX . . No. 58,992", "CLXX", "58992"),
        ("第三千七百九十七號", None, "3797"), ("第3797號", None, "3797"),
        ("第四百五十ニ號", None, "452"),
        ("第一萬號", None, "10000"),
        ("第3卷第12期", "3", "12"), ("總第123期", None, "123"), ("第52121号", None, "52121"),
        ("12. Jahrgang Nr. 7", "12", "7"), ("Zweiundvierzigster Jahrgang.", "42", None),
        ("Nro. 76.", None, "76"), ("N° 23 812", None, "23812"), ("Nº 7", None, "7"),
        ("124. JAHRGANG", "124", None), ("12e année, n° 5", "12", "5"),
        ("Año XLVI Número 15.954", "XLVI", "15954"), ("№ 12", None, "12"),
        ("Tel. No. 345", None, None), ("WHOLE NO. 99", None, None),
        ("Vol. 3 WHOLE NO. 99 No. 5", "3", "5"), ("NOVEMBER 12", None, None),
        ("no 10 people", None, "10"), ("V?-. XXIX. N?. 4,811", "XXIX", "4811"),
        ("Vingt-troisième année — N° 8,214", "23", "8214"), ("51ST YEAR.", "51", None),
        ("FIFTY-FIRST YEAR. No. 12", "51", "12"), ("34. Jahrgang Nr. 117", "34", "117"),
        ("XVIe année", "XVI", None), ("XXXIV. Jahrgang", "XXXIV", None), ("Anno 1923", None, None),
        ("Anno LXX - N. 12", "LXX", "12"), ("34e Jaargang No. 12", "34", "12"),
        ("in his 51st year of office", None, None), ("Le numéro : 5 centimes", None, None),
        ("Vo1. XlI", "XII", None), ("VOL. X II", "XII", None), ("VOL. 1l", None, None),
        ("VOL. |2", "12", None), ("6. Jahr Nr. 3", "6", "3"),
        ("內政部登記證內警台報字第○三三號", None, None),
        ("No. 36,l59", None, "36159"), ("No. 1O,234", None, "10234"), ("NO. IO", None, None),
        ("No. 3 6,159", None, None), ("No. 4, 811", None, None), ("No. 2,3A5", None, None),
        ("No. 34, 10 March", None, "34"), ("N0. 34", None, "34"), ("NO. 26O.", None, "260"),
        ("PAGES 3-6", None, None), ("2021年3月10日", None, None),
    ],
)  # fmt: skip
def test_volume_and_number(text: str, volume: str | None, number: str | None) -> None:
    """Roman volumes stay as printed, all else is in Arabic digits; other numbers are none."""
    assert (volume, number) == (_value(find_volume(text)), _value(find_number(text)))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A4", "A4"), ("3", "3"), ("- 4 -", "4"), ("Page Four", "4"), ("PAGE A4", "A4"),
        ("Page 12", "12"), ("Seite 3", "3"), ("第三版", "3"), ("第A4版", "A4"), ("A4版", "A4"),
        ("第十二版", "12"), ("THE STRAITS TIMES | WEDNESDAY, MARCH 10, 2021 | A4", "A4"),
        ("4 EVENING STAR", "4"), ("B 12", "B12"), ("Page IV", "4"), ("003", "3"),
        ("March 10, 2021", None), ("SPORT", None), ("2021年3月10日", None), ("", None),
        ("2 Evening Star, Tuesday, March 9, 2021", "2"),
    ],
)  # fmt: skip
def test_page_labels(text: str, label: str | None) -> None:
    """A word for page, or a label at the edge of the line, names the page; a date never does."""
    assert label == _value(find_page_label(text))
