import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caseviewer.citations.batch import cite
from caseviewer.citations.forms import Wanted
from caseviewer.citations.pinpoints import Pinpoint
from caseviewer.citations.styles import OUR_STYLES, our_style
from caseviewer.formatting.citing import Cited, source_item
from caseviewer.formatting.page import Tab, Target
from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.sources import Source
from caseviewer.ui import messages
from caseviewer.ui.background import wait_for_all
from caseviewer.ui.commands.cite_commands import CiteCommands
from caseviewer.ui.commands.citing import Citing
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Location, Session
from tests.citations.small import BIBLIOGRAPHY, small_xml
from tests.ui.engines import BROKEN, Watched
from tests.ui.front import Front
from tests.ui.kit import LONG, clipboard, delete_later, deliver, opened_sample

NINE = Pinpoint(LocatorLabel.PARAGRAPH, "9")
FAR = Pinpoint(LocatorLabel.PARAGRAPH, "987")
VIEWS, PRINT = Wanted("s-views"), Wanted("s-border-wire")
STYLE = OUR_STYLES["refworld"]
AT_PLACE = ("copy_citation", "cite_defects", "cite_short", "cite_footnote")
OWN = ("cite_verbatim", "cite_clean")
NOTHING = "Nothing is selected that rests on a source; nothing was copied."
OWN_DEFECTS = "To know: 3 no-break spaces, no web address, republisher not named."


def quick(*wanted: Wanted) -> Cited:
    """A few citations, as they are there once the engine is done."""
    opened = opened_sample()
    names = dict.fromkeys(one.source for one in wanted)
    found = [opened.index.get(name) for name in names]
    items = [source_item(opened, one) for one in found if isinstance(one, Source)]
    return Cited(STYLE, "refworld", (), cite(items, wanted, our_style("refworld")))


class Made:
    """The commands of a window in front of a tab of the test's own."""

    def __init__(self, qtbot: QtBot, preferences: Preferences) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.session = Session(self.window)
        self.citing = Citing(self.session, preferences, self.window)
        self.front: Front | None = Front()
        self.commands = CiteCommands(self.window, self.session, self.citing, lambda: self.front)
        self.said: list[str] = []
        self.warned: list[str] = []
        self.commands.said.connect(self.said.append)
        self.commands.warned.connect(self.warned.append)
        self.citing.failed.connect(self.warned.append)

    def open(self, *wanted: Wanted) -> None:
        """A case whose citations are there, with places selected in it."""
        self.session.swap_in(opened_sample())
        self.citing.stop()
        self.session.show_cited(quick(*wanted))
        self.front = Front(cited=wanted)

    def do(self, name: str) -> None:
        self.commands.handlers()[name]()

    def copy(self, name: str) -> str:
        """Do what copies beside the window, and wait for the copy."""
        told = len(self.said) + len(self.warned)
        self.do(name)
        self.qtbot.waitUntil(lambda: len(self.said) + len(self.warned) > told, timeout=LONG)
        return clipboard().text()


@pytest.fixture
def made(qtbot: QtBot, preferences: Preferences) -> Made:
    clipboard_of("before")
    return Made(qtbot, preferences)


def clipboard_of(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


@pytest.mark.parametrize(
    ("name", "wanted", "copied", "told"),
    [
        ("copy_citation", VIEWS, "Committee on Persons in Custody, Mirela", f"S1 ({STYLE})."),
        ("copy_citation", replace(PRINT, pinpoint=NINE), "The Ostrel Courier, Lawyer",
         f"S4, paragraph 9 ({STYLE}). To know: paragraphs counted."),
        ("cite_defects", replace(PRINT, pinpoint=NINE), "The Ostrel Courier, Lawyer",
         f"S4, paragraph 9 ({STYLE}). To know: paragraphs counted."),
        ("cite_short", VIEWS, "Committee on Persons", f"S1 (short form, {STYLE})."),
        ("cite_entry", VIEWS, "Committee on Persons", f"S1 (bibliography entry, {STYLE})."),
        ("cite_footnote", VIEWS, "[^s-views]: Committee", f"S1 (Markdown footnote, {STYLE})."),
        ("cite_verbatim", PRINT, "The Ostrel Courier",
         f"S4 (the source’s own words, to the letter). {OWN_DEFECTS}"),
        ("cite_clean", PRINT, "The Ostrel Courier",
         f"S4 (the source’s own words, with plain spaces). {OWN_DEFECTS}"),
    ],
)  # fmt: skip
def test_what_is_copied_is_told_with_its_form_and_what_to_know(
    made: Made, name: str, wanted: Wanted, copied: str, told: str
) -> None:
    made.open(wanted)
    made.do(name)
    assert clipboard().text().startswith(copied)
    assert made.said == [f"Copied: {told}"]
    assert made.warned == []


def test_what_to_know_stands_in_the_copy_where_it_is_wished(made: Made) -> None:
    made.open(replace(PRINT, pinpoint=NINE))
    made.do("cite_defects")
    assert clipboard().text().endswith(", para. 9 [paragraphs counted]")


def test_the_own_words_keep_their_spaces_to_the_letter_or_get_plain_ones(made: Made) -> None:
    made.open(PRINT)
    made.do("cite_verbatim")
    assert "18\u00a0March\u00a02016" in clipboard().text()
    assert "18\u00a0March\u00a02016" in clipboard().html()
    made.do("cite_clean")
    assert "18 March 2016" in clipboard().text()
    assert "\u00a0" not in clipboard().text() + clipboard().html()


def test_several_are_a_line_each_and_those_without_the_form_are_told(made: Made) -> None:
    made.open(VIEWS, PRINT)
    made.do("copy_citation")
    assert len(clipboard().text().splitlines()) == 2
    made.do("cite_clean")
    assert len(clipboard().text().splitlines()) == 1
    assert made.said[-1].endswith("Not copied, as they have no such form: S1.")


@pytest.mark.parametrize("front", [None, Front()])
def test_without_a_source_nothing_is_copied_and_a_word_says_so(
    made: Made, front: Front | None
) -> None:
    made.open(VIEWS)
    made.front = front
    names = [
        name
        for name in made.commands.handlers()
        if name not in {"add_style", "bibliography_all", "pinpoint"}
    ]
    for name in names:
        made.do(name)
    assert made.said == [NOTHING] * len(names)
    assert clipboard().text() == "before"


def test_a_source_without_words_of_its_own_says_so(made: Made) -> None:
    made.open(VIEWS)
    for name in OWN:
        made.do(name)
    assert made.warned == ["S1 gives no citation of its own; nothing was copied."] * 2
    assert clipboard().text() == "before"


def test_a_style_without_the_form_says_so(made: Made) -> None:
    made.open(VIEWS)
    citations = made.session.cited.citations
    assert citations is not None
    made.session.show_cited(replace(made.session.cited, citations=replace(citations, forms={})))
    made.do("cite_short")
    assert made.warned == ["The style has no such form for S1; nothing was copied."]
    assert clipboard().text() == "before"


def test_while_citations_are_made_or_cannot_be_a_sentence_says_so(made: Made) -> None:
    made.open(PRINT)
    made.session.show_cited(Cited(STYLE, "refworld"))
    made.do("copy_citation")
    made.session.show_cited(Cited(STYLE, "refworld", fault="The engine is not there."))
    made.do("cite_entry")
    assert made.warned == ["The citations are still being formatted.", "The engine is not there."]
    assert clipboard().text() == "before"
    made.do("cite_verbatim")
    assert clipboard().text().startswith("The Ostrel Courier"), "needs no engine"


def test_without_a_case_nothing_is_copied(made: Made) -> None:
    made.front = Front(cited=(VIEWS,))
    for name in made.commands.handlers():
        if name not in {"add_style", "pinpoint"}:
            made.do(name)
    assert wait_for_all()
    assert clipboard().text() == "before"
    assert made.warned == []


@pytest.mark.parametrize("name", AT_PLACE)
def test_a_place_that_cannot_be_read_is_never_left_out_of_a_copy(made: Made, name: str) -> None:
    made.open(VIEWS)
    made.front = Front(cited=(VIEWS,), fault="That is no place.")
    made.do(name)
    assert made.warned == ["That is no place."]
    assert clipboard().text() == "before"


def test_a_place_that_cannot_be_read_hinders_no_copy_that_has_none(made: Made) -> None:
    made.open(PRINT)
    made.front = Front(cited=(PRINT,), fault="That is no place.")
    for name in ("cite_entry", *OWN):
        made.do(name)
    assert len(made.said) == 3
    assert made.warned == []


@pytest.mark.parametrize("name", AT_PLACE)
def test_a_place_that_was_not_formatted_is_copied_when_it_is_there(
    made: Made, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    made.open(VIEWS)
    made.front = Front(cited=(replace(VIEWS, pinpoint=FAR),))
    engine = Watched(monkeypatch)
    engine.free.clear()
    made.do(name)
    assert clipboard().text() == "before", "the window does not wait"
    engine.free.set()
    made.qtbot.waitUntil(lambda: bool(made.said), timeout=LONG)
    assert "987" in clipboard().text()
    assert made.said[0].startswith("Copied: S1, paragraph 987 (")
    assert engine.calls == 1


def test_a_place_that_the_engine_cannot_format_is_told(
    made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made.open(VIEWS)
    made.front = Front(cited=(replace(VIEWS, pinpoint=FAR),))
    BROKEN["garbage"][0](monkeypatch, tmp_path)
    made.do("copy_citation")
    made.qtbot.waitUntil(lambda: bool(made.warned), timeout=LONG)
    assert "cannot be read" in made.warned[0]
    assert clipboard().text() == "before"


# Bibliographies and exports


def test_a_bibliography_is_sorted_as_the_style_says(made: Made, tmp_path: Path) -> None:
    made.open(Wanted("s-book"), VIEWS, replace(VIEWS, pinpoint=NINE), Wanted("s-custody-act"))
    path = tmp_path / "sorted.csl"
    path.write_bytes(small_xml(bibliography=BIBLIOGRAPHY.format(options="")))
    made.citing.add(str(path))
    lines = made.copy("bibliography_selected").splitlines()
    assert made.said == ["Copied: bibliography of 3 sources."]
    assert [line.split(", ")[-1] for line in lines] == [
        "Custody Act.",
        "Mirela Halvek v. Valdrasia.",
        "What the Register Says: Prisons of the Orl Valley.",
    ]
    lines = made.copy("bibliography_all").splitlines()
    assert made.said[-1] == f"Copied: bibliography of {len(lines)} sources."
    assert len(lines) == len(opened_sample().case.sources)
    assert clipboard().hasHtml()
    assert clipboard().hasFormat("text/rtf")


def test_a_style_without_a_bibliography_says_so(made: Made, tmp_path: Path) -> None:
    made.open(VIEWS)
    path = tmp_path / "none.csl"
    path.write_bytes(small_xml())
    made.citing.add(str(path))
    made.copy("bibliography_all")
    assert made.warned == ["The style A small style has no bibliography."]
    assert clipboard().text() == "before"


def test_a_bibliography_is_in_the_style_that_is_shown_though_its_file_is_gone(
    made: Made, tmp_path: Path
) -> None:
    made.open(VIEWS)
    path = tmp_path / "gone.csl"
    path.write_bytes(small_xml(bibliography=BIBLIOGRAPHY.format(options="")))
    made.citing.add(str(path))
    path.unlink()
    assert made.copy("bibliography_selected").endswith("Mirela Halvek v. Valdrasia.")
    assert made.warned == []


def test_sources_are_copied_for_other_programs(made: Made) -> None:
    made.open(VIEWS, Wanted("s-book"))
    assert made.copy("cite_ris").count("TY  - ") == 2
    assert made.copy("cite_biblatex").count("\n@") == 1
    assert clipboard().text().startswith("@")
    items = json.loads(made.copy("cite_csl"))
    assert [item["title"][:4] for item in items] == ["Mire", "What"]
    assert clipboard().formats() == ["text/plain"]
    assert made.said == [f"Copied: 2 sources ({name})." for name in ("RIS", "BibLaTeX", "CSL-JSON")]


@pytest.mark.parametrize("kind", ["missing", "killed", "hanging"])
def test_without_an_engine_a_bibliography_is_a_sentence_and_exports_that_need_none_go_on(
    made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    made.open(VIEWS)
    breaks, words = BROKEN[kind]
    breaks(monkeypatch, tmp_path)
    made.copy("bibliography_all")
    assert words in made.warned[0]
    assert clipboard().text() == "before"
    assert made.copy("cite_csl").startswith("[")


def test_a_fault_of_the_program_is_told_as_one(made: Made) -> None:
    def fail(_: object) -> str:
        raise ZeroDivisionError

    made.open(VIEWS)
    made.commands.export("RIS", fail)
    made.qtbot.waitUntil(lambda: bool(made.warned), timeout=LONG)
    assert "ZeroDivisionError" in made.warned[0]


@pytest.mark.parametrize("leave", ["reload", "stop", "close"])
def test_a_copy_of_a_case_that_was_left_never_comes(
    made: Made, monkeypatch: pytest.MonkeyPatch, leave: str
) -> None:
    made.open(VIEWS)
    engine = Watched(monkeypatch)
    engine.free.clear()
    made.do("bibliography_all")
    if leave == "reload":
        made.session.swap_in(opened_sample())
    elif leave == "stop":
        made.commands.stop()
    else:
        made.commands.deleteLater()
        delete_later()
    made.citing.stop()
    engine.free.set()
    assert wait_for_all()
    deliver()
    assert clipboard().text() == "before"
    assert made.said == []


# Ways to places and styles


def test_the_way_to_the_pinpoint_leads_to_the_source_and_its_place(made: Made) -> None:
    made.open(replace(VIEWS, pinpoint=NINE))
    made.do("pinpoint")
    assert made.session.location == Location(Tab.CITATIONS, "s-views")
    assert made.front is not None
    assert made.front.pinpoints == [NINE]
    made.session.go(Target(tab=Tab.REVIEW))
    made.front = Front()
    made.do("pinpoint")
    assert made.session.location.tab is Tab.REVIEW
    assert made.said == [NOTHING]


@pytest.mark.parametrize("answer", ["", "small.csl"])
def test_a_style_is_asked_for_and_added(
    made: Made, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answer: str
) -> None:
    path = tmp_path / "small.csl"
    path.write_bytes(small_xml())
    wanted = str(path) if answer else ""
    monkeypatch.setattr(messages, "ask_for_style", lambda _: wanted)
    made.do("add_style")
    assert made.citing.chosen == (wanted or "refworld")
