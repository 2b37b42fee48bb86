"""Conditions looked up in a case."""

from dataclasses import replace

import pytest

from caseviewer.model.dates import day_number
from caseviewer.model.opened import OpenedCase
from caseviewer.search.filters import Field, filter_of
from caseviewer.search.narrowing import Meeting, Narrowing
from caseviewer.search.slices import at_once
from tests.formatting.making import changed, opened
from tests.formatting.samples import first
from tests.search.finding import persons


def meeting(typed: str, case: OpenedCase | None = None, *, without: bool = False) -> Meeting:
    field, _, value = typed.partition(":")
    condition = filter_of(Field(field), value, without=without)
    return at_once(Narrowing(case or opened()).meeting(condition))


@pytest.mark.parametrize(
    ("typed", "records"),
    [
        ("party:xandria", {"xandria", "communication", "crossing", "answer", "how-many"}
         - {"communication"}),
        ("party:press", {"press", "crossing", "asked", "heard", "report", "reprint", "how-many"}),
        ("party:border press", {"press", "crossing", "asked", "heard", "report", "reprint",
                                "how-many"}),
        ("party:P3", {"xandria", "crossing", "answer", "how-many"}),
        ("party:женщина", {"woman", "asked"}),
        ("party:one wom", {"woman", "asked"}),
        ("party:committee", {"committee", "communication", "answer", "press"}),
        ("source:S2", {"reprint", "t-reprint"}),
        ("source:report", {"report", "reprint", "t-group", "t-words", "t-counted", "t-heard",
                           "communication", "group", "woman", "crossing", "asked", "heard",
                           "how-many", "names"}),
        ("kind:deadline", {"answer"}),
        ("kind:extradition", {"crossing"}),
        ("kind:person", {"woman"}),
        ("kind:gaps", {"names"}),
        ("standing:alleged", {"crossing"}),
        ("standing:disputed", set()),
        ("before:2019-05-04", {"crossing"}),
    ],
)  # fmt: skip
def test_records_that_meet_a_condition(typed: str, records: set[str]) -> None:
    assert meeting(typed).records == records
    assert meeting(typed).fault == ""


@pytest.mark.parametrize(
    ("typed", "documents"),
    [
        ("party:press", {"report", "reprint"}),
        ("party:xandria", set()),
        ("source:S1", {"report"}),
        ("kind:source", set()),
        ("kind:document", {"report", "reprint"}),
        ("before:2030", {"report"}),
        ("standing:alleged", set()),
    ],
)
def test_documents_meet_what_their_sources_do(typed: str, documents: set[str]) -> None:
    found = meeting(typed).documents
    assert found & {"report", "reprint"} == documents


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("party:nobody", "No party is called “nobody”, and none has a name that begins so."),
        ("party:S1", "No party is called “S1”, and none has a name that begins so."),
        ("source:P1", "No source is called “P1”, and none has a title that begins so."),
        ("source:evil\u202e", ("No source is called “evil⟨U+202E⟩”, "
                              "and none has a title that begins so.")),
    ],
)  # fmt: skip
def test_names_that_nothing_has(typed: str, fault: str) -> None:
    found = meeting(typed)
    assert (found.records, found.documents, found.fault) == (set(), set(), fault)


def test_words_of_a_name_stand_in_one_form_of_it() -> None:
    case = opened(parties=persons("Anna Berg", variants=[{"text": "Clara Dorn"}]))
    assert meeting("party:clara dorn", case).records == {"p1"}
    assert meeting("party:berg clara", case).fault
    assert meeting("party:lara", case).fault


def test_what_has_no_date_is_told() -> None:
    found = meeting("before:2019-05-04")
    assert "group" in found.undated
    assert "reprint" in found.undated
    assert "complaint" not in found.undated | found.records


def test_what_may_lie_there_is_no_reason_to_leave_it_out() -> None:
    assert "communication" in meeting("before:2019-06-01").records
    assert "communication" not in meeting("before:2019-06-01", without=True).records
    assert "crossing" in meeting("before:2019-06-01", without=True).records


def test_as_at_a_day_a_standing_that_is_not_given_is_none() -> None:
    whole = first()
    case = whole.seen_from(replace(whole.standpoint, as_at=day_number(2012, 6, 26)))
    assert case.account is not None
    found = set().union(
        *(meeting(f"standing:{one}", case).records for one in ("alleged", "announced", "found",
                                                               "disputed", "undisputed"))
    )  # fmt: skip
    shown = {event.id for event in case.case.chronology}
    assert found == shown - case.account.unsettled


def test_dates_have_to_be_met_together() -> None:
    chain = [{"link": "said", "date": {"edtf": "2017"}},
             {"link": "published", "date": {"edtf": "2020"}}]  # fmt: skip
    narrowing = Narrowing(opened(**changed("quotations", chain=chain)))
    after, before = filter_of(Field.AFTER, "2018"), filter_of(Field.BEFORE, "2020")
    for condition in (after, before):
        assert "asked" in at_once(narrowing.meetings([condition]))[condition].records
    met = at_once(narrowing.meetings([after, before]))
    assert "crossing" in met[after].records
    assert "asked" not in met[after].records
    assert met[before] is met[after]
    early = filter_of(Field.BEFORE, "2019", without=True)
    met = at_once(narrowing.meetings([after, early]))
    assert "asked" in met[after].records
    assert "asked" in met[early].records


def test_few_meetings_are_kept() -> None:
    narrowing = Narrowing(opened())
    condition = filter_of(Field.PARTY, "xandria")
    found = at_once(narrowing.meeting(condition))
    for at in range(64):
        at_once(narrowing.meeting(filter_of(Field.PARTY, f"nobody{at}")))
    assert at_once(narrowing.meeting(condition)) is not found


def test_a_condition_is_looked_up_once() -> None:
    narrowing = Narrowing(opened())
    condition = filter_of(Field.PARTY, "xandria")
    found = at_once(narrowing.meeting(condition))
    assert at_once(narrowing.meeting(condition)) is found
    assert at_once(narrowing.meeting(filter_of(Field.PARTY, "press"))) is not found
