"""The lists of the tabs: columns, order, groups, sentences."""

import pytest

from caseviewer.formatting.page import Tab
from caseviewer.formatting.table import number_key, number_text
from caseviewer.formatting.tables import (
    TABLE_TABS,
    check_text,
    table_for,
)
from caseviewer.model.opened import OpenedCase, PassageState
from caseviewer.model.problems import Problem, Severity
from caseviewer.model.quotations import Quotation
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.listing import cells, groups, in_order
from tests.formatting.making import checked, made, opened

DOCUMENT = bundle()["sources"][0]["document"]


def test_every_tab_but_the_overview_has_a_list() -> None:
    assert set(TABLE_TABS) == set(Tab) - {Tab.OVERVIEW}
    for tab in TABLE_TABS:
        assert table_for(opened(), tab).tab is tab
    with pytest.raises(KeyError):
        table_for(opened(), Tab.OVERVIEW)


@pytest.mark.parametrize("case", [samples.first(), samples.second()])
@pytest.mark.parametrize("tab", TABLE_TABS)
def test_rows_of_a_group_stand_together(case: OpenedCase, tab: Tab) -> None:
    table = table_for(case, tab)
    heads = [table.group(case, row) for row in table.rows]
    runs = [head for at, head in enumerate(heads) if at == 0 or heads[at - 1] != head]
    assert len(runs) == len(set(runs))


@pytest.mark.parametrize(
    ("tab", "sentences"),
    [
        (
            Tab.PARTIES,
            [
                "P4, The Committee, deciding body, named",
                "P1, 12 people, complainant, unnamed, 12",
            ],
        ),
        (
            Tab.QUOTATIONS,
            [
                (
                    "Q1, One woman (anonymous) · direct quotation · own knowledge: “They never"
                    " asked us anything,” she said. “They only counted [sic] us.” · One woman"
                    " said it; somebody unknown wrote it down; The Border Press published it"
                    " (20 May 2019); first-hand to the one who wrote it down."
                ),
                (
                    "Q2, speaker not known · paraphrase · relays what others said: Everybody had"
                    " been heard. · Somebody unknown said it; The Border Press published it;"
                    " relayed once."
                ),
            ],
        ),
        (
            Tab.CITATIONS,
            [
                "S1, A report on a crossing, The Border Press",
                "S2, A report on a crossing, The Border Press",
            ],
        ),
        (Tab.DOCUMENTS, ["S1, A report on a crossing, text, not checked"]),
        (
            Tab.REVIEW,
            [
                (
                    "X1, Differences: told in more than one way, Contradiction: 12 people by one"
                    " account, ten by another."
                ),
                "G1, Gaps: what this file does not say, The names of the twelve.",
            ],
        ),
    ],
)
def test_each_list_can_be_heard(tab: Tab, sentences: list[str]) -> None:
    case = opened()
    table = table_for(case, tab)
    assert [table.sentence(case, row) for row in table.rows][:2] == sentences


# Parties.


def test_parties_are_grouped_by_side() -> None:
    assert groups(samples.first(), Tab.PARTIES) == [
        "Deciding body",
        "Complainants’ side",
        "States and authorities",
        "Witnesses and experts",
        "Reporters and publishers",
        "Others",
    ]
    assert [number_text(opened(), row) for row in table_for(opened(), Tab.PARTIES).rows] == [
        "P4",
        "P1",
        "P3",
        "P2",
        "P5",
    ]


def test_columns_that_nobody_fills_are_hidden() -> None:
    parties = [
        {key: value for key, value in party.items() if key in {"id", "kind", "identity", "name"}}
        for party in bundle()["parties"]
    ]
    shown = table_for(opened(parties=parties), Tab.PARTIES).shown_columns()
    assert [item.name for item in shown] == ["number", "name", "identity"]
    bare = [{key: item[key] for key in item if key not in {"publisher", "republisher", "cite_as"}}
            for item in bundle()["sources"]]  # fmt: skip
    shown = table_for(opened(sources=bare), Tab.CITATIONS).shown_columns()
    assert [item.name for item in shown] == ["number", "title", "published", "defects"]


def test_counts_and_countries_are_cells() -> None:
    case = opened()
    assert cells(case, Tab.PARTIES, "count") == ["", "12", "", "", ""]
    assert cells(case, Tab.PARTIES, "country") == ["", "", "Xandria", "", ""]
    assert in_order(case, Tab.PARTIES, "count")[-1] == "P1"


def test_numbers_sort_as_numbers() -> None:
    assert in_order(samples.first(), Tab.PARTIES, "number")[8:11] == ["P9", "P10", "P11"]
    odd = Problem(Severity.WARN, "a", "b", short="P?")
    assert number_key(opened(), odd) == ("P", 0)
    assert number_key(opened(), Problem(Severity.WARN, "a", "b")) == ("", 0)


# Quotations.


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ({}, "not checked"),
        ({"t-words": "found", "t-counted": "found"}, "found"),
        ({"t-words": "found"}, "not checked"),
        ({"t-words": "found", "t-counted": "moved"}, "moved"),
        ({"t-words": "ambiguous"}, "ambiguous"),
        ({"t-words": "moved", "t-counted": "not_found"}, "not found"),
    ],
)
def test_the_worst_state_of_its_passages_is_that_of_a_quotation(
    states: dict[str, str], words: str
) -> None:
    passages = {key: PassageState(value) for key, value in states.items()}
    case = checked(opened(), passages=passages)
    assert cells(case, Tab.QUOTATIONS, "check")[0] == words


def test_a_quotation_without_passages_has_nothing_to_check() -> None:
    bare = made(Quotation, id="x", mode="paraphrase", knowledge="own", text="Said.")
    assert check_text(opened(), bare) == ""
    case = opened(quotations=[{"id": "x", "mode": "paraphrase", "knowledge": "own", "text": "S."}])
    names = [item.name for item in table_for(case, Tab.QUOTATIONS).shown_columns()]
    assert names == ["number", "text"]
