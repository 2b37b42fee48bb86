"""The key: each outline with its word."""

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from caseviewer.model.kinds import PartyKind
from caseviewer.ui.theme import LIGHT
from caseviewer.ui.widgets.party_key import PartyKey, samples


def test_every_kind_and_the_broken_line_are_told(qtbot: QtBot) -> None:
    key = PartyKey()
    qtbot.addWidget(key)
    assert [kind for kind, broken, _ in samples() if not broken] == list(PartyKind)
    assert key.accessibleDescription() == (
        "person; group; organization; State; body;"
        " broken line: the name is withheld, not given or not known"
    )


def test_the_key_takes_as_many_lines_as_it_needs(qtbot: QtBot) -> None:
    key = PartyKey()
    qtbot.addWidget(key)
    key.resize(2_000, 10)
    key.show()
    wide = key.height()
    key.resize(200, 10)
    assert key.height() > 2 * wide


def test_the_key_is_painted(qtbot: QtBot) -> None:
    key = PartyKey()
    qtbot.addWidget(key)
    key.resize(900, 40)
    key.show()
    image = key.grab().toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert QColor(LIGHT.page).name() in colours
    assert QColor(LIGHT.text).name() in colours
