from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.grammar.escapes import unescape


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"HK \$10", "HK $10"), (r"A\_B \% \#1 \&", "A_B % #1 &"),
        ("Smith &amp; Co.", "Smith & Co."),
        ("&#20013;&#x570B;", "中國"), (r"C:\new\table", r"C:\new\table"), ("R&D; x", "R&D; x"),
        (r"\*bold\*", "*bold*"), ("", ""),
    ],
)  # fmt: skip
def test_escapes_are_undone(text: str, plain: str) -> None:
    """Marks of text formats go, backslashes before letters stay."""
    assert plain == unescape(text)


@given(st.text(alphabet=st.characters(exclude_characters="\\&"), max_size=60))
def test_plain_text_stays(text: str) -> None:
    """Text without a backslash or an ampersand is left alone."""
    assert text == unescape(text)
