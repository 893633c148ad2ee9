from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.errors import InputError
from digitize.load import markup
from digitize.load.markup import attributes, child, inside, name, number, parse, parse_html, said


def test_namespaces_do_not_matter() -> None:
    """Elements and attributes are found by their bare names, whatever their prefix."""
    root, damage = parse(b'<x:a xmlns:x="urn:x" x:b="1"><x:c>t</x:c></x:a>', where="f")
    assert ("a", {"b": "1"}, "t", ()) == (
        name(root),
        attributes(root),
        said(child(root, "c")),
        damage,
    )


def test_no_entity_is_expanded_and_no_file_is_read(tmp_path: Path) -> None:
    """Neither a bomb of entities nor a reference to a file gives any text."""
    secret = tmp_path / "secret"
    secret.write_text("SECRET", "utf-8")
    bomb = (
        f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY l "lol">'
        '<!ENTITY m "&l;&l;&l;&l;&l;&l;&l;&l;">]><a>&x;&m;</a>'
    )
    root, _ = parse(bomb.encode(), where="f")
    assert "" == said(root)


def test_damage_is_told_and_the_rest_is_read() -> None:
    """A file that is cut off is read as far as it goes, with a word about where it breaks."""
    root, damage = parse(b"<a><b>one</b><b>tw", where="f")
    assert ["one", "tw"] == [said(node) for node in markup.children(root, "b")]
    assert "line 1" in damage[0]


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
