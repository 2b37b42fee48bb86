"""A case as lines and as values: complete, in order, harmless to a terminal."""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseviewer.documents.opening import open_case
from caseviewer.formatting import show
from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.pages import page_for
from caseviewer.formatting.receipt import receipt_line
from caseviewer.formatting.refusal import refusal_values
from caseviewer.formatting.table import row_id
from caseviewer.formatting.tables import table_for
from caseviewer.model.case_index import all_records
from caseviewer.model.opened import OpenedCase
from caseviewer.model.problems import BundleError, Problem
from caseviewer.model.visible import visible_text
from caseviewer.places import samples
from tests.builders import bundle, write

SAMPLES = samples()
EVERY_TAB = tuple(Tab)


def small(folder: Path, **changes: object) -> OpenedCase:
    return open_case(write(folder, bundle(**changes)))


def lines(opened: OpenedCase, *tabs: Tab, width: int | None = None) -> list[str]:
    return list(show.case_lines(opened, tabs or EVERY_TAB, width))


def broken(folder: Path) -> OpenedCase:
    """A case with records set aside and with warnings."""
    made = bundle()
    made["chronology"][0]["kind"] = "celebration"
    made["chronology"][1]["surprise"] = "red\x1b[31m"
    made["parties"][2]["country"] = "ABC"
    return open_case(write(folder, made))


# Lines


def test_it_begins_with_title_proceeding_and_receipt(tmp_path: Path) -> None:
    opened = small(tmp_path)
    assert lines(opened)[:5] == [
        "A crossing on 3 May 2019",
        "========================",
        "The Committee · Communication 1/2019 · pending",
        receipt_line(opened),
        "",
    ]


def test_a_case_without_proceeding_has_no_line_for_it(tmp_path: Path) -> None:
    opened = small(tmp_path, proceedings=[])
    assert lines(opened)[2] == receipt_line(opened)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_tabs_follow_in_their_order(sample: Path) -> None:
    written = lines(open_case(sample))
    heads = [above.split()[0] for above, line in pairwise(written) if line and set(line) == {"="}]
    assert heads[1:] == [tab.value.capitalize() for tab in EVERY_TAB[1:]]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_every_record_and_every_word_of_its_page_is_there(sample: Path) -> None:
    opened = open_case(sample)
    words = " ".join(" ".join(lines(opened)).split())
    for item in all_records(opened.case):
        for block in page_for(opened, Target(item.id)).blocks:
            assert " ".join(visible_text(block.text).split()) in words


@pytest.mark.parametrize("tab", EVERY_TAB[1:])
def test_rows_stand_in_the_order_of_the_list(tab: Tab) -> None:
    opened = open_case(SAMPLES[1])
    written = lines(opened, tab)
    place = 0
    for item in table_for(opened, tab).rows:
        title = page_for(opened, Target(row_id(opened, item), tab)).blocks[0].text
        place = written.index(title, place) + 1


def test_one_tab_comes_alone(tmp_path: Path) -> None:
    written = lines(small(tmp_path), Tab.PARTIES)
    assert written[:2] == ["Parties 5", "========="]
    assert not [line for line in written if "Chronology" in line]


def test_groups_have_heads(tmp_path: Path) -> None:
    written = lines(small(tmp_path), Tab.PARTIES)
    place = written.index("Deciding body")
    assert written[place + 1 : place + 5] == [
        "-------------",
        "",
        "The Committee",
        "P4 · body · deciding body",
    ]


def test_lists_without_groups_have_no_heads(tmp_path: Path) -> None:
    written = lines(small(tmp_path), Tab.QUOTATIONS)
    assert written[2] == ""
    assert not [line for line in written[2:] if line and set(line) <= {"-", "="}]


def test_passages_follow_their_source(tmp_path: Path) -> None:
    written = lines(small(tmp_path), Tab.CITATIONS)
    reprint = [place for place, line in enumerate(written) if line.startswith("S2 ·")]
    passages = [place for place, line in enumerate(written) if line.startswith("T1 ·")]
    assert passages[0] < reprint[0]


def test_the_overview_does_not_say_a_proceeding_twice(tmp_path: Path) -> None:
    written = lines(small(tmp_path), Tab.OVERVIEW)
    assert len([line for line in written if line.strip() == "Under: Convention"]) == 1
    assert any(line.startswith("C1 · ") for line in written)


def test_an_empty_tab_is_its_head(tmp_path: Path) -> None:
    opened = small(tmp_path, quotations=[])
    assert lines(opened, Tab.QUOTATIONS) == ["Quotations 0", "============"]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_no_two_empty_lines_within_a_tab_and_none_at_an_end(sample: Path) -> None:
    opened = open_case(sample)
    for tab in EVERY_TAB:
        written = lines(opened, tab)
        assert written[0]
        assert all(first or second for first, second in pairwise(written))


def test_problems_are_read_like_records(tmp_path: Path) -> None:
    opened = broken(tmp_path)
    written = "\n".join(lines(opened, Tab.REVIEW))
    for problem in opened.problems:
        assert visible_text(problem.message) in written


def test_paragraphs_keep_their_breaks(tmp_path: Path) -> None:
    opened = small(tmp_path, summary="One.\n\nTwo\nlines.", title="A title\non two lines")
    written = lines(opened, Tab.OVERVIEW)
    place = written.index("  One.")
    assert written[place : place + 4] == ["  One.", "", "  Two", "  lines."]


# Widths


@pytest.mark.parametrize("width", [30, 60, 100])
def test_lines_are_wrapped_to_the_width(width: int) -> None:
    opened = open_case(SAMPLES[1])
    for line in lines(opened, width=width):
        assert len(line) <= width or " " not in line.strip().removeprefix("– ")


def test_wrapping_changes_no_words() -> None:
    opened = open_case(SAMPLES[1])
    rest = [line for line in lines(opened, width=50) if set(line) - set("=-")]
    whole = [line for line in lines(opened) if set(line) - set("=-")]
    assert " ".join(rest).split() == " ".join(whole).split()


def test_what_is_wrapped_hangs_under_its_text(tmp_path: Path) -> None:
    opened = small(tmp_path, handling="word " * 30 + "end")
    written = lines(opened, Tab.OVERVIEW, width=40)
    place = next(at for at, line in enumerate(written) if line.startswith("  Handling: word"))
    assert written[place + 1].startswith("    word")


def test_a_terminal_may_be_very_narrow(tmp_path: Path) -> None:
    assert lines(small(tmp_path), width=1)


def test_without_a_width_nothing_is_wrapped(tmp_path: Path) -> None:
    text = "word " * 200 + "end"
    assert f"  {text}" in lines(small(tmp_path, summary=text))


# Terminals


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


STEERING = "\x1b]0;title\x07\x1b[31m \x9b2J\r\x08\u202e\u2066\x7f"


def test_nothing_steers_the_terminal(tmp_path: Path) -> None:
    made = bundle(title=f"A{STEERING}", summary=STEERING, handling=STEERING)
    for kind in ("parties", "chronology", "quotations", "sources", "gaps", "differences"):
        for record in made[kind]:
            for field in ("name", "title", "note", "missing", "summary", "text", "cite_as"):
                if field in record:
                    record[field] += STEERING
    opened = open_case(write(tmp_path, made))
    assert not [problem for problem in opened.problems if "set aside" in problem.sentence()]
    for text in (
        "\n".join(lines(opened)),
        "\n".join(lines(opened, width=40)),
        "\n".join(show.check_lines(opened)),
        show.json_text(show.case_values(opened, EVERY_TAB)),
        show.json_text(show.check_values(opened)),
    ):
        assert visible_text(text) == text
    assert "⟨U+001B⟩" in "\n".join(lines(opened))


@given(text=st.text(st.characters(codec=None), max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_json_keeps_every_character_and_steers_nothing(ascii_only: bool, text: str) -> None:
    written = show.json_text({"text": text}, ascii_only=ascii_only)
    assert json.loads(written) == {"text": text}
    assert visible_text(written) == written
    assert written.isascii() or not ascii_only
    written.encode("utf-8")


def test_json_is_readable() -> None:
    assert "“Ж”" in show.json_text({"text": "“Ж”"})


# Values


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_values_hold_the_whole_case(sample: Path) -> None:
    opened = open_case(sample)
    values: Any = json.loads(show.json_text(show.case_values(opened, EVERY_TAB)))
    assert list(values) == ["case", "as_at", "tabs"]
    assert values["as_at"] is None
    assert list(values["case"]) == ["id", "title", "proceeding", "receipt"]
    assert [tab["tab"] for tab in values["tabs"]] == [tab.value for tab in EVERY_TAB]
    ids = set()
    for tab in values["tabs"]:
        assert list(tab) == ["tab", "title", "count", "columns", "page", "rows"]
        for row in tab["rows"]:
            assert list(row) == ["id", "number", "group", "cells", "page", "parts"]
            assert list(row["cells"]) == [column["name"] for column in tab["columns"]]
            ids |= {row["id"], *(part["id"] for part in row["parts"])}
    assert {item.id for item in all_records(opened.case)} <= ids


def test_rows_have_cells_groups_and_pages(tmp_path: Path) -> None:
    values: Any = show.case_values(small(tmp_path), [Tab.QUOTATIONS, Tab.PARTIES])
    quotations, parties = values["tabs"]
    assert (quotations["title"], quotations["count"], quotations["page"]) == ("Quotations", 2, [])
    first = quotations["rows"][0]
    assert (first["id"], first["number"], first["group"]) == ("asked", "Q1", "")
    assert first["cells"]["text"].split("\n")[1].startswith("One woman")
    assert {"name": "text", "title": "Quotation"} in quotations["columns"]
    assert parties["rows"][0]["group"] == "Deciding body"
    kinds = [block["kind"] for block in parties["rows"][0]["page"]]
    assert kinds[:2] == ["title", "subtitle"]


def test_a_ladder_is_told_with_dashes_and_its_marks_are_values(tmp_path: Path) -> None:
    opened = small(tmp_path)
    written = lines(opened, Tab.QUOTATIONS)
    at = written.index("    – P2 One woman (anonymous): said it")
    assert written[at + 1].startswith("      – inside it, unknown, relayed once")
    assert written[at + 2] == "    – unknown: wrote it down (no byline)"
    values: Any = show.case_values(opened, [Tab.QUOTATIONS])
    page = values["tabs"][0]["rows"][0]["page"]
    marks = [(block["mark"], block["level"]) for block in page if block["kind"] == "rung"]
    assert marks == [("known", 0), ("unknown", 1), ("unknown", 0), ("read", 0)]
    assert {block["mark"] for block in page if block["kind"] != "rung"} == {""}


def test_links_name_records_and_tabs(tmp_path: Path) -> None:
    values: Any = show.case_values(small(tmp_path), [Tab.OVERVIEW])
    links = [link for block in values["tabs"][0]["page"] for link in block["links"]]
    assert {"text": "The Committee", "record": "committee", "number": "P4", "tab": ""} in links
    assert {"text": "Parties 5", "record": "", "number": "", "tab": "parties"} in links
    assert [row["id"] for row in values["tabs"][0]["rows"]] == ["communication"]


def test_passages_are_parts_of_their_source(tmp_path: Path) -> None:
    values: Any = show.case_values(small(tmp_path), [Tab.CITATIONS, Tab.DOCUMENTS])
    cited, documents = values["tabs"]
    assert [part["number"] for part in cited["rows"][0]["parts"]] == ["T1", "T2", "T3", "T4"]
    assert documents["rows"][0]["parts"] == []


def test_problems_are_rows(tmp_path: Path) -> None:
    opened = broken(tmp_path)
    values: Any = show.case_values(opened, [Tab.REVIEW])
    ids = [row["id"] for row in values["tabs"][0]["rows"]]
    assert {f"problem:{at}" for at in range(len(opened.problems))} <= set(ids)


# Checks


def test_a_sound_case_without_sources_is_checked_in_one_line(tmp_path: Path) -> None:
    opened = small(tmp_path)
    bare = replace(opened, case=replace(opened.case, sources=()), reviewed=None)
    assert list(show.check_lines(bare)) == [
        receipt_line(bare),
        "",
        "Passages (5)",
        "– not checked (5): T1–T5",
    ]


def test_a_case_without_passages_has_no_list_of_them(tmp_path: Path) -> None:
    opened = small(tmp_path)
    fewer = replace(opened.case, sources=(), passages=())
    bare = replace(opened, case=fewer, reviewed=None)
    assert list(show.check_lines(bare)) == [receipt_line(bare)]


def test_what_to_know_of_citations_stands_below_the_problems(tmp_path: Path) -> None:
    opened = small(tmp_path)
    written = list(show.check_lines(opened))
    assert written[0] == receipt_line(opened)
    assert written[5:8] == [
        "Found by the program: 1 (to read it: show --tab review)",
        "– event that nobody tells: 1",
        "",
    ]
    assert written[8] == "Citations: to know before copying (4)"
    assert written[9:] == [
        (
            "– S1: The source’s own citation holds a no-break space, which looks like a space and"
            " is not found as one."
        ),
        "– S1: The paragraphs were counted; the source prints no numbers.",
        "– S2: No author is known.",
        "– S2: No date of publication is known.",
    ]
    values: Any = show.check_values(opened)
    assert values["citations"][1] == {
        "source": "report",
        "number": "S1",
        "kind": "counted",
        "concerns": "pinpoint",
        "sentence": "The paragraphs were counted; the source prints no numbers.",
    }


def test_problems_stand_one_a_line_under_their_severity(tmp_path: Path) -> None:
    written = list(show.check_lines(broken(tmp_path)))
    assert written[1:3] == ["", "Set aside (1)"]
    assert written[3].startswith("– E1 is set aside: ")
    assert "celebration" in written[3]
    assert "(line " in written[3]
    assert written[4] == ""
    place = written.index("Shown, with a mark (3)")
    assert all(line.startswith("– ") for line in written[place + 1 : place + 4])
    assert written[place + 4] == ""


def test_problems_are_wrapped_where_asked(tmp_path: Path) -> None:
    written = list(show.check_lines(broken(tmp_path), 50))
    assert max(map(len, written)) <= 50


def test_a_check_has_the_same_keys_whatever_it_found(tmp_path: Path) -> None:
    (tmp_path / "sound").mkdir()
    sound: Any = show.check_values(small(tmp_path / "sound"))
    aside: Any = show.check_values(broken(tmp_path))
    refused: Any = refusal_values("gone.json", refusal(tmp_path / "gone.json"))
    assert list(sound) == list(aside) == list(refused)
    assert [found["valid"] for found in (sound, aside, refused)] == [True, False, False]
    assert [found["opened"] for found in (sound, aside, refused)] == [True, True, False]
    assert sound["case"] == {"id": "small-case", "title": "A crossing on 3 May 2019"}
    assert refused["case"] is None
    assert refused["path"] == "gone.json"
    assert len(aside["problems"]) == 4
    assert list(aside["problems"][0]) == list(refused["problems"][0])
    assert {"severity", "place", "sentence"} <= set(aside["problems"][0])
    assert list(strings(json.loads(show.json_text(aside))))


def refusal(path: Path) -> Problem:
    with pytest.raises(BundleError) as refused:
        open_case(path)
    return refused.value.problem
