"""The first sample: where it is written, and that it cites a report without holding it."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from caseviewer.model.kinds import LocatorLabel, Nature, Numbering, UrlStatus
from caseviewer.model.sources import Document, Position, Selector, Source
from tests.cases import abdussamatov
from tests.cases.abdussamatov import case, data, document, get, words_of

TO_THE_LETTER = ("t-mother-1", "t-mother-2", "t-zhovtis-1", "t-zhovtis-2")
"""The passages that may hold whole sentences of the report: its two direct quotations."""

LONGEST_STRING = 320
LONGEST_RUN = 8
"""Words in a row that a string of ours may share with the report, beyond what is quoted."""


@pytest.fixture
def page(seed_page: Path) -> str:
    return seed_page.read_bytes().decode("utf-8")


def strings(value: object) -> Iterator[str]:
    """Every text in a JSON value, keys aside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def paragraphs(text: str, doc: Document) -> Iterator[tuple[int, int]]:
    """First and last offset of each numbered paragraph."""
    assert doc.count_from is not None
    assert doc.count_until is not None
    counting = False
    for block in re.finditer(r"(?:[^\n]+\n?)+", text):
        counting = counting or block[0].startswith(doc.count_from)
        if block[0].startswith(doc.count_until):
            return
        if counting:
            yield block.span()


def test_the_reports_own_citation_keeps_its_no_break_spaces() -> None:
    cite_as = get(Source, "report").cite_as
    assert cite_as is not None
    assert cite_as.split("\N{NO-BREAK SPACE}") == [
        (
            "Institute for War and Peace Reporting, UN Rebuke for Kazakstan Over Refugee Return,"
            " 26 June 2012,"
        ),
        "CRS Issue 647,",
        "available at:",
        "[accessed 29 November 2015]",
    ]


def test_the_report_is_a_copy_without_an_address() -> None:
    report = get(Source, "report")
    assert report.nature is Nature.DERIVATIVE_COPY
    assert (report.publisher, report.republisher) == ("iwpr", "refworld")
    assert (report.url, report.csl.url) == (None, None)
    assert report.url_status is UrlStatus.NOT_PRINTED
    dates = [report.published, report.last_updated, report.accessed]
    assert [item and item.edtf for item in dates] == ["2012-06-26", "2015-11-27", "2015-11-29"]


def test_the_fingerprint_of_the_page() -> None:
    found = document()
    assert found.file == "refworld-iwpr-2012.txt"
    assert found.sha256 == "2e8249c2133bf6b24d2822a0d64a3f07142c1b646631f2c85fb75e65e5d83432"
    assert (found.bytes, found.characters, found.media_type) == (4030, 4020, "text/plain")
    assert found.paragraph_numbering is Numbering.COUNTED


def test_the_decision_is_known_by_its_data_alone() -> None:
    decision = get(Source, "decision")
    assert decision.document is None
    assert (decision.url, decision.accessed) == (None, None)
    passages = [passage for passage in case().passages if passage.source == decision.id]
    places = [item.locator and (item.locator.label, item.locator.value) for item in passages]
    assert places == [None, (LocatorLabel.PARAGRAPH, "1.1")]
    assert all(item.selector is None and item.position is None for item in passages)


# The article stays out


def test_no_document_lies_beside_the_sample() -> None:
    beside = [item.name for item in abdussamatov.FILE.parent.iterdir()]
    assert beside == ["case.json"], "try the page in a copy: what lies here is packed and shipped"


def test_with_the_page_its_fingerprint_agrees(seed_page: Path) -> None:
    raw = seed_page.read_bytes()
    found = document()
    assert (found.file, found.bytes) == (seed_page.name, len(raw))
    assert found.sha256 == hashlib.sha256(raw).hexdigest()
    assert found.characters == len(raw.decode("utf-8"))


def test_with_the_page_every_selector_is_found_where_it_says(page: str) -> None:
    spans = list(paragraphs(page, document()))
    assert len(spans) == 14
    for passage in case().passages:
        if passage.source != "report":
            continue
        assert isinstance(passage.selector, Selector)
        assert isinstance(passage.position, Position)
        start, end = passage.position.start, passage.position.end
        assert page[start:end] == passage.selector.exact, passage.id
        assert page.count(passage.selector.exact) == 1, passage.id
        within = [str(at) for at, (a, b) in enumerate(spans, 1) if a <= start and end <= b]
        assert within == ([passage.locator.value] if passage.locator else []), passage.id


def test_with_the_page_no_long_text_is_taken_from_it(page: str) -> None:
    taken = [text for text in strings(data()) if len(text) > LONGEST_STRING and text in page]
    assert taken == []


def test_with_the_page_nothing_but_the_two_quotations_is_to_the_letter(page: str) -> None:
    report = get(Source, "report")
    body = page[slice(*_body(page, document()))].split()
    runs = {tuple(body[at : at + LONGEST_RUN + 1]) for at in range(len(body) - LONGEST_RUN)}
    allowed = {words_of(passage_id) for passage_id in TO_THE_LETTER}
    for text in set(strings(data())) - allowed:
        words = text.split()
        ours = {tuple(words[at : at + LONGEST_RUN + 1]) for at in range(len(words) - LONGEST_RUN)}
        assert not ours & runs, text
    assert report.cite_as is not None
    assert report.cite_as in page


def test_with_the_page_the_other_selectors_cover_little_of_it(page: str) -> None:
    quoted, covered = set[int](), set[int]()
    for passage in case().passages:
        if passage.position is not None:
            place = range(passage.position.start, passage.position.end)
            (quoted if passage.id in TO_THE_LETTER else covered).update(place)
    article = set(range(*_body(page, document()))) - quoted
    assert len(covered & article) < len(article) / 5


def _body(page: str, doc: Document) -> tuple[int, int]:
    """Where the article itself begins and ends."""
    spans = list(paragraphs(page, doc))
    return spans[0][0], spans[-1][1]
