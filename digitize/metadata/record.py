"""From what was found in the head to the issue record, with the evidence of every field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digitize.grammar.western import weekday_of
from digitize.metadata.casing import language_of_words
from digitize.metadata.dating import Dating
from digitize.metadata.facts import Kind
from digitize.metadata.head import HeadLine, Tongue
from digitize.metadata.imprint import Said
from digitize.metadata.naming import Name, name_lang
from digitize.metadata.pricing import Copy
from digitize.model.issue import Evidence, Issue, Parallel

COUNTED: tuple[Kind, ...] = ("volume", "number", "pages", "publisher", "frequency")
"""Fields that are the first fact of their kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """All that was read in the head of the front page."""

    lines: tuple[HeadLine, ...]
    spoken: Tongue
    names: tuple[Name, ...]  # the main one first
    day: Dating
    editions: tuple[Said, ...]  # the main one first
    place: Said | None
    copy: Copy | None
    counts: dict[Kind, Said]
    sites: tuple[Said, ...]
    doubts: tuple[str, ...] = ()  # of name and address
    worn: bool = False  # letters of the head were misread, so figures may be


def record(found: Findings) -> Issue:
    """Return the issue record; a field nothing was found for stays None."""
    main = found.names[0] if found.names else None
    day, counts = found.day, found.counts
    return Issue(
        title=main.text if main else None,
        title_lang=(name_lang(main, found.spoken) or None) if main else None,
        parallel_titles=tuple(
            Parallel(text=name.text, lang=name_lang(name, found.spoken)) for name in found.names[1:]
        ),
        edition=found.editions[0].value if found.editions else None,
        parallel_editions=tuple(
            Parallel(text=said.value, lang=_edition_lang(said, found))
            for said in found.editions[1:]
        ),
        date=day.date,
        printed_date=day.printed,
        weekday=weekday_of(day.date) if day.date else None,
        weekday_agrees=day.weekday_agrees,
        price=found.copy.price if found.copy else None,
        place=found.place.value if found.place else None,
        urls=tuple(site.value for site in found.sites),
        evidence=tuple(evidence(found)),
        warnings=day.warnings,
        **{kind: said.value for kind, said in counts.items()},
    )


def evidence(found: Findings) -> Iterator[Evidence]:
    """Yield where each filled field was read, by which rule, and how sure it is."""
    for place, name in enumerate(found.names):
        yield Evidence(
            field="parallel_titles" if place else "title",
            value=name.text,
            printed=name.printed,
            lines=tuple(found.lines[line].id for line in name.places),
            rule="name by " + ", ".join(name.signs),
            conf=name.conf,
        )
    for place, said in enumerate(found.editions):
        yield _evidence("parallel_editions" if place else "edition", said, "edition named")
    yield from _day_evidence(found.day)
    if found.copy:
        price = found.copy.price
        yield Evidence(
            field="price",
            value=f"{price.amount} {price.currency or ''}".strip(),
            printed=price.printed,
            lines=(found.copy.line,),
            rule="price of a copy",
            conf=found.copy.conf,
        )
    if found.place:
        yield _evidence("place", found.place, "place of publication")
    for kind, said in found.counts.items():
        yield _evidence(kind, said, f"{kind} stated")
    for site in found.sites:
        yield _evidence("urls", site, "address")


def _day_evidence(day: Dating) -> Iterator[Evidence]:
    if day.by and day.date:
        yield Evidence(
            field="date", value=day.date, printed="", lines=(), rule=day.by, conf=day.conf
        )
    for seen in day.seen:
        yield Evidence(
            field="date",
            value=day.date or " or ".join(seen.found.candidates),
            printed=seen.found.printed,
            lines=seen.lines,
            rule=f"{seen.found.calendar} date",
            conf=day.conf,
        )
    if day.date and day.weekday_agrees is not None:
        yield Evidence(
            field="weekday",
            value=weekday_of(day.date),
            printed=day.weekday,
            lines=day.weekday_lines,
            rule="weekday printed",
            conf=day.conf,
        )


def _evidence(field: str, said: Said, rule: str) -> Evidence:
    return Evidence(
        field=field,
        value=said.value,
        printed=said.printed,
        lines=(said.line,),
        rule=rule,
        conf=said.conf,
    )


def _edition_lang(said: Said, found: Findings) -> str:
    own = found.spoken.of(said.value) or _of_titles(found, said.family)
    return own or language_of_words(said.value.split())


def _of_titles(found: Findings, family: str) -> str:
    names = [name for name in found.names if name.family == family]
    return name_lang(names[0], found.spoken) if names else ""
