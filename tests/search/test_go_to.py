import pytest

from caseviewer.search import go_to
from caseviewer.search.case_search import CaseSearch
from caseviewer.search.go_to import MOST, Fit, Goal, What, fit_of, goals
from caseviewer.search.slices import at_once
from tests.formatting.making import opened
from tests.search.finding import persons, report, search, whole_sample

PARTIES = Goal(What.TAB, "parties", "Parties", "tab · Ctrl+2")
REVIEW = Goal(What.TAB, "review", "Review", "tab · Ctrl+7")
COPY = Goal(What.ACTION, "copy", "Copy selected rows", "action · Ctrl+C")
PICTURE = Goal(What.ACTION, "picture", "Parties as list or picture", "action")
SELECT = Goal(What.ACTION, "select", "Select all rows", "action, not now", is_offered=False)
KNOWN = (PARTIES, REVIEW, COPY, PICTURE, SELECT)


def asked(typed: str, made: CaseSearch | None = None, known: tuple[Goal, ...] = KNOWN) -> list[str]:
    """What fits, each by its number or else its name."""
    return [goal.number or goal.name for goal in at_once(goals(typed, known, made))]


def of_people(*names: str) -> CaseSearch:
    return CaseSearch(opened(parties=[*persons(*names)], proceedings=[], chronology=[],
                             deadlines=[], quotations=[], sources=[], passages=[],
                             differences=[], gaps=[]))  # fmt: skip


@pytest.mark.parametrize(
    ("title", "typed", "expected"),
    [
        ("Supreme Court", "sup", Fit.BEGINNING),
        ("Supreme Court", "supreme cou", Fit.BEGINNING),
        ("Supreme Court", "court", Fit.WORDS),
        ("Supreme Court", "cou sup", Fit.WORDS),
        ("Supreme Court", "preme", None),
        ("Supreme Court", "supreme dog", None),
        ("Élève d’État", "eleve", Fit.BEGINNING),
    ],
)
def test_a_title_fits_words_that_begin_its_words(
    title: str, typed: str, expected: Fit | None
) -> None:
    assert fit_of(title, typed.split()) is expected


def test_nothing_typed_gives_tabs_and_actions() -> None:
    assert at_once(goals("  ", KNOWN, None)) == KNOWN
    assert at_once(goals("…", KNOWN, whole_sample(1))) == KNOWN


def test_beginnings_come_before_inner_words_and_tabs_before_actions() -> None:
    assert asked("part") == ["parties", "picture"]
    assert asked("sel") == ["select", "copy"]
    assert asked("rows sel") == ["copy", "select"]
    assert asked("no such words") == []


@pytest.mark.parametrize("typed", ["E4", "e4", " e4 "])
def test_a_number_leads_before_longer_ones(typed: str) -> None:
    found = asked(typed, whole_sample(1))
    assert found[:11] == ["E4", *(f"E4{digit}" for digit in range(10))]


def test_a_number_alone_is_no_record_of_a_case_that_is_not_read_yet() -> None:
    assert asked("E4") == []


def test_records_are_found_by_titles_and_then_by_other_words() -> None:
    made = whole_sample(0)
    found = at_once(goals("kazakhstan", KNOWN, made))
    titles = [goal.title for goal in found[:2]]
    assert titles == ["Kazakhstan", "Kazakhstan to respond to the Committee"]
    assert found[0].detail == "party"
    assert "P17" in [goal.number for goal in found]  # the publisher's spelling
    titled = [fit_of(goal.title, ["kazakhstan"]) is not None for goal in found]
    assert titled == sorted(titled, reverse=True)
    assert len({goal.name for goal in found}) == len(found)


def test_tabs_and_actions_come_before_records_that_fit_as_well() -> None:
    made = of_people("Review Board", "The Copy Shop", "Copyist")
    assert asked("rev", made) == ["review", "P1"]
    assert asked("cop", made) == ["copy", "P3", "P2"]


def test_what_stands_in_documents_and_of_the_case_as_a_whole_is_no_goal() -> None:
    made = search(report())
    assert asked("counted", made)
    assert all(made.opened.index.by_short(one) for one in asked("counted", made))
    assert asked("invented", made) == []  # the summary and the handling of the file


def test_goals_are_few_however_many_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    made = of_people(*(f"Person {n}" for n in range(3 * MOST)))
    assert len(asked("person", made)) == MOST
    monkeypatch.setattr(go_to, "_LOOKED_AT", 7)
    assert asked("person", made)[-1] == "P7"


def test_a_record_says_which_field_has_the_words_that_its_title_lacks() -> None:
    made = whole_sample(0)
    details = {goal.number: goal.detail for goal in at_once(goals("kazakhstan", (), made))}
    assert details["P2"] == "party"  # its name
    assert details["P5"] == "party · in: description"


def test_records_that_hold_the_words_elsewhere_do_not_crowd_out_titles() -> None:
    described = [
        {**person, "description": "seen in Ostrel"}
        for person in persons(*(f"Person {n}" for n in range(2 * MOST)))
    ]
    last = {"id": "last", "kind": "person", "identity": "named", "name": "Man of Ostrel"}
    made = CaseSearch(opened(parties=[*described, last]))
    found = asked("ostrel", made)
    assert found[0] == f"P{2 * MOST + 1}"
    assert len(found) == MOST


def test_words_of_a_title_are_marked() -> None:
    goal = Goal(What.RECORD, "p", "Supreme Court of Valdrasia", "party", "P32")
    pieces = [words for words, is_marked in goal.shown("cou supr").pieces() if is_marked]
    assert pieces == ["Supreme", "Court"]
    assert goal.shown("").marks == ()
