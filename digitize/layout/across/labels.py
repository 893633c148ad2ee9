"""What other pages call a page: the label in its folio, or its place among the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from digitize.grammar.numbering import find_page_label
from digitize.model.page import Page, Role
from digitize.model.reading import printed

_SPEAKING = frozenset({Role.FOLIO, Role.RUNNING_HEADER, Role.DATE_LINE, Role.MASTHEAD})
_LONGEST = 80  # characters; a line of a head that says more gives its page only by a word for it
_SERIES = 0.5  # share of the labels that must count on from page to page to fill the others
_LABEL = re.compile(r"([A-Z]{0,2})(\d{1,3})([A-Z]?)")

Names = dict[str, float]
"""What a page may be called, and how sure that is (0..1)."""

_PRINTED, _COUNTED, _PLACE, _SHORT = 1.0, 0.9, 0.8, 0.8


def page_names(pages: Sequence[Page]) -> list[Names]:
    """Return what each page may be called in a jump line.

    The printed label comes first; where most labels count on from page to page, it is filled in
    for pages without one, or whose label another page has by right; the place in the issue is a
    name only where no label is printed.
    """
    labels = [_parts(_printed_label(page)) for page in pages]
    steps = Counter(
        (label[0], label[1] - at) for at, label in enumerate(labels) if label is not None
    )
    usual = ("", 1)  # of two ways to count, the one that begins with page 1
    common = max(steps.items(), key=lambda step: (step[1], step[0] == usual), default=None)
    said = Counter(labels)
    labels = [
        None
        if label and said[label] > 1 and common and (label[0], label[1] - at) != common[0]
        else label
        for at, label in enumerate(labels)
    ]
    known = sum(label is not None for label in labels)
    series = common[0] if common and known and common[1] >= _SERIES * known else None
    letters = {label[0] for label in labels if label is not None}
    return [_names(page, at, labels[at], series, letters) for at, page in enumerate(pages)]


def _names(
    page: Page,
    at: int,
    label: tuple[str, int] | None,
    series: tuple[str, int] | None,
    letters: set[str],
) -> Names:
    names: Names = {}
    if label is not None:
        names[f"{label[0]}{label[1]}"] = _PRINTED
    counted = f"{series[0]}{series[1] + at}" if series and series[1] + at > 0 else ""
    if counted and (label is None or len(letters) == 1):
        names.setdefault(counted, _COUNTED)
    if label is None:
        names.setdefault(str(page.number), _PLACE)
    for name in tuple(names):
        letter, number = _parts(name) or ("", 0)
        if letter and len(letters) == 1:
            names.setdefault(str(number), _SHORT)  # "page 4" where all pages are A1, A2 …
        if letter and number == 1:
            names.setdefault(letter, _SHORT)  # "Section B"
        if not letters - {""} and number:
            names.setdefault(f"A{number}", _SHORT)
    return names


def _parts(label: str) -> tuple[str, int] | None:
    """Return section and number of a label: "A4" and "4A" are one."""
    match = _LABEL.fullmatch(label)
    return (match[1] or match[3], int(match[2])) if match else None


def _printed_label(page: Page) -> str:
    """Return the label that a page's own folio prints, "" when it prints none."""
    if page.label:
        return re.sub(r"[\s-]", "", page.label).upper()
    for region in page.regions:
        if region.role not in _SPEAKING:
            continue
        for line in region.lines:
            said = printed(line)
            found = find_page_label(said) if len(said) <= _LONGEST else None
            spoken = found and re.search(r"(?i)[a-z]{2}|版|頁|页", found.printed)
            if found and (spoken or region.role == Role.FOLIO):
                return found.value
    return ""
