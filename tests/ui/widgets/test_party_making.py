"""Pictures of parties: at once where they are few, else beside the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

from caseviewer.ui.background import wait_for_all
from caseviewer.ui.widgets import party_making
from caseviewer.ui.widgets.party_making import Laid, PictureMaking, Wish
from tests.pictures.kit import network
from tests.ui.kit import deliver

LINKS = [("a", "b", "heads"), ("c", "b", "works for")]


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    made = QObject()
    yield made
    wait_for_all()
    deliver()


def wish(*shown: str, selected: str = "") -> Wish:
    return Wish(network("abcd", LINKS), shown or None, QFont().toString(), selected)


def drawn(made: list[Laid]) -> list[list[str]]:
    return [sorted(box.party for box in one.picture.boxes) for one in made]


def test_few_parties_are_laid_out_at_once(owner: QObject) -> None:
    taken: list[Laid] = []
    making = PictureMaking(owner, taken.append)
    making.make(wish())
    making.make(wish("a", "b", selected="a"))
    assert drawn(taken) == [["a", "b", "c", "d"], ["a", "b"]]
    assert [node.id for node in taken[1].network.nodes] == ["a", "b"]
    making.settle()
    assert len(taken) == 2


def test_of_many_the_last_wish_alone_is_laid_out_beside_the_window(
    qtbot: QtBot, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(party_making, "BESIDE", 2)
    taken: list[Laid] = []
    making = PictureMaking(owner, taken.append)
    making.make(wish("a", "b"))
    making.make(wish("b", "c"))
    assert making.busy
    assert taken == []
    qtbot.waitUntil(lambda: bool(taken))
    wait_for_all()
    deliver()
    assert drawn(taken) == [["b", "c"]]
    assert not making.busy


def test_what_is_under_way_can_be_made_now(owner: QObject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(party_making, "BESIDE", 2)
    taken: list[Laid] = []
    making = PictureMaking(owner, taken.append)
    making.make(wish())
    making.settle()
    assert drawn(taken) == [["a", "b", "c", "d"]]
    wait_for_all()
    deliver()
    assert len(taken) == 1


def test_the_same_wish_gives_the_same_picture_wherever_it_is_made(
    qtbot: QtBot, owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = wish().laid()
    monkeypatch.setattr(party_making, "BESIDE", 2)
    taken: list[Laid] = []
    PictureMaking(owner, taken.append).make(wish())
    qtbot.waitUntil(lambda: bool(taken))
    assert taken[0].picture == here.picture
