from __future__ import annotations

from tests.layout.shapes import stories

NEWS = "A fire that started in a hay shed damaged the feed store late on Wednesday, the chief said."


def test_each_classified_advertisement_is_an_item() -> None:
    """A catchword opens an advertisement of its own; text after them has its headline."""
    adverts = [
        "FOR SALE: 1971 Ford pickup, good tires, $850. Call 555-2231 after 6.",
        "WANTED: Part-time cook. Apply at Rose Diner, 12 Main Street.",
        "HOUSE FOR RENT, three bedrooms, $180 a month. Phone 555-8890.",
    ]
    text = "\n\n".join(["Fire damages store", NEWS, *adverts, "Team wins opener", NEWS])
    assert stories(text) == [
        ["Fire damages store", NEWS],
        *([advert] for advert in adverts),
        ["Team wins opener", NEWS],
    ]


def test_a_heading_and_its_advertisement_are_one_item() -> None:
    """What a heading announces stays with it."""
    offer = "Good upright piano, $125. Call at 1432 Olive Street."
    text = f"Fire damages store\n\n{NEWS}\n\nFOR SALE.\n\n{offer}\n"
    assert stories(text)[1:] == [["FOR SALE.", offer]]
