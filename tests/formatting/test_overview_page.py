"""The overview: the header of a proceeding and the state of the file."""

import pytest

from caseviewer.formatting.overview_page import (
    header_page,
    low_header_page,
    overview_page,
    proceeding_line,
    proceeding_page,
)
from caseviewer.formatting.page import BlockKind, Look, Page, Tab, Target
from caseviewer.formatting.translate import set_translator
from caseviewer.model.events import Proceeding
from caseviewer.model.opened import OpenedCase
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import (
    blocks_under,
    changed,
    fields,
    head,
    headings,
    opened,
    under,
)

RECEIPT = (
    "as of 29 November 2015 · valid · 0 of 1 documents here · passages not checked · 5 gaps"
    " · 1 deadline over"
)
PROCEEDING = bundle()["proceedings"][0]


def proceeding(case: OpenedCase) -> Page:
    found = case.index.by_short("C1")
    assert isinstance(found, Proceeding)
    return proceeding_page(case, found)


def test_the_head_of_the_first_sample() -> None:
    found = header_page(samples.first())
    assert [(block.kind, block.text) for block in found.blocks] == [
        (BlockKind.TITLE, "Extradition of asylum-seekers from Kazakhstan to Uzbekistan"),
        (
            BlockKind.TEXT,
            (
                "Committee against Torture · Communication No. 444/2010 · decided 1 June 2012:"
                " violation found"
            ),
        ),
        (BlockKind.SUBTITLE, RECEIPT),
    ]
    assert {target.tab for target in found.links()} >= {Tab.REVIEW, Tab.DOCUMENTS}


def test_the_head_of_a_low_window_has_a_line_of_the_title_and_the_receipt() -> None:
    found = low_header_page(samples.first(), 30)
    assert [(block.kind, block.text) for block in found.blocks] == [
        (BlockKind.TEXT, "Extradition of asylum-seekers…"),
        (BlockKind.SUBTITLE, RECEIPT),
    ]
    assert found.blocks[0].spans[0].look is Look.STRONG
    assert list(found.links()) == list(header_page(samples.first()).links())


def test_a_very_long_title_is_cut_above_the_tabs() -> None:
    found = header_page(opened(title="long " * 200))
    assert found.blocks[0].text.endswith("…")
    assert len(found.blocks[0].text) == 300


def test_a_treaty_body_prints_the_header_like_this() -> None:
    found = proceeding(samples.first())
    assert head(found) == (
        "Toirjon Abdussamatov and 28 other complainants v. Kazakhstan",
        "C1 · individual communication · decided",
    )
    assert fields(found) == {
        "Before": "Committee against Torture",
        "Kind": "Individual communication",
        "Under": "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or"
        " Punishment",
        "Communication No.": "444/2010",
        "UN document symbol": "CAT/C/48/D/444/2010",
        "Submitted by": "29 individuals (unnamed)",
        "Represented by": "ACAT France; Christine Laroque",
        "Alleged victims": "29 individuals (unnamed)",
        "State party": "Kazakhstan",
        "Date of complaint": "December 2010 (E2)",
        "Date of decision": "1 June 2012 (E5)",
        "Session": "Forty-eighth session, 7 May to 1 June 2012",
        "Subject matter": "Extradition of the complainants to Uzbekistan",
        "Substantive issues": "Risk of torture upon return",
        "Articles relied on": "article 3",
        "Articles breached": "article 3",
        "Status": "Decided",
        "Outcome": "Violation found",
        "What was decided": "The Committee decided that the extradition breached the Convention.",
        "Remedies asked for": "Return of those extradited to Kazakhstan; Compensation for them",
    }
    assert headings(found) == ["Written in", "Parties", "Deadlines", "Differences", "Gaps"]
    assert under(found, "Parties")[0] == "P1 Committee against Torture (deciding body)"


@pytest.mark.parametrize(
    ("proceedings", "line"),
    [
        ([], ""),
        ([PROCEEDING], "The Committee · Communication 1/2019 · pending"),
        ([PROCEEDING | {"identifiers": []}], "The Committee · pending"),
        (
            [PROCEEDING | {"status": "decided", "decision": "crossing", "outcome": "mixed"}],
            "The Committee · Communication 1/2019 · decided 3 May 2019: violation found in part",
        ),
        (
            [PROCEEDING | {"status": "decided", "decision": "nowhere", "body": "lost"}],
            "lost (not in this file) · Communication 1/2019 · decided",
        ),
    ],
)
def test_the_first_proceeding_on_one_line(proceedings: list[dict[str, object]], line: str) -> None:
    assert proceeding_line(opened(proceedings=proceedings)) == line


def test_a_role_without_a_proceeding_holds_where_there_is_only_one() -> None:
    roles = [{"role": "complainant"}]
    case = opened(**changed("parties", 4, roles=roles))
    assert fields(proceeding(case))["Submitted by"] == "12 people (unnamed); The Border Press"
    two = [PROCEEDING, PROCEEDING | {"id": "second"}]
    case = opened(proceedings=two, **changed("parties", 4, roles=roles))
    assert fields(proceeding(case))["Submitted by"] == "12 people (unnamed)"


def test_the_place_of_a_complaint_stands_with_its_date() -> None:
    case = opened(**changed("proceedings", complaint="crossing", decision="lost"))
    shown = fields(proceeding(case))
    assert shown["Date of complaint"] == "3 May 2019 (E1), the border, Xandria"
    assert shown["Date of decision"] == "lost (not in this file)"


def test_a_bare_proceeding_has_no_empty_lines() -> None:
    bare = {name: PROCEEDING[name] for name in ("id", "title", "body", "kind", "status")}
    case = opened(proceedings=[bare], parties=[bundle()["parties"][3]])
    assert fields(proceeding(case)) == {
        "Before": "The Committee",
        "Kind": "Individual communication",
        "Status": "Pending",
    }


def test_the_overview_has_the_whole_case_on_one_page() -> None:
    found = overview_page(samples.first())
    assert headings(found) == [
        "C1 Toirjon Abdussamatov and 28 other complainants v. Kazakhstan",
        "In this file",
        "Key dates",
        "What is in doubt",
        "How the sources ask to be cited",
        "Disclaimers",
        "About this file",
    ]
    assert under(found, "In this file") == [
        "Parties 19 · Chronology 7 · Quotations 6 · Citations 2 · Documents 1 · Review 14"
    ]
    assert under(found, "Key dates") == [
        "E2 December 2010: Complaint filed with the Committee against Torture",
        "E5 1 June 2012: Committee decides that the extradition breached the Convention",
        (
            "D1 Kazakhstan to respond to the Committee: 30 August to 24 September 2012;"
            " start not stated; window over; no reply recorded in this file"
        ),
    ]
    assert [line[:2] for line in under(found, "What is in doubt")] == [
        *(f"X{number}" for number in range(1, 10)),
        *(f"G{number}" for number in range(1, 6)),
    ]
    assert under(found, "Disclaimers")[0] == (
        "S1 UN Rebuke for Kazakstan Over Refugee Return, by UNHCR"
    )
    shown = fields(found)
    assert shown["Speaks up to"] == "29 November 2015"
    assert shown["Bundle"] == "abdussamatov-v-kazakhstan (casebundle 1.0)"


def test_the_counts_lead_to_their_tabs_and_the_proceeding_to_its_page() -> None:
    found = list(overview_page(samples.first()).links())
    assert {target.tab for target in found if target.tab} == set(Tab) - {Tab.OVERVIEW}
    assert Target(samples.first().case.proceedings[0].id) in found


def test_an_invented_case_says_so_first() -> None:
    assert overview_page(samples.second()).blocks[0].text == "An invented case: fiction."
    assert overview_page(samples.second()).blocks[0].spans[0].look is Look.STRONG


def test_a_case_with_hardly_anything_in_it() -> None:
    nothing: dict[str, object] = {
        kind: []
        for kind in ("proceedings", "parties", "chronology", "deadlines", "quotations", "sources",
                     "passages", "differences", "gaps")
    }  # fmt: skip
    found = overview_page(opened(fiction=False, handling=None, summary=None, **nothing))
    assert headings(found) == ["In this file", "About this file"]
    assert found.blocks[0].kind is BlockKind.HEADING


def test_a_disclaimer_of_nobody_in_particular() -> None:
    case = opened(**changed("sources", disclaimers=[{"text": "No liability."}]))
    item, quote = blocks_under(overview_page(case), "Disclaimers")
    assert (item.text, quote.text) == ("S1 A report on a crossing", "No liability.")


def test_citations_show_their_no_break_spaces() -> None:
    assert under(overview_page(opened()), "How the sources ask to be cited") == [
        "S1 A report on a crossing",
        "The Border Press, A report on a crossing,␣20 May 2019",
    ]


def test_further_proceedings_take_a_line_each() -> None:
    lines = under(overview_page(samples.second()), "Other proceedings")
    assert len(lines) == len(samples.second().case.proceedings) - 1
    assert lines[0] == "C2 The prosecution of Mirela Halvek: decided 20 May 2016"
    assert "Other proceedings" not in headings(overview_page(samples.first()))


def copies(kind: str, count: int, **fields: object) -> dict[str, list[dict[str, object]]]:
    """A list of so many records, each a copy of the first one of its kind."""
    return {kind: [bundle()[kind][0] | {"id": f"{kind}-{at}"} | fields for at in range(count)]}


LISTS = pytest.mark.parametrize(
    ("heading", "kind", "tab"),
    [
        ("Key dates", "deadlines", Tab.CHRONOLOGY),
        ("What is in doubt", "differences", Tab.REVIEW),
        ("What is in doubt", "gaps", Tab.REVIEW),
        ("How the sources ask to be cited", "sources", Tab.CITATIONS),
        ("Disclaimers", "sources", Tab.CITATIONS),
    ],
)


@LISTS
def test_the_tab_has_what_is_left_out_of_a_long_list(heading: str, kind: str, tab: Tab) -> None:
    many = {"proceedings": [], "differences": [], "gaps": [], **copies(kind, 2_345)}
    *items, rest = blocks_under(overview_page(opened(**many)), heading)
    listed = [block for block in items if block.kind is BlockKind.ITEM]
    assert (rest.kind, rest.text) == (
        BlockKind.ITEM,
        f"and {2_345 - len(listed):,} more in {tab.value.capitalize()}",
    )
    assert [span.target for span in rest.spans] == [Target(tab=tab)]
    assert 24 <= len(listed) <= 60


@LISTS
def test_a_list_that_fits_is_whole(heading: str, kind: str, tab: Tab) -> None:
    case = opened(**{"proceedings": [], "differences": [], "gaps": [], **copies(kind, 24)})
    lines = under(overview_page(case), heading)
    assert not any(line.startswith("and ") for line in lines)
    assert len(lines) in {24, 48}, f"nothing is left for {tab}"  # a line, or a line and its words


def test_a_long_row_of_names_goes_on_in_the_parties() -> None:
    roles = [{"role": "complainant"}, {"role": "complainant"}, {"role": "witness"}]
    case = opened(**copies("parties", 1_300, roles=roles))
    field = next(block for block in proceeding(case).blocks if block.label == "Submitted by")
    *names, rest = field.text.split("; ")
    assert set(names) == {"12 people (unnamed)"}
    assert rest == f"and {1_300 - len(names):,} more in Parties"
    assert field.spans[-1].target == Target(tab=Tab.PARTIES)


def test_the_words_for_what_is_left_out_are_translated() -> None:
    table = {"and {count} more in {tab}": "{tab}: {count} weitere", "Review": "Durchsicht"}
    before = set_translator(lambda text: table.get(text, text))
    try:
        page = overview_page(opened(**copies("gaps", 100), differences=[]))
        assert under(page, "What is in doubt")[-1] == "Durchsicht: 60 weitere"
    finally:
        set_translator(before)
