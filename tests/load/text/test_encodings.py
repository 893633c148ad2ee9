from __future__ import annotations

import pytest

from digitize.errors import InputError
from digitize.load.text.encodings import read

HANS = "中国日报今天报道，国家航天局与俄罗斯签署协议，将共同建设月球科研站。\n"
HANT = "本報香港訊：昨日下午，立法會通過了新的條例，各界人士對此表示歡迎。\n"
JAPANESE = "昨日の午後、国会は新しい法律を可決した。各界の人々はこれを歓迎している。\n"
KOREAN = "어제 오후 국회는 새로운 법안을 통과시켰다. 각계 인사들은 이를 환영했다.\n"
GERMAN = "Die Züricher Behörden haben „große“ Maßregeln für die Bürger beschlossen.\n"
FRENCH = "L’été dernier, à Genève, où l’on fêtait la Légion, il a plu très fort.\n"
POLISH = "Wczoraj w Łodzi żołnierze pięknie śpiewali dawną pieśń o źrebięciu.\n"
RUSSIAN = "Вчера вечером в Москве прошло заседание, на котором приняли решение.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (HANS, "gb18030"),
        (HANT, "big5"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc_jp"),
        (JAPANESE, "iso2022_jp"),
        (KOREAN, "euc_kr"),
        (KOREAN, "iso2022_kr"),
        (HANS, "hz"),
        (GERMAN, "cp1252"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"),
        (POLISH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        (RUSSIAN, "cp866"),
        (HANT, "utf-16-le"),
        (GERMAN, "utf-16-be"),
    ],
)
def test_old_encodings_are_found(text: str, encoding: str):
    """A few lines in an encoding that names itself nowhere are read right, and told as a guess."""
    reading = read((text * 3).encode(encoding), where="a.txt")
    assert text * 3 == reading.text
    assert any("guessed" in warning for warning in reading.warnings)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_believed(encoding: str):
    """A marked file is certain: no guess, no warning, no mark left in the text."""
    reading = read(HANT.encode(encoding), where="a.txt")
    assert (HANT, 1.0, ()) == (reading.text, reading.conf, reading.warnings)


def test_utf8_is_certain():
    """Valid UTF-8 is taken as it is."""
    assert ("utf-8", ()) == (read(HANT.encode(), where="").encoding, read(b"a", where="").warnings)


@pytest.mark.parametrize(
    ("text", "encoding"), [(HANT, "utf-8"), (HANS, "gb18030"), (HANT, "big5"), (GERMAN, "cp1252")]
)
def test_one_bad_byte_costs_little(text: str, encoding: str):
    """A byte that fits nowhere is replaced and told with its place; the rest is read right."""
    good = (text * 5).encode(encoding)
    place = len(text.encode(encoding)) * 2
    bad = b"\xff" if encoding != "cp1252" else b"\x81"
    reading = read(good[:place] + bad + good[place:], where="a.txt")
    assert reading.text.startswith(text * 2)
    assert reading.text.endswith(text * 2)
    assert any(str(place) in warning for warning in reading.warnings)


def test_a_character_cut_off_at_the_end_is_told():
    """UTF-8 that ends in the middle of a character is still UTF-8."""
    reading = read("The lunar post 站".encode()[:-1], where="a.txt")
    assert "The lunar post \ufffd" == reading.text
    assert "first at 15" in reading.warnings[0]


def test_two_encodings_in_one_file_are_told():
    """Lines of UTF-8 beside lines of GB 18030 are each read in their own."""
    data = (HANT * 5).encode() + (HANS * 5).encode("gb18030")
    reading = read(data, where="a.txt")
    assert HANT * 5 + HANS * 5 == reading.text
    assert ("two encodings in one file: utf-8 and gb18030",) == reading.warnings


def test_what_is_no_text_is_refused():
    """Random bytes are an input error with what to do."""
    data = bytes((index * 7919 + index // 3) % 255 + 1 for index in range(4000))
    with pytest.raises(InputError, match="encoding") as caught:
        read(data, where="a.txt")
    assert "UTF-8" in caught.value.hint


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1255", "היום דיווח העיתון כי העיר תבנה מסילת רכבת חדשה לרווחת התושבים."),
        ("cp1256", "ذكرت الصحيفة اليوم أن المدينة ستبني سكة حديد جديدة لراحة السكان."),
        ("cp874", "วันนี้หนังสือพิมพ์รายงานว่าเมืองจะสร้างทางรถไฟสายใหม่เพื่อประชาชน"),
        ("koi8_u", "Сьогодні в газеті повідомили, що місто збудує нову залізницю."),
        ("iso8859_5", "Сегодня в газете сообщили, что город построит новую дорогу."),
        (
            "big5hkscs",
            "佢哋話今日嘅報紙講，政府決定起一條新嘅鐵路，等啲市民出入方便啲，唔使再塞車。",
        ),
        ("utf-32-le", "Heute berichtete die Zeitung, daß die Stadt eine Straße baut."),
        ("utf-32-be", "今日の新聞によると、市は新しい鉄道を建設することを決めた。"),
    ],
)
def test_scripts_without_case_and_wide_units_are_told(encoding: str, text: str) -> None:
    """Hebrew, Arabic, Thai, more Cyrillic, Cantonese, and UTF-32 without its mark are read."""
    assert text * 4 == read((text * 4).encode(encoding), where="a.txt").text


def test_traditional_chinese_in_the_encoding_of_the_mainland_is_found() -> None:
    """What Hong Kong and Taiwan write stands in GB 18030 too, as files saved there have it."""
    text = "據老農言，該處自開埠以來，歲入不下三百萬元，惟貨船誤點，學界頗為憤激。\n" * 3
    got = read(text.encode("gb18030"), where="x.txt")
    assert ("gb18030", text) == (got.encoding, got.text)


def test_the_quotes_of_a_wide_encoding_in_english_are_no_accents() -> None:
    """English saved on a Chinese machine holds marks of two bytes, right beside its letters."""
    text = "The mayor’s “plan”, it’s said, won’t do for the harbour’s old quay.\n" * 3
    assert text == read(text.encode("gb18030"), where="x.txt").text


def test_german_of_the_old_disks_is_found() -> None:
    """Texts of the time of DOS have their umlauts elsewhere."""
    text = "Die Prüfung der Brücke wäre nötig; große Kähne können nicht anlegen.\n" * 3
    got = read(text.encode("cp850"), where="x.txt")
    assert ("cp850", text) == (got.encoding, got.text)
