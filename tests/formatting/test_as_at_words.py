from dataclasses import replace
from typing import Any

import pytest

from caseviewer.formatting import as_at_words as words
from caseviewer.formatting.clip import ClipText, plain_page
from caseviewer.formatting.page import BlockKind, PageBuilder, Tab, Target
from caseviewer.formatting.pages import page_for
from caseviewer.formatting.receipt import receipt_line
from caseviewer.formatting.show import case_lines, case_values
from caseviewer.formatting.table import copy_rows
from caseviewer.formatting.tables import table_for
from caseviewer.model.case_index import records
from caseviewer.model.opened import OpenedCase
from caseviewer.model.references import Kind
from caseviewer.model.standpoint import Standpoint
from tests.formatting.making import FINGERPRINT, fields, opened
from tests.formatting.samples import first, second
from tests.model.known import day, deadline, event, index_of, proceeding, source


def at(on: str, whole: OpenedCase) -> OpenedCase:
    return whole.seen_from(Standpoint(as_at=day(on)))


def made(on: str, **lists: Any) -> OpenedCase:
    whole = replace(opened(), case=index_of(**lists).case, fingerprint=FINGERPRINT)
    return at(on, whole)


EARLY, MIDDLE, LATE = "2011-06-10", "2012-06-10", "2012-07-01"


@pytest.mark.parametrize(
    ("on", "line"),
    [
        (
            EARLY,
            (
                "As at 10 June 2011: what could be known on that day."
                " 0 of 2 sources, 0 of 7 events, 0 of 1 deadline."
            ),
        ),
        (
            MIDDLE,
            (
                "As at 10 June 2012: what could be known on that day."
                " 1 of 2 sources, 2 of 7 events, 0 of 1 deadline."
            ),
        ),
        (
            LATE,
            (
                "As at 1 July 2012: what could be known on that day."
                " 2 of 2 sources, 7 of 7 events, 1 of 1 deadline."
            ),
        ),
    ],
)
def test_the_marking_tells_the_day_and_how_much_is_shown(on: str, line: str) -> None:
    seen = at(on, first())
    assert words.as_at_line(seen) == line
    assert words.as_at_title(seen) == line.split(":", maxsplit=1)[0].replace("As at", "as at")
    counts = line.split(". ", 1)[1]
    assert words.as_at_counts(seen) == f"What could be known on that day: {counts}"


def test_the_whole_file_has_no_marking() -> None:
    whole = first()
    assert (words.as_at_line(whole), words.as_at_title(whole), words.as_at_notes(whole)) == (
        "",
        "",
        (),
    )
    assert words.nothing_known_words(whole, Tab.PARTIES) == ""
    clip, page = ClipText("a", "b"), page_for(whole, Target("decision"))
    assert words.marked_clip(whole, clip) is clip
    assert words.marked(whole, page, "decision") is page
    assert not words.not_known_page(whole).blocks
    builder = PageBuilder()
    words.add_marking(builder, whole)
    assert not builder.page().blocks


def test_a_file_without_sources_events_and_deadlines_has_no_counts() -> None:
    seen = made("2018", sources=(), passages=())
    assert words.as_at_line(seen) == "As at 31 December 2018: what could be known on that day."
    assert words.as_at_counts(seen) == "What could be known on that day."


def test_the_notes_of_a_day_on_which_nothing_was_known() -> None:
    assert words.as_at_notes(at(EARLY, first())) == (
        "Nothing in this file can be shown to have been known on that day.",
        "None of its dated sources is from before 1 June 2012.",
        (
            "Left out, as it was told or happened later: 1 proceeding, 17 parties, 7 events,"
            " 1 deadline, 6 quotations, 2 sources, 5 differences, 5 gaps."
        ),
        "Left out, as this file does not name what tells it: 2 parties, 4 differences.",
        COMPILER,
    )


COMPILER = (
    "Titles, notes and what is said about a record are the compiler’s words, written later;"
    " they may tell more than was known."
)


NOTES_OF_2019 = (
    (
        "Left out, as this file gives no day of publication for what tells it:"
        " 1 quotation, 1 source, 1 difference."
    ),
    "Shown, though it may have been published later: S13 (about 2012), S14 (autumn 2019).",
    "Placed by the date in its citation alone, as this file gives no day of publication: S1, S2.",
    COMPILER,
)


def test_the_notes_tell_what_is_not_certain() -> None:
    notes = words.as_at_notes(at("2019-06-01", second()))
    assert notes[1:] == NOTES_OF_2019


def test_many_sources_are_counted_and_those_without_any_date_say_nothing_of_a_first_day() -> None:
    csl = {"type": "report", "issued": {"date-parts": [[2018]]}}
    sources = [source(f"s{at}", None, csl=csl) for at in range(12)]
    notes = words.as_at_notes(made("2018-06", sources=sources, passages=()))
    names = ", ".join(f"S{at}" for at in range(1, 11))
    assert f"Shown, though it may have been published later: {names}, and 2 more." in notes
    undated = made("2018", sources=[source("s", None)], passages=(), parties=())
    assert words.as_at_notes(undated)[:2] == (
        "Nothing in this file can be shown to have been known on that day.",
        "Left out, as this file gives no day of publication for what tells it: 1 source.",
    )
    empty = made("2018", sources=(), passages=(), parties=())
    assert words.as_at_notes(empty) == (COMPILER,)


@pytest.mark.parametrize("tab", [tab for tab in Tab if tab is not Tab.OVERVIEW])
def test_an_empty_list_says_that_nothing_of_its_kind_was_known(tab: Tab) -> None:
    expected = "Nothing of this kind could be known on 10 June 2011 by what this file holds."
    seen = at(EARLY, first())
    assert words.nothing_known_words(seen, tab) == expected
    # The review has a row that tells what the program looks for, so that its list is never empty.
    assert (expected in list(case_lines(seen, [tab]))) is (tab is not Tab.REVIEW)
    nothing = made("2018", parties=(), sources=(), passages=())
    assert words.nothing_known_words(nothing, tab) == ""


def test_a_record_that_was_not_known_is_not_said_to_be_missing() -> None:
    page = page_for(at(MIDDLE, first()), Target("zhovtis", Tab.PARTIES))
    assert plain_page(page) == (
        "Not known on 10 June 2012\n\nBy what this file holds, the record that was read before"
        " could not be known then. The list shows what could; “Show the whole file” brings it"
        " back.\n"
    )
    page = page_for(at(MIDDLE, first()), Target("nobody", Tab.PARTIES))
    assert "No record with the id “nobody”" in plain_page(page)


@pytest.mark.parametrize(
    ("record", "more"),
    [
        ("laroque", ""),
        (
            "kazakhstan",
            (
                " Sources that are not shown bear this too: they are later, or give no day."
                " These words may rest on them."
            ),
        ),
    ],
)
def test_the_page_of_a_record_tells_the_day_below_its_title(record: str, more: str) -> None:
    page = page_for(at(MIDDLE, first()), Target(record))
    kinds = [block.kind for block in page.blocks[:3]]
    assert kinds == [BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.NOTE]
    mark = "As at 10 June 2012: what could be known on that day."
    assert page.blocks[2].text == mark + more


def test_a_copy_that_was_updated_later_is_told_on_the_page_of_its_source() -> None:
    page = page_for(at(LATE, first()), Target("report"))
    assert "The copy that was read was updated later" in page.blocks[2].text


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_page_can_be_marked(kind: Kind) -> None:
    seen = at("2019-06-01", second())
    found = records(seen.case, kind)
    assert found
    for item in found:
        assert "As at 1 June 2019" in plain_page(page_for(seen, Target(item.id)))
        tab = Tab.DOCUMENTS
        assert "As at 1 June 2019" in plain_page(page_for(seen, Target(item.id, tab)))


def test_the_overview_tells_the_day_and_what_is_left_out() -> None:
    seen = at(MIDDLE, first())
    page = page_for(seen, Target())
    assert page.blocks[0].text == words.as_at_line(seen)
    notes = words.as_at_notes(seen)
    assert tuple(block.text for block in page.blocks[1 : 1 + len(notes)]) == notes


def test_copied_rows_carry_the_day() -> None:
    seen = at(MIDDLE, first())
    table = table_for(seen, Tab.CHRONOLOGY)
    clip = copy_rows(seen, table, table.rows[:1])
    mark = "As at 10 June 2012: what could be known on that day."
    assert clip.plain.split("\n")[0] == mark
    assert clip.html.startswith(f"<p>{mark}</p><table>")


def test_a_standing_that_a_later_source_may_have_made_is_not_told() -> None:
    seen = made("2018", chronology=[event("a", "t-old"), event("b", "t-old", "t-new")])
    events = seen.case.chronology
    said = [words.standing_words(seen, item) for item in events]
    assert said == ["found", "standing on that day not given"]
    table = table_for(seen, Tab.CHRONOLOGY)
    column = next(one for one in table.columns if one.name == "standing")
    assert [column.text(seen, item) for item in events] == said
    facet = next(one for one in table.facets if one.name == "standing")
    assert [facet.values_of(seen, item) for item in events] == [(one,) for one in said]
    assert facet.in_order(said[::-1]) == said
    assert fields(page_for(seen, Target("b")))["Standing"] == said[1]
    assert "standing on that day not given" in table.sentence(seen, events[1])


def test_a_standing_that_is_not_told_is_nobodys() -> None:
    more = {"asserted_by": ["state"]}
    seen = made("2018", chronology=[event("b", "t-old", "t-new", **more)], parties=[
        {"id": "state", "kind": "state", "identity": "named", "name": "State", "basis": ["t-old"]}
    ])  # fmt: skip
    table = table_for(seen, Tab.CHRONOLOGY)
    sentence = table.sentence(seen, seen.case.chronology[0])
    assert "standing on that day not given, told by State" in sentence


def test_a_status_that_only_later_sources_tell_is_not_told() -> None:
    seen = made("2018", proceedings=[proceeding("a", "t-old", "t-new"), proceeding("b", "t-old")])
    found = seen.case.proceedings
    assert [words.status_words(seen, item) for item in found] == [
        "status on that day not given",
        "decided",
    ]
    page = page_for(seen, Target("a"))
    assert fields(page)["Status"] == "Status on that day not given"
    assert "Outcome" not in fields(page)
    assert "status on that day not given" in page.blocks[1].text


def test_a_deadline_is_judged_on_the_day_and_its_answer_by_what_was_known() -> None:
    chronology = [event("e", "t-old", date={"edtf": "2018-01-10"}), event("answer", "t-new")]
    made_deadline = deadline(
        "d",
        "t-old",
        triggers=[{"label": "it", "event": "e"}],
        fulfilment={"status": "fulfilled", "event": "answer"},
    )
    lists = {"chronology": chronology, "deadlines": [made_deadline]}
    for on, state in (("2018-02-01", "window open"), ("2018-12-01", "window over")):
        seen = made(on, **lists)
        page = page_for(seen, Target("d"))
        label = "As at 1 February 2018" if on == "2018-02-01" else "As at 1 December 2018"
        assert fields(page)[label] == f"{state}; no reply known by then from this file"
        assert ("1 deadline over on 1 December 2018" in receipt_line(seen)) is (
            state == "window over"
        )
    late = made("2019-06-01", **lists)
    assert "fulfilled" in plain_page(page_for(late, Target("d")))
    assert "over" not in receipt_line(late)


def test_an_answer_that_no_shown_event_gives_is_not_told() -> None:
    late = {"status": "fulfilled_late", "note": "The answer came in 2019."}
    starts = [{"label": "it", "event": "e"}]
    chronology = [event("e", "t-old", date={"edtf": "2018-01-10"})]
    seen = made(
        "2018-02-01",
        chronology=chronology,
        deadlines=[deadline("d", "t-old", triggers=starts, fulfilment=late)],
    )
    page = page_for(seen, Target("d"))
    assert fields(page)["As at 1 February 2018"] == (
        "window open; no reply known by then from this file"
    )
    assert "2019" not in plain_page(page)


def test_a_day_after_that_of_the_file_is_not_judged_as_if_the_file_knew_it() -> None:
    seen = at("2024-01-01", first())
    said = fields(page_for(seen, Target("response")))["As at 1 January 2024"]
    assert said == (
        "window over; no reply known by then from this file;"
        " this file says nothing of what came after 29 November 2015"
    )
    assert receipt_line(seen).startswith("file speaks up to 29 November 2015 · ")
    assert receipt_line(seen).endswith(
        "1 deadline over on 1 January 2024, by a file that ends before then"
    )
    on_its_day = at("2015-11-29", first())
    assert receipt_line(on_its_day).endswith(" · 1 deadline over on 29 November 2015")
    assert (
        "says nothing"
        not in fields(page_for(on_its_day, Target("response")))["As at 29 November 2015"]
    )


def test_a_window_is_not_told_from_the_starts_that_are_shown_alone() -> None:
    chronology = [
        event("e", "t-old", date={"edtf": "2018-01-10"}),
        event("later", "t-new", date={"edtf": "2018-01-20"}),
    ]
    starts = [{"label": name, "event": name} for name in ("e", "later")]
    seen = made(
        "2018-06-01", chronology=chronology, deadlines=[deadline("d", "t-old", triggers=starts)]
    )
    page = page_for(seen, Target("d"))
    assert fields(page)["Ends"] == "end not known; a possible start is not shown"
    assert (
        fields(page)["As at 1 June 2018"] == "end not known; no reply known by then from this file"
    )
    assert "10 January 2018 + 90 days = Tuesday 10 April 2018" in plain_page(page)
    assert "A possible start is not shown, as it could not be known then." in plain_page(page)
    assert "does not say which" not in plain_page(page)
    assert "over" not in receipt_line(seen)


def test_the_receipt_does_not_say_that_the_file_records_no_documents() -> None:
    assert "no documents ·" in receipt_line(at(MIDDLE, first()))
    assert "no documents recorded" not in receipt_line(at(MIDDLE, first()))


def test_text_and_values_begin_with_the_marking() -> None:
    seen = at(MIDDLE, first())
    assert next(case_lines(seen, [Tab.PARTIES])) == words.as_at_line(seen)
    assert case_values(seen, [])["as_at"] == {
        "day": "2012-06-10",
        "sentence": words.as_at_line(seen),
        "notes": list(words.as_at_notes(seen)),
    }
