"""The list of the chronology: what stands in a row, in which order, and how it is heard."""

from typing import Any

import pytest

from caseviewer.formatting.chronology_table import chronology_table, date_key
from caseviewer.formatting.page import Tab
from caseviewer.formatting.table import Table, copy_rows, number_text, row_text
from caseviewer.formatting.tables import table_for
from caseviewer.model.events import Event
from tests.formatting import samples
from tests.formatting.listing import cells, groups, in_order
from tests.formatting.making import changed, opened

IWPR = "Institute for War and Peace Reporting"
CAT = "Committee against Torture"
AUTHORITIES = "The Kazak authorities (unnamed)"
MOTHER = "One mother (anonymous)"
PARENTS = "Parents of two of those extradited (anonymous)"

REST = "; taking part: 12 people (unnamed), Xandria; written in S1 para. 1 (counted)"

# The rows of the first sample, in the order that the format's description gives its events.

ROWS = [
    ("E1", "2010", "stated", "New rules: the State decides who is a refugee",
     "Kazakhstan, UNHCR", IWPR, "S1 para. 6 (counted)", "undisputed"),
    ("E2", "December 2010", "stated", "Complaint filed with the Committee against Torture",
     f"29 individuals (unnamed), ACAT France, Kazakhstan, {CAT}", f"{IWPR}, {CAT}",
     "S1 para. 3 (counted); S2 header of the decision", "undisputed"),
    ("E3", "9 June 2011", "stated", "28 individuals extradited to Uzbekistan",
     f"28 individuals extradited (unnamed), Kazakhstan, Uzbekistan, {AUTHORITIES}",
     AUTHORITIES,
     "S1 para. 4 (counted)", "announced"),
    ("E4", "between 9 June 2011 and 26 June 2012", "bounded",
     "Two of those extradited tried and sentenced to ten and 19 years",
     f"Two of those extradited (unnamed), The judge (unnamed), {PARENTS}, {MOTHER}, Uzbekistan",
     f"{PARENTS}, {IWPR}", "S1 paras 7, 8 (counted)",
     "alleged"),
    ("E5", "1 June 2012", "stated",
     "Committee decides that the extradition breached the Convention",
     f"{CAT}, Kazakhstan, 29 individuals (unnamed)", CAT,
     "S1 paras 2, 5 (counted); S2 header of the decision", "found"),
    ("E6", "between 1 June 2012 and 26 June 2012", "bounded",
     "Letter of the Committee to ACAT France", f"{CAT}, ACAT France", IWPR,
     "S1 para. 2 (counted)", "undisputed"),
    ("E7", "26 June 2012", "stated", "Report published",
     f"{IWPR}, The reporter (unknown)", f"{IWPR}, Refworld", "S1 head of the page",
     "undisputed"),
    ("D1", "30 August to 24 September 2012; start not stated", "computed",
     "Kazakhstan to respond to the Committee", f"owed by Kazakhstan to {CAT}", "",
     "S1 para. 14 (counted)", "window over; no reply recorded in this file"),
]  # fmt: skip


def beneath(table: Table, case: Any, name: str) -> list[str]:
    (column,) = (one for one in table.columns if one.name == name)
    assert column.second_line is not None
    return [column.second_line(case, row) for row in table.rows]


def test_the_rows_of_the_first_sample_stand_in_their_order_and_are_copied_whole() -> None:
    case = samples.first()
    table = table_for(case, Tab.CHRONOLOGY)
    clip = copy_rows(case, table, table.rows)
    assert [tuple(line.split("\t")) for line in clip.plain.split("\n")] == ROWS
    heads = ("No.", "Date", "Basis", "Event", "Participants", "Who says so", "Sources", "Standing")
    assert "".join(f"<th>{head}</th>" for head in heads) in clip.html
    assert groups(case, Tab.CHRONOLOGY) == ["", "Deadlines"]
    assert table.order == "By earliest, then latest day; unknown start first"


def test_the_filter_reads_all_of_a_row() -> None:
    case = samples.first()
    table = chronology_table(case)
    for row, words in zip(table.rows, ROWS, strict=True):
        text = row_text(case, table, row)
        assert all(part in text for part in words)


def test_a_column_says_what_stands_beneath_its_cells() -> None:
    titles = [(one.title, one.second_title) for one in table_for(opened(), Tab.CHRONOLOGY).columns]
    assert titles == [("No.", ""), ("Date", "Basis"), ("Event", "Participants"),
                      ("Who says so", "Sources"), ("Standing", "")]  # fmt: skip


def test_without_anybody_who_says_so_and_any_source_that_column_is_hidden() -> None:
    bare = [{key: value for key, value in event.items() if key not in {"asserted_by", "basis"}}
            for event in opened_events()]  # fmt: skip
    case = opened(chronology=bare, deadlines=[])
    names = [one.name for one in table_for(case, Tab.CHRONOLOGY).shown_columns()]
    assert names == ["number", "date", "event", "standing"]
    case = opened(chronology=[bare[0] | {"basis": ["t-words"]}], deadlines=[])
    names = [one.name for one in table_for(case, Tab.CHRONOLOGY).shown_columns()]
    assert "asserted_by" in names


def opened_events() -> list[dict[str, Any]]:
    return changed("chronology")["chronology"]


def test_what_a_date_rests_on_stands_beneath_it() -> None:
    case = opened(**changed("chronology", date={"edtf": "2019", "basis": "inferred"}))
    rests = dict(zip(in_rows(case), beneath(chronology_table(case), case, "date"), strict=True))
    assert rests["E1"] == "inferred"
    assert rests["D1"] == "computed"
    case = opened(**changed("chronology", date=None), **changed("deadlines", triggers=[]))
    rests = dict(zip(in_rows(case), beneath(chronology_table(case), case, "date"), strict=True))
    assert (rests["E1"], rests["D1"]) == ("", "")


def in_rows(case: Any) -> list[str]:
    return [number_text(case, row) for row in chronology_table(case).rows]


def test_a_date_that_only_words_tell_has_a_basis_too() -> None:
    words = {"verbatim": "one morning", "basis": "bounded"}
    case = opened(**changed("chronology", date=words))
    assert cells(case, Tab.CHRONOLOGY, "date")[1] == "“one morning”"
    assert beneath(chronology_table(case), case, "date")[1] == "bounded"


@pytest.mark.parametrize("case", [samples.first(), samples.second()])
def test_no_row_shows_a_day_of_an_event_whose_date_gives_none(case: Any) -> None:
    table = chronology_table(case)
    for row, text in zip(table.rows, cells(case, Tab.CHRONOLOGY, "date"), strict=True):
        if isinstance(row, Event) and row.date is not None and row.date.edtf is not None:
            digits = {part.lstrip("0") for part in row.date.edtf.replace("~", "").replace("/", "-")
                      .replace("T", "-").replace("%", "").replace("?", "").split("-")}  # fmt: skip
            days = [word for word in text.split() if word.isdigit() and len(word) <= 2]
            assert set(days) <= digits, (row.date.edtf, text)


def test_who_owes_a_deadline_is_found_where_it_is_no_party() -> None:
    case = opened(**changed("deadlines", owed_by="lost"))
    assert beneath(chronology_table(case), case, "event")[-1] == "owed by lost to The Committee"


def test_the_order_of_dates_is_that_of_the_rows() -> None:
    for case in (samples.first(), samples.second()):
        table = table_for(case, Tab.CHRONOLOGY)
        events = [number_text(case, row) for row in table.rows if isinstance(row, Event)]
        by_date = [short for short in in_order(case, Tab.CHRONOLOGY, "date") if short[0] == "E"]
        assert by_date == events


def test_deadlines_sort_among_the_events_by_their_windows() -> None:
    assert in_order(samples.first(), Tab.CHRONOLOGY, "date")[-2:] == ["E7", "D1"]
    no_start = changed("deadlines", triggers=[])
    assert in_order(opened(**no_start), Tab.CHRONOLOGY, "date") == ["E1", "E2", "D1"]
    case = opened(**changed("deadlines", triggers=[{"label": "a", "date": {"edtf": "../2018"}}]))
    assert date_key(case, case.case.deadlines[0])[1] == -float("inf")
    assert in_order(case, Tab.CHRONOLOGY, "date") == ["D1", "E1", "E2"]
    case = opened(**changed("deadlines", triggers=[{"label": "a", "date": {"edtf": "2018/.."}}]))
    assert date_key(case, case.case.deadlines[0])[2] == float("inf")


def test_undated_events_stand_in_a_group_of_their_own() -> None:
    assert groups(samples.second(), Tab.CHRONOLOGY) == ["", "Undated", "Deadlines"]
    assert cells(samples.second(), Tab.CHRONOLOGY, "date")[66:68] == [
        "“На другой день после того, как починили трубы”",
        "undated",
    ]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        (
            {},
            (
                "E1, 3 May 2019, stated: 12 people are taken back to the border,"
                f" alleged by The Border Press{REST}"
            ),
        ),
        (
            {"standing": "undisputed"},
            (
                "E1, 3 May 2019, stated: 12 people are taken back to the border,"
                f" undisputed, told by The Border Press{REST}"
            ),
        ),
        (
            {"asserted_by": None, "date": None},
            f"E1, undated: 12 people are taken back to the border, alleged{REST}",
        ),
        (
            {"asserted_by": ["woman", "lost"]},
            (
                "E1, 3 May 2019, stated: 12 people are taken back to the border,"
                f" alleged by one woman (anonymous), lost{REST}"
            ),
        ),
    ],
)
def test_a_screen_reader_hears_a_row_as_a_sentence(values: dict[str, Any], sentence: str) -> None:
    case = opened(**changed("chronology", **values))
    table = table_for(case, Tab.CHRONOLOGY)
    assert table.sentence(case, case.case.chronology[0]) == sentence


def test_a_deadline_is_heard_with_its_window_and_state() -> None:
    case = samples.first()
    table = table_for(case, Tab.CHRONOLOGY)
    assert table.sentence(case, table.rows[-1]) == (
        "D1, 30 August to 24 September 2012; start not stated, computed: Kazakhstan to respond to"
        " the Committee, window over; no reply recorded in this file; owed by Kazakhstan to"
        " Committee against Torture; written in S1 para. 14 (counted)"
    )


def test_the_extradition_of_the_first_sample_is_heard_as_it_is_written_down() -> None:
    case = samples.first()
    table = table_for(case, Tab.CHRONOLOGY)
    assert table.sentence(case, table.rows[2]).startswith(
        "E3, 9 June 2011, stated: 28 individuals extradited to Uzbekistan, announced by the Kazak"
        " authorities (unnamed); taking part: 28 individuals"
    )


def test_what_nobody_takes_part_in_and_no_source_bears_ends_there() -> None:
    bare = {"participants": None, "basis": None, "asserted_by": None}
    parties = [{key: value for key, value in party.items() if key != "roles"}
               for party in changed("parties")["parties"]]  # fmt: skip
    case = opened(parties=parties, **changed("chronology", **bare))
    sentence = table_for(case, Tab.CHRONOLOGY).sentence(case, case.case.chronology[0])
    assert sentence == "E1, 3 May 2019, stated: 12 people are taken back to the border, alleged"
