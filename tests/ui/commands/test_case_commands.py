import pytest

from caseviewer.formatting.clip import ClipText
from caseviewer.formatting.page import Tab
from caseviewer.ui.commands.case_commands import CaseCommands
from caseviewer.ui.commands.view import View
from caseviewer.ui.session import Location, Session
from tests.ui.front import Front
from tests.ui.kit import clipboard


def commands(session: Session, front: View | None) -> tuple[CaseCommands, list[str]]:
    made = CaseCommands(session, lambda: front, session)
    said: list[str] = []
    made.said.connect(said.append)
    return made, said


def test_rows_are_copied_and_named(session: Session) -> None:
    made, said = commands(session, Front((ClipText("a", "<p>a</p>"), "P1 and P2")))
    made.handlers()["copy"]()
    assert said == ["Copied: P1 and P2."]
    assert clipboard().text() == "a"
    assert clipboard().html().endswith("<p>a</p>")


def test_without_a_selection_nothing_is_copied(session: Session) -> None:
    clipboard().clear()
    for front in (Front(None), None):
        made, said = commands(session, front)
        made.handlers()["copy"]()
        assert said == ["Nothing is selected, so nothing was copied."]


def test_the_page_is_copied(session: Session) -> None:
    made, said = commands(session, Front(None))
    made.handlers()["copy_page"]()
    assert clipboard().text() == "the page"
    assert said == ["Copied: the page that is shown."]


def test_the_time_between_two_rows_is_copied_and_told(session: Session) -> None:
    front = Front(None)
    front.between = (ClipText("1 day and its steps", "<p>1 day</p>"), "E1 to E2: 1 day")
    made, said = commands(session, front)
    made.handlers()["copy_elapsed"]()
    assert said == ["Copied: E1 to E2: 1 day."]
    assert clipboard().text() == "1 day and its steps"


def test_without_two_rows_it_is_said_how_to_select_them(session: Session) -> None:
    clipboard().clear()
    for front in (Front(None), None):
        made, said = commands(session, front)
        made.handlers()["copy_elapsed"]()
        (words,) = said
        assert words.startswith("Select exactly two rows of the chronology")
    assert clipboard().text() == ""


def test_without_a_case_commands_do_nothing() -> None:
    made, said = commands(Session(), None)
    for name, do in made.handlers().items():
        if name not in {"copy", "copy_elapsed"}:
            do()
    assert said == []


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("select_all", "select_all"),
        ("filter", "focus_filter"),
        ("own_order", "own_order"),
        ("focus_list", "focus_list"),
        ("focus_page", "focus_page"),
    ],
)
def test_the_tab_in_front_is_asked(session: Session, name: str, asked: str) -> None:
    front = Front(None)
    commands(session, front)[0].handlers()[name]()
    assert front.asked == [asked]


def test_tabs_are_reached_by_name_and_their_lists_take_the_keys(session: Session) -> None:
    front = Front(None)
    handlers = commands(session, front)[0].handlers()
    for tab in Tab:
        handlers[f"tab_{tab.value}"]()
        assert session.location.tab is tab
    assert set(front.asked) == {"focus_list"}
    handlers["back"]()
    assert session.location.tab is Tab.DOCUMENTS
    handlers["forward"]()
    assert session.location == Location(Tab.REVIEW)
