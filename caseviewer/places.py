"""Where the program's own files lie, and the reader's.

Its own lie in a checkout at its root, when installed in the package.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def resources() -> Path:
    """The folder of icons and other things that are neither code nor cases."""
    return _folder("resources")


def samples() -> tuple[Path, ...]:
    """The sample cases, in the order of their names."""
    cases = _folder("cases")
    if not cases.is_dir():
        return ()
    return tuple(sorted(entry.parent for entry in cases.glob("*/case.json")))


def data_folder() -> Path:
    """The folder of what belongs to the reader and to cases: what he has seen, and his notes."""
    from platformdirs import user_data_path

    return user_data_path("caseviewer", appauthor=False)
