"""Where the program finds its own files: in a checkout and when it is installed."""

from pathlib import Path

import pytest

from caseviewer import places

ROOT = Path(__file__).parent.parent


def test_a_checkout_holds_them_at_its_root() -> None:
    assert places.resources() == ROOT / "resources"
    names = [folder.name for folder in places.samples()]
    assert names == ["abdussamatov-v-kazakhstan", "halvek-v-valdrasia"]
    assert all((folder / "case.json").is_file() for folder in places.samples())


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty package beside which nothing lies."""
    folder = tmp_path / "site" / "caseviewer"
    folder.mkdir(parents=True)
    monkeypatch.setattr(places, "_PACKAGE", folder)
    return folder


def test_an_installed_package_holds_them_inside(package: Path) -> None:
    (package / "resources").mkdir()
    for name in ("b", "a", "without-a-case"):
        (package / "cases" / name).mkdir(parents=True)
    for name in ("a", "b"):
        (package / "cases" / name / "case.json").write_text("{}", "utf-8")
    assert places.resources() == package / "resources"
    assert places.samples() == (package / "cases" / "a", package / "cases" / "b")


def test_without_samples_there_are_none(package: Path) -> None:
    assert places.samples() == ()
    assert places.resources() == package.parent / "resources"


def test_what_belongs_to_the_reader_lies_in_his_own_folder(home: Path) -> None:
    assert home in places.data_folder().parents
    assert places.data_folder().name == "caseviewer"
