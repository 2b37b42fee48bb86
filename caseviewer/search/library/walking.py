"""Finds the cases below a folder, by names alone: no file is opened.

A case is a folder with `case.json`, or a file whose name ends in `.case.json`. No link is
followed, hidden folders are left out, and depth and number are bounded, so that a walk ends
wherever it is sent.
"""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from caseviewer.bundle.container import CASE_FILE, DOCUMENTS
from caseviewer.bundle.files import Fingerprint, fingerprint, is_link, system_words

DEEPEST = 32
MOST_ENTRIES = 2_000_000
MOST_CASES = 100_000
_SINGLE = ".case.json"
_MOST_DOCUMENTS = 10_000
_SETTLED_NS = 5_000_000_000
"""A folder that changed later may change again within what its clock tells apart."""

Pause = Callable[[], None]
"""Called between two folders; raises what ends the walk."""


@dataclass(frozen=True, slots=True)
class Found:
    """A case file, and what tells it and the files in its `documents/` from a later state.

    leaf_mtime_ns: the time of its folder, where that holds nothing else and had its last change
    some time ago; 0 elsewhere. As long as the folder has this time, no file came to it or went.
    """

    path: str
    case_file: Fingerprint
    documents: str = ""
    leaf_mtime_ns: int = 0


@dataclass(frozen=True, slots=True)
class Leaf:
    """A folder that held a case file and nothing else, when it had this time."""

    case_file: str
    mtime_ns: int


@dataclass(slots=True)
class Walked:
    """What a walk found.

    away: folders that could not be looked through, each with the reason as people read it.
    cut: whether a limit ended the walk before it was done; the rest was not seen.
    """

    found: list[Found] = field(default_factory=list)
    away: dict[str, str] = field(default_factory=dict)
    cut: bool = False


class _TooMany(Exception):  # noqa: N818  # nothing went wrong
    """There is more below a folder than is looked at."""


def walk(folder: str, pause: Pause, leaves: Mapping[str, Leaf] | None = None) -> Walked:
    """Everything below a folder; `leaves` are folders that are known to hold a case alone."""
    walking = _Walking(pause, leaves or {})
    try:
        walking.look(folder)
    except _TooMany:
        walking.walked.cut = True
    return walking.walked


class _Walking:
    def __init__(self, pause: Pause, leaves: Mapping[str, Leaf]) -> None:
        self.walked = Walked()
        self._pause = pause
        self._leaves = leaves
        self._settled = time.time_ns() - _SETTLED_NS
        self._entries = 0

    def look(self, root: str) -> None:
        """Look into each folder once, those next to one another in the order of their names."""
        waiting = [(root, 0)]
        while waiting:
            folder, depth = waiting.pop()
            self._pause()
            if self._is_known_leaf(folder):
                continue
            inner = self._folder(folder)
            if inner and depth == DEEPEST:
                self.walked.cut = True
            else:
                waiting += [(one, depth + 1) for one in sorted(inner, reverse=True)]

    def _is_known_leaf(self, folder: str) -> bool:
        """Whether a folder is as it was, so that its one file alone has to be looked at."""
        leaf = self._leaves.get(folder)
        if leaf is None:
            return False
        try:
            if _changed_at(folder) != leaf.mtime_ns:
                return False
            self._take(leaf.case_file, "", leaf.mtime_ns)
        except OSError:
            return False
        return True

    def _folder(self, folder: str) -> list[str]:
        """Take the cases of one folder; the folders in it."""
        inner: list[str] = []
        named: dict[str, str] = {}
        before = self._entries
        try:
            changed = _changed_at(folder)
            with _entries(folder) as entries:
                for entry in entries:
                    self._count()
                    if entry.is_dir(follow_symlinks=False):
                        if not entry.name.startswith(".") and not _is_junction(entry):
                            inner.append(entry.path)
                    else:
                        self._file(entry, named)
        except (OSError, ValueError) as error:
            self.walked.away[folder] = system_words(error).message
            return inner
        if CASE_FILE in named:
            documents = os.path.join(folder, DOCUMENTS)  # noqa: PTH118  # names stay as they are
            alone = self._entries == before + 1 and changed < self._settled
            here = documents in inner
            self._take(named[CASE_FILE], documents if here else "", changed if alone else 0)
            return [one for one in inner if one != documents]
        return inner

    def _file(self, entry: os.DirEntry[str], named: dict[str, str]) -> None:
        name = entry.name
        if name.casefold() == CASE_FILE:
            named[CASE_FILE] = entry.path
        elif name.endswith(_SINGLE) and not name.startswith("."):
            self._take(entry.path, "")

    def _take(self, path: str, documents: str, leaf_mtime_ns: int = 0) -> None:
        try:
            status = os.lstat(path)
        except OSError:  # gone since it was listed
            return
        if not stat.S_ISREG(status.st_mode) or is_link(status):
            return
        if len(self.walked.found) == MOST_CASES:
            raise _TooMany
        seen = self._documents(documents) if documents else ""
        self.walked.found.append(Found(path, fingerprint(status), seen, leaf_mtime_ns))

    def _documents(self, folder: str) -> str:
        """What tells the files of a case's documents from a later state of them."""
        lines: list[str] = []
        waiting = [(folder, 0)]
        while waiting and len(lines) < _MOST_DOCUMENTS:
            inner, depth = waiting.pop()
            try:
                with _entries(inner) as entries:
                    for entry in entries:
                        self._count()
                        if not entry.is_dir(follow_symlinks=False):
                            lines.append(_state(entry, len(folder)))
                        elif depth < DEEPEST:
                            waiting.append((entry.path, depth + 1))
            except (OSError, ValueError) as error:
                lines.append(f"{inner[len(folder) :]}: {system_words(error).code}")
        if not lines:
            return ""
        told = "\n".join(sorted(lines)).encode("utf-8", "surrogatepass")
        return hashlib.sha256(told).hexdigest()

    def _count(self) -> None:
        self._entries += 1
        if self._entries > MOST_ENTRIES:
            raise _TooMany


def _changed_at(folder: str) -> int:
    return os.stat(folder).st_mtime_ns  # noqa: PTH116  # a path object for each is half the time


def _state(entry: os.DirEntry[str], strip: int) -> str:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:  # gone since it was listed
        return ""
    return f"{entry.path[strip:]} {status.st_size} {status.st_mtime_ns} {status.st_ino}"


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Whether a folder is a link of Windows; elsewhere links are no folders."""
    return os.name == "nt" and is_link(entry.stat(follow_symlinks=False))


@contextmanager
def _entries(folder: str) -> Iterator[Iterator[os.DirEntry[str]]]:
    with os.scandir(folder) as entries:
        yield entries
