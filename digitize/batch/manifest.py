"""manifest.json: written last, so that where it stands the issue is whole; it lists every file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from digitize import __version__
from digitize.output import Written, write

FILE = "manifest.json"
SCHEMA = "digitize.manifest"
VERSION = 1


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """A file that the issue was made of."""

    name: str
    sha256: str  # "" when it could not be read


class Failed(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A page, or a whole input, that could not be done; one line of failures.jsonl."""

    issue: str | None
    input: str
    sha256: str = ""
    page: str = ""
    kind: str = msgspec.field(name="class")
    cause: str
    hint: str = ""
    stage: str = ""
    attempts: int = 1
    exit_code: int = 3
    version: str = __version__


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What an issue's folder holds, and what it was made of."""

    schema: str = SCHEMA
    version: int = VERSION
    issue: str
    recipe: str  # hash of all settings
    formats: tuple[str, ...]
    pages: int
    inputs: tuple[Input, ...]
    failures: tuple[Failed, ...]
    files: tuple[Written, ...] = ()
    sha256: str = ""  # of this manifest without it


def save(folder: Path, manifest: Manifest) -> None:
    """Write the manifest into the issue's folder."""
    write(folder / FILE, _encoded(_signed(manifest)))


def _signed(manifest: Manifest) -> Manifest:
    bare = msgspec.structs.replace(manifest, sha256="")
    own = hashlib.sha256(_encoded(bare)).hexdigest()
    return msgspec.structs.replace(manifest, sha256=own)


def _encoded(manifest: Manifest) -> bytes:
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"


def load(folder: Path) -> Manifest | None:
    """Return the manifest of an issue; None when there is none, or a bit of it is off."""
    try:
        raw = (folder / FILE).read_bytes()
        found = msgspec.json.decode(raw, type=Manifest)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    known = found.schema == SCHEMA and found.version == VERSION
    return found if known and raw == _encoded(_signed(found)) else None


def present(folder: Path, manifest: Manifest) -> bool:
    """Return whether every file is there in its size; `faults` looks at every bit."""
    try:
        return all((folder / f.name).stat().st_size == f.size for f in manifest.files)
    except OSError:
        return False


def faults(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each file of an issue with which something is wrong, and what."""
    manifest = load(folder)
    if manifest is None:
        there = (folder / FILE).exists()
        yield FILE, "damaged" if there else "not there yet: the issue is not finished"
        return
    for file in manifest.files:
        try:
            with (folder / file.name).open("rb") as opened:
                if hashlib.file_digest(opened, "sha256").hexdigest() != file.sha256:
                    yield file.name, "changed since it was written"
        except OSError as error:
            yield file.name, error.strerror or str(error)
    listed = {file.name for file in manifest.files} | {FILE}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in listed and not name.startswith("."):
            yield name, "not in the manifest"
