"""Languages and scripts of lines and regions."""

from __future__ import annotations

from digitize.model.document import Article, Document
from digitize.model.page import Line, Page, Region, Scan, Word
from digitize.ocr.languages import Languages, Told


def _told(*regions: tuple[str, ...], langs: tuple[str, ...] = ()) -> list[list[Told]]:
    """Return what is told of each region and then of its lines; a line is given as its text."""
    made = tuple(
        Region(
            id=f"r{r}",
            lines=tuple(
                Line(
                    id=f"r{r}l{n}",
                    words=tuple(
                        Word(id=f"r{r}l{n}w{w}", text=word, lang=langs[r] if langs else "")
                        for w, word in enumerate(text.split())
                    ),
                )
                for n, text in enumerate(lines)
            ),
        )
        for r, lines in enumerate(regions)
    )
    page = Page(id="p0001", number=1, scan=Scan(path="a.png"), regions=made)
    (told,) = Languages()(Document(id="d", pages=(page,))).pages
    return [
        [Told(region.lang, region.script), *(Told(one.lang, one.script) for one in region.lines)]
        for region in told.regions
    ]


ENGLISH, HANT = Told("en", "Latn"), Told("zh-Hant", "Hant")


def test_each_its_own() -> None:
    """English is told from Chinese line by line."""
    found = _told(("the mayor of the town", "政府昨日宣布 SATURDAY 經過"), ("市長將於明日開會",))
    assert [[ENGLISH, HANT], [HANT, HANT]] == [found[0][1:], found[1]]


def test_the_words_say_it() -> None:
    """A line without small words is in the language that its words were read in."""
    assert [[Told("de", "Latn"), Told("de", "Latn")]] == _told(("Bundesrat",), langs=("de",))


def test_what_is_around() -> None:
    """A headline, a line of figures and plain Han go with the print around them."""
    english = _told(("GARRISON CELEBRATED",), ("the end of the war", "1905"))
    assert [[ENGLISH, ENGLISH], [ENGLISH, ENGLISH, ENGLISH]] == english
    assert [[HANT, HANT], [HANT, HANT]] == _told(("日本人",), ("市長將於明日開會",))


def test_other_scripts_are_not_drawn_in() -> None:
    """A name in Latin letters among Chinese is in no language that is known."""
    found = _told(("市長將於明日開會於本市", "Smith"))
    assert [HANT, HANT, Told("", "Latn")] == found[0]


def test_nothing_is_told_of_nothing() -> None:
    """A region without print, and a page of figures alone, have neither."""
    assert [[Told()], [Told(), Told()]] == _told((), ("1905",))


def test_articles_are_in_what_their_parts_are_in() -> None:
    """An article is in the language of most of its print, one without words in none."""
    texts = {"r1": "DUKE OF 1905", "r2": "the mayor of the town spoke", "r3": "市長將於明日開會"}
    made = tuple(
        Region(id=name, lines=(Line(id=f"{name}l", words=(Word(id=f"{name}w", text=text),)),))
        for name, text in texts.items()
    )
    page = Page(id="p0001", number=1, scan=Scan(path="a.png"), regions=made)
    parts = (("r1", "r2"), ("r3",), ())
    articles = tuple(Article(id=f"a{n}", parts=some) for n, some in enumerate(parts))
    done = Languages()(Document(id="d", pages=(page,), articles=articles))
    assert [ENGLISH, HANT, Told()] == [Told(one.lang, one.script) for one in done.articles]


def test_a_long_text_tells_by_itself() -> None:
    """Twenty words and more are in the language of their small words, whatever they were read as.

    An engine that was told of English alone reads German with its letters.
    """
    text = "Der Rat hat gestern beschlossen die Brücke zu bauen und das Geld von der Stadt " * 2
    assert Told("de", "Latn") == _told((text,), langs=("en",))[0][0]
    assert Told("en", "Latn") == _told(("Der Rat und die Stadt",), langs=("en",))[0][0]
