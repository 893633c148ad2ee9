from __future__ import annotations

from digitize.formats.remembered import remembered
from digitize.model.document import Document


def test_the_last_document_is_made_something_of_once() -> None:
    """The same object asks for nothing new; another one, though equal, does."""
    made: list[str] = []

    @remembered
    def name(document: Document) -> list[str]:
        made.append(document.id)
        return made

    one, other = Document(id="d"), Document(id="d")
    assert name(one) is name(one)
    assert ["d"] == made
    name(other)
    name(one)
    assert ["d", "d", "d"] == made
