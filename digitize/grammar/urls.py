"""Web addresses as a newspaper prints them: with or without http, run into a sentence or not."""

from __future__ import annotations

import re

from digitize.grammar.found import Found
from digitize.grammar.lookalikes import misread

_GENERIC = "com|net|org|info|news|edu|gov|int|asia|media"
_NATIONS = (
    "cn hk tw sg mo jp kr th vn id ph au nz uk ca de ch fr es pt nl se dk fi pl cz hu ie eu ru za "
    "br mx ar cl co lu li".split()
)
"""Country domains that are no word of a common language: "in", "it", "no" need a www."""

_NO_OWNER = rf"{_GENERIC}|co|example|test"  # RFC 2606: names kept for examples
_LAST = frozenset((*_GENERIC.split("|"), *_NATIONS, "example"))
_TELLING = 3  # letters of a last label that one misread letter leaves telling

_HOST = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"  # RFC 1035: 63 characters at most
_PATH = r"(?::\d+)?(?:/[\w\-./?%&=+#~]*)?"
_URL = re.compile(
    rf"(?<![\w@.-])(?:"
    rf"https?://{_HOST}(?:\.{_HOST})+{_PATH}"
    rf"|www\s?[.,]\s?{_HOST}(?:[.,]{_HOST})*,(?:{_GENERIC}|{'|'.join(_NATIONS)})(?:[.,][a-z]{{2}})?(?![\w@])"
    rf"|www\s?[.,]\s?{_HOST}(?:\.{_HOST})+{_PATH}"
    rf"|(?:{_HOST}\.)+(?:{_GENERIC})(?:\.[a-z]{{2}})?(?![\w@]){_PATH}"
    rf"|(?-i:[a-z][a-z0-9-]{{2,}}(?:\.co)?\.(?:example|{'|'.join(_NATIONS)}))(?![\w@.]){_PATH}"
    rf")",
    re.IGNORECASE | re.ASCII,
)


_ENDING = re.compile(rf"(?:{_GENERIC}|co)\.[a-z]{{2}}", re.IGNORECASE)
"""What stands behind the owner's name, and is no address without it."""


def find_urls(text: str) -> tuple[Found, ...]:
    """Return the addresses in `text`, left to right; `value` is lower case and without spaces.

    A mail address is none; a full stop after an address is not part of it.
    """
    return tuple(
        Found(
            value=re.sub(r"\s", "", printed).lower().replace(",", "."),
            printed=printed,
            start=found.start(),
            end=found.start() + len(printed),
        )
        for found in _URL.finditer(text)
        if (printed := found.group().rstrip("./?,-")) and not _ENDING.fullmatch(printed)
    )


def settled(url: str) -> str:
    """Return an address with its last label as one that there is: "www.star.c0m" ends in com."""
    host, slash, path = url.partition("/")
    host = re.sub(r"\s?,\s?", ".", host)
    labels = host.split(".")
    last = labels[-1]
    if last.lower() in _LAST or len(last) < _TELLING:
        return host + slash + path
    near = [
        known for known in _LAST if len(known) >= _TELLING and misread(last.lower(), known) == 1
    ]
    if len(near) != 1:
        return host + slash + path
    return ".".join([*labels[:-1], near[0]]) + slash + path


def ends_well(url: str) -> bool:
    """Return whether an address ends in labels that there are: com, hk, com.hk, example."""
    labels = url.lower().removeprefix("www.").split(".")
    parted = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return labels[-1] in _LAST and (not parted or re.fullmatch(_NO_OWNER, labels[-2]) is not None)


def domain_name(url: str) -> str:
    """Return the label that names the owner: "chinadaily" of "www.chinadaily.com.cn"."""
    host = re.sub(r"^[a-z]+://", "", url.lower()).split("/")[0].split(":")[0]
    labels = [label for label in host.split(".") if label != "www"]
    while len(labels) > 1 and (len(labels[-1]) == 2 or re.fullmatch(_NO_OWNER, labels[-1])):
        labels.pop()
    return labels[-1] if labels else ""


def nation(url: str) -> str:
    """Return the country (ISO 3166) of an address by its last label, "" when it has none."""
    host = re.sub(r"^[a-z]+://", "", url.lower()).split("/")[0].split(":")[0]
    last = host.rsplit(".", 1)[-1]
    if len(last) != 2 or last in ("eu", "co"):
        return ""
    return {"uk": "GB"}.get(last, last.upper())
