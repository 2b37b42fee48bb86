"""All records as folded texts."""

from caseviewer.formatting.page import Tab
from caseviewer.formatting.tables import TABLE_TABS, table_for
from caseviewer.model.case_index import all_records
from caseviewer.model.opened import OpenedCase
from caseviewer.search.record_texts import RecordTexts, folded
from caseviewer.search.slices import at_once
from caseviewer.search.words import fold_words
from tests.formatting.making import opened
from tests.formatting.samples import second
from tests.search.finding import persons


def read(case: OpenedCase) -> RecordTexts:
    made = RecordTexts(case)
    at_once(made.read())
    return made


def test_fields_stand_apart() -> None:
    assert folded([("a", "One, two"), ("b", "…"), ("c", "Three")]) == " one two \n  \n three "


def test_every_record_has_a_row_and_the_file_the_first() -> None:
    case = second()
    made = read(case)
    assert made.ids[0] == ""
    assert sorted(made.ids[1:]) == sorted(item.id for item in all_records(case.case))
    assert made.item(0) is None
    assert len(made.texts) == len(made.ids)


def test_rows_stand_in_the_order_of_the_lists() -> None:
    case = second()
    made = read(case)
    for tab in TABLE_TABS:
        shown = [getattr(item, "id", "") for item in table_for(case, tab).rows]
        rows = [made.ids[row] for row in made.rows(tab)]
        if tab in {Tab.PARTIES, Tab.CHRONOLOGY, Tab.QUOTATIONS}:
            assert rows == shown
        if tab is Tab.CITATIONS:
            assert [name for name in rows if name in set(shown)] == shown
    assert list(made.rows(Tab.DOCUMENTS)) == []


def test_passages_stand_with_their_sources() -> None:
    made = read(opened())
    found = [made.ids[row] for row in made.rows(Tab.CITATIONS)]
    assert found == ["report", "t-group", "t-words", "t-counted", "t-heard", "reprint", "t-reprint"]


def test_passages_of_no_source_stand_last() -> None:
    passages = [{"id": "t-lost", "source": "nowhere"}]
    made = read(opened(passages=passages))
    assert [made.ids[row] for row in made.rows(Tab.CITATIONS)] == ["report", "reprint", "t-lost"]


def test_texts_are_the_words_of_the_fields() -> None:
    made = read(second())
    for row in range(len(made.ids)):
        fields = made.fields(row)
        assert made.texts[row] == folded(fields)
        for _, text in fields:
            words = f" {fold_words(text)} "
            assert words in made.texts[row]
            assert all(map(made.vocabulary.may_hold, [words] if words.strip() else []))


def test_the_names_of_fields_are_known() -> None:
    assert "other forms of the name" in read(opened()).field_names()


def test_further_texts_come_and_go_with_their_records() -> None:
    made = read(opened(parties=persons("Anna", "Boris")))
    before = list(made.texts)
    made.add_further(
        {"p2": [("your note", "Beware of the dog")], "gone": [("note", "x")], "p1": ()}
    )
    row = made.ids.index("p2")
    assert made.texts[row] == before[row][:-1] + " \n beware of the dog "
    assert made.fields(row)[-1] == ("your note", "Beware of the dog")
    assert made.vocabulary.may_hold(" beware")
    assert made.field_names()[-1] == "your note"
    made.add_further({})
    assert made.texts == before
    assert "your note" not in made.field_names()


def test_many_records_are_read_in_slices() -> None:
    made = RecordTexts(second())
    assert sum(1 for _ in made.read()) > 10
