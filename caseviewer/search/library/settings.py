"""What the reader decided about the library: one small file beside the preferences.

It holds the folders, whether the library is on, and when cases below the folders were last
opened. Another window may write it too: what is changed is read again first, behind a lock. What
a damaged file holds is as good as gone, and that is told; one that is only out of reach just now is
never written over.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path

from platformdirs import user_config_path

from caseviewer.formatting.translate import tr
from caseviewer.model.visible import visible
from caseviewer.notes.locking import HeldError, locked
from caseviewer.whole_file import write_whole

FILE_NAME = "library.json"
_SIZE_LIMIT = 8 << 20
_MOST_OPENED = 10_000
_MOST_FOLDERS = 1_000
_SHOWN = 200
_LONGEST_SIGN = 12
"""So many bytes a character takes at most in the file."""
_ROOM = _SIZE_LIMIT // 2
"""So much of the file openings may take, so that it can be read again."""
_LOCK_NAME = ".library.lock"
_WAIT = 5.0


@dataclass(frozen=True, slots=True)
class Decided:
    """Whether the library is on, its folders, and when each case file was opened (ISO 8601)."""

    on: bool = True
    folders: tuple[str, ...] = ()
    opened: Mapping[str, str] = field(default_factory=dict)

    def folder_of(self, path: str) -> str | None:
        """The folder below which a file lies, the innermost where there are several."""
        holding = [folder for folder in self.folders if is_below(path, folder)]
        return max(holding, key=len, default=None)


def is_below(path: str, folder: str) -> bool:
    """Whether a path lies in a folder, by their names alone."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def absolute(path: Path) -> str:
    """A path as the library keeps it: from the root, links in it as the reader gave them."""
    return os.path.abspath(path)  # noqa: PTH100  # Path.absolute keeps “..”


class Settings:
    """Reads and writes the file; a change returns a sentence where it could not be kept."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep the file in `folder`, by default the user's own configuration folder."""
        self.folder = folder or user_config_path("caseviewer", appauthor=False)

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.folder / FILE_NAME

    def read(self) -> tuple[Decided, str]:
        """What was decided, and a sentence where the file cannot be read."""
        try:
            return self._read()
        except OSError as error:
            return Decided(), tr(
                "The list of the library’s folders ({file}) could not be read: {reason}.",
                file=visible(str(self.path), _SHOWN),
                reason=_reason(error),
            )

    def _read(self) -> tuple[Decided, str]:
        """The same; OSError where there is a file that cannot be reached."""
        try:
            with self.path.open("rb") as stream:
                found = json.loads(stream.read(_SIZE_LIMIT))
            return _decided(found), ""
        except (FileNotFoundError, NotADirectoryError):
            return Decided(), ""
        except (ValueError, RecursionError):
            return Decided(), tr(
                "The list of the library’s folders ({file}) could not be read. Add the folders"
                " again.",
                file=visible(str(self.path), _SHOWN),
            )

    def decided(self) -> Decided:
        """What was decided."""
        return self.read()[0]

    def switch(self, *, on: bool) -> str:
        """Switch the library on or off."""
        return self._change(lambda now: replace(now, on=on))

    def add(self, folder: Path) -> str:
        """Add a folder."""
        if not folder.is_dir():
            return tr(
                "“{folder}” is not a folder that is here, and was not added.",
                folder=visible(str(folder), _SHOWN),
            )
        added = absolute(folder)
        known = self.decided().folders
        if added in known:
            return ""
        outer = next((one for one in known if is_below(added, one)), None)
        if outer is not None:
            return tr(
                "“{folder}” lies in “{outer}”, which is in the library already.",
                folder=visible(added, _SHOWN),
                outer=visible(outer, _SHOWN),
            )
        if len(known) >= _MOST_FOLDERS:
            return tr("The library holds {most} folders, and takes no more.", most=_MOST_FOLDERS)
        return self._change(lambda now: replace(now, folders=_with(now.folders, added)))

    def forget(self, folder: str) -> str:
        """Forget a folder, and when cases below it were opened."""

        def without(now: Decided) -> Decided:
            left = replace(now, folders=tuple(one for one in now.folders if one != folder))
            kept = {path: at for path, at in now.opened.items() if left.folder_of(path)}
            return replace(left, opened=kept)

        return self._change(without)

    def forget_opened(self) -> str:
        """Forget when cases were opened."""
        return self._change(lambda now: replace(now, opened={}))

    def mark_opened(self, case_file: Path) -> str:
        """Remember that a case was opened now, if it lies below a folder and the library is on."""
        path = absolute(case_file)
        now = self.decided()
        if not now.on or now.folder_of(path) is None:
            return ""
        at = datetime.now(UTC).astimezone().isoformat(timespec="seconds")
        return self._change(lambda now: replace(now, opened=_latest({**now.opened, path: at})))

    def _change(self, change: Callable[[Decided], Decided]) -> str:
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            with locked(self.folder / _LOCK_NAME, _WAIT):
                self._write(change)
        except (OSError, HeldError) as error:
            return tr(
                "What was decided about the library could not be saved in {folder}: {reason}.",
                folder=visible(str(self.folder), _SHOWN),
                reason=_reason(error),
            )
        return ""

    def _write(self, change: Callable[[Decided], Decided]) -> None:
        before, _ = self._read()
        after = change(before)
        if after == before and self.path.exists():
            return
        values = {"on": after.on, "folders": after.folders, "opened": dict(after.opened)}
        content = json.dumps(values, indent=1, sort_keys=True).encode()
        write_whole(self.path, content, private=True)


def _reason(error: Exception) -> str:
    if isinstance(error, HeldError):
        return tr("another program is writing there")
    return getattr(error, "strerror", None) or type(error).__name__


def _with(folders: tuple[str, ...], added: str) -> tuple[str, ...]:
    """The folders and one more, which takes the place of those that lie in it."""
    return (*(one for one in folders if not is_below(one, added)), added)


def _latest(opened: Mapping[str, str]) -> dict[str, str]:
    newest = sorted(opened.items(), key=lambda one: one[1], reverse=True)[:_MOST_OPENED]
    lengths = accumulate(_LONGEST_SIGN * (len(path) + len(at)) for path, at in newest)
    return {path: at for (path, at), length in zip(newest, lengths, strict=True) if length < _ROOM}


def _decided(found: object) -> Decided:
    """What a file holds; ValueError where that is not what was written."""
    if not isinstance(found, dict):
        raise ValueError  # noqa: TRY004  # what is caught is a file that cannot be read
    on, folders, opened = found.get("on", True), found.get("folders", []), found.get("opened", {})
    if not isinstance(on, bool) or not _are_texts(folders, list):
        raise ValueError
    if not _are_texts(opened, dict) or not all(isinstance(at, str) for at in opened.values()):
        raise ValueError
    return Decided(on, tuple(folders), opened)


def _are_texts(found: object, kind: type[list[object] | dict[object, object]]) -> bool:
    return isinstance(found, kind) and all(isinstance(one, str) for one in found)
