"""The files of a METS package, as far as they have been written."""

from __future__ import annotations

from dataclasses import dataclass, field

from digitize.formats.premis import Made
from digitize.model.document import Document
from digitize.model.page import Page


@dataclass(slots=True)
class Package:
    """What has been written so far, and of which document."""

    document: Document
    texts: dict[str, Made] = field(default_factory=dict)  # by page id
    images: dict[str, Made] = field(default_factory=dict)  # by the path of the scan

    def files(self) -> list[Made]:
        """Return the files, scans first."""
        return [*self.images.values(), *self.texts.values()]

    def image(self, page: Page) -> Made | None:
        """Return the scan of a page, if it is in the package."""
        return self.images.get(page.scan.path)
