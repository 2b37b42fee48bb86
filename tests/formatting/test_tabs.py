"""The tabs: titles, what leads to them, how many records they count."""

from dataclasses import replace

from caseviewer.formatting.page import Tab
from caseviewer.formatting.tabs import TAB_OF_KIND, tab_count, tab_title
from caseviewer.model.problems import Problem, Severity
from caseviewer.model.references import Kind
from tests.formatting import samples
from tests.formatting.making import opened


def test_the_tabs_have_titles_in_their_order() -> None:
    assert [tab_title(tab) for tab in Tab] == [
        "Overview",
        "Parties",
        "Chronology",
        "Quotations",
        "Citations",
        "Documents",
        "Review",
    ]


def test_every_kind_of_record_has_its_tab() -> None:
    assert set(TAB_OF_KIND) == set(Kind)
    assert TAB_OF_KIND[Kind.PASSAGE] is Tab.CITATIONS
    assert TAB_OF_KIND[Kind.DEADLINE] is Tab.CHRONOLOGY


def test_records_are_counted_tab_by_tab() -> None:
    assert {tab.value: tab_count(samples.first(), tab) for tab in Tab} == {
        "overview": 0,
        "parties": 19,
        "chronology": 7,
        "quotations": 6,
        "citations": 2,
        "documents": 1,
        "review": 14,
    }


def test_problems_of_the_bundle_count_in_the_review() -> None:
    case = opened()
    with_problem = replace(case, problems=(Problem(Severity.WARN, "a", "b"),))
    assert tab_count(with_problem, Tab.REVIEW) == tab_count(case, Tab.REVIEW) + 1 == 3
