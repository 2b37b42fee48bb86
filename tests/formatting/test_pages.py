"""From a target to its page; what holds for every page of both samples."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from caseviewer.formatting.clip import plain_page
from caseviewer.formatting.page import BlockKind, Page, Tab, Target
from caseviewer.formatting.pages import (
    can_open,
    document_source,
    has_page,
    page_for,
    problem_at,
    record_page,
    row_of,
    tab_of,
)
from caseviewer.formatting.table import Table
from caseviewer.formatting.tables import TABLE_TABS, table_for
from caseviewer.model.case_index import all_records
from caseviewer.model.opened import (
    Checked,
    DocumentPresence,
    DocumentState,
    OpenedCase,
)
from caseviewer.model.problems import Problem, Severity
from caseviewer.model.references import How, Kind, references
from caseviewer.model.sources import Source
from caseviewer.model.visible import visible_text
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import head, opened

PROBLEMS = (
    Problem(Severity.WARN, "a", "It is odd", record="report", short="S1"),
    Problem(Severity.SET_ASIDE, "b", "It has no title", record="lost", short="E9"),
)
CASE = replace(opened(), problems=PROBLEMS)


def talkative() -> OpenedCase:
    """A case in which every field that may name any record names one of each kind."""
    deadline = bundle()["deadlines"][0]
    quotations = bundle()["quotations"]
    about = ["communication", "group", "crossing", "answer", "asked", "report", "t-words",
             "how-many", "names"]  # fmt: skip
    return opened(
        proceedings=[bundle()["proceedings"][0] | {"decision": "crossing"}],
        deadlines=[deadline | {"basis": ["t-heard"],
                               "fulfilment": {"status": "fulfilled", "event": "crossing"}}],
        quotations=[quotations[0] | {"about": about}, quotations[1] | {"about": about}],
        differences=[bundle()["differences"][0] | {"about": about}],
        gaps=[bundle()["gaps"][0] | {"about": about}],
    )  # fmt: skip


CASES = {"first": samples.first(), "second": samples.second(), "talkative": talkative()}


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> OpenedCase:
    return CASES[request.param]


def pages(case: OpenedCase) -> Iterator[tuple[str, Page]]:
    """Every page that can be reached."""
    yield "overview", page_for(case, Target())
    for item in all_records(case.case):
        yield item.id, record_page(case, item)
    for source in case.case.sources:
        yield f"document of {source.id}", page_for(case, Target(source.id, Tab.DOCUMENTS))


# Every mention of another record is a link to it, in both directions.


def linked(case: OpenedCase) -> dict[str, set[str]]:
    return {
        item.id: {target.record for target in record_page(case, item).links()}
        for item in all_records(case.case)
    }


def test_the_page_of_a_record_links_to_every_record_that_it_names(case: OpenedCase) -> None:
    links = linked(case)
    assert [
        (item.id, reference.how, reference.target)
        for item in all_records(case.case)
        for reference in references(item)
        if reference.target not in links[item.id]
    ] == []


def test_the_page_of_a_record_links_back_to_every_record_that_names_it(case: OpenedCase) -> None:
    links = linked(case)
    assert [
        (reference.target, reference.how, item.id)
        for item in all_records(case.case)
        for reference in references(item)
        if item.id not in links[reference.target]
    ] == []


def test_the_cases_above_name_records_in_every_way() -> None:
    ways = {ref.how for item in all_records(talkative().case) for ref in references(item)}
    assert ways == set(How)


def test_every_link_leads_to_a_page_of_this_case(case: OpenedCase) -> None:
    for target in {target for _, page in pages(case) for target in page.links()}:
        assert target.record or target.tab
        if target.record:
            assert case.index.get(target.record) is not None
            assert page_for(case, target).blocks[0].text != "Not in this file"


# Every page is readable.


TO_THE_LETTER = frozenset({"Web address", "Words before", "Words after"})


def texts(case: OpenedCase) -> Iterator[tuple[str, str]]:
    """Every text that a page or a list shows, with where it stands."""
    for name, page in pages(case):
        for block in page.blocks:
            if block.label not in TO_THE_LETTER:
                yield name, block.text
            if block.kind is BlockKind.FIELD:
                yield name, block.label
    for tab in TABLE_TABS:
        yield from ((tab, text) for text in table_texts(case, table_for(case, tab)))


def table_texts(case: OpenedCase, table: Table) -> Iterator[str]:
    """Every text of a list; a cell or a group may be empty."""
    yield from (column.title for column in table.columns)
    for row in table.rows:
        yield table.sentence(case, row)
        yield from filter(None, (column.text(case, row) for column in table.columns))
        yield from filter(None, [table.group(case, row)])


# Ids and file names are the compiler's own; words of the file may hold anything.
RAW = re.compile(
    r"\b(None|True|False|nan)\b|\b[a-z]+_[a-z_]+\b|<[A-Za-z]|[{}]|\b\d{1,4}[./]\d{1,2}[./]\d{2,4}\b"
)


@pytest.mark.parametrize("name", ["first", "second"])
def test_no_text_is_empty_doubled_in_its_spaces_or_raw(name: str) -> None:
    for where, text in texts(CASES[name]):
        assert text.strip(), where
        assert "  " not in text, (where, text)
        assert text == text.strip(), (where, text)
        assert RAW.search(text) is None, (where, text)
        assert visible_text(text) == text, (where, text)


TWICE = re.compile(r"\b([^\W\d]{2,}) \1\b|,,|;;|: :|\.\.(?!/)|\(\)|\(\(|\)\)|(?<![\w,.”])“”")


@pytest.mark.parametrize("name", ["first", "second"])
def test_no_word_or_sign_stands_twice_in_a_row(name: str) -> None:
    for where, text in texts(CASES[name]):
        assert TWICE.search(text) is None, (where, text)


def test_no_page_says_the_same_line_twice_under_one_heading(case: OpenedCase) -> None:
    for name, page in pages(case):
        seen: set[str] = set()
        for block in page.blocks:
            if block.kind is BlockKind.HEADING:
                seen.clear()
            if block.kind is BlockKind.ITEM and any(span.target for span in block.spans):
                assert block.text not in seen or name == "overview", (name, block.text)
                seen.add(block.text)


@pytest.mark.parametrize("name", ["first", "second"])
def test_paragraphs_and_remarks_end_as_sentences_do(name: str) -> None:
    for where, page in pages(CASES[name]):
        for block in page.blocks:
            sentence = block.kind in {BlockKind.TEXT, BlockKind.NOTE} and block.text[0].isupper()
            if sentence and not any(span.target for span in block.spans):
                assert block.text.endswith((".", "”", "?")), (where, block.text)


def test_every_page_begins_with_a_title_and_a_subtitle(case: OpenedCase) -> None:
    for name, page in pages(case):
        if name != "overview":
            title, subtitle = head(page)
            assert title
            assert case.index.by_short(subtitle.split(" ")[0]) is not None


def test_no_page_has_gaps_of_its_own(case: OpenedCase) -> None:
    for name, page in pages(case):
        assert "\n\n\n" not in plain_page(page), name


# The way in.


def test_each_target_has_its_page_and_tab() -> None:
    for target, title, tab in (
        (Target(), "An invented case: fiction.", Tab.OVERVIEW),
        (Target(tab=Tab.REVIEW), "An invented case: fiction.", Tab.REVIEW),
        (Target("communication"), "Group v. Xandria", Tab.OVERVIEW),
        (Target("group"), "12 people (unnamed)", Tab.PARTIES),
        (Target("crossing"), "12 people are taken back to the border", Tab.CHRONOLOGY),
        (Target("answer"), "Xandria answers the Committee", Tab.CHRONOLOGY),
        (Target("asked"), "One woman (anonymous)", Tab.QUOTATIONS),
        (Target("report"), "A report on a crossing", Tab.CITATIONS),
        (Target("t-words"), "S1, paragraph 2", Tab.CITATIONS),
        (Target("how-many"), "Contradiction", Tab.REVIEW),
        (Target("names"), "Not said in this file", Tab.REVIEW),
        (Target("problem:1"), "It has no title", Tab.REVIEW),
        (Target("problem:2"), "Not in this file", Tab.OVERVIEW),
        (Target("problem:x"), "Not in this file", Tab.OVERVIEW),
        (Target("nowhere"), "Not in this file", Tab.OVERVIEW),
    ):
        assert page_for(CASE, target).blocks[0].text == title
        assert tab_of(CASE, target) is tab


def test_a_page_that_is_not_there_names_what_was_looked_for() -> None:
    assert page_for(CASE, Target("nowhere")).blocks[1].text == (
        "No record with the id “nowhere” is in this file."
    )


def test_the_documents_tab_shows_the_document_of_a_source_or_passage() -> None:
    document = page_for(CASE, Target("report", Tab.DOCUMENTS))
    assert head(document)[1] == "S1 · original · English"
    assert page_for(CASE, Target("t-words", Tab.DOCUMENTS)) == document
    assert page_for(CASE, Target("reprint", Tab.DOCUMENTS)) == page_for(CASE, Target("reprint"))
    assert page_for(CASE, Target("group", Tab.DOCUMENTS)) == page_for(CASE, Target("group"))


@pytest.mark.parametrize(
    ("record_id", "source"),
    [("report", "report"), ("t-words", "report"), ("reprint", None), ("t-reprint", None),
     ("group", None)],
)  # fmt: skip
def test_which_document_holds_a_record(record_id: str, source: str | None) -> None:
    item = CASE.index.get(record_id)
    assert item is not None
    found = document_source(CASE, item)
    assert (None if found is None else found.id) == source


HERE, ABSENT = DocumentPresence.MATCHES, DocumentPresence.NOT_HERE


@pytest.mark.parametrize(
    ("source", "checked", "presence", "expected"),
    [("report", Checked.DONE, HERE, True), ("report", Checked.DONE, ABSENT, False),
     ("report", Checked.DONE, None, False), ("report", Checked.UNDER_WAY, None, True),
     ("report", Checked.STOPPED, None, True), ("report", Checked.STOPPED, ABSENT, False),
     ("reprint", Checked.UNDER_WAY, None, False)],
)  # fmt: skip
def test_a_document_is_worth_opening_until_it_is_known_not_to_be_here(
    source: str, checked: Checked, presence: DocumentPresence | None, expected: bool
) -> None:
    states = () if presence is None else (DocumentState(source, presence),)
    item = CASE.index.get(source)
    assert isinstance(item, Source)
    assert can_open(replace(CASE, documents=states, checked=checked), item) is expected


def test_a_passage_stands_in_the_row_of_its_source() -> None:
    assert row_of(CASE, Target("t-reprint")) == "reprint"
    assert row_of(CASE, Target("group")) == "group"
    assert row_of(CASE, Target("problem:0")) == "problem:0"


def test_problems_are_found_by_their_place() -> None:
    assert [problem_at(CASE, f"problem:{at}") for at in range(3)] == [*PROBLEMS, None]
    assert problem_at(CASE, "report") is None
    assert problem_at(CASE, "problem:") is None
    assert problem_at(CASE, "problem:-1") is None


def test_every_kind_of_record_has_a_page() -> None:
    kinds = {type(item) for item in all_records(CASE.case)}
    assert len(kinds) == len(Kind)
    for item in all_records(CASE.case):
        assert record_page(CASE, item).blocks


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("communication", True),
        ("problem:0", True),
        ("problem:9", False),
        ("found:rules", True),
        ("found:99", False),
        ("nobody", False),
        ("", False),
    ],
)
def test_what_a_case_has_a_page_for(name: str, *, known: bool) -> None:
    case = replace(CASE, reviewed=samples.first().reviewed)
    assert has_page(case, name) is known
