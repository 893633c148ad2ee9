"""Names of months and weekdays in the languages newspapers are printed in, damaged print allowed.

A name is looked up as it stands, then with the letters recognition confuses, then by edit
distance (a swap counts one) with a budget that grows with its length; a tie between two names
is no name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""In the order of `datetime.date.weekday`."""

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "at": "jänner feber maerz april mai juny july august septembris october november december",
    "la": "januarii februarii martii aprilis maji junii julii augusti septembris octobris "
    "novembris decembris",
    "la2": "januarius februarius martius aprilis majus junius julius augustus september october "
    "november december",
    "alt": "jenner hornung lenzmonat ostermonat wonnemonat brachmonat heumonat augstmonat "
    "herbstmonat weinmonat wintermonat christmonat",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
    "listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
_SHORT = {
    "en": "jan feb mar apr may jun jul aug sept oct nov dec",
    "en2": "jany feby mch apl may june july aug sep octr novr decr",
    "en3": "jan febry mar apl may jun jul augt septbr octbr novbr decbr",
    "en4": "jan feb march april may june july augst septr octobr novembr decembr",
    "de": "jän febr mrz apr mai jun jul aug sept okt nov dez",
    "de2": "jan febr märz apr mai jun jul aug septbr oktbr novbr dezbr",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "fr2": "jan fév mars avril mai juin juill aout 7bre 8bre 9bre xbre",
    "es": "ene feb mar abr may jun jul ago set oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
}
_DAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "de2": "mondtag dienstags mittwochs donnerstags freytag sonnabend sonntags",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "pl": "poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
}
_SHORT_DAYS = {
    "en": "mon tues wed thurs fri sat sun",
    "en2": "mon tue weds thur fri sat sun",
    "en3": "mon tue wed thu fri sat sun",
    "fr": "lun mar mer jeu ven sam dim",
    "es": "lun mar mié jue vie sáb dom",
    "it": "lun mar mer gio ven sab dom",
}

LETTERS = r"[^\W\d_]"
MONTH = rf"(?:{LETTERS}|[01458])(?:{LETTERS}|[01458|]){{2,18}}(?:['’]{LETTERS}{{1,2}})?"
"""A word that may be a month's name, as a regular expression; `month` decides."""

_MENDED = str.maketrans("01|584", "ollssa")
_PIECES = (("ivi", "m"), ("rn", "m"), ("ii", "h"), ("vv", "w"))
"""Letters that recognition takes apart, and the letter they were."""


def flat(word: str) -> str:
    """Lower case, accents off, ſ as s: what two printings of a name have in common."""
    spread = unicodedata.normalize("NFD", word.lower().replace("ſ", "s").replace("ß", "ss"))
    bare = "".join(char for char in spread if not unicodedata.combining(char))
    return re.sub(r"['’\s]", "", re.sub(r"\s(?=feira$)", "-", bare))


def _table(*sources: dict[str, str]) -> dict[str, int]:
    return {
        flat(name): place
        for source in sources
        for names in source.values()
        for place, name in enumerate(names.split())
    }


_MONTH_NAMES = _table(_SHORT, _MONTHS)
_LONG_MONTHS = _table(_MONTHS)
_DAY_NAMES = _table(_SHORT_DAYS, _DAYS)
_LONG_DAYS = _table(_DAYS)


def long_names(langs: Iterable[str]) -> list[str]:
    """Return the months and weekdays of some languages, in lower case."""
    return [name for lang in langs for name in f"{_MONTHS[lang]} {_DAYS[lang]}".split()]


@lru_cache(maxsize=10_000)
def month(word: str) -> int | None:
    """Return 1..12 for a month's name in any known language, None for any other word."""
    place = _look(word, _MONTH_NAMES, _LONG_MONTHS)
    return None if place is None else place + 1


@lru_cache(maxsize=10_000)
def weekday(word: str) -> str | None:
    """Return the English name of a weekday named in any known language."""
    place = _look(word, _DAY_NAMES, _LONG_DAYS)
    return None if place is None else WEEKDAYS[place]


@lru_cache(maxsize=10_000)
def weekday_and_month(word: str) -> tuple[str, int] | None:
    """Return weekday and month of two names run together ("MONDAYJUNE"), None for other words."""
    for cut in range(6, len(word) - 2):
        day = _LONG_DAYS.get(flat(word[:cut]))
        place = _LONG_MONTHS.get(flat(word[cut:]))
        if day is not None and place is None:  # one of the two may be damaged
            place = _nearest(flat(word[cut:]).translate(_MENDED), _LONG_MONTHS)
        elif place is not None and day is None:
            day = _nearest(flat(word[:cut]).translate(_MENDED), _LONG_DAYS)
        if day is not None and place is not None:
            return WEEKDAYS[day], place + 1
    return None


def _look(word: str, names: dict[str, int], long: dict[str, int]) -> int | None:
    plain = flat(word.strip(". "))
    mended = plain.translate(_MENDED)
    joined = mended
    for pieces, letter in _PIECES:
        joined = joined.replace(pieces, letter)
    for form in (plain, mended, joined):
        if form in names:
            return names[form]
    return _nearest(mended, long)


def _nearest(word: str, names: dict[str, int]) -> int | None:
    """Return the one place whose name is within the budget: 1 from 5 letters, 2 from 8."""
    budget = 0 if len(word) < 5 else 1 if len(word) < 8 else 2
    if not budget or not re.fullmatch(r"[^\W\d_-]+(?:-feira)?", word):
        return None
    best: dict[int, set[int]] = {}
    for name, place in names.items():
        if len(name) >= 5:
            distance = OSA.distance(word, name, score_cutoff=budget)
            if distance <= budget:
                best.setdefault(distance, set()).add(place)
    places = best[min(best)] if best else set()
    return next(iter(places)) if len(places) == 1 else None
