"""Finding bundles: the paths that somebody names, and every case below a folder.

Links are not followed, so that nothing outside the folder is looked at; what cannot be a bundle
is passed over.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from caseviewer.bundle.container import CASE_FILE, DOCUMENTS, LIMIT
from caseviewer.bundle.files import NO_LINKS, READ_FLAGS
from caseviewer.model.case import FORMAT

_CHUNK = 64 * 1024
_MARK = FORMAT.encode()


@dataclass(frozen=True, slots=True)
class BundlePath:
    """A path that may be a bundle, as one opens it; `named`: whether somebody named it.

    case_file: the file in it, or the path itself.
    """

    path: Path
    case_file: Path
    named: bool


def bundles_at(path: Path) -> Iterator[BundlePath]:
    """The bundle at a path, and those below it where it is a folder; there may be none."""
    if not path.is_dir():
        yield BundlePath(path, path, named=True)
        return
    own = path / CASE_FILE
    if os.path.lexists(own):
        yield BundlePath(path, own, named=True)
    for each in _below(path):
        if each != own:
            whole = each.parent if each.name == CASE_FILE else each
            yield BundlePath(whole, each, named=False)


def _below(folder: Path) -> Iterator[Path]:
    """The case files below a folder, folder by folder."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        files, folders = _listed(here)
        yield from (each for each in files if _may_be_bundle(each))
        if any(each.name == CASE_FILE for each in files):
            folders = [each for each in folders if each.name != DOCUMENTS]
        waiting.extend(reversed(folders))


def _listed(folder: Path) -> tuple[list[Path], list[Path]]:
    """The JSON files and the folders in a folder, by their names; no links, nothing hidden."""
    files, folders = list[Path](), list[Path]()
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(folder / entry.name)
                elif entry.is_file(follow_symlinks=False) and _is_json(entry.name):
                    files.append(folder / entry.name)
    except OSError:
        return [], []  # what cannot be looked into holds nothing to be found
    return sorted(files), sorted(folders)


def _is_json(name: str) -> bool:
    return name.casefold().endswith(".json")


def _may_be_bundle(path: Path) -> bool:
    """Whether a file says that it is a bundle, as each has to somewhere; most do at once."""
    try:
        descriptor = os.open(path, READ_FLAGS | NO_LINKS)
        with os.fdopen(descriptor, "rb") as stream:
            return _holds_mark(stream)
    except OSError:
        return False  # what cannot be read holds nothing to be found


def _holds_mark(stream: BinaryIO) -> bool:
    """Whether the mark stands in as much of a file as a case may have, also across two chunks."""
    before = b""
    for _ in range(LIMIT // _CHUNK):
        chunk = stream.read(_CHUNK)
        if _MARK in before + chunk:
            return True
        if not chunk:
            break
        before = chunk[1 - len(_MARK) :]
    return False
