"""What the heads of the pages say of themselves: their label, and whether they fit the issue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from digitize.grammar.numbering import find_page_label
from digitize.grammar.titles import looks_like_title
from digitize.metadata.casing import recased
from digitize.metadata.facts import facts, leftovers
from digitize.metadata.head import HeadLine, head_lines, letters
from digitize.metadata.leafing import sequence
from digitize.metadata.naming import family_of
from digitize.model.document import Document
from digitize.model.issue import Evidence, Issue
from digitize.model.page import Page, Role

_SPOKEN = frozenset({Role.FOLIO, Role.RUNNING_HEADER, Role.DATE_LINE, Role.MASTHEAD})
_SURE = 0.9  # how sure of what one line of the head says
_SAME = 80  # percent of letters that agree in a damaged repetition of one name


def labelled(page: Page, *, front: bool) -> Page:
    """Return the page with the label its folio prints; on the front only a plain one counts."""
    if page.label:
        return page
    for line in head_lines(page):
        if line.role not in _SPOKEN:
            continue
        label = _label(line, front=front)
        if label:
            return replace(page, label=label)
    return page


def _label(line: HeadLine, *, front: bool) -> str:
    found = find_page_label(line.text)
    if found is None or _overlaps(line, found.start, found.end):
        return ""
    alone = letters([found.printed]) == letters([line.text])
    told = any(char in found.printed.lower() for char in ("page", "第", "版", "seite"))
    return found.value if not front or line.role is Role.FOLIO or (told and alone) else ""


def said_of_pages(pages: Sequence[Page]) -> Iterator[Evidence]:
    """Yield where the label of each page was read, and the section its head names."""
    for page in pages:
        if page.label:
            yield from _label_evidence(page)
        if page.number > 1:
            yield from _section_evidence(page)


def _label_evidence(page: Page) -> Iterator[Evidence]:
    for line in head_lines(page):
        found = find_page_label(line.text) if line.role in _SPOKEN else None
        if found and found.value == page.label:
            yield Evidence(
                field="page", value=page.label, printed=found.printed, lines=(line.id,),
                rule="folio", conf=_SURE,
            )  # fmt: skip
            return


def _section_evidence(page: Page) -> Iterator[Evidence]:
    """Yield the section that a label over the page names: "SPORT", 副刊."""
    first = next((region for region in page.regions if region.lines), None)
    for line in head_lines(page):
        if line.role is Role.SECTION_LABEL and first and line.region == first.id:
            yield Evidence(
                field="section", value=recased(line.text), printed=line.text, lines=(line.id,),
                rule="section label over the page", conf=_SURE,
            )  # fmt: skip


def out_of_row(said: Iterable[Evidence]) -> Iterator[str]:
    """Yield pages that the folios count as missing, twice there or out of place."""
    labels = [(one.lines[0].split(".")[0], one.value) for one in said if one.field == "page"]
    for what, detail in sequence(labels):
        yield f"{what}: {detail}"


def _overlaps(line: HeadLine, start: int, end: int) -> bool:
    return any(
        fact.start < end and start < fact.end and fact.kind not in ("pages", "edition")
        for fact in facts(line.text)
    )


def headers(document: Document) -> tuple[str, ...]:
    """Return the letters of the furniture of every page but the first."""
    return tuple(letters([line.text]) for page in document.pages[1:] for line in head_lines(page))


def doubts(document: Document, issue: Issue) -> Iterator[str]:
    """Yield what the folios of inner pages say against the issue's date and name."""
    strange: dict[str, list[str]] = defaultdict(list)
    for page in document.pages[1:]:
        lines = [line for line in head_lines(page) if line.role in _SPOKEN]
        yield from _other_dates(page, lines, issue)
        for text in _other_names(lines, issue):
            strange[text].append(page.id)
    for text, pages in strange.items():
        if len(pages) > 1 or len(document.pages) == 2:
            yield f"{', '.join(pages)}: the folio names “{text}”, the front page {issue.title}"


def _other_dates(page: Page, lines: Sequence[HeadLine], issue: Issue) -> Iterator[str]:
    for line in lines:
        for fact in facts(line.text):
            if fact.date and issue.date and issue.date not in fact.date.candidates:
                yield f"{page.id}: the folio is dated “{fact.printed}”, the issue {issue.date}"


def _other_names(lines: Sequence[HeadLine], issue: Issue) -> Iterator[str]:
    if not issue.title:
        return
    own = [issue.title, *(title.text for title in issue.parallel_titles)]
    families = {family_of(name): letters([name]) for name in own}
    for line in lines:
        known = facts(line.text)
        if not any(fact.date for fact in known):
            continue
        for _, piece in leftovers(line.text, known):
            name = families.get(family_of(piece))
            if name and looks_like_title(piece) >= 0.75 and not _alike(letters([piece]), name):
                yield piece


def _alike(one: str, two: str) -> bool:
    return fuzz.partial_ratio(one, two) >= _SAME
