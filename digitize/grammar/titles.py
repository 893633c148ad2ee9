"""How much a line reads like the name of a newspaper, in any language.

The words are those that names of newspapers are made of, whatever the paper; a name without any
of them ("Aftonbladet", "EL PAÍS") scores in the middle, and type, place and address must decide.
"""

from __future__ import annotations

import re

from digitize.grammar.dates import find_dates
from digitize.grammar.editions import find_edition
from digitize.grammar.numbering import find_number, find_volume
from digitize.grammar.prices import find_prices
from digitize.grammar.scripts import is_han, script
from digitize.grammar.sentences import ends_sentence
from digitize.grammar.urls import find_urls

NAME_WORDS: dict[str, frozenset[str]] = {
    lang: frozenset(words.split())
    for lang, words in {
        "en": "daily weekly times post news herald gazette tribune journal chronicle star sun mail "
        "express telegraph mirror observer guardian examiner courier advertiser argus standard "
        "record register press dispatch sentinel republic republican democrat bulletin "
        "intelligencer enterprise leader ledger citizen reporter review world globe union age "
        "mercury independent echo banner beacon call clarion commonwealth eagle enquirer inquirer "
        "messenger monitor morning evening sunday patriot pioneer progress "
        "recorder reveille sketch spectator statesman transcript tidings visitor watchman "
        "whig worker freeman graphic pilot today advocate defender crusader constitution witness "
        "bugle picayune vindicator palladium yeoman gleaner expositor reflector torch lantern",
        "de": "zeitung tagblatt tageblatt anzeiger nachrichten allgemeine rundschau presse kurier "
        "bote post morgenpost abendblatt morgenblatt wochenblatt volksblatt volksfreund "
        "volksstimme volkszeitung stimme merkur spiegel tagespost tageszeitung neueste "
        "intelligenzblatt generalanzeiger landeszeitung vorwärts beobachter amtsblatt echo "
        "journal freie",
        "fr": "journal gazette figaro monde matin soir temps petit nouvelles dépêche courrier "
        "républicain liberté libération tribune écho indépendant progrès voix humanité nouvelliste "
        "moniteur patrie presse aurore croix feuille parisien univers réveil phare",
        "es": "diario gaceta heraldo prensa noticias mundo tiempo nación universal imparcial "
        "vanguardia correo periódico tribuna sol razón país mercurio comercio",
        "it": "corriere gazzetta giornale messaggero stampa repubblica mattino popolo sera avanti "
        "secolo tempo resto nazione unità",
        "nl": "courant krant dagblad nieuws nieuwsblad handelsblad telegraaf volkskrant weekblad "
        "nieuwe algemeen rotterdamsche bode",
        "pt": "jornal diário folha correio gazeta estado notícias público manhã",
        "sv": "tidning tidningar tidende tidningen dagbladet bladet nyheter posten allehanda avis "
        "avisen",
        "zh-Latn": "pao bao jih ribao wanbao jihpao yat po man wah kung shih hsin wen",
        "ja-Latn": "shimbun shinbun nippo",
        "ko-Latn": "ilbo shinmun sinmun",
    }.items()
}
"""Words that names of newspapers are made of, by language."""

_ALL_WORDS = frozenset().union(*NAME_WORDS.values())
_COMPOUND = re.compile(
    r"\w{3,}(?:zeitung|blatt|bladet|blad|anzeiger|nachrichten|post|posten|kurier|tidning|tidende|"
    r"tidningen|avis|courant|krant|news|times)$"
)
_HAN_NAME = re.compile(
    r"(?:[報报]|新聞紙?|新闻|[週周月旬日]刊|[雜杂][誌志]|タイム[スズ]|ニュース|ジャーナル)$"
)
_ARTICLE = re.compile(
    r"^(?:the|le|la|les|l['’]|el|los|il|lo|die|der|das|de|het|o|a)\b", re.IGNORECASE
)
_ROMANCE_ARTICLE = re.compile(r"(?:Le|La|Les|L['’]|El|Los|Il|Lo)(?:\s|(?<=['’]))?[A-ZÀ-Þ]")
_ROMANCE_WORDS = 3  # "L’Action populaire", "La Dépêche tunisienne": the noun's adjective is small
_BARE_ARTICLE = re.compile(r"(?:the|le|la|les|el|los|il|lo|die|der|das|het)", re.IGNORECASE)
_PROMO = re.compile(
    r"(?<!\w)(?:see|pages?|pp|inside|special|coverage|update[sd]?|more|turn|today['’]s|"
    r"weather|forecast|online|subscribe|circulation|edition|price|established|founded|member|seite|"
    r"copyright|entered|published|printed|registered|exclusive|breaking)(?!\w)"
    r"|[見见詳详][^\s]{0,4}版|今日|天氣|天气|出紙|零售|詳見",
    re.IGNORECASE,
)
_SLOGAN = re.compile(
    r"(?<!\w)(?:newspapers?|paper|(?:of|for|to) the|für|voor|pour|since|america['’]s|nation['’]s)"
    r"(?!\w)",
    re.IGNORECASE,
)
_GENRE = re.compile(
    r"(?:(?:un)?abhängige|politische|(?:grand )?journal|organe|diario|giornale|jornal|periódico)"
    r"(?:[\s,-]+(?:et|y|e|und|politi\w{2,5}|littérai\w{2,3}|literari\w|quotidien\w{0,2}|quotidiano"
    r"|diario|hebdomadaire|républicain|ind[eéi]p\w+|commercia\w{1,2}|agricole|industriel|illustré"
    r"|d['’](?:annonces|informations?)|de (?:avisos|noticias)|(?:tages|wochen)?zeitung))+",
    re.IGNORECASE,
)
"""What kind of paper it is, under its name: "Journal politique quotidien"."""

_QUOTED = re.compile(r"^\s*[\"“„«「『]|[!?！？]")
_LINKS = frozenset("della dello delle degli dalla upon under from voor voorheen".split())
"""Words in lower case inside a name that have more than four letters."""
_ROMANCE_LINKS = frozenset("de des du della delle dei del".split())
"""Words that a noun in lower case may follow in a name."""
_TELLS = frozenset(
    "is are was were be been has have had will would can may shall says said went came took got "
    "ist sind war waren wird hat haben est sont était étaient fut furent son era fue".split()
)
"""Verbs in lower case: a name tells nothing."""
_NO_COMPOUND = frozenset("centimes sometimes maritimes compost outpost signpost impost".split())
_LATIN_WORDS = (1, 6)
_HAN_LENGTH = (2, 8)


def looks_like_title(text: str) -> float:
    """Return 0..1: 1 reads just like a newspaper's name, 0 cannot be one.

    A date, price, number, edition, address or pointer to other pages makes it 0.
    """
    bare = text.strip(" \t\n.·•*-–—|_")
    if len(bare) < 2 or _has_fact(bare):
        return 0.0
    if script(bare) in ("Hant", "Hans", "Hani", "Jpan"):
        return _han_score(bare)
    return _latin_score(bare, ended=ends_sentence(text))


def left_to_right(name: str) -> str:
    """Return a Chinese name that was set from right to left (報申) as it is read (申報).

    Until about 1950 horizontal Chinese ran to the left; no name begins with 報 alone and ends in
    none of the words that close a name.
    """
    turned = name[::-1]
    if not _HAN_NAME.search(name) and name[:1] in ("報", "报") and 2 <= len(name) <= 5:
        return turned
    return name


def tells_genre(text: str) -> bool:
    """Return whether `text` says what kind of paper this is: "Journal politique quotidien"."""
    return bool(_GENRE.fullmatch(text.strip(" .")))


def name_words(text: str) -> int:
    """Return how many words of `text` names of newspapers are made of."""
    return sum(map(_is_name_word, re.findall(r"[^\W\d_]+", text.lower())))


def name_language(text: str) -> str:
    """Return the language whose name words are most in `text`, "" when none or undecided."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    scores = {lang: sum(word in known for word in words) for lang, known in NAME_WORDS.items()}
    best = max(scores.values())
    winners = [lang for lang, score in scores.items() if score == best]
    return winners[0] if best and len(winners) == 1 else ""


def _as_in_names(before: str, word: str) -> bool:
    """Whether a word has the case it may have in a name: "Journal des débats"."""
    return word[0].isupper() or len(word) <= 4 or word in _LINKS or before in _ROMANCE_LINKS


def _has_fact(text: str) -> bool:
    return bool(
        _PROMO.search(text)
        or find_urls(text)
        or find_dates(text)
        or find_volume(text)
        or find_number(text)
        or find_prices(text)
        or find_edition(text)
    )


def _is_name_word(word: str) -> bool:
    return word in _ALL_WORDS or bool(_COMPOUND.match(word) and word not in _NO_COMPOUND)


def _han_score(text: str) -> float:
    bare = "".join(char for char in text if not char.isspace())
    low, high = _HAN_LENGTH
    if not low <= len(bare) <= high or any(char.isdigit() for char in bare):
        return 0.0
    if _HAN_NAME.search(left_to_right(bare)):
        return 1.0
    return 0.4 if all(map(is_han, bare)) else 0.2


def _latin_score(text: str, *, ended: bool) -> float:
    words = re.findall(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*", text)
    low, high = _LATIN_WORDS
    if not low <= len(words) <= high or re.search(r"\d", text) or not _TELLS.isdisjoint(words):
        return 0.0
    score = 0.4
    named = name_words(text)
    if _BARE_ARTICLE.fullmatch(text.strip(" .")):
        return 0.0
    if named:
        whole = len(re.findall(r"[^\W\d_]+", text))
        score += 0.4 if named < whole else 0.2 if whole > 1 else 0.05
    if _ARTICLE.match(text):
        score += 0.15
    article = _ROMANCE_ARTICLE.match(text) and len(words) <= _ROMANCE_WORDS
    if article or all(map(_as_in_names, ["", *words], words)):
        score += 0.1
    else:
        score -= 0.3
    if len(words) > 4:
        score -= 0.1
    if _SLOGAN.search(text) or tells_genre(text):
        score -= 0.3
    told = ended and len(words) > 3 and not text.isupper()  # old nameplates end with a point
    if _QUOTED.search(text) or told or "," in text:
        score -= 0.4
    return min(1.0, max(0.0, score))
