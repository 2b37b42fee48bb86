"""Pictures of the tabs: every one, of the right size, and nobody's preferences touched."""

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from caseviewer.documents.opening import open_case
from caseviewer.formatting.page import Tab
from caseviewer.model.dates import day_number
from caseviewer.model.opened import OpenedCase
from caseviewer.places import samples
from caseviewer.ui import render as drawing
from caseviewer.ui.render import UnsavedPreferences, Wish, render
from caseviewer.ui.theme import LIGHT
from tests.builders import bundle, write

SMALL = (800, 600)


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[None]:
    """Gives the application back its look."""
    palette, font, sheet = qapp.palette(), qapp.font(), qapp.styleSheet()
    yield
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setStyleSheet(sheet)


@pytest.fixture
def opened(tmp_path: Path) -> OpenedCase:
    return open_case(write(tmp_path, bundle()))


def draw(opened: OpenedCase, folder: Path, wish: Wish) -> dict[str, QImage]:
    return {path.name: QImage(str(path)) for path in render(opened, folder, wish)}


def shades(image: QImage) -> int:
    """How many different colours stand along some lines of a picture."""
    return len(
        {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 5)}
    )


def brightness(image: QImage) -> float:
    places = [(x, y) for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)]
    return sum(image.pixelColor(x, y).lightness() for x, y in places) / len(places)


@pytest.mark.parametrize("sample", samples(), ids=lambda path: path.name)
def test_there_is_a_picture_of_every_tab(sample: Path, tmp_path: Path) -> None:
    pictures = draw(open_case(sample), tmp_path, Wish(size=(900, 700)))
    assert list(pictures) == [f"{tab.value}.png" for tab in Tab]
    for image in pictures.values():
        assert (image.width(), image.height()) == (900, 700)
        assert shades(image) > 20
    assert not [True for one, other in combinations(pictures.values(), 2) if one == other]


def test_the_same_case_gives_the_same_pictures(opened: OpenedCase, tmp_path: Path) -> None:
    first = draw(opened, tmp_path / "a", Wish(size=SMALL))
    assert draw(opened, tmp_path / "b", Wish(size=SMALL)) == first


def test_a_window_is_never_smaller_than_what_it_holds(opened: OpenedCase, tmp_path: Path) -> None:
    wish = Wish(size=(320, 320), text_size=200, tabs=[Tab.DOCUMENTS])
    image = draw(opened, tmp_path, wish)["documents.png"]
    assert image.width() >= 320
    assert image.height() > 320


def test_larger_text_is_another_picture(opened: OpenedCase, tmp_path: Path) -> None:
    usual = draw(opened, tmp_path / "100", Wish(size=SMALL, tabs=[Tab.PARTIES]))
    larger = draw(opened, tmp_path / "150", Wish(size=SMALL, text_size=150, tabs=[Tab.PARTIES]))
    assert usual != larger


@pytest.mark.parametrize(("scale", "size"), [(2, (1600, 1200)), (1.5, (1200, 900))])
def test_scale_multiplies_the_pixels_and_not_the_picture(
    scale: float, size: tuple[int, int], opened: OpenedCase, tmp_path: Path
) -> None:
    wish = Wish(size=SMALL, tabs=[Tab.PARTIES])
    plain = draw(opened, tmp_path / "1", wish)["parties.png"]
    large = draw(opened, tmp_path / "n", Wish(size=SMALL, scale=scale, tabs=[Tab.PARTIES]))
    image = large["parties.png"]
    assert (image.width(), image.height()) == size
    assert abs(brightness(image) - brightness(plain)) < 6
    coarse = plain.scaled(*size)
    assert image.convertToFormat(coarse.format()) != coarse


def test_dark_is_dark_and_light_is_light(opened: OpenedCase, tmp_path: Path) -> None:
    light = draw(opened, tmp_path / "light", Wish(size=SMALL))
    dark = draw(opened, tmp_path / "dark", Wish(size=SMALL, scheme="dark"))
    for name in light:
        assert brightness(light[name]) > 200
        assert brightness(dark[name]) < 80


def test_only_the_wanted_tabs_are_drawn(opened: OpenedCase, tmp_path: Path) -> None:
    out = tmp_path / "not" / "there" / "yet"
    draw(opened, out, Wish(size=SMALL, tabs=[Tab.REVIEW]))
    assert [path.name for path in out.iterdir()] == ["review.png"]


def test_nothing_is_remembered(opened: OpenedCase, tmp_path: Path, home: Path) -> None:
    draw(opened, tmp_path / "out", Wish(size=SMALL, scheme="dark"))
    assert list(home.rglob("*.json")) == []


def test_the_preferences_are_those_of_the_wish() -> None:
    preferences = UnsavedPreferences(Wish(scheme="dark", text_size=137))
    assert (preferences.get("scheme"), preferences.get("text_size")) == ("dark", 137)
    assert preferences.add_recent("case.json") == ""
    assert preferences.get("recent") == []
    assert preferences.set("tab", "review") == ""
    assert preferences.get("tab") == "review"


def test_a_folder_that_cannot_be_made_is_told(opened: OpenedCase, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FileExistsError):
        draw(opened, tmp_path / "file", Wish(size=SMALL))


def test_a_picture_that_cannot_be_written_is_told(opened: OpenedCase, tmp_path: Path) -> None:
    (tmp_path / "overview.png").mkdir()
    with pytest.raises(OSError, match=r"overview\.png"):
        draw(opened, tmp_path, Wish(size=SMALL))


def test_a_picture_without_memory_is_told(
    opened: OpenedCase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QImage, "isNull", lambda _: True)
    with pytest.raises(MemoryError):
        draw(opened, tmp_path, Wish(size=SMALL))


def test_an_unfinished_drawing_leaves_no_window(
    opened: OpenedCase, tmp_path: Path, qapp: QApplication
) -> None:
    pictures = render(opened, tmp_path, Wish(size=SMALL))
    next(pictures)
    assert qapp.topLevelWidgets()
    del pictures
    assert not [window for window in qapp.topLevelWidgets() if window.isVisible()]


def test_what_qt_says_is_heard_again_afterwards(opened: OpenedCase, tmp_path: Path) -> None:
    def hear(*_: object) -> None:
        """Hear what Qt says."""

    before = qInstallMessageHandler(hear)
    try:
        draw(opened, tmp_path, Wish(size=SMALL, tabs=[Tab.OVERVIEW]))
        assert qInstallMessageHandler(hear) is hear
    finally:
        qInstallMessageHandler(before)


def test_only_what_is_grave_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    for kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg, QtMsgType.QtWarningMsg):
        drawing._say_what_is_grave(kind, None, "This plugin does not support it")  # type: ignore[arg-type]
    drawing._say_what_is_grave(QtMsgType.QtCriticalMsg, None, "It failed")  # type: ignore[arg-type]
    assert capsys.readouterr().err == "It failed\n"


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="these draw with their own fonts")
def test_it_needs_no_screen_and_takes_none(opened: OpenedCase, tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from caseviewer.documents.opening import open_case\n"
        "from caseviewer.ui.render import Wish, render\n"
        "list(render(open_case(sys.argv[1]), Path(sys.argv[2]), Wish(size=(800, 600))))\n"
        "from PySide6.QtGui import QGuiApplication\n"
        "print(QGuiApplication.platformName())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, str(opened.path), str(tmp_path / "out")],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": ":7831"},
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "offscreen\n", "")


@pytest.mark.parametrize(
    ("platform", "drawn_with"),
    [("linux", "offscreen"), ("freebsd14", "offscreen"), ("win32", "own"), ("darwin", "own")],
)
def test_systems_that_need_their_own_platform_for_fonts_keep_it(
    platform: str, drawn_with: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("QT_QPA_PLATFORM", "own")
    drawing._take_no_screen()
    assert os.environ["QT_QPA_PLATFORM"] == drawn_with


def test_what_was_known_on_a_day_is_drawn_under_its_mark(
    opened: OpenedCase, tmp_path: Path
) -> None:
    mark = QColor(LIGHT.mark).rgb()
    for as_at, marked in ((None, False), (day_number(2019, 6, 1), True)):
        wish = Wish(size=SMALL, tabs=(Tab.PARTIES,), as_at=as_at)
        (image,) = draw(opened, tmp_path, wish).values()
        seen = {image.pixel(5, y) for y in range(image.height())}
        assert (mark in seen) is marked
