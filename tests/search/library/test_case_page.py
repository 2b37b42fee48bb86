from dataclasses import replace

import pytest

from caseviewer.formatting.clip import plain_page
from caseviewer.formatting.page import Block, BlockKind, Look, Page, Target
from caseviewer.search.library.case_page import (
    Lead,
    Way,
    case_page,
    gone_page,
    hit_page,
    same_party_page,
)
from caseviewer.search.library.values import Reach, SameBy, SameParty
from tests.search.library.rows import (
    AWAY,
    BROKEN,
    DEADLINE,
    HERE,
    KAZAKHSTAN,
    MOTHER,
    NAMES,
    OTHER,
    details,
    hit,
    row,
)


def words(page: Page) -> str:
    return " ".join(plain_page(page).split())


def link(page: Page, text: str) -> Way:
    """Where the link with these words leads."""
    spans = [span for block in page.blocks for span in block.spans if span.text == text]
    (target,) = [span.target for span in spans if span.target is not None]
    return Way.of(target)


def block(page: Page, text: str) -> Block:
    return next(one for one in page.blocks if text in one.text)


@pytest.mark.parametrize(
    "way", [Way(Lead.OPEN, 7), Way(Lead.SAME, 12, "p with spaces"), Way(Lead.BACK, 1, "")]
)
def test_a_link_carries_its_way(way: Way) -> None:
    assert Way.of(way.target) == way


def test_the_page_of_a_case_tells_what_its_file_says() -> None:
    page = case_page(details(OTHER))
    told = words(page)
    for part in (
        "Mirela Halvek v. Valdrasia",
        "Communication No. 444/2010",
        "For lawyers only",
        "Twenty-nine men asked for asylum.",
        "D1 Reply to the Committee: 30 August to 24 September 2012; start not stated",
        "window over; no reply recorded in this file",
        "Committee against Torture · No. 444/2010 · decided: violation",
        "Kazakhstan, State party",
        "Events: the years 2010 to 2012",
        "Decided: 2021",
        "Speaks up to: 29 November 2015",
        "Two records have the same number.",
        "S1: the document is larger than 64 MB, and was not read.",
        f"Lies at: {OTHER.path}",
        "Last opened: 24 November 2026, 14:02",
        "Documents: 0 of 1 here",
        "Id: case-2",
    ):
        assert part in told
    assert "fiction" not in told


def test_links_lead_into_the_case_and_from_a_party_to_other_cases() -> None:
    page = case_page(details(HERE))
    assert link(page, "Open the case") == Way(Lead.OPEN, 1)
    assert link(page, "D1 Reply to the Committee") == Way(Lead.OPEN, 1, "d-reply")
    assert link(page, "444/2010") == Way(Lead.OPEN, 1, "c1")
    assert link(page, "Kazakhstan") == Way(Lead.SAME, 1, "p-kaz")


def test_what_a_file_does_not_say_takes_no_room() -> None:
    bare = replace(
        details(row(year=None, proceeding="", first_day=None, as_of="", revision="")),
        summary="", handling="", proceedings=(), parties=(replace(MOTHER, roles=()),),
        deadlines=(), documents=0, problems=(), faults=(), fiction=True,
    )  # fmt: skip
    told = words(case_page(bare))
    assert "An invented case: fiction." in told
    assert "One mother (anonymous)" in told
    for part in ("Dates", "Problems", "Deadlines", "Proceedings", "Documents", "Handling"):
        assert part not in told
    assert "Last opened: never from this computer" in told
    assert "Parties" not in words(case_page(replace(bare, parties=())))


def test_events_of_one_year_are_told_by_that_year() -> None:
    assert "Events: 2010 Decided" in words(case_page(details(row(last_day=734_001))))


def test_of_long_lists_the_page_shows_the_beginning() -> None:
    many = replace(details(HERE), parties=(KAZAKHSTAN,) * 1_300, deadlines=(DEADLINE,) * 41)
    told = words(case_page(many))
    assert "and 1,260 more in the case" in told
    assert "and 1 more in the case" in told


def test_a_case_whose_folder_is_not_there_is_shown_as_it_was_last_read() -> None:
    page = case_page(details(AWAY))
    fault = block(page, "The folder of this case is not there.")
    assert fault.spans[0].look is Look.WARNING
    assert "what the file said when it was last read" in words(page)
    assert "F5" in words(page)


def test_of_a_file_that_cannot_be_opened_the_fault_is_told_and_what_to_do() -> None:
    page = gone_page(BROKEN)
    assert block(page, "Line 3, column 7: a comma is missing.").spans[0].look is Look.WARNING
    assert "Mend or replace the file" in words(page)
    assert "/cases/torn/case.json" in words(page)
    assert "This file cannot be opened." in words(gone_page(replace(BROKEN, fault="")))


def test_a_case_that_is_only_known_by_its_row_can_be_opened() -> None:
    page = gone_page(replace(HERE, reach=Reach.HERE))
    assert link(page, "Open the case") == Way(Lead.OPEN, 1)
    assert all(span.look is not Look.WARNING for one in page.blocks for span in one.spans)


def test_a_hit_stands_whole_beneath_the_title_of_its_case() -> None:
    title, proceeding, head, quote, why, *rest = hit_page(
        hit(), NAMES["e-1"], case_page(details(HERE))
    ).blocks
    assert title.text == "Extradition of asylum-seekers"
    assert proceeding.text == HERE.proceeding
    assert head.text == "Found in Chronology · E3 · description"
    assert quote.kind is BlockKind.QUOTE
    assert quote.text == "…detained in Kazakstan in 2010…"
    assert [one.text for one in quote.spans if one.look is Look.STRONG] == ["Kazakstan"]
    assert "spelling of Kazakhstan" in why.text
    assert "Twenty-nine men" in words(Page(tuple(rest)))


def test_a_hit_at_the_beginning_and_the_end_has_no_dots() -> None:
    snippet = replace(hit().snippet, cut_before=False, cut_after=False)
    page = hit_page(hit(snippet=snippet), None, Page())
    assert page.blocks[1].text == "detained in Kazakstan in 2010"


def test_the_same_party_is_listed_with_the_reason_the_surest_first() -> None:
    found = (
        SameParty(OTHER, replace(MOTHER, roles=()), SameBy.ID, "Both have the id p-mother."),
        SameParty(AWAY, KAZAKHSTAN, SameBy.COUNTRY, "Both are States with the code KZ."),
        SameParty(OTHER, KAZAKHSTAN, SameBy.VARIANT, "Kazakstan is a variant of it there."),
    )
    page = same_party_page(HERE, KAZAKHSTAN, found)
    told = words(page)
    assert told.index("By the code of the State") < told.index("By a variant of the name")
    assert told.index("By a variant of the name") < told.index("a hint and no more")
    assert "By the same name" not in told
    assert "Both are States with the code KZ." in told
    assert "P2 Kazakhstan (State party)" in told
    assert link(page, "Old appeal") == Way(Lead.SHOW, 4)
    assert link(page, "P8 One mother (anonymous)") == Way(Lead.OPEN, 2, "p-mother")
    assert link(page, "Back to Extradition of asylum-seekers") == Way(Lead.BACK, 1)


def test_where_no_other_case_has_a_party_it_is_told_what_was_looked_for() -> None:
    told = words(same_party_page(HERE, MOTHER, ()))
    assert "No other case in the library has this party" in told
    assert "Target" not in told


def test_only_our_own_links_are_ways() -> None:
    with pytest.raises(ValueError, match="not enough values"):
        Way.of(Target("p-1"))
