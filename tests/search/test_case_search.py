"""The search over a case, from what is typed to what is found."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from caseviewer.formatting.page import Tab
from caseviewer.model.dates import day_number
from caseviewer.model.opened import DocumentPresence, DocumentState
from caseviewer.search.case_search import CaseSearch
from caseviewer.search.document_reading import read_documents
from caseviewer.search.hits import Reach
from caseviewer.search.slices import at_once
from tests.formatting.making import checked, opened
from tests.formatting.samples import NAMES, first, second
from tests.search.finding import (
    hit,
    hits,
    ids,
    marked,
    numbers,
    persons,
    reasons,
    report,
    search,
    whole_sample,
)  # fmt: skip

EMPTY = dict.fromkeys(Tab, 0)


# The sample, as a reader asks it --------------------------------------------------------------


def test_a_name_is_found_in_the_publishers_spelling_and_says_why() -> None:
    made = whole_sample(0)
    found = made.find("kazakhstan")
    assert {"P2", "P17", "E2", "Q4", "S1", "T4", "X7"} <= set(numbers(made.opened, found))
    assert reasons(hit(made, "kazakhstan", "bureau")) == [
        "matched Kazakstan: the publisher's spelling of Kazakhstan"
    ]
    for form in ("Kazakstan", "Қазақстан", "Казахстан", "KAZAKHSTAN"):
        assert numbers(made.opened, made.find(form)) == numbers(made.opened, found)


def test_a_citation_is_found_in_spite_of_its_odd_spaces() -> None:
    made = whole_sample(0)
    assert "CRS\u00a0Issue" in repr(first().case) or "\\xa0CRS Issue 647" in repr(first().case)
    for typed in (
        "CRS Issue 647, available",
        '"CRS Issue 647, available"',
        "“Issue 647 available”",
    ):
        assert numbers(made.opened, made.find(typed)) == ["S1"]


def test_a_phrase_in_quotation_marks_is_exact() -> None:
    made = whole_sample(0)
    assert ids(made.find('"right of appeal"')) == [
        "q-mother-appeal",
        "q-judge",
        "t-mother-1",
        "t-judge-1",
    ]
    assert ids(made.find('"appeal of right"')) == []
    assert ids(made.find('"kazakhstan acted illegally"')) == []
    assert ids(made.find('"kazakstan acted illegally"')) == ["t-spelling"]


def test_hits_are_counted_by_tab() -> None:
    made = whole_sample(0)
    found = made.find("kazakhstan")
    assert found.counts == EMPTY | {
        Tab.OVERVIEW: 2,
        Tab.PARTIES: 4,
        Tab.CHRONOLOGY: 4,
        Tab.QUOTATIONS: 1,
        Tab.CITATIONS: 5,
        Tab.REVIEW: 2,
    }
    assert sum(found.counts.values()) == len(found.places) == 18
    tabs = [place.tab for place in found.places]
    assert tabs == sorted(tabs, key=list(Tab).index)


def test_the_page_itself_is_searched_where_it_is_attached(seed_page: Path) -> None:
    case = first()
    source = case.case.sources[0]
    assert source.document is not None
    made = CaseSearch(case)
    copies = {source.document.sha256: str(seed_page)}
    made.add_documents(read_documents(case, copies, lambda: False))
    assert made.find("kazakhstan").counts[Tab.DOCUMENTS] == 10
    found = hit(made, '"the judge rudely told me"', "report")
    assert (found.tab, found.where) == (Tab.DOCUMENTS, "paragraph 10")
    assert marked(found) == ["the judge rudely told me"]
    assert made.find("CRS Issue 647, available").counts[Tab.DOCUMENTS] == 1
    whole = seed_page.read_text("utf-8")
    assert found.span is not None
    assert whole[slice(*found.span)] == "the judge rudely told me"


def test_both_scripts_of_a_statement_are_found() -> None:
    made = whole_sample(1)
    found = [one for one in hits(made, "halvek") if one.record == "s-statement"]
    assert [reasons(one) for one in found if one.tab is Tab.DOCUMENTS] == [
        ["matched Халвек: a transliteration of halvek"]
    ]
    assert "p-dorvic" in ids(made.find("дорвич"))


# Languages ------------------------------------------------------------------------------------

NAMES_IN_SCRIPTS = [
    ("Жовтис", ["жовтис", "ЖОВТИС", "жов", "zhovtis", "Zhovt"]),
    ("Қазақстан", ["қазақстан", "ҚАЗАҚСТАН", "qazaqstan", "kazakstan"]),
    ("Володимир Зеленський", ["зеленський", "zelensky", "volodymyr", "володимир"]),
    ("محمد علي", ["محمد", "مُحَمَّد", "muhammad", "علی", "علي"]),
    ("حسین روحانی", ["حسين", "hussein", "روحاني", "rouhani"]),
    ("Jörg Strauß", ["strauss", "STRAUẞ", "jorg", "Jo\u0308rg"]),
    ("Işıl Türkoğlu", ["isil", "IŞIL", "ışıl", "türkoglu", "turkoğlu"]),
    ("İbrahim", ["ibrahim", "İBRAHİM", "IBRAHIM"]),
    ("Đặng Thị Ngọc", ["dang thi ngoc", "đặng", "Ngo\u0323c"]),
    ("Łukasz Wałęsa", ["lukasz", "ŁUKASZ", "walesa"]),
    ("Ὀδυσσεύς", ["οδυσσευσ", "ΟΔΥΣΣΕΥΣ", "οδυσσευς", "ὀδυσσ"]),
    ("בִּנְיָמִין", ["בנימין", "בִּנְיָמִין"]),
    ("習近平", ["習近平", "近平", "習"]),
    ("ทักษิณ ชินวัตร", ["ทักษิณ", "ชินวัตร"]),
]


@pytest.mark.parametrize(("name", "queries"), NAMES_IN_SCRIPTS)
def test_names_of_many_languages(name: str, queries: list[str]) -> None:
    made = search(parties=persons("Somebody", name))
    for typed in queries:
        assert ids(made.find(typed)) == ["p2"], typed
        assert ids(made.find(unicodedata.normalize("NFD", typed))) == ["p2"], typed
        for one in hits(made, typed):
            assert marked(one)


# Typing ---------------------------------------------------------------------------------------


def test_words_that_begin_so_are_found() -> None:
    made = search(parties=persons("Kazakstan", "Stan"))
    assert ids(made.find("kaz")) == ["p1"]
    assert ids(made.find("stan")) == ["p2"]
    assert ids(made.find('"kaz"')) == []


def test_every_word_has_to_be_there_and_may_stand_anywhere() -> None:
    made = search()
    assert "crossing" in ids(made.find("border back sending"))
    assert "crossing" not in ids(made.find("border back sending nothing"))


def test_a_query_that_is_typed_letter_by_letter_finds_what_it_finds_at_once() -> None:
    typing = whole_sample(1)
    for typed in ("halvek register", '"the register" -mother', "kind:event drenov", "халвек"):
        for end in (*range(1, len(typed) + 1), *range(len(typed), 0, -1)):
            fresh = CaseSearch(second())
            fresh.add_documents(one.document for one in typing._documents.values())
            if end % 5 == 0 or end == len(typed):
                assert ids(typing.find(typed[:end])) == ids(fresh.find(typed[:end]))
            else:
                typing.find(typed[:end])


def test_short_numbers_find_their_record_alone() -> None:
    made = search()
    assert ids(made.find("E1")) == ["crossing"]
    assert ids(made.find("e2")) == ["complaint"]
    assert ids(made.find("E1 border")) == ["crossing"]
    assert ids(made.find("E1 nothing")) == []
    assert "crossing" not in ids(made.find("people -E1"))
    assert ids(made.find('"E1"')) == []


def test_what_must_not_be_there_is_left_out_in_every_form() -> None:
    spelling = [{"text": "Kazakstan"}]
    parties = persons("Kazakhstan", "Kazakstan Bureau", "Border", variants=spelling)
    made = search(parties=parties)
    assert "p2" not in ids(made.find("-kazakhstan"))
    assert "p3" in ids(made.find("-kazakhstan"))
    assert "" in ids(made.find("-kazakhstan"))


def test_near_words_only_where_nothing_matched() -> None:
    made = search(parties=persons("Kazakstan", "Kazakhstan"))
    found = made.find("kazakstn")
    assert ids(found) == ["p1"]
    assert [(one.typed, one.words) for one in found.near] == [("kazakstn", ("kazakstan",))]
    assert made.find("kazakstan").near == ()
    assert made.find("zzzzzzz").near == ()
    found = made.find("kazakstn nothing")
    assert (ids(found), found.near) == ([], ())  # near words that find nothing are not told
    assert made.find("-kazakstn kind:gap").near == ()


def test_words_that_stand_apart_are_counted() -> None:
    made = search(report())
    assert made.find("woman twelve").apart == (("woman", 1), ("twelve", 1))
    assert made.find("woman guards kind:party").apart == (("woman", 1), ("guards", 3))
    assert made.find("woman zzzz").apart == ()
    assert made.find("woman").apart == ()


def test_an_empty_query_finds_nothing() -> None:
    made = search()
    found = made.find(" ")
    assert (list(found.places), found.counts, found.faults) == ([], EMPTY, ())
    assert made.find("kind:spaceship").faults


def test_faults_of_a_query_and_of_its_names_are_told() -> None:
    found = search().find("before:next party:nobody people")
    assert len(found.faults) == 2
    assert ids(found) == []


# Documents ------------------------------------------------------------------------------------


def test_documents_that_come_later_are_searched_then() -> None:
    made = search()
    assert made.find("guards").counts[Tab.DOCUMENTS] == 0
    assert made.find("x").searched.documents[0].reach is Reach.NOT_READ_YET
    made.add_documents([report()])
    assert made.find("guards").counts[Tab.DOCUMENTS] == 1
    assert made.find("x").searched.documents[0].reach is Reach.SEARCHED
    assert made.find("x").searched.documents[1].reach is Reach.NONE
    made.add_documents([report("Another text")])
    assert made.find("guards").counts[Tab.DOCUMENTS] == 0
    made.add_documents([report(source="unknown")])
    assert made.find("guards").counts[Tab.DOCUMENTS] == 0


def test_every_place_in_a_document_can_be_marked() -> None:
    made = search(report("The guards came.\n\nNobody.\n\nTwo guards, one guard, left."))
    text = made._documents["report"].document.blocks.text
    in_report = [one for one in hits(made, "guard") if one.kind is None]
    assert [marked(one) for one in in_report] == [["guards"], ["guards", "guard"]]
    spans = [one.span for one in in_report if one.span is not None]
    assert [text[a:b] for a, b in spans] == ["guards", "guards"]
    assert all(one.span is None for one in hits(made, "kind:gap"))


# The reader's notes, and another day ----------------------------------------------------------


def test_further_texts_are_found_with_their_records() -> None:
    made = search()
    assert ids(made.find("beware")) == []
    made.add_further({"woman": [("your note", "Beware of the dog")]})
    found = hit(made, "beware dog", "woman")
    assert (found.where, marked(found)) == ("your note", ["Beware", "dog"])
    made.add_further({})
    assert ids(made.find("beware")) == []


@pytest.mark.parametrize("day", [(2010, 12, 31), (2011, 6, 10), (2012, 6, 25), (2012, 6, 26)])
def test_what_could_not_be_known_is_not_searched(day: tuple[int, int, int]) -> None:
    whole = first()
    case = whole.seen_from(replace(whole.standpoint, as_at=day_number(*day)))
    made = CaseSearch(case)
    everything = made.find("-zzzz")
    assert case.account is not None
    assert not case.account.hidden & set(ids(everything))
    for word in ("kazakstan", "kazakhstan", "violation", "zhovtis", "found"):
        for one in hits(made, word):
            assert one.record not in case.account.hidden


# In slices ------------------------------------------------------------------------------------


def test_a_search_that_was_not_prepared_prepares_itself() -> None:
    made = CaseSearch(opened())
    assert not made.is_ready
    assert ids(made.find("twelve")) == ["names"]
    assert made.is_ready
    assert list(made.prepare()) == []


def test_preparing_that_was_given_up_is_begun_again() -> None:
    made = CaseSearch(second())
    slices = made.prepare()
    next(slices)
    slices.close()
    assert not made.is_ready
    finished = [place for place in whole_sample(1).find("halvek").places if place.block < 0]
    assert ids(made.find("halvek")) == [place.record for place in finished]


def test_the_same_case_checked_since_needs_no_other_search() -> None:
    made = search()
    state = DocumentState("report", DocumentPresence.NOT_HERE)
    assert made.find("x").searched.documents[0].reach is Reach.NOT_READ_YET
    assert made.goes_on_with(checked(made.opened, (state,)))
    assert made.find("x").searched.documents[0].reach is Reach.NOT_HERE
    day = replace(made.opened.standpoint, as_at=1)
    assert not made.goes_on_with(replace(made.opened, standpoint=day))
    assert not made.goes_on_with(opened())


def test_two_that_prepare_at_once_do_no_harm() -> None:
    made = CaseSearch(second())
    one, other = made.prepare(), made.prepare()
    next(one)
    at_once(other)
    before = ids(made.find("halvek"))
    at_once(one)
    assert ids(made.find("halvek")) == before


def test_samples_are_those_that_are_meant() -> None:
    assert [one.case.id for one in (first(), second())] == list(NAMES)
