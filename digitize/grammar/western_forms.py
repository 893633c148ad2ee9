"""The forms of dates in European languages, as regular expressions with named parts."""

from __future__ import annotations

import re

from digitize.grammar.months import LETTERS, MONTH
from digitize.grammar.numerals import DIGIT

_STOP = r"[\s,.;:·•*/|\-–—()\[\]]"
_JOINER = r"(?:day\s+of|of|the|d[eco]|del|di|van|den|dem|le|am|vom)"
_LINK = rf"(?:{_STOP}{{0,4}}(?:{_JOINER}\b)?{_STOP}{{0,4}})"
_LOOSE = "[0-9lI|!iOoQSsBZGgq]"  # a figure after a plain one
_DAY = (
    r"(?:(?<![\w|])|(?<=[^\W\d_]{3})(?=\d))"
    rf"(?P<day>[0-3Z]{_LOOSE}|(?:[0-3OolI]\s?|\|){DIGIT}|[1-9lI|])"
)
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|[1l]h|d|er|re|ten|te|sten|ste|°|º|ª|a)(?![^\W\d_]))?\.?"
_WEEKDAY_WORD = (
    rf"(?:{LETTERS}{{3,6}}\s(?:DAY|Day|day)|{LETTERS}(?:{LETTERS}|[01458|]){{2,12}}(?:[\s-]feira)?)"
)
_AND = r"(?:\s?[-–—/&+]\s?|\s(?:and|und|et|y|e|och|en|to|bis|au|al)\s)"
_RANGE = rf"(?:{_AND}(?:{_WEEKDAY_WORD}\.?,?\s)?{DIGIT}{{1,2}}{_ORDINAL})?"
_YEAR_DIGIT = r"[0-9OoQlI|!SsBZGgq]"
_YEAR = (
    r"(?P<year>[1lI|!2]\s?[0-9OolI]\s?[0-9OolI|]\s?[0-9OolI|]|Z0\d\d|7[6-9]\d\d|(?=\D{0,3}\d\D{0,3}\d)"
    rf"[1lI|!2]\s?{_YEAR_DIGIT}\s?{_YEAR_DIGIT}\s?{_YEAR_DIGIT})(?![\w])"
)
_NAME = rf"(?P<month>(?<![^\W\d_]){MONTH})(?![^\W\d_])\.?"
_ARTICLE = r"(?:den|dem|der|le|the|am|el|a|il|d)"
_TIME_OF_DAY = r"(?:m[o0]\w{4,6}|[ea]\w{5,9}|night)"  # morning, evening, afternoon, damaged too
BEFORE = tuple(
    re.compile(
        rf"(?<![^\W\d_])(?P<name>{_WEEKDAY_WORD})\.?(?:{_STOP}{{1,4}}{middle})?{_STOP}{{0,5}}$",
        re.IGNORECASE,
    )
    for middle in (_ARTICLE, rf"{_TIME_OF_DAY}(?:{_STOP}{{1,4}}{_ARTICLE})?")
)
FIRST_OF_TWO = re.compile(
    rf"(?<![^\W\d_])(?P<name>{_WEEKDAY_WORD})\.?\s?(?:[/&+–-]|and|und|et)\s?$"
)
NAME_OF_PAPER = re.compile(r"[^\W\d_]+\s(?:SUN|Sun)$")  # "THE SUN, MARCH 10": no day of the week
SHORT_BEFORE = re.compile(r"(?<!\w)(?P<name>Mo|Di|Mi|Do|Fr|Sa|So)[.,]{1,2}\s{0,3}(?:den\s)?$")

_HAN_WEEKDAY = (
    r"[(（\[]?(?:[星呈]\s?[期朗斯其]|[禮礼]\s?拜|[週周])\s?(?P<han>[一二三四五六日天])[)）\]]?"
)
HAN_BEFORE = re.compile(rf"{_HAN_WEEKDAY}[\s,]{{0,3}}$")
HAN_AFTER = re.compile(rf"^[\s,]{{0,3}}{_HAN_WEEKDAY}")
AFTER = re.compile(rf"^{_STOP}{{1,5}}(?P<name>{_WEEKDAY_WORD})(?!\w)\)?")

_BETWEEN = rf"(?P<between>(?<![^\W\d_]){_WEEKDAY_WORD}(?![^\W\d_]))"

_ANNO = r"(?:a\.?\s?d\.?\s?)?"
_BRACKETS = r"(?:\([^()\n]{3,24}\)\s?)?"  # the day by the other calendar: "(3. Februar a. St.)"
_DUAL = r"(?:\s?[-/]\s?(?P<dual>\d{1,2})(?!\d))?"  # 1711-12: the year began in January, or in March
_UNTIL = (
    rf"(?:\s?[-–—]\s?|\s(?:to|through|bis)\s)(?:{_WEEKDAY_WORD}\.?,?\s)?"
    rf"(?P<until>{MONTH})\.?\s?{DIGIT}{{1,2}}{_ORDINAL}"
)

_NO_YEAR = rf"(?!{_STOP}{{1,4}}(?:1[5-9]|20)\d\d(?!\w))"
"""After a day that has a year before it: "No. 1649. Lundi 16 Avril 1917" has a number there."""

MAY_HAVE_YEAR = re.compile(
    rf"Z0\d\d|7[6-9]\d\d|[1lI|!2]\s?{_YEAR_DIGIT}\s?{_YEAR_DIGIT}\s?{_YEAR_DIGIT}|\d/\d{{1,2}}/\d\d"
)
"""What every date of these forms has in it somewhere: most lines of a page have not."""

WORDED = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_DAY}{_ORDINAL}{_RANGE}{_LINK}{_NAME}{_LINK}{_BRACKETS}{_ANNO}{_YEAR}{_DUAL}",
        rf"{_NAME}{_LINK}(?P<day>(?<![\d|])(?:[0-3Z]{_LOOSE}|(?:[0-3OolI]\s?|\|){DIGIT}|[1-9lI|]))(?![\dg]){_ORDINAL}{_RANGE}{_STOP}{{0,4}}(?:{_BETWEEN}{_STOP}{{1,4}})?{_ANNO}{_YEAR}{_DUAL}",
        rf"(?<!\w){_NAME}{_LINK}(?P<day>[0-3]?{DIGIT})(?!\d){_ORDINAL}{_UNTIL}{_STOP}{{0,4}}{_YEAR}",
        rf"(?<!\w){_YEAR}{_STOP}{{0,4}}{_NAME}{_STOP}{{0,4}}{_DAY}(?!\w){_ORDINAL}{_NO_YEAR}",
        rf"(?<!\w){_YEAR}{_LINK}(?:{_BETWEEN}{_LINK})?{_DAY}(?!\d){_ORDINAL}{_LINK}{_NAME}{_NO_YEAR}",
    )
)
_TWO = rf"(?:\d|[0-3OoQlI|]{DIGIT})"
ISO = re.compile(
    rf"(?<![\w./-])(?<!\d,)(?P<year>(?=\D?\d\D?\d){DIGIT}{{4}})(?P<mark>[-/]|\.\s?)(?P<month>{_TWO})(?P=mark)"
    rf"(?P<day>{_TWO})(?![\w/-])"
)
FIGURES = re.compile(
    rf"(?<![\w/-])(?<!\d[.,])(?P<one>{_TWO})\s?(?P<mark>[-/.])\s?(?P<two>{_TWO})\s?(?P=mark)\s?"
    rf"(?P<year>(?=\D?\d\D?\d){DIGIT}{{4}})(?![\w/-])"
)
SHORT_FIGURES = re.compile(
    r"(?<![\w,./-])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>\d{2})(?![\w/-])"
)
ROMAN_FIGURES = re.compile(
    rf"(?<![\w,/-])(?P<day>{_TWO})\s?(?P<mark>[-/.])\s?(?P<month>[IVX]{{1,4}})\s?(?P=mark)\s?"
    r"(?P<year>\d{4})(?![\w/-])"
)
"""The month in Roman figures: 17. XII. 1905."""
