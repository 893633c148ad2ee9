from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from digitize.formats.xml import (
    Markup,
    block,
    element,
    file,
    filled,
    ident,
    language,
    leaf,
    legal,
    share,
    text,
)
from digitize.load.oldocr.markup import unident


@given(st.text())
def test_any_text_comes_back(value: str) -> None:
    """What is written as text or attribute is read as it was, but for what XML forbids."""
    made = file(element("a", {"b": value}, text(value)))
    root = etree.fromstring(made)
    assert (legal(value), legal(value)) == (root.get("b"), root.text or "")


@given(st.text())
def test_any_name_becomes_an_id_and_comes_back(name: str) -> None:
    """Whatever a thing is called, its id is an XML name, and spells what it is called."""
    made = ident(name)
    xsd = etree.XMLSchema(
        etree.fromstring(
            '<schema xmlns="http://www.w3.org/2001/XMLSchema"><element name="a">'
            '<complexType><attribute name="id" type="NCName"/></complexType></element></schema>'
        )
    )
    assert xsd.validate(etree.fromstring(file(element("a", {"id": made}))))
    assert (name or "_") == unident(made)


def test_ids_of_ours_stay_as_they_are() -> None:
    """A name that may be an id is its own id."""
    assert ["p0001.r000", "中國日報-2021.a0001"] == list(
        map(ident, ["p0001.r000", "中國日報-2021.a0001"])
    )


def test_children_of_a_block_stand_on_lines_of_their_own() -> None:
    """Empty children are left out; a block without any is an empty element."""
    assert "<a>\n<b/>\n</a>" == block("a", {}, Markup(""), element("b", {}))
    assert "<a/>" == block("a", {}, Markup(""))
    assert "" == filled("a", {"b": 1}, Markup(""))


def test_what_is_unknown_is_left_out() -> None:
    """Attributes that are None are not written, nor leaves without a value."""
    assert '<a c="0"/>' == element("a", {"b": None, "c": 0})
    assert "" == leaf("a", None)


@pytest.mark.parametrize(("value", "said"), [(0.9, "0.9"), (1.0, "1"), (1 / 3, "0.3333"), (2, "1")])
def test_a_share_is_short_and_never_beyond_one(value: float, said: str) -> None:
    """Confidence has four decimals at most and lies between 0 and 1."""
    assert said == share(value)


def test_only_well_formed_tags_are_languages() -> None:
    """BCP 47 has hyphens, no underscores."""
    assert ("zh-Hant", None, None) == (language("zh-Hant"), language("zh_Hant"), language(""))
