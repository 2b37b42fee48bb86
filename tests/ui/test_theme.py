import dataclasses
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from caseviewer.ui import theme
from caseviewer.ui.theme import DARK, LIGHT, Colours, Theme

SCHEMES = [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")]
TEXT_ON_GROUND = [
    (text, ground)
    for ground in ("window", "page", "stripe", "notice", "own")
    for text in ("text", "muted", "link", "warning")
] + [("selected_text", "selected"), ("text", "button"), ("text", "span")]
TEXT_ON_GROUND += [("text", "found"), ("selected_text", "found")]


def brightness(name: str) -> float:
    """Relative luminance, as the accessibility guidelines of the web define it."""
    colour = QColor(name)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
              for part in parts]  # fmt: skip
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    font, palette = QFont(qapp.font()), qapp.palette()
    yield qapp
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    qapp.setFont(font)


def test_contrast_is_measured_as_the_guidelines_say() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", SCHEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_every_text_stands_out_from_its_ground(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", SCHEMES)
def test_every_colour_of_a_scheme_is_one(colours: Colours) -> None:
    assert all(QColor(value).isValid() for value in dataclasses.asdict(colours).values())


@pytest.mark.parametrize(("scheme", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_a_scheme_colours_the_whole_program(
    app: QApplication, scheme: str, colours: Colours
) -> None:
    made = Theme(app)
    made.apply(scheme, 100)
    assert made.colours == colours == theme.colours_of(app)
    assert app.palette().color(QPalette.ColorRole.Base) == QColor(colours.page)
    disabled = app.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled == QColor(colours.muted)
    assert colours.link in app.styleSheet()


@pytest.mark.parametrize(
    ("asked", "colours"),
    [
        (Qt.ColorScheme.Dark, DARK),
        (Qt.ColorScheme.Light, LIGHT),
        (Qt.ColorScheme.Unknown, LIGHT),
    ],
)
def test_the_systems_scheme_is_followed(
    app: QApplication, monkeypatch: pytest.MonkeyPatch, asked: Qt.ColorScheme, colours: Colours
) -> None:
    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
            return asked

    monkeypatch.setattr(QGuiApplication, "styleHints", Hints)
    assert theme.colours_for("system") == colours


def test_sizes_are_shares_of_the_systems_size(app: QApplication) -> None:
    usual = app.font().pointSizeF()
    made = Theme(app)
    for per_cent in (200, 125, 100):
        made.apply("light", per_cent)
        assert app.font().pointSizeF() == pytest.approx(usual * per_cent / 100)


def test_fonts_are_made_and_the_given_one_stays(app: QApplication) -> None:
    font = QFont(app.font())
    size = font.pointSizeF()
    assert theme.scaled(font, 2).pointSizeF() == pytest.approx(2 * size)
    assert theme.serif(font).pointSizeF() > size
    assert theme.serif(font).families()
    assert font.pointSizeF() == size


def test_without_a_known_serif_face_the_system_chooses(
    app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    theme._serif_families.cache_clear()
    monkeypatch.setattr(QFontDatabase, "families", list)
    assert theme.serif(app.font()).families() == ["serif"]
    theme._serif_families.cache_clear()


def test_spaces_grow_with_the_text(app: QApplication) -> None:
    small = theme.unit(app.font())
    assert small >= 4
    assert theme.unit(theme.scaled(app.font(), 3)) > small
