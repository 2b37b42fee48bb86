import dataclasses
from pathlib import PurePath

import pytest

from caseviewer.formatting.citing import Cited
from caseviewer.formatting.page import Tab, Target
from caseviewer.model.standpoint import Assumption, Standpoint
from caseviewer.ui.session import Location, Session
from tests.formatting.making import opened as small
from tests.formatting.noting import kept_on
from tests.ui.kit import ABDUSSAMATOV, opened_sample


def followed(session: Session) -> list[Location]:
    seen: list[Location] = []
    session.location_changed.connect(seen.append)
    return seen


def test_an_empty_session_goes_nowhere() -> None:
    session = Session()
    session.go(Target("p-halvek"))
    session.step(-1)
    assert session.location == Location()
    assert session.opened is None
    assert (session.can_go(-1), session.can_go(0), session.can_go(1)) == (False, True, False)


@pytest.mark.parametrize(
    ("target", "location"),
    [
        (Target("p-halvek"), Location(Tab.PARTIES, "p-halvek")),
        (Target("e-supreme"), Location(Tab.CHRONOLOGY, "e-supreme")),
        (Target("p-halvek", Tab.REVIEW), Location(Tab.REVIEW, "p-halvek")),
        (Target(tab=Tab.CITATIONS), Location(Tab.CITATIONS, "")),
        (Target("no-such-record"), Location(Tab.OVERVIEW, "no-such-record")),
    ],
)
def test_a_link_leads_to_the_tab_of_its_record(
    session: Session, target: Target, location: Location
) -> None:
    seen = followed(session)
    session.go(target)
    assert session.location == location
    assert seen == [location]
    assert location.target == Target(location.record, location.tab)


def test_back_and_forward_retrace_the_way(session: Session) -> None:
    session.go(Target("p-halvek"))
    session.go(Target("e-supreme"))
    session.step(-1)
    assert session.location.record == "p-halvek"
    session.step(-1)
    assert session.location == Location()
    assert not session.can_go(-1)
    session.step(-1)
    assert session.location == Location()
    session.step(2)
    assert session.location.record == "e-supreme"
    assert not session.can_go(1)


def test_a_new_link_cuts_off_the_way_forward(session: Session) -> None:
    session.go(Target("p-halvek"))
    session.go(Target("e-supreme"))
    session.step(-1)
    session.go(Target("p-korr"))
    assert not session.can_go(1)
    session.step(-1)
    assert session.location.record == "p-halvek"


def test_a_link_to_where_one_is_adds_no_step_but_shows_the_place_again(session: Session) -> None:
    session.go(Target("p-halvek"))
    seen = followed(session)
    session.go(Target("p-halvek"))
    assert seen == [session.location]
    session.step(-1)
    assert session.location == Location()


def test_selecting_in_a_list_is_no_step_of_the_way(session: Session) -> None:
    session.go(Target("p-halvek"))
    seen = followed(session)
    session.select("p-korr")
    session.select("p-korr")
    assert seen == [Location(Tab.PARTIES, "p-korr")]
    session.step(-1)
    assert session.location == Location()
    session.step(1)
    assert session.location.record == "p-korr"


def test_a_tab_remembers_what_was_selected_in_it(session: Session) -> None:
    session.go(Target("p-korr"))
    session.go(Target(tab=Tab.CHRONOLOGY))
    session.go(Target(tab=Tab.PARTIES))
    assert session.location == Location(Tab.PARTIES, "p-korr")


def test_reading_the_same_file_again_keeps_the_place_and_the_way(session: Session) -> None:
    session.go(Target("p-korr"))
    changes: list[bool] = []
    session.case_changed.connect(lambda: changes.append(True))
    session.swap_in(dataclasses.replace(opened_sample(), problems=()), Tab.REVIEW)
    assert changes == [True]
    assert session.location == Location(Tab.PARTIES, "p-korr")
    assert session.can_go(-1)


def test_another_case_starts_anew_in_the_tab_that_is_asked_for(session: Session) -> None:
    session.go(Target("p-korr"))
    session.swap_in(opened_sample(ABDUSSAMATOV), Tab.QUOTATIONS)
    assert session.location == Location(Tab.QUOTATIONS, "")
    assert not session.can_go(-1)
    assert session.opened is opened_sample(ABDUSSAMATOV)


def test_the_same_case_at_another_path_is_another_case(session: Session) -> None:
    session.go(Target("p-korr"))
    session.swap_in(dataclasses.replace(opened_sample(), path=PurePath("elsewhere")))
    assert session.location == Location()


def test_citations_are_told_whenever_others_are_shown(session: Session) -> None:
    told: list[Cited] = []
    session.cited_changed.connect(lambda: told.append(session.cited))
    assert session.cited == Cited()
    shown = Cited("OSCOLA", "oscola", fault="There is no engine.")
    session.show_cited(shown)
    assert told == [shown]


def test_a_reader_who_assumes_something_stays_where_he_is(session: Session) -> None:
    whole, told = session.opened, []
    session.case_checked.connect(lambda: told.append("checked"))
    session.case_changed.connect(lambda: told.append("changed"))
    wanted = Standpoint(assumptions=(Assumption("d-views", trigger=0),))
    session.take(wanted)
    assert session.opened is not None
    assert session.opened.standpoint == session.standpoint == wanted
    assert told == ["checked"]
    session.take(wanted)
    assert told == ["checked"]
    session.take(Standpoint())
    assert session.opened is whole


def test_another_day_changes_what_is_shown(session: Session) -> None:
    told = []
    session.case_changed.connect(lambda: told.append("changed"))
    seen = followed(session)
    session.take(Standpoint(as_at=735_000))
    assert told == ["changed"]
    assert seen == [Location()]


def test_the_standpoint_stays_when_a_file_is_read_again(session: Session) -> None:
    wanted = Standpoint(as_at=735_000, assumptions=(Assumption("d-views", trigger=0),))
    session.take(wanted)
    again = dataclasses.replace(opened_sample(), standpoint=Standpoint(today=736_000))
    session.swap_in(again)
    assert session.standpoint == dataclasses.replace(wanted, today=736_000)
    session.show_checks(again)
    assert session.standpoint == dataclasses.replace(wanted, today=736_000)
    session.swap_in(opened_sample(ABDUSSAMATOV))
    assert session.standpoint == Standpoint()


def test_without_a_case_nobody_stands_anywhere() -> None:
    session = Session()
    session.take(Standpoint(as_at=1))
    assert session.standpoint == Standpoint()


def test_the_whole_case_is_there_wherever_the_reader_stands(session: Session) -> None:
    whole = session.opened
    assert session.whole is whole
    session.take(Standpoint(as_at=735_000))
    assert session.whole is whole
    assert session.opened is not whole
    assert Session().whole is None


def test_a_place_is_visited_as_it_is(session: Session) -> None:
    session.go(Target("p-korr"))
    session.go(Target("c-main", Tab.OVERVIEW))
    session.visit(Location(Tab.OVERVIEW))  # and not what was read there last
    assert session.location == Location(Tab.OVERVIEW)
    session.step(-1)
    assert session.location.record == "c-main"


def test_notes_are_told_once_and_hidden_as_a_whole() -> None:
    session, told = Session(), []
    session.notes_changed.connect(lambda: told.append(bool(session.notes)))
    kept = kept_on(small(), stars=("woman",))
    session.show_notes(kept, hidden=False)
    session.show_notes(kept, hidden=False)
    assert told == [True]
    assert (session.notes, session.notes_hidden) == (kept, False)
    session.show_notes(kept, hidden=True)
    assert told == [True, False]
    assert session.notes_hidden
    assert session.notes.of("woman").kept == ()
    session.show_notes(kept, hidden=False, unsaved=frozenset({"a"}))
    assert session.unsaved == {"a"}
    assert told == [True, False, True]
