"""From what the user chose to the bytes of the case file.

Links: what the user names is the user's own choice and may be a link. A file called case.json is
part of a folder that came from someone else, and is never followed through a link, wherever the
link leads: a bundle that needs one does not exist, and "only inside the folder" can be raced.
"""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from caseviewer.bundle.files import (
    NO_LINKS,
    READ_FLAGS,
    FileBytes,
    FileRefusedError,
    Fingerprint,
    Words,
    fingerprint,
    read_whole,
    require_regular,
    system_words,
)
from caseviewer.model.problems import BundleError, stop
from caseviewer.model.visible import visible

LIMIT = 64 * 1024 * 1024
CASE_FILE = "case.json"
DOCUMENTS = "documents"
_NAME_LIMIT = 80


@dataclass(frozen=True, slots=True)
class Location:
    """Where a bundle lies; `documents` is set where they would be, whether there are any or not."""

    case_file: Path
    folder: Path | None
    documents: Path | None
    title_hint: str


def locate(path: str | os.PathLike[str]) -> Location:
    """The case file behind a path: the file itself, or case.json in a folder.

    Any file is taken, whatever its name ends in: what is not JSON is named by its content later.
    """
    chosen = Path(path)
    try:
        status = chosen.stat()
        if stat.S_ISDIR(status.st_mode):
            return _in_folder(chosen)
        require_regular(status)
    except (OSError, ValueError) as error:
        raise _refusal(chosen, system_words(error)) from None
    except FileRefusedError as refusal:
        raise _refusal(chosen, refusal.words) from None
    if _is_bundled(chosen):
        return _of_folder(chosen)
    return Location(chosen, None, None, _title(chosen.name))


def read_bytes(path: Path, limit: int = LIMIT) -> FileBytes:
    """The whole case file; raise BundleError with a sentence for whatever hinders that."""
    try:
        status = path.lstat() if _is_bundled(path) else path.stat()
        require_regular(status)
        flags = READ_FLAGS | (NO_LINKS if _is_bundled(path) else 0)
        descriptor = os.open(path, flags)
        try:
            content = read_whole(descriptor, limit)
        finally:
            os.close(descriptor)
    except (OSError, ValueError) as error:
        raise _refusal(path, system_words(error)) from None
    except FileRefusedError as refusal:
        raise _refusal(path, refusal.words) from None
    if not content.data:
        raise _refusal(path, Words("empty", "is empty", "Fetch the file again."))
    return content


def changed(known: Fingerprint, path: Path) -> bool:
    """Whether the file is no longer the one that was read, or is gone."""
    try:
        return fingerprint(path.stat()) != known
    except (OSError, ValueError):
        return True


def _is_bundled(path: Path) -> bool:
    """Whether the file is the one of a bundle's folder; some systems ignore capitals."""
    return path.name.casefold() == CASE_FILE


def _in_folder(folder: Path) -> Location:
    case_file = folder / CASE_FILE
    try:
        require_regular(case_file.lstat())
    except OSError as error:
        if error.errno == errno.ENOENT:
            raise _no_case_file(folder) from None
        raise
    except FileRefusedError as refusal:
        raise _refusal(case_file, refusal.words) from None
    return _of_folder(case_file)


def _of_folder(case_file: Path) -> Location:
    folder = case_file.parent
    name = folder.name or folder.absolute().name
    return Location(case_file, folder, folder / DOCUMENTS, visible(name, _NAME_LIMIT))


def _title(name: str) -> str:
    bare = name.removesuffix(".json").removesuffix(".case")
    return visible(bare or name, _NAME_LIMIT)


def _no_case_file(folder: Path) -> BundleError:
    name = visible(folder.name or str(folder), _NAME_LIMIT)
    return stop(
        "file.no_case",
        f"“{name}” is a folder without {CASE_FILE}",
        "Choose the folder that holds it, or the case file itself.",
    )


def _refusal(path: Path, words: Words) -> BundleError:
    name = visible(path.name or str(path), _NAME_LIMIT)
    return stop(f"file.{words.code}", f"“{name}” {words.message}", words.hint)
