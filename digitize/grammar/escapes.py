r"""Marks that a text format put before or in place of characters: ``\$``, ``&amp;``, ``\_``."""

from __future__ import annotations

import html
import re

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,8}\d?);")
_ESCAPED = re.compile(r"\\([\\$%&#_{}~^*\[\]()<>!|+.`\"'-])")


def unescape(text: str) -> str:
    r"""Undo Markdown, LaTeX and HTML escapes: ``HK \$10`` gives ``HK $10``.

    A backslash before a letter or digit is left alone, for it is a path or a command.
    """
    plain = _ENTITY.sub(lambda found: html.unescape(found.group()), text)
    return _ESCAPED.sub(r"\1", plain)
