from pytestqt.qtbot import QtBot

from caseviewer.app import Program
from caseviewer.formatting.page import Tab
from caseviewer.ui.commands.view import View, Windows
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from caseviewer.ui.views.overview_tab import OverviewTab
from caseviewer.ui.views.parties_tab import PartiesTab
from tests.ui.kit import opened_sample


def offers(thing: object, protocol: type) -> list[str]:
    """What a protocol asks for and a thing has not."""
    wanted = [name for name in vars(protocol) if not name.startswith("_")]
    assert wanted
    return [name for name in wanted if not callable(getattr(thing, name, None))]


def test_a_list_and_the_overview_are_views(
    qtbot: QtBot, session: Session, preferences: Preferences
) -> None:
    overview, parties = OverviewTab(session), PartiesTab(session, preferences)
    qtbot.addWidget(overview)
    qtbot.addWidget(parties)
    views: list[View] = [overview, parties]
    for view in views:
        assert offers(view, View) == []
    assert session.location.tab is Tab.OVERVIEW
    assert session.opened is opened_sample()


def test_the_program_is_what_commands_call_its_windows(program: Program) -> None:
    windows: Windows = program
    assert offers(windows, Windows) == []
