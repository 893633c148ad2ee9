"""Object storage and URLs as input and output: an issue is fetched, read, sent, and forgotten here.

Any address that fsspec understands: s3://bucket/folder, gs://…, https://…, memory://….
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fsspec
import msgspec

from digitize.batch import manifest
from digitize.errors import DigitizeError, InputMissingError, MissingToolError, OutputError

SEEN = "source.json"
"""Beside the manifest of an issue that was sent: what its files were like, so that a later run
knows without fetching them whether they are still the same."""

MARKS = ("ETag", "etag", "mtime", "created")
"""What storages call that which changes with a file, the surest first."""


@dataclass(frozen=True, slots=True)
class Store:
    """A folder somewhere else."""

    files: Any  # an fsspec file system
    root: str
    url: str

    def issues(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each folder below that holds files, relative to here, with their names, sorted.

        Raises InputMissingError when there is nothing, or no way there.
        """
        try:
            found = self.files.find(self.root) if not self.files.isfile(self.root) else [self.root]
        except Exception as error:
            raise _gone(self.url, error, InputMissingError) from error
        folders: dict[str, list[str]] = {}
        for name in sorted(found):
            folder, file = posixpath.split(name[len(self.root) :].strip("/"))
            if file and not file.startswith("."):
                folders.setdefault(folder, []).append(file)
        if not folders:
            raise InputMissingError("there is nothing", where=self.url, hint="check the address")
        for folder in sorted(folders):
            yield folder, tuple(folders[folder])

    def looks(self, folder: str, names: tuple[str, ...]) -> bytes:
        """Return what tells these files from others of their names: size, and checksum or time."""
        rows = []
        for name in names:
            facts = self.files.info(self._at(folder, name))
            mark = (
                facts.get("ETag") or facts.get("etag") or facts.get("mtime") or facts.get("created")
            )
            rows.append([name, facts.get("size"), str(mark)])
        return msgspec.json.encode(rows)

    def fetch(self, folder: str, names: tuple[str, ...], to: Path) -> None:
        """Copy files to the folder `to`; raises InputMissingError when one does not come."""
        to.mkdir(parents=True, exist_ok=True)
        for name in names:
            try:
                self.files.get_file(self._at(folder, name), str(to / name))
            except Exception as error:
                raise _gone(f"{self.url}/{folder}/{name}", error, InputMissingError) from error

    def read(self, *path: str) -> bytes:
        """Return a file's bytes, b"" when there is none."""
        try:
            found: bytes = self.files.cat_file(self._at(*path))
        except FileNotFoundError:
            return b""
        return found

    def send(self, folder: Path, seen: bytes) -> None:
        """Copy an issue's folder here, its manifest last: where that stands, all is there.

        Raises OutputError when the storage says no.
        """
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        paths.sort(key=lambda path: path == folder / manifest.FILE)
        try:
            for path in paths:
                name = path.relative_to(folder).as_posix()
                if name == manifest.FILE:
                    self.files.pipe_file(self._at(folder.name, SEEN), seen)
                self.files.put_file(str(path), self._at(folder.name, name))
        except Exception as error:
            raise _gone(f"{self.url}/{folder.name}", error, OutputError) from error

    def _at(self, *path: str) -> str:
        return posixpath.join(self.root, *(part for part in path if part))


def store(url: str) -> Store:
    """Return the folder at `url`.

    Raises MissingToolError when the package for that kind of storage is not installed.
    """
    try:
        files, root = fsspec.core.url_to_fs(url)
    except ImportError as error:
        raise MissingToolError(
            f"nothing here reads {url.partition(':')[0]}://", hint=str(error).rstrip(".")
        ) from error
    except ValueError as error:
        raise InputMissingError(str(error), where=url, hint="check the address") from error
    return Store(files, root.rstrip("/"), url.rstrip("/"))


def _gone(where: str, error: Exception, kind: type[DigitizeError]) -> DigitizeError:
    cause = f"{type(error).__name__}: {error}".split("\n")[0]
    return kind(cause, where=where, hint="check the address and your credentials")
