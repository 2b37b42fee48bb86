"""What the program remembers for a user: one small JSON file, never in the bundle.

The file is written to a temporary name, flushed to disk and moved into place, with
rights for its owner only. A file that cannot be read, or a value that is not of its
kind, is dropped with a word and replaced by the default.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from caseviewer.formatting.translate import tr
from caseviewer.places import data_folder
from caseviewer.whole_file import write_whole

FILE_NAME = "preferences.json"
RECENT_LIMIT = 10
SCHEMES = ("system", "light", "dark")
TEXT_SIZES = (100, 110, 125, 150, 175, 200)
_SIZE_LIMIT = 1 << 20


def _is_fraction_list(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(part, int | float) and not isinstance(part, bool) and 0 < part <= 1
        for part in value
    )


def _is_widths(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_fraction_list, value.values()))


def _is_size(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(type(part) is int and 1 <= part <= 32_767 for part in value)
    )


def _is_paths(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _is_copies(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(path, str) for path in value.values())


def _is_parts(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(part, bool) for part in value.values())


_KINDS: dict[str, tuple[Any, Callable[[Any], bool]]] = {
    "scheme": ("system", lambda value: value in SCHEMES),
    "text_size": (100, lambda value: value in TEXT_SIZES),
    "tab": ("overview", lambda value: isinstance(value, str)),
    "columns": ({}, _is_widths),
    "panes": ({}, _is_widths),
    "parties_view": ("list", lambda value: value in ("list", "picture")),
    "window_size": ([1280, 800], _is_size),
    "library_size": ([1280, 800], _is_size),
    "citation_style": ("refworld", lambda value: isinstance(value, str)),
    "brief_parts": ({}, _is_parts),
    "added_styles": ([], _is_paths),
    "timeline": (True, lambda value: isinstance(value, bool)),
    "timeline_lanes": ("", lambda value: isinstance(value, str)),
    "notes_hidden": (False, lambda value: isinstance(value, bool)),
    "remember_recent": (True, lambda value: isinstance(value, bool)),
    "recent": ([], _is_paths),
    "document_copies": ({}, _is_copies),
}


class Preferences:
    """The remembered values; each change is written at once."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the file in `folder`, by default the user's own configuration folder.

        `data_folder` is for what belongs to cases; a given folder holds both.
        """
        self.folder = folder or user_config_path("caseviewer", appauthor=False)
        self.data_folder = folder or data_folder()
        self.warnings: list[str] = []
        self._failing = False
        self._values = {name: default for name, (default, _) in _KINDS.items()}
        self._load()

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.folder / FILE_NAME

    def get(self, name: str) -> Any:
        """A remembered value, or its default."""
        return self._values[name]

    def set(self, name: str, value: object) -> str:
        """Remember a value; returns a sentence when it could not be written, else nothing.

        The sentence also becomes a warning, once until writing works again.
        """
        _, check = _KINDS[name]
        if not check(value):
            raise ValueError(name)
        if self._values[name] == value:
            return ""
        self._values[name] = value
        fault = self._save()
        if fault and not self._failing:
            self.warnings.append(fault)
        self._failing = bool(fault)
        return fault

    def take_warnings(self) -> list[str]:
        """What was wrong with the file, told once."""
        told, self.warnings = self.warnings, []
        return told

    def add_recent(self, path: str) -> str:
        """Put a bundle at the top of the recent list, unless the user wants none."""
        if not self.get("remember_recent"):
            return ""
        others = [known for known in self.get("recent") if known != path]
        return self.set("recent", [path, *others][:RECENT_LIMIT])

    def forget_recent(self) -> str:
        """Empty the recent list."""
        return self.set("recent", [])

    def _load(self) -> None:
        try:
            with self.path.open("rb") as stream:
                found = json.loads(stream.read(_SIZE_LIMIT))
        except FileNotFoundError:
            return
        except (OSError, ValueError, RecursionError):
            found = None
        if not isinstance(found, dict):
            self.warnings.append(tr("The preferences could not be read; the defaults are used."))
            return
        for name, (_, check) in _KINDS.items():
            if name not in found:
                continue
            if check(found[name]):
                self._values[name] = found[name]
            else:
                self.warnings.append(
                    tr("The preference “{name}” was not usable and is reset.", name=name)
                )

    def _save(self) -> str:
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            content = json.dumps(self._values, indent=1, sort_keys=True).encode()
            write_whole(self.path, content, private=True)
        except OSError as error:
            return tr(
                "The preferences could not be saved in {folder}: {reason}.",
                folder=str(self.folder),
                reason=error.strerror or type(error).__name__,
            )
        return ""
