"""The tabs: their titles, which records each shows, and how many."""

from caseviewer.formatting.page import Tab
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.references import Kind

_TITLES = {
    Tab.OVERVIEW: "Overview",
    Tab.PARTIES: "Parties",
    Tab.CHRONOLOGY: "Chronology",
    Tab.QUOTATIONS: "Quotations",
    Tab.CITATIONS: "Citations",
    Tab.DOCUMENTS: "Documents",
    Tab.REVIEW: "Review",
}

TAB_OF_KIND = {
    Kind.PROCEEDING: Tab.OVERVIEW,
    Kind.PARTY: Tab.PARTIES,
    Kind.EVENT: Tab.CHRONOLOGY,
    Kind.DEADLINE: Tab.CHRONOLOGY,
    Kind.QUOTATION: Tab.QUOTATIONS,
    Kind.SOURCE: Tab.CITATIONS,
    Kind.PASSAGE: Tab.CITATIONS,
    Kind.DIFFERENCE: Tab.REVIEW,
    Kind.GAP: Tab.REVIEW,
}
"""The tab that a link to a record of each kind leads to."""


def tab_title(tab: Tab) -> str:
    """The title of a tab."""
    return tr(_TITLES[tab])


def tab_count(opened: OpenedCase, tab: Tab) -> int:
    """How many records a tab counts; deadlines are listed with the events but not counted.

    The review counts what is open: also what the program found and the compiler did not record,
    but no sums that come out, and nothing of citations and passages, which have tabs of their own.
    """
    case = opened.case
    found = 0 if opened.reviewed is None else opened.reviewed.news
    counts = {
        Tab.OVERVIEW: 0,
        Tab.PARTIES: len(case.parties),
        Tab.CHRONOLOGY: len(case.chronology),
        Tab.QUOTATIONS: len(case.quotations),
        Tab.CITATIONS: len(case.sources),
        Tab.DOCUMENTS: sum(1 for source in case.sources if source.document is not None),
        Tab.REVIEW: len(case.differences) + len(case.gaps) + len(opened.problems) + found,
    }
    return counts[tab]
