"""Where notes are kept: one file for each case in the reader's own folder, and one backup of it.

Each change is written at once: the whole file, with what others wrote into it since. The version
before stays as the backup. A file that cannot be read is set aside under another name, and never
written over.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from caseviewer.notes.codec import Found, read, write
from caseviewer.notes.json_values import SIZE_LIMIT, Fault, FaultyFileError
from caseviewer.notes.locking import HeldError, locked
from caseviewer.notes.merging import Change, applied
from caseviewer.notes.values import Notes
from caseviewer.whole_file import write_whole

FOLDER = "notes"
"""The name of the folder in the reader's folder for data."""

_WAIT = 0.5
_LOCK = ".lock"


Version = tuple[int, int, int]
"""What tells one version of a file from another: when it was written, its size and its place."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Whose notes they are: the key of the case, its id and its title."""

    key: str
    case: str
    title: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A file could not be read: the names under which it was set aside, and what stands instead.

    aside: that of the file, and of its backup where that could not be read, either; empty where
    there was no file. backup: whether the backup could be read. stays: whether a file could not
    be set aside.
    """

    aside: tuple[str, ...]
    backup: bool
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept on a case, or why that is not known.

    fault: what the system says where the file cannot be read or written, or what is wrong with
    what should be written; empty where nothing is. moved: the new ids of notes that somebody else
    had changed meanwhile, so that ours are kept beside theirs. not_understood: how many annotations
    of other programs are there. version: after a change, what tells this version of the file.
    """

    notes: Notes = Notes()  # noqa: RUF009 - it cannot change
    fault: str | Fault = ""
    mended: Mended | None = None
    moved: tuple[tuple[str, str], ...] = ()
    not_understood: int = 0
    version: Version | None = field(default=None, compare=False)


class NotesStore:
    """Reads and writes the notes of one case at a time."""

    def __init__(self, folder: Path) -> None:
        """Keep the files in `folder`; it is made when there is something to keep."""
        self.folder = folder
        # What was written last, with what tells that version of the file from any other.
        self._written: tuple[Shelf, object, Kept] | None = None

    def path(self, key: str) -> Path:
        """The file of a case."""
        return self.folder / f"{key}.json"

    def backup(self, key: str) -> Path:
        """The version before."""
        return self.folder / f"{key}.json.bak"

    def state(self, key: str) -> Version | None:
        """What tells one version of the file from another; None where there is none."""
        try:
            found = self.path(key).stat()
        except OSError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def read(self, shelf: Shelf) -> Kept:
        """What is kept on a case."""
        try:
            found = _found(self.path(shelf.key), shelf)
            if found is not None and found.fault is None:
                return _kept(found)
            if found is None and not self.backup(shelf.key).exists():
                return Kept()
            with self._alone():
                return self._mended(shelf)
        except (OSError, HeldError) as error:
            return Kept(fault=_why(error))

    def save(self, shelf: Shelf, changes: Sequence[Change]) -> Kept:
        """Write some changes, and give what is kept after that.

        Where there is a fault, nothing was written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with self._alone():
                before = self._mended(shelf)
                after = before if before.fault else self._changed(shelf, before, changes)
                return replace(after, version=self.state(shelf.key))
        except (OSError, HeldError) as error:
            return Kept(fault=_why(error))

    def forget(self, key: str) -> Fault | str:
        """Take away all that is kept on a case: its backup, too, and what was set aside.

        Returns why that cannot be done, where it cannot.
        """
        try:
            if self.folder.is_dir():
                with self._alone():
                    # The file itself comes last: without it a backup would take its place again.
                    for path in reversed(self._files(key)):
                        path.unlink(missing_ok=True)
        except (OSError, HeldError) as error:
            return _why(error)
        return ""

    def holds(self, key: str) -> bool:
        """Whether anything is there of a case, and be it a backup or what was set aside."""
        return any(path.exists() for path in self._files(key))

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """While no other program writes here. What a killed one left half written goes."""
        with locked(self.folder / _LOCK, _WAIT):
            for path in self.folder.glob(".caseviewer-*.part"):
                path.unlink(missing_ok=True)
            yield

    def _files(self, key: str) -> list[Path]:
        """The files of a case: the last are those that could not be read."""
        aside = self.folder.glob(f"{key}.bad-*.json")
        return [self.path(key), self.backup(key), *aside]

    def _changed(self, shelf: Shelf, before: Kept, changes: Sequence[Change]) -> Kept:
        notes, moved = applied(before.notes, changes)
        if notes == before.notes:
            return before
        path = self.path(shelf.key)
        try:
            content = write(notes, shelf.case, shelf.title)
            if path.exists():
                write_whole(self.backup(shelf.key), path.read_bytes(), private=True)
            write_whole(path, content, private=True)
        except (OSError, FaultyFileError) as error:
            return replace(before, fault=_why(error))
        after = replace(before, notes=notes)
        self._written = (shelf, self.state(shelf.key), replace(after, mended=None))
        return replace(after, moved=tuple(moved.items()))

    def _mended(self, shelf: Shelf) -> Kept:
        """What is kept; from the backup where the file cannot be read, which is then set aside."""
        path, backup = self.path(shelf.key), self.backup(shelf.key)
        if self._written is not None and self._written[:2] == (shelf, self.state(shelf.key)):
            return self._written[2]
        found = _found(path, shelf)
        if found is not None and found.fault is None:
            return _kept(found)
        spare = _found(backup, shelf)
        if found is None and spare is None:
            return Kept()
        usable = spare is not None and spare.fault is None
        kept = _kept(spare) if spare is not None and usable else Kept()
        # A backup that cannot be read, either, is not to be written over by the next one.
        bad = [path] * (found is not None) + [backup] * (spare is not None and not usable)
        aside: list[str] = []
        try:
            for one in bad:
                aside.append(self._set_aside(shelf.key, one))  # noqa: PERF401 - until one fails
            if usable:
                write_whole(path, backup.read_bytes(), private=True)
        except OSError as error:
            stays = len(aside) < len(bad)
            return replace(kept, fault=_why(error), mended=Mended(tuple(aside), usable, stays))
        return replace(kept, mended=Mended(tuple(aside), usable))

    def _set_aside(self, key: str, path: Path) -> str:
        """Give a file of a case a name that no other has; returns that."""
        names = (f"{key}.bad-{number}.json" for number in count(1))
        name = next(name for name in names if not os.path.lexists(self.folder / name))
        path.rename(self.folder / name)
        return name


def _found(path: Path, shelf: Shelf) -> Found | None:
    """What a file holds; None where there is no such file."""
    try:
        with path.open("rb") as stream:
            return read(stream.read(SIZE_LIMIT + 1), shelf.case)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _kept(found: Found) -> Kept:
    return Kept(found.notes, not_understood=len(found.notes.others))


def _why(error: Exception) -> Fault | str:
    """Why something cannot be done: what the system says, or what is at fault here."""
    if isinstance(error, FaultyFileError):
        return error.fault
    if isinstance(error, OSError):
        return error.strerror or type(error).__name__
    return Fault.BUSY
