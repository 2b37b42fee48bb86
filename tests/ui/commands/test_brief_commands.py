from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.citations.batch import cite
from caseviewer.citations.forms import Wanted
from caseviewer.citations.styles import OUR_STYLES, our_style
from caseviewer.formatting.brief import brief_places
from caseviewer.formatting.citing import Cited, case_items
from caseviewer.model.quotations import Quotation
from caseviewer.ui.commands.brief_commands import BriefCommands
from caseviewer.ui.commands.citing import Citing
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from tests.formatting.test_brief import EXPECTED
from tests.ui.front import Front
from tests.ui.kit import ABDUSSAMATOV, LONG, clipboard, opened_sample

STYLE = OUR_STYLES["refworld"]
KNOW = "To know: no web address, paragraphs counted; S1, paragraph 10: not checked"
NOTHING = "No quotation is selected; nothing was copied."


def quotations() -> tuple[Quotation, ...]:
    return opened_sample(ABDUSSAMATOV).case.quotations


class Made:
    """The command of a window in front of a tab of the test's own."""

    def __init__(self, qtbot: QtBot, preferences: Preferences) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.session = Session(self.window)
        self.citing = Citing(self.session, preferences, self.window)
        self.front: Front | None = Front(quotations=quotations()[:1])
        self.commands = BriefCommands(self.session, preferences, self.citing, lambda: self.front)
        self.said: list[str] = []
        self.warned: list[str] = []
        self.commands.said.connect(self.said.append)
        self.commands.warned.connect(self.warned.append)

    def open(self, *wanted: Wanted) -> None:
        """The first sample, with citations of some places."""
        opened = opened_sample(ABDUSSAMATOV)
        self.session.swap_in(opened)
        self.citing.stop()
        made = cite(case_items(opened), wanted, our_style("refworld"))
        self.session.show_cited(Cited(STYLE, "refworld", (), made))

    def copy(self) -> str:
        self.commands.handlers()["copy_brief"]()
        return clipboard().text()


@pytest.fixture
def made(qtbot: QtBot, preferences: Preferences) -> Made:
    QGuiApplication.clipboard().setText("before")
    return Made(qtbot, preferences)


def place() -> Wanted:
    (found,) = brief_places(opened_sample(ABDUSSAMATOV), quotations()[0])
    return found


def test_what_is_copied_is_told_with_what_to_know(made: Made) -> None:
    made.open(place())
    assert made.copy() == EXPECTED["Q1"]
    assert made.said == [f"Copied: Q1 (for a brief, {STYLE}). {KNOW} against the document."]
    assert made.warned == []
    assert clipboard().hasHtml()
    assert clipboard().hasFormat("text/rtf")


def test_a_place_that_is_not_formatted_yet_is_asked_for(qtbot: QtBot, made: Made) -> None:
    made.open()
    assert made.copy() == "before"
    qtbot.waitUntil(lambda: bool(made.said), timeout=LONG)
    assert clipboard().text() == EXPECTED["Q1"]


def test_parts_are_those_that_are_remembered(made: Made, preferences: Preferences) -> None:
    made.open(place())
    preferences.set("brief_parts", {"sic": False, "counted": False})
    assert made.copy() == EXPECTED["Q1"].replace(" [sic]", "").replace(" (paragraphs counted)", "")


def test_without_a_citation_no_engine_is_waited_for(made: Made, preferences: Preferences) -> None:
    made.open()
    made.session.show_cited(Cited(STYLE, "refworld"))
    assert made.copy() == "before"
    assert made.warned == ["The citations are still being formatted."]
    preferences.set("brief_parts", {"citation": False})
    assert made.copy() == EXPECTED["Q1"].split("; Institute")[0]
    assert made.said == [
        (
            "Copied: Q1 (for a brief, without: Citation). To know: S1, paragraph 10: not checked"
            " against the document."
        )
    ]


def test_where_the_engine_failed_the_own_citation_is_copied_and_told(made: Made) -> None:
    made.open()
    made.session.show_cited(Cited(STYLE, "refworld", fault="The engine is not there."))
    assert made.copy().endswith("2015], paragraph 10 (paragraphs counted)")
    assert made.said[0].startswith("Copied: Q1 (for a brief). To know: S1: the source’s own")


def test_what_was_found_needs_no_word(made: Made, preferences: Preferences) -> None:
    opened = opened_sample()
    found = next(one for one in opened.case.quotations if one.id == "q-gate")
    made.session.swap_in(opened)
    made.citing.stop()
    made.front = Front(quotations=(found,))
    preferences.set("brief_parts", {"citation": False})
    made.copy()
    assert made.said == ["Copied: Q1 (for a brief, without: Citation)."]


@pytest.mark.parametrize("front", [None, Front()])
def test_without_a_quotation_nothing_is_copied(made: Made, front: Front | None) -> None:
    made.open(place())
    made.front = front
    assert made.copy() == "before"
    assert made.said == [NOTHING]


def test_without_a_case_nothing_is_copied(made: Made) -> None:
    assert made.copy() == "before"
    assert made.said == [NOTHING]
    made.commands._copy(quotations())
    assert clipboard().text() == "before"


def test_the_engine_may_know_a_place_by_the_time_that_it_is_copied(made: Made) -> None:
    made.open(place())
    cited = made.session.cited
    assert cited.citations is not None
    made.session.show_cited(replace(cited, citations=replace(cited.citations, forms={})))
    made.commands._copy(quotations()[:1])
    assert "S1: the source’s own citation" in made.said[0]
