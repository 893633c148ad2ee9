"""Say what each region is on its page, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from digitize.layout.evidence.verdict import Verdict
from digitize.layout.flat.roles import flat_roles
from digitize.layout.grouping.recut import recut
from digitize.layout.print.roles import print_roles
from digitize.model.page import WORDLESS, Page, Region
from digitize.stage import Fact, Sheet


@dataclass(frozen=True, slots=True)
class Roles:
    """Give every region of text its role, a confidence and a reason in words."""

    name: ClassVar[str] = "roles"
    needs: ClassVar[frozenset[Fact]] = frozenset({"regions", "order", "words"})
    gives: ClassVar[frozenset[Fact]] = frozenset({"roles"})

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with a role for each region; pictures and rules keep theirs."""
        page = sheet.page
        if not any(region.lines for region in page.regions):
            return sheet
        if page.scan.kind != "text":
            page = recut(page)
        found = flat_roles(page) if page.scan.kind == "text" else print_roles(page)
        named = tuple(_named(region, found) for region in page.regions)
        return replace(
            sheet, page=replace(page, regions=named), note=_note(replace(page, regions=named))
        )


def _named(region: Region, found: Mapping[str, Verdict]) -> Region:
    verdict = found.get(region.id)
    if region.role in WORDLESS or verdict is None:
        return region
    return replace(region, role=verdict.role, conf=round(verdict.conf, 2), reason=verdict.reason)


def _note(page: Page) -> str:
    counts: dict[str, int] = {}
    for region in page.regions:
        counts[region.role] = counts.get(region.role, 0) + 1
    return ", ".join(f"{count} {role}" for role, count in sorted(counts.items()))
