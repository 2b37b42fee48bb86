"""The pages of a source, of a passage in it, and of its document."""

from dataclasses import replace
from pathlib import PurePath

import pytest

from caseviewer.formatting.page import Look, Page, Tab, Target
from caseviewer.formatting.source_page import (
    counterpart,
    document_page,
    origin_words,
    passage_page,
    presence_words,
    source_page,
)
from caseviewer.model.opened import DocumentPresence, DocumentState, OpenedCase, ReadAs
from caseviewer.model.sources import Passage, Source
from tests.builders import SHA256, bundle
from tests.formatting import samples
from tests.formatting.making import (
    blocks_under,
    changed,
    checked,
    fields,
    head,
    headings,
    opened,
    under,
)

OWN = "Cite as, in the source’s own words"
RIGHTS = "Rights and disclaimers"


def source(case: OpenedCase, short: str = "S1") -> Source:
    found = case.index.by_short(short)
    assert isinstance(found, Source)
    return found


def page(case: OpenedCase, short: str = "S1") -> Page:
    return source_page(case, source(case, short))


def passage(case: OpenedCase, short: str) -> Page:
    found = case.index.by_short(short)
    assert isinstance(found, Passage)
    return passage_page(case, found)


def test_the_report_of_the_first_sample() -> None:
    found = page(samples.first())
    assert head(found) == (
        "UN Rebuke for Kazakstan Over Refugee Return",
        "S1 · news report · copy made by a republisher",
    )
    assert under(found, OWN) == [
        (
            "Institute for War and Peace Reporting, UN Rebuke for Kazakstan Over Refugee Return,"
            " 26 June 2012,␣CRS Issue 647,␣available at:␣[accessed 29 November 2015]"
        ),
        (
            "Institute for War and Peace Reporting, UN Rebuke for Kazakstan Over Refugee Return,"
            " 26 June 2012, CRS Issue 647, available at: [accessed 29 November 2015]"
        ),
        "␣ stands for a no-break space; there are 3.",
    ]
    shown = fields(found)
    assert shown["Published"] == "26 June 2012"
    assert shown["Last updated"] == ("27 November 2015 (“Friday, 27 November 2015, 12:04 GMT”)")
    assert shown["Web address"] == "missing, as the source prints none"
    assert shown["Document"] == "refworld-iwpr-2012.txt (not here)"
    assert "UNHCR" in under(found, RIGHTS)
    assert len(under(found, "Passages")) == 38


def test_each_field_that_is_filled_is_shown() -> None:
    shown = fields(page(opened()))
    assert {label: shown[label] for label in list(shown)[2:10]} == {
        "Author": "The Border Press",
        "Publisher": "The Border Press",
        "Counted as": "2 records, 1 origin",
        "Published": "20 May 2019",
        "Last updated": "21 May 2019",
        "Accessed": "15 January 2020",
        "Language": "English",
        "Web address": "https://example.org/crossing",
    }


def test_a_bare_source_says_what_it_lacks() -> None:
    found = page(opened(**changed("sources", 1, same_work_as=None, republisher=None)), "S2")
    assert under(found, OWN) == ["The source gives no citation of its own."]
    assert fields(found) == {
        "Web address": "missing, as the source prints none",
        "Document": "none recorded; the source is known by its data alone",
        "Type": "webpage",
        "Title": "A report on a crossing",
    }
    assert RIGHTS not in headings(found)


def test_a_copy_names_its_original_and_its_republisher() -> None:
    shown = fields(page(opened(), "S2"))
    assert shown["Same work as"] == "S1 A report on a crossing"
    assert shown["Republisher"] == "The Border Press"
    assert under(page(opened()), "Sources") == ["S2 A report on a crossing (is another copy of it)"]


@pytest.mark.parametrize(
    ("url", "status", "address", "state", "look"),
    [
        ("https://a.example/", "given", "https://a.example/", None, Look.PLAIN),
        ("https://a.example/", "dead", "https://a.example/", "address no longer answers", None),
        ("https://a.example/", "archived", "https://a.example/", "address of an archived copy",
         None),
        (None, "not_printed", "missing, as the source prints none", None, Look.WARNING),
        (None, "not_online", "not published on the web", None, Look.PLAIN),
    ],
)  # fmt: skip
def test_what_became_of_an_address(
    url: str | None, status: str, address: str, state: str | None, look: Look | None
) -> None:
    found = page(opened(**changed("sources", url=url, url_status=status)))
    assert fields(found)["Web address"] == address
    assert fields(found).get("State of the address") == state
    (block,) = (block for block in found.blocks if block.label == "Web address")
    assert look in {block.spans[0].look, None}


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ({"edtf": "2019-05-20"}, "20 May 2019"),
        ({"edtf": "2019-05-20", "verbatim": "20 May 2019"}, "20 May 2019"),
        ({"edtf": "2019-05-20", "verbatim": "May 20"}, "20 May 2019 (“May 20”)"),
        ({"verbatim": "May 20"}, "“May 20”"),
    ],
)
def test_the_sources_words_for_a_date_stand_beside_it_where_they_differ(
    date: dict[str, str], words: str
) -> None:
    assert fields(page(opened(**changed("sources", published=date))))["Published"] == words


def test_rights_and_disclaimers_name_who_makes_them() -> None:
    disclaimers = [{"by": "press", "text": "Not checked."}, {"text": "No liability."}]
    found = page(opened(**changed("sources", rights="© Press", disclaimers=disclaimers)))
    assert under(found, RIGHTS) == ["© Press", "The Border Press", "Not checked.", "No liability."]


def test_a_note_is_shown() -> None:
    found = page(opened(**changed("sources", note="Read twice.")))
    assert "Read twice." in [block.text for block in found.blocks]


@pytest.mark.parametrize(
    ("cite_as", "lines"),
    [
        ("Press, 2019", ["Press, 2019"]),
        (
            "Press,\u00a02019",
            ["Press,␣2019", "Press, 2019", "␣ stands for a no-break space."],
        ),
        (
            "The\u00a0Press,\u00a02019",
            [
                "The␣Press,␣2019",
                "The Press, 2019",
                "␣ stands for a no-break space; there are 2.",
            ],
        ),
    ],
)
def test_no_break_spaces_are_counted(cite_as: str, lines: list[str]) -> None:
    assert under(page(opened(**changed("sources", cite_as=cite_as))), OWN) == lines


# How many works.


@pytest.mark.parametrize(
    ("same_work_as", "words"),
    [
        ({}, ["", "", ""]),
        ({"b": "a"}, ["2 records, 1 origin", "2 records, 1 origin", ""]),
        ({"b": "a", "c": "b"}, ["3 records, 1 origin"] * 3),
        ({"a": "b", "b": "a"}, ["2 records, 1 origin", "2 records, 1 origin", ""]),
        ({"a": "b", "b": "a", "c": "a"}, ["3 records, 1 origin"] * 3),
        ({"b": "nowhere"}, ["", "", ""]),
        ({"b": "press"}, ["", "", ""]),
        ({"a": "a"}, ["", "", ""]),
    ],
)
def test_copies_are_counted_as_one_origin(same_work_as: dict[str, str], words: list[str]) -> None:
    reprint = bundle()["sources"][1]
    sources = [reprint | {"id": name, "same_work_as": same_work_as.get(name)} for name in "abc"]
    case = opened(sources=sources)
    assert [origin_words(case, item) for item in case.case.sources] == words


# Passages.


def test_a_passage_shows_its_words_and_what_rests_on_them() -> None:
    found = passage(opened(), "T2")
    assert head(found) == ("S1, paragraph 2", "T2 · passage")
    assert fields(found) == {
        "Source": "S1 A report on a crossing",
        "Place": "paragraph 2 (counted, not printed)",
        "Check": "not checked",
        "Document": "report.txt",
        "Words before": '"',
        "Position": "characters 87 to 115 of the text",
    }
    assert under(found, "Words")[0] == "They never asked us anything,"
    assert under(found, "Parties") == ["P2 One woman (anonymous)"]
    assert Target("t-words", Tab.DOCUMENTS) in found.links()
    assert fields(passage(opened(), "T1"))["Words after"] == " to the border"


def test_a_passage_without_words_or_document_says_where_it_is() -> None:
    found = passage(opened(), "T5")
    assert fields(found) == {
        "Source": "S2 A report on a crossing",
        "Place": "page 1",
        "Check": "not checked",
    }
    assert headings(found) == []


def test_a_place_in_words_is_the_place_and_not_said_twice() -> None:
    case = opened(**changed("passages", 4, locator=None, note="foot of the page"))
    found = passage(case, "T5")
    assert fields(found)["Place"] == "foot of the page"
    assert [block.text for block in found.blocks].count("foot of the page") == 1
    beside = passage(opened(**changed("passages", 4, note="in the margin")), "T5")
    assert [block.text for block in beside.blocks][-1] == "in the margin"


def test_a_passage_in_a_source_that_is_not_there() -> None:
    found = passage(opened(**changed("passages", 4, source="nowhere", locator=None)), "T5")
    assert fields(found) == {"Source": "nowhere (not in this file)", "Check": "not checked"}


# Documents.


def document(case: OpenedCase, short: str = "S1") -> Page:
    return document_page(case, source(case, short))


def test_a_document_is_told_by_its_facts() -> None:
    found = document(opened())
    assert head(found) == ("A report on a crossing", "S1 · original · English")
    assert fields(found) == {
        "Source": "S1 A report on a crossing",
        "File": "report.txt (text/plain, 219 bytes)",
        "State": "not checked",
        "SHA-256, as recorded": SHA256,
        "Paragraphs": "counted, as no numbers are printed",
    }
    cited = blocks_under(found, "What is cited")
    lines = [(block.text, block.level) for block in cited]
    at = lines.index(
        ("T2 S1, paragraph 2 (counted): “They never asked us anything,” · not checked", 0)
    )
    assert lines[at + 1 : at + 3] == [("Parties: P2", 1), ("Quotations: Q1", 1)]
    assert {Target("woman"), Target("asked")} <= set(found.links())


def test_a_document_without_a_language_says_none() -> None:
    assert head(document(opened(**changed("sources", language=None))))[1] == "S1 · original"


@pytest.mark.parametrize(
    ("presence", "words", "look"),
    [
        (DocumentPresence.MATCHES, "here, hash matches", Look.PLAIN),
        (
            DocumentPresence.DIFFERS,
            "here, but its hash differs from the recorded one",
            Look.WARNING,
        ),
        (DocumentPresence.NOT_HERE, "not here", Look.WARNING),
        (DocumentPresence.REFUSED, "refused", Look.WARNING),
        (DocumentPresence.UNREADABLE, "here, but it cannot be read", Look.WARNING),
    ],
)
def test_whether_a_document_is_here(presence: DocumentPresence, words: str, look: Look) -> None:
    state = DocumentState("report", presence, detail="It is a pipe.")
    case = checked(opened(), (state,))
    assert presence_words(case, source(case)) == words
    found = document(case)
    (block,) = (block for block in found.blocks if block.label == "State")
    assert (block.text, block.spans[0].look) == (words, look)
    texts = [item.text for item in found.blocks]
    assert "It is a pipe." in texts
    put = any(text.startswith("The document is not here. Attach a copy") for text in texts)
    assert put is (presence is DocumentPresence.NOT_HERE)


def test_a_document_that_was_fine_needs_no_remark() -> None:
    state = DocumentState("report", DocumentPresence.MATCHES)
    assert "It is a pipe." not in [b.text for b in document(checked(opened(), (state,))).blocks]


def test_a_source_without_a_document_has_its_own_page() -> None:
    case = opened()
    assert document(case, "S2") == page(case, "S2")


def test_a_passage_that_nothing_cites_is_said_to_be_so() -> None:
    lone = {"id": "t-lone", "source": "report", "note": "The second sentence."}
    case = opened(passages=[*bundle()["passages"], lone])
    lines = under(document(case), "What is cited")
    assert lines[-1] == "not cited by anything"
    assert lines[:-1] == [*under(document(opened()), "What is cited"), lines[-2]]


@pytest.mark.parametrize(
    ("presence", "words"),
    [
        (DocumentPresence.MATCHES, "your copy, hash matches"),
        (DocumentPresence.DIFFERS, "your copy, hash differs"),
        (DocumentPresence.UNREADABLE, "your copy, which cannot be read"),
    ],
)
def test_the_readers_copy_is_said_to_be_one(presence: DocumentPresence, words: str) -> None:
    state = DocumentState("report", presence, copy=PurePath("/home/mine.html"))
    case = checked(opened(), (replace(state, read_as=ReadAs.WEB_PAGE),))
    found = fields(document(case))
    assert presence_words(case, source(case)) == words
    assert found["State"] == words
    assert found["Your copy"] == str(PurePath("/home/mine.html"))
    assert found["Read as"] == "a saved web page, read as text"


def test_a_translation_and_its_original_find_each_other() -> None:
    case = samples.second()
    english, russian = source(case, "S7"), source(case, "S6")
    assert counterpart(case, english) == russian
    assert counterpart(case, russian) == english
    assert counterpart(case, source(case, "S1")) is None
    lone = changed("sources", nature="translation")
    assert counterpart(opened(**lone), source(opened(**lone))) is None
