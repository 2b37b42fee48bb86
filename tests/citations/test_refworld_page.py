from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.citations.import_records import records
from caseviewer.citations.refworld_page import is_page, read_page
from tests.citations.import_checks import PAGE, bundle_problems, check

TEXT = "The text itself (2 lines) was not taken in: keep the page as the “document” of the source."


def read(text: str) -> tuple[dict[str, Any], list[str]]:
    entries, told = read_page(text)
    (record,), more = records(entries)
    check([record])
    return record, told + more


def test_a_page_is_told_by_its_header() -> None:
    assert is_page(PAGE)
    assert is_page("Publisher: X\nPublication Date: 2012")
    assert is_page("Cite as X, Y")
    assert not is_page("Publisher X\nand so on")


def test_the_page_as_a_record(tmp_path: Path) -> None:
    record, told = read(PAGE)
    name = "custody-watch-miners-held-nine-days-2019"
    assert record == {
        "id": name,
        "kind": "ngo_report",
        "csl": {
            "id": name,
            "type": "report",
            "title": "Miners Held for Nine Days",
            "author": [{"literal": "Custody Watch"}],
            "issued": {"date-parts": [[2019, 2, 12]]},
            "accessed": {"date-parts": [[2020, 3, 6]]},
            "number": "CW Brief 12",
            "publisher": "Custody Watch",
            "source": "Refworld",
        },
        "cite_as": "Custody Watch, Miners Held for Nine Days, 12 February 2019,\u00a0CW Brief 12,"
        "\u00a0available at:\u00a0[accessed 6 March 2020]",
        "nature": "derivative_copy",
        "published": {"edtf": "2019-02-12", "verbatim": "12 February 2019", "basis": "stated"},
        "last_updated": {
            "edtf": "2020-03-05",
            "verbatim": "Thursday, 5 March 2020, 09:30 GMT",
            "basis": "stated",
        },
        "accessed": {"edtf": "2020-03-06", "verbatim": "accessed 6 March 2020", "basis": "stated"},
        "url_status": "not_printed",
        "rights": "© Custody Watch & Friends",
        "disclaimers": [{"text": "This is an invented page. Nobody answers for it."}],
    }
    assert [sentence.removesuffix(f": {name}.") for sentence in told] == [
        TEXT,
        "The type “report” is a guess, as the page does not say what it is",
        "The author was taken from the page’s own citation, before the title",
        "Link the party that disclaims as “by” of the disclaimer",
        "Link the party for “Refworld” as “republisher”",
        "The kind “ngo_report” is a guess from the type “report”",
        "Link the parties for “Custody Watch” as “author”",
        "Link the party for “Custody Watch” as “publisher”",
    ]
    assert bundle_problems([record], tmp_path) == []


def test_the_page_that_the_first_sample_comes_from(seed_page: Path) -> None:
    record, told = read(seed_page.read_bytes().decode("utf-8"))
    assert record["cite_as"] == (
        "Institute for War and Peace Reporting, UN Rebuke for Kazakstan Over Refugee Return,"
        " 26 June 2012,\u00a0CRS Issue 647,\u00a0available at:\u00a0[accessed 29 November 2015]"
    )
    assert record["csl"]["title"] == "UN Rebuke for Kazakstan Over Refugee Return"
    assert record["csl"]["publisher"] == "Institute for War and Peace Reporting"
    assert record["csl"]["number"] == "CRS Issue 647"
    assert record["published"]["edtf"] == "2012-06-26"
    assert record["last_updated"] == {
        "edtf": "2015-11-27",
        "verbatim": "Friday, 27 November 2015, 12:04 GMT",
        "basis": "stated",
    }
    assert record["accessed"]["edtf"] == "2015-11-29"
    assert record["url_status"] == "not_printed"
    assert record["rights"] == "© Institute for War & Peace Reporting"
    (disclaimer,) = record["disclaimers"]
    assert disclaimer["text"].startswith("This is not a UNHCR publication.")
    assert disclaimer["text"].endswith("the United Nations or its Member States.")
    assert any("as “publisher”" in sentence for sentence in told)


def test_an_address_is_taken_where_the_page_prints_one() -> None:
    record, _ = read(PAGE.replace("at:\u00a0[", "at:\u00a0https://example.org/x [") + "more")
    assert record["url"] == record["csl"]["URL"] == "https://example.org/x"
    assert record["url_status"] == "given"


@pytest.mark.parametrize(
    ("words", "published"),
    [
        ("June 2012", {"edtf": "2012-06", "verbatim": "June 2012", "basis": "stated"}),
        ("2012", {"edtf": "2012", "verbatim": "2012", "basis": "stated"}),
        ("Juno 2012", {"verbatim": "Juno 2012", "basis": "stated"}),
        ("31 June 2012", {"verbatim": "31 June 2012", "basis": "stated"}),
        ("in summer", {"verbatim": "in summer", "basis": "stated"}),
    ],
)
def test_a_date_is_as_exact_as_the_page_is(words: str, published: dict[str, str]) -> None:
    record, _ = read(f"Title: T\nPublisher X\nPublication Date {words}")
    assert record["published"] == published


def test_what_the_page_lacks_stays_away() -> None:
    record, told = read("Publisher: X\nPublication Date: 2012")
    assert record == {
        "id": "source",
        "kind": "ngo_report",
        "csl": {
            "id": "source",
            "type": "report",
            "issued": {"date-parts": [[2012]]},
            "publisher": "X",
        },
        "nature": "derivative_copy",
        "published": {"edtf": "2012", "verbatim": "2012", "basis": "stated"},
        "url_status": "not_printed",
    }
    for lacking in (
        "The page has no citation of its own (“Cite as”)",
        "The page has no disclaimer",
        "The page has no copyright notice",
        "No title",
    ):
        assert f"{lacking}: source." in told


def test_other_lines_of_the_header_are_told() -> None:
    record, told = read(
        "A Title\nmore\nTopics Refugees\nAuthor B. Writer\nAuthor C\nReference R 1\n"
        "Cite as D, A Title, 2012\nand behind\n\nText\n\nDisclaimer: One.\nTwo.\n\nDisclaimer x"
    )
    assert record["csl"]["title"] == "A Title"
    assert record["csl"]["author"] == [{"literal": "B. Writer"}]
    assert record["csl"]["references"] == "R 1"
    assert record["disclaimers"] == [{"text": "One.\nTwo."}]
    assert told[:5] == [
        "A line of the header was left behind (“more”).",
        "A line of the header was left behind (“and behind”).",
        "A line of the header was left behind (“Topics Refugees”).",
        "A line of the header was left behind (“Author C”).",
        TEXT,
    ]


@given(
    st.lists(
        st.sampled_from([*PAGE.split("\n"), "Publisher", "Cite as [accessed x]"])
        | st.text(max_size=20),
        max_size=12,
    ).map("\n".join)
)
def test_any_text_gives_one_sound_record(text: str) -> None:
    read(text)


def test_a_header_without_a_citation_ends_at_the_disclaimer() -> None:
    text = "A Title\n\nPublisher X\nDisclaimerNobody answers.\n\nPublisher Y is in the text."
    record, told = read(text)
    assert record["csl"]["publisher"] == "X"
    assert record["disclaimers"] == [{"text": "Nobody answers."}]
    assert any("no citation of its own" in sentence for sentence in told)
