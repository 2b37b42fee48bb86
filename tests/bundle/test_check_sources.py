import pytest

from caseviewer.bundle.check_sources import addresses, documents, places
from caseviewer.bundle.report import Check
from tests.bundle.checking import Change, both, drop, put, told

REPORT = ("sources", 0)
DOCUMENT = (*REPORT, "document")
LEADS_OUT = "has a name that leads out of its folder"
COUNTING = "it is told where to count paragraphs, but they are not counted"


@pytest.mark.parametrize("check", [addresses, documents, places])
def test_the_small_bundle_is_sound(check: Check) -> None:
    assert told(check) == []


@pytest.mark.parametrize(
    ("check", "change", "expected"),
    [
        (
            addresses,
            drop(*REPORT, "url"),
            ["S1 url_status: the web address is said to be given, but it is not there"],
        ),
        (
            addresses,
            put(*REPORT, "url_status", value="not_printed"),
            ["S1 url: there is a web address, though it is said to be not printed"],
        ),
        (
            addresses,
            put(*REPORT, "url_status", value="not_online"),
            ["S1 url: there is a web address, though it is said to be not online"],
        ),
        (addresses, put(*REPORT, "url_status", value="dead"), []),
        (
            documents,
            put(*DOCUMENT, "file", value="../secret.txt"),
            [
                f"S1 document/file: the document {LEADS_OUT}, and is not opened",
            ],
        ),
        (
            documents,
            put(*DOCUMENT, "paragraph_numbering", value="printed"),
            [f"S1 document/paragraph_numbering: {COUNTING}"],
        ),
        (
            documents,
            both(
                put(*DOCUMENT, "paragraph_numbering", value="none"), drop(*DOCUMENT, "count_from")
            ),
            [f"S1 document/paragraph_numbering: {COUNTING}"],
        ),
        (
            documents,
            both(
                drop(*DOCUMENT, "paragraph_numbering"),
                drop(*DOCUMENT, "count_from"),
                drop(*DOCUMENT, "count_until"),
            ),
            [],
        ),
        (
            places,
            drop("passages", 3, "locator"),
            ["T4 : nothing tells where in the source this passage is"],
        ),
        (
            places,
            put("passages", 1, "position", "end", value=116),
            ["T2 position: it spans 30 characters, but the words of the passage have 29"],
        ),
        (places, put("passages", 3, "position", value={"start": 1, "end": 9}), []),
        (
            places,
            both(drop("passages", 3, "locator"), put("passages", 3, "note", value="The title.")),
            [],
        ),
    ],
)
def test_what_a_source_lacks(check: Check, change: Change, expected: list[str]) -> None:
    assert told(check, change) == expected
