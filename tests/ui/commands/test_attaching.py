from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.documents.opening import begin, open_case
from caseviewer.formatting.page import Tab, Target
from caseviewer.model.opened import Checked
from caseviewer.ui import messages
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.commands import attaching
from caseviewer.ui.commands.attaching import Attaching
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session
from tests.builders import TEXT, bundle, write, write_folder
from tests.ui.kit import LONG, deliver

REPORT = TEXT.encode()
SHA256 = bundle()["sources"][0]["document"]["sha256"]


class Told:
    """The command, and what it says."""

    def __init__(self, attaching: Attaching) -> None:
        self.attaching = attaching
        self.attached: list[str] = []
        self.warned: list[str] = []
        attaching.attached.connect(self.attached.append)
        attaching.warned.connect(self.warned.append)

    @property
    def said(self) -> list[str]:
        return self.attached + self.warned


@pytest.fixture
def told(qtbot: QtBot, session: Session, preferences: Preferences, tmp_path: Path) -> Told:
    window = QWidget()
    qtbot.addWidget(window)
    session.swap_in(open_case(write(tmp_path, bundle())))
    made = Told(Attaching(window, session, preferences))
    made.attaching.setProperty("window", window)
    return made


def attach(qtbot: QtBot, told: Told, path: Path) -> None:
    told.attaching.attach(str(path))
    qtbot.waitUntil(lambda: bool(told.said), timeout=LONG)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "my page.txt"
    path.write_bytes(REPORT)
    return path


def test_a_document_is_recognised_by_its_hash(
    qtbot: QtBot, told: Told, preferences: Preferences, copy: Path
) -> None:
    attach(qtbot, told, copy)
    assert told.attached == ["Attached: “my page.txt” is the document of S1; its hash matches."]
    assert preferences.get("document_copies") == {SHA256: str(copy)}
    assert Preferences(preferences.folder).get("document_copies") == {SHA256: str(copy)}


def test_a_copy_that_differs_is_attached_to_what_is_selected_and_told(
    qtbot: QtBot, told: Told, session: Session, preferences: Preferences, copy: Path
) -> None:
    copy.write_bytes(REPORT + b"more")
    session.go(Target("report", Tab.DOCUMENTS))
    attach(qtbot, told, copy)
    assert told.attached[0].startswith(
        "Attached, but “my page.txt” differs from the document of S1"
    )
    assert preferences.get("document_copies") == {SHA256: str(copy)}


def test_a_file_that_is_none_of_the_documents_is_not_attached(
    qtbot: QtBot, told: Told, preferences: Preferences, copy: Path
) -> None:
    copy.write_bytes(b"other")
    attach(qtbot, told, copy)
    assert told.warned[0].startswith("“my page.txt” is none of the documents that this file tells")
    assert preferences.get("document_copies") == {}


def test_a_document_that_is_in_the_bundle_takes_no_copy_that_differs(
    qtbot: QtBot, told: Told, session: Session, copy: Path, tmp_path: Path
) -> None:
    session.swap_in(open_case(write_folder(tmp_path, bundle(), {"report.txt": REPORT})))
    session.go(Target("report", Tab.DOCUMENTS))
    copy.write_bytes(b"other")
    attach(qtbot, told, copy)
    assert "is none of the documents" in told.warned[0]


def test_what_cannot_be_read_says_why(qtbot: QtBot, told: Told, tmp_path: Path) -> None:
    attach(qtbot, told, tmp_path)
    assert "is a folder" in told.warned[0]
    told.warned.clear()
    attach(qtbot, told, tmp_path / "nowhere.txt")
    assert "was not found" in told.warned[0]


def test_copies_are_forgotten(
    qtbot: QtBot, told: Told, preferences: Preferences, copy: Path
) -> None:
    attach(qtbot, told, copy)
    told.attaching.handlers()["forget_copies"]()
    assert preferences.get("document_copies") == {}
    assert copy.exists()
    assert told.attached[-1].startswith("Your own copies of documents are forgotten")


def test_the_file_is_asked_for(
    qtbot: QtBot, told: Told, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(messages, "ask_for_document", lambda _: "")
    told.attaching.handlers()["attach_document"]()
    assert wait_for_all()
    assert told.said == []
    monkeypatch.setattr(messages, "ask_for_document", lambda _: str(copy))
    told.attaching.handlers()["attach_document"]()
    qtbot.waitUntil(lambda: bool(told.attached), timeout=LONG)


def test_a_fault_of_the_program_is_said_to_be_one(
    qtbot: QtBot, told: Told, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("secret")

    monkeypatch.setattr(attaching, "hash_copy", fail)
    attach(qtbot, told, copy)
    assert "(KeyError), which is a fault of the program" in told.warned[0]


def test_what_was_stopped_says_nothing(qtbot: QtBot, told: Told, copy: Path) -> None:
    told.attaching.attach(str(copy))
    told.attaching.stop()
    assert wait_for_all()
    deliver()
    assert told.said == []


def test_without_a_case_nothing_is_attached(
    qtbot: QtBot, preferences: Preferences, copy: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made = Told(Attaching(window, Session(window), preferences))
    made.attaching.attach(str(copy))
    assert wait_for_all()
    deliver()
    assert made.said == []
    assert preferences.get("document_copies") == {}


def test_a_copy_goes_to_what_was_selected_when_it_was_chosen(
    qtbot: QtBot, told: Told, session: Session, preferences: Preferences, copy: Path
) -> None:
    copy.write_bytes(REPORT + b"more")
    session.go(Target("report", Tab.DOCUMENTS))
    told.attaching.attach(str(copy))
    session.go(Target("group"))
    qtbot.waitUntil(lambda: bool(told.said), timeout=LONG)
    assert preferences.get("document_copies") == {SHA256: str(copy)}


def test_a_copy_for_a_case_that_is_gone_is_dropped(
    told: Told, session: Session, preferences: Preferences, copy: Path, tmp_path: Path
) -> None:
    told.attaching.attach(str(copy))
    session.swap_in(open_case(write(tmp_path, bundle())))
    assert wait_for_all()
    deliver()
    assert told.said == []
    assert preferences.get("document_copies") == {}


def test_nothing_is_attached_while_the_documents_are_being_checked(
    told: Told, session: Session, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = session.opened
    assert opened is not None
    session.show_checks(opened.with_checks(checked=Checked.UNDER_WAY))
    monkeypatch.setattr(messages, "ask_for_document", lambda _: pytest.fail("it was asked for"))
    told.attaching.ask()
    told.attaching.attach(str(copy))
    assert told.said == 2 * ["The documents are still being checked; attach it when that is done."]


def test_after_checks_that_were_stopped_only_the_document_itself_is_attached(
    qtbot: QtBot, told: Told, session: Session, copy: Path, tmp_path: Path
) -> None:
    folder = write_folder(tmp_path, bundle(), {"report.txt": REPORT})
    session.swap_in(begin(folder).opened.with_checks(checked=Checked.STOPPED))
    session.go(Target("report", Tab.DOCUMENTS))
    attach(qtbot, told, copy)
    assert told.attached[0].endswith("its hash matches.")
    copy.write_bytes(b"other")
    told.attached.clear()
    attach(qtbot, told, copy)
    assert "the checks were stopped" in told.warned[0]
