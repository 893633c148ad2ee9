"""What lies in a tree of folders: what may be a page, what is passed over, what is refused."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from digitize.errors import DigitizeError, InputError, InputMissingError
from digitize.load.kinds import IMAGE_NAMES, PDF_NAMES, RECORD_NAMES, TEXT_NAMES, kind
from digitize.load.naming import natural, printable, suffix

Told = Callable[[Path, str], None]
"""Called with what is passed over, and why."""

_NAMES = IMAGE_NAMES | PDF_NAMES | RECORD_NAMES | TEXT_NAMES


@dataclass(frozen=True, slots=True)
class Folder:
    """The pages of one folder, in natural order, and what would be one but is refused."""

    path: Path
    files: tuple[Path, ...] = ()
    refused: tuple[tuple[Path, DigitizeError], ...] = ()


@dataclass(slots=True)
class Walk:
    """One walk through a tree; it neither follows links, unless told to, nor opens pipes."""

    root: Path
    told: Told
    apart: Path | None = None  # resolved; it and what lies below are passed over
    follow: bool = False
    each: bool = False  # every file is an issue of its own: none is a note on another
    _unread: list[tuple[Path, DigitizeError]] = field(default_factory=list)
    _seen: set[Path] = field(default_factory=set)

    def __iter__(self) -> Iterator[tuple[Folder, Callable[[], None]]]:
        """Yield each folder, with a function that keeps the walk from what lies below it."""
        for place, below, names in os.walk(self.root, onerror=self._miss, followlinks=self.follow):
            folder = Path(place)
            if self._strange(folder):
                below.clear()
                continue
            if not below and not names:
                self.told(folder, "an empty folder")
            links = [name for name in below if (folder / name).is_symlink()]
            refused = [] if self.follow else [*self._links(folder, links)]
            below[:] = sorted(self._open(folder, below), key=natural)
            files, more = self._files(folder, sorted(names, key=natural))
            yield Folder(folder, files, (*refused, *more)), below.clear
        for path, error in self._unread:
            yield Folder(path.parent, (), ((path, error),)), list[str]().clear

    def _strange(self, folder: Path) -> bool:
        """Return whether a folder was walked before, by another name, or belongs to the output."""
        real = folder.resolve()
        if real in self._seen or (self.apart and real.is_relative_to(self.apart)):
            return True
        self._seen.add(real)
        return False

    def _open(self, folder: Path, below: list[str]) -> Iterator[str]:
        for name in below:
            if name.startswith("."):
                self.told(folder / name, "hidden")
            else:
                yield name

    def _links(self, folder: Path, names: list[str]) -> Iterator[tuple[Path, DigitizeError]]:
        for name in names:
            if error := self._led_out(folder / name):
                yield folder / name, error
            else:
                self.told(folder / name, "a link to what lies there already")

    def _led_out(self, link: Path) -> DigitizeError | None:
        """Return why a link is refused; None when it leads to what is walked anyway."""
        try:
            if link.resolve(strict=True).is_relative_to(self.root.resolve()):
                return None
            cause, now = "it is a link that leads out of the folder", "--follow-links follows it"
        except (OSError, RuntimeError):  # RuntimeError: a loop, before Python 3.13
            cause, now = "it is a link that leads nowhere", "copy the file itself here"
        return InputMissingError(cause, where=self._name(link), hint=now)

    def _files(
        self, folder: Path, names: list[str]
    ) -> tuple[tuple[Path, ...], tuple[tuple[Path, DigitizeError], ...]]:
        taken: list[Path] = []
        refused: list[tuple[Path, DigitizeError]] = []
        for path in (folder / name for name in names):
            if path.name.startswith("."):
                self.told(path, "hidden")
            elif not _named(path):
                self.told(path, "of no kind that is read")
            elif path.is_symlink() and not self.follow:
                refused += self._links(folder, [path.name])
            elif error := self._irregular(path):
                refused.append((path, error))
            else:
                taken.append(path)
        kept = tuple(taken) if self.each else _pages(taken)
        for path in sorted({*taken} - {*kept}):
            self.told(path, "a transcript or note beside pages")
        return kept, tuple(refused)

    def _irregular(self, path: Path) -> DigitizeError | None:
        try:
            if stat.S_ISREG(path.stat().st_mode):
                return None
        except (OSError, ValueError) as error:
            return _unreadable(error, self._name(path))
        return InputError("it is not a regular file", where=self._name(path), hint="remove it")

    def _miss(self, error: OSError) -> None:
        """Keep a folder that cannot be looked into; when it is the root, nothing is left."""
        path = Path(os.fsdecode(error.filename))
        if path == self.root:
            raise error
        self._unread.append((path, _unreadable(error, self._name(path))))

    def _name(self, path: Path) -> str:
        return printable(path.relative_to(self.root))


def _unreadable(error: OSError | ValueError, where: str) -> DigitizeError:
    cause = error.strerror if isinstance(error, OSError) else str(error)
    return InputMissingError(
        f"it cannot be read ({cause})", where=where, hint="check its permissions"
    )


def _named(path: Path) -> bool:
    """Return whether a name is that of a page; a name without suffix leaves it to the content."""
    ending = suffix(path.name)
    if ending:
        return ending in _NAMES
    try:
        return path.is_file() and kind(path, where=path.name) in ("image", "pdf")
    except DigitizeError:
        return False


def _pages(files: list[Path]) -> tuple[Path, ...]:
    """Return the pages among the files: records and text are none beside images or PDFs."""
    for kinds in (IMAGE_NAMES | PDF_NAMES | {""}, RECORD_NAMES, TEXT_NAMES):
        pages = tuple(file for file in files if suffix(file.name) in kinds)
        if pages:
            return pages
    return ()
