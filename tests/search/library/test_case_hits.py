"""The hits in one case, made of what the index keeps of it."""

from pathlib import Path

import pytest

from caseviewer.formatting.page import Tab
from caseviewer.model.references import Kind
from caseviewer.search.hits import Because, Hit
from caseviewer.search.library.case_hit_words import beneath_words
from caseviewer.search.library.library import Library
from tests.builders import TEXT, bundle
from tests.search.library.kit import library_of


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, bundle(), document=TEXT)


def hits(library: Library, typed: str) -> list[Hit]:
    answer = library.hits_in(typed, library.cases()[0].key)
    return [hit for case in answer.cases for hit in case.hits]


def test_a_hit_tells_where_it_is_with_its_words_marked(library: Library) -> None:
    first = hits(library, "crossing")[0]
    assert (first.tab, first.record, first.kind) == (Tab.OVERVIEW, "", None)
    assert first.where == "title"
    assert list(first.snippet.pieces()) == [
        ("A ", False), ("crossing", True), (" on 3 May 2019", False),
    ]  # fmt: skip


def test_hits_are_in_the_order_of_the_tabs(library: Library) -> None:
    found = [hit.tab for hit in hits(library, "report")]
    assert found == sorted(found, key=list(Tab).index)
    assert Tab.DOCUMENTS in found


def test_a_document_is_found_by_block(library: Library) -> None:
    (hit,) = hits(library, '"everybody had been heard" kind:document')
    assert (hit.tab, hit.record, hit.kind) == (Tab.DOCUMENTS, "report", None)
    assert hit.where == "paragraph 3"
    assert hit.span is not None
    assert TEXT[slice(*hit.span)] == "everybody had been heard"


def test_a_document_without_wanted_words_is_found_as_a_whole(library: Library) -> None:
    (hit,) = hits(library, "kind:document")
    assert (hit.record, hit.where, hit.snippet.text) == ("report", "", "A report on a crossing")


def test_a_document_that_meets_no_condition_is_not_found(library: Library) -> None:
    for condition in ("-source:crossing", "kind:event", "before:2019-01-02", "after:2019-12-30"):
        assert Tab.DOCUMENTS not in {hit.tab for hit in hits(library, f"guards {condition}")}


def test_a_record_that_only_meets_conditions_is_told_by_its_title(library: Library) -> None:
    found = {hit.record: hit.snippet.text for hit in hits(library, "kind:event")}
    assert found == {
        "crossing": "12 people are taken back to the border",
        "complaint": "The group complains",
    }
    assert {hit.kind for hit in hits(library, "kind:event")} == {Kind.EVENT}


def test_a_doubtful_date_is_told(library: Library) -> None:
    reasons = {hit.record: hit.reasons for hit in hits(library, "kind:event before:2019-06")}
    assert reasons["crossing"] == ()
    (doubt,) = reasons["complaint"]
    assert (doubt.because, doubt.typed) == (Because.DATE, "before:2019-06")
    assert doubt.matched


def test_the_file_itself_is_found_without_words(library: Library) -> None:
    (header,) = (hit for hit in hits(library, "-guards") if not hit.record)
    assert header.snippet.text == "A crossing on 3 May 2019"


@pytest.mark.parametrize("typed", ["guards kind:document", "kind:document"])
def test_a_document_that_is_not_the_one_that_was_read_is_told(tmp_path: Path, typed: str) -> None:
    library = library_of(tmp_path, bundle(), document=TEXT.replace("12 people", "14 people"))
    (hit,) = hits(library, typed)
    assert hit.changed
    assert beneath_words(hit).startswith("this document is not the file that was read: its hash")


def test_only_so_many_hits_are_made(library: Library) -> None:
    answer = library.hits_in("e", library.cases()[0].key, 3)
    (case,) = answer.cases
    assert len(case.hits) == 3
    assert case.count == 7
