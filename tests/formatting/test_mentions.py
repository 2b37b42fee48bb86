"""The other direction of every link, and how it is worded."""

import pytest

from caseviewer.formatting.mentions import (
    HEADINGS,
    add_mentions,
    grouped,
    how_words,
    mention_line,
    with_ways,
)
from caseviewer.formatting.page import PageBuilder
from caseviewer.model.case_index import all_records
from caseviewer.model.references import How, Kind
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import headings, opened, under

DEADLINE = bundle()["deadlines"][0]
CASE = opened(
    proceedings=[bundle()["proceedings"][0] | {"decision": "complaint"}],
    deadlines=[
        DEADLINE | {"fulfilment": {"status": "fulfilled", "event": "crossing"}},
        DEADLINE | {"id": "second", "triggers": [{"label": "l", "event": "complaint",
                                                 "stated": True}]},
    ],
)  # fmt: skip


def ways(target: str, by: str) -> list[str]:
    return [how_words(item) for item in CASE.index.mentions(target) if item.by.id == by]


@pytest.mark.parametrize(
    ("target", "by", "words"),
    [
        ("t-group", "group", [""]),
        ("group", "woman", ["part of this group", "acts for this party"]),
        ("communication", "group", ["complainant"]),
        ("communication", "xandria", ["State party"]),
        ("committee", "press", ["works for it"]),
        ("committee", "communication", ["before this body"]),
        ("complaint", "communication", ["this is its complaint", "this is its decision"]),
        ("xandria", "crossing", ["sending State"]),
        ("press", "crossing", ["says so"]),
        ("xandria", "answer", ["owes it"]),
        ("committee", "answer", ["is owed it"]),
        ("communication", "answer", [""]),
        ("complaint", "answer", ["may start from it"]),
        ("complaint", "second", ["starts from it"]),
        ("crossing", "answer", ["is fulfilled by it"]),
        ("t-words", "asked", [""]),
        ("asked", "heard", ["stands inside it"]),
        ("woman", "asked", ["said it"]),
        ("press", "asked", ["published it", "translated by this party"]),
        ("crossing", "asked", [""]),
        ("report", "reprint", ["is another copy of it"]),
        ("press", "report", ["author", "publisher", "disclaims it"]),
        ("press", "reprint", ["republisher"]),
        ("report", "t-words", [""]),
        ("press", "how-many", ["gives one of the values"]),
        ("t-group", "how-many", ["bears one of the values"]),
        ("group", "how-many", [""]),
    ],
)
def test_each_way_of_mentioning_has_its_words(target: str, by: str, words: list[str]) -> None:
    assert ways(target, by) == words


def test_the_table_above_leaves_no_way_out() -> None:
    records = all_records(CASE.case)
    found = {item.how for record in records for item in CASE.index.mentions(record.id)}
    assert found == set(How)


def test_every_mention_of_both_samples_can_be_worded() -> None:
    for case in (samples.first(), samples.second()):
        for record in all_records(case.case):
            for mention in case.index.mentions(record.id):
                words = how_words(mention)
                assert "_" not in words
                assert words == " ".join(words.split())


def test_mentions_are_grouped_by_kind_then_by_record() -> None:
    found = grouped(CASE.index.mentions("press"))
    assert {kind: list(by_record) for kind, by_record in found.items()} == {
        Kind.EVENT: ["crossing"],
        Kind.QUOTATION: ["asked", "heard"],
        Kind.SOURCE: ["report", "reprint"],
        Kind.DIFFERENCE: ["how-many"],
    }
    assert list(found) == [kind for kind in Kind if kind in found]


def text_of_line(target: str, by: str) -> str:
    found = [item for item in CASE.index.mentions(target) if item.by.id == by]
    return "".join(span.text for span in mention_line(CASE, found))


def test_a_line_is_a_link_and_the_ways_once() -> None:
    assert text_of_line("press", "report") == (
        "S1 A report on a crossing (author, publisher, disclaims it)"
    )
    assert text_of_line("group", "names") == "G1 The names of the twelve."
    line = with_ways(CASE, "xandria", ["witness", "", "witness", "expert"])
    assert "".join(span.text for span in line) == "P3 Xandria (witness, expert)"


def test_each_kind_stands_under_its_heading() -> None:
    builder = PageBuilder()
    record = CASE.index.get("press")
    assert record is not None
    add_mentions(builder, CASE, record, without=frozenset({Kind.EVENT, Kind.QUOTATION}))
    page = builder.page()
    assert headings(page) == ["Sources", "Differences"]
    assert under(page, "Sources")[1] == "S2 A report on a crossing (republisher)"


def test_every_kind_has_a_heading() -> None:
    assert set(HEADINGS) == set(Kind)
