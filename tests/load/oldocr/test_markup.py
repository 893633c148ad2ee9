from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.errors import InputError
from digitize.load.oldocr.markup import (
    attributes,
    child,
    inside,
    name,
    number,
    parse,
    parse_html,
    said,
)


def test_namespaces_do_not_matter() -> None:
    """Elements and attributes are found by their bare names, whatever their prefix."""
    root, damage = parse(b'<x:a xmlns:x="urn:x" x:b="1"><x:c>t</x:c></x:a>', where="f")
    assert ("a", {"b": "1"}, "t", ()) == (
        name(root),
        attributes(root),
        said(child(root, "c")),
        damage,
    )


@pytest.mark.parametrize(
    "entity", ['x SYSTEM "file:///etc/hostname"', 'x "lol"', '% x SYSTEM "http://127.0.0.1/"']
)
def test_a_file_that_declares_entities_is_refused(entity: str) -> None:
    """What an entity stands for is neither fetched, nor blown up, nor left out unsaid."""
    with pytest.raises(InputError, match="it declares entities"):
        parse(f"<!DOCTYPE a [<!ENTITY {entity}>]><a>text</a>".encode(), where="f")


def test_a_grammar_elsewhere_is_not_fetched(tmp_path: Path) -> None:
    """A reference to a DTD does no harm: nobody reads it."""
    grammar = tmp_path / "a.dtd"
    grammar.write_text('<!ENTITY x "SECRET">', "utf-8")
    root, _ = parse(f'<!DOCTYPE a SYSTEM "{grammar.as_uri()}"><a>t</a>'.encode(), where="f")
    assert "t" == said(root)


@pytest.mark.parametrize(
    "raw",
    [
        b"<a><b>one</b><b>tw",
        b"<a>&#xD800;</a>",
        b'<?xml version="1.0" encoding="KLINGON"?><a>one</a>',
        b"<a>&nothing;</a>",
    ],
)
def test_what_is_not_well_formed_is_refused_with_its_line(raw: bytes) -> None:
    """A file cut off, or with characters that are none, is not taken for a whole one."""
    with pytest.raises(InputError, match="line 1"):
        parse(raw, where="f")


def test_a_prefix_without_a_namespace_is_told_and_read() -> None:
    """A slip of many exporters costs nothing but a word about it."""
    root, damage = parse(b'<a xlink:href="x"><b>one</b></a>', where="f")
    assert "one" == said(child(root, "b"))
    assert "xlink" in damage[0]


@pytest.mark.parametrize("raw", [b"", b"no markup", b"\x00\x01"])
def test_what_is_no_markup_is_refused(raw: bytes) -> None:
    """A file without an element is an input error."""
    with pytest.raises(InputError):
        parse(raw, where="f")


@given(st.binary(max_size=60).map(lambda tail: b"<alto>" + tail))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """Whatever follows, reading ends in a tree or an input error."""
    for reader in (parse, parse_html):
        with suppress(InputError):
            reader(raw, where="f")


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("12", 12.0),
        ("-1.5", -1.5),
        ("1999;x_wconf", 1999.0),
        ("NaN", None),
        ("", None),
        (None, None),
    ],
)
def test_numbers_are_read_as_far_as_they_go(value: str | None, found: float | None) -> None:
    """Junk behind a number does no harm; what is no number is None."""
    assert found == number(value)


@pytest.mark.parametrize(
    ("reference", "path"),
    [
        ("alto/1.xml", "alto/1.xml"),
        ("./alto/1.xml", "alto/1.xml"),
        ("file://./ALTO/1.xml", "ALTO/1.xml"),
        ("a%20b.xml", "a b.xml"),
        ("..\\up.xml", None),
        ("a/../../up.xml", None),
        ("%2e%2e/up.xml", None),
        ("/etc/passwd", None),
        ("file:///etc/passwd", None),
        ("https://example.org/1.xml", None),
        ("//host/share/1.tif", None),
        ("", None),
    ],
)
def test_references_never_leave_their_folder(reference: str, path: str | None) -> None:
    """Only what lies below the file that refers is followed."""
    found = inside(reference)
    assert path == (str(found) if found else None)
