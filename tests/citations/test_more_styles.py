import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from caseviewer.citations import more_styles
from caseviewer.citations.more_styles import (
    load_file,
    load_style,
    style_names,
    style_path,
    styles_folder,
)
from caseviewer.citations.style_xml import StyleError
from tests.citations.small import small_xml

FOREIGN = Path(__file__).parent / "foreign" / "author-date.csl"
LINK = '<link href="https://styles.example/{name}" rel="independent-parent"/><updated>'


def dependent(name: str) -> bytes:
    """A style that only points at another one."""
    return small_xml().replace(b"<updated>", LINK.format(name=name).encode())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the extra, as if it were installed, with two styles and one that points."""
    made = tmp_path / "extra" / "styles"
    (made / "dependent").mkdir(parents=True)
    (made / "law-review.csl").write_bytes(small_xml())
    (made / "in-text.csl").write_bytes(small_xml("in-text"))
    (made / "dependent" / "law-journal.csl").write_bytes(dependent("law-review"))
    install(monkeypatch, SimpleNamespace(submodule_search_locations=[str(made.parent)]))
    return made


def install(monkeypatch: pytest.MonkeyPatch, spec: object) -> None:
    monkeypatch.setattr(more_styles, "find_spec", lambda _: spec)


def test_the_styles_lie_in_their_package(folder: Path) -> None:
    assert styles_folder() == folder


@pytest.mark.parametrize("locations", [None, [], ["/no/such/folder"]])
def test_without_the_extra_there_are_no_styles_to_search(
    monkeypatch: pytest.MonkeyPatch, locations: list[str] | None
) -> None:
    install(monkeypatch, SimpleNamespace(submodule_search_locations=locations))
    assert styles_folder() is None
    install(monkeypatch, None)
    assert styles_folder() is None


def test_all_styles_have_their_names_and_files(folder: Path) -> None:
    assert style_names(folder) == ["in-text", "law-journal", "law-review"]
    for name in style_names(folder):
        assert style_path(folder, name).is_file()


def test_a_file_is_read_as_it_is(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.csl"
    path.write_bytes(small_xml("in-text"))
    style = load_file(path)
    assert (style.name, style.note) == (str(path), False)


@pytest.mark.parametrize("name", ["law-review", "law-review/"])
def test_a_style_that_points_at_an_installed_one_is_that_one(folder: Path, name: str) -> None:
    path = folder / "dependent" / "law-journal.csl"
    path.write_bytes(dependent(name))
    style = load_file(path)
    assert style.name == str(path), "it is found again under its own name"
    assert style.note


def test_a_style_that_points_at_one_that_is_not_here_is_refused(folder: Path) -> None:
    path = folder / "dependent" / "other.csl"
    path.write_bytes(dependent("not-here"))
    with pytest.raises(StyleError, match=r"points at another one, “not-here”.* nothing is fetched"):
        load_file(path)


@pytest.mark.parametrize("name", ["../secret", "..%2Fsecret", ".."])
def test_a_style_leads_to_no_file_outside_of_the_folder(folder: Path, name: str) -> None:
    (folder.parent / "secret.csl").write_bytes(small_xml())
    path = folder / "dependent" / "other.csl"
    path.write_bytes(dependent(name))
    with pytest.raises(StyleError, match="nothing is fetched"):
        load_file(path)


def test_without_the_extra_a_style_that_points_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, None)
    path = tmp_path / "law-journal.csl"
    path.write_bytes(dependent("law-review"))
    with pytest.raises(StyleError, match="“law-review”"):
        load_file(path)
    path.write_bytes(small_xml())
    assert load_file(path).note


def test_a_file_that_is_no_style_is_refused_in_the_same_words(folder: Path) -> None:
    with pytest.raises(StyleError, match="no such file"):
        load_file(folder / "none.csl")
    os.mkfifo(folder / "pipe.csl")
    with pytest.raises(StyleError, match="This is no file"):
        load_file(folder / "pipe.csl")
    broken = folder / "broken.csl"
    broken.write_bytes(b"<style>\n<info>\n</style>")
    with pytest.raises(StyleError, match=r"well-formed XML.*\(line 3\)") as told:
        load_file(broken)
    assert told.value.line == 3


def test_styles_are_loaded_by_name_and_by_path() -> None:
    assert load_style("mcgill").ours
    assert load_style(str(FOREIGN)).name == str(FOREIGN)
