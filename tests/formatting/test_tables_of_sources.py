"""The lists of sources and of their documents."""

from typing import Any

import pytest

from caseviewer.formatting.page import Tab
from caseviewer.formatting.tables import media_words, published_words, table_for
from caseviewer.model.opened import DocumentPresence, DocumentState
from caseviewer.model.sources import Source
from tests.builders import bundle
from tests.formatting.listing import cells, column, in_order
from tests.formatting.making import changed, checked, made, opened

DOCUMENT = bundle()["sources"][0]["document"]


def source(**values: object) -> Source:
    return made(Source, **{**bundle()["sources"][1], **values})


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "no date"),
        ({"published": {"edtf": "2019-05-20"}}, "20 May 2019"),
        ({"published": {"verbatim": "in spring"}}, "“in spring”"),
        ({"csl": {"type": "book", "issued": {"date-parts": [[2014]]}}}, "2014"),
        ({"csl": {"type": "book", "issued": {"literal": "Trinity term"}}}, "Trinity term"),
    ],
)
def test_when_a_source_was_published(values: dict[str, object], words: str) -> None:
    assert published_words(source(**values)) == words


def test_sources_sort_by_date_and_undated_ones_come_last() -> None:
    bare = bundle()["sources"][1]
    sources: list[dict[str, Any]] = [
        bare | {"id": "a"},
        bare | {"id": "b", "published": {"edtf": "2019"}},
        bare | {"id": "c", "csl": {"type": "book", "issued": {"date-parts": [[2014]]}}},
        bare | {"id": "d", "published": {"edtf": "../2013"}},
        bare | {"id": "e", "published": {"edtf": "2015/.."}},
        bare | {"id": "f", "published": {"verbatim": "once"}},
        bare | {"id": "g", "csl": {"type": "book", "issued": {"literal": "once"}}},
    ]
    case = opened(sources=sources)
    assert in_order(case, Tab.CITATIONS, "published") == ["S4", "S3", "S5", "S2", "S1", "S6", "S7"]


@pytest.mark.parametrize(
    ("values", "publisher"),
    [
        ({"republisher": None}, ""),
        ({}, "The Border Press"),
        ({"publisher": "committee"}, "The Committee / The Border Press"),
        ({"publisher": "lost", "republisher": None}, "lost"),
        ({"republisher": None, "csl": {"type": "book", "publisher": "Bridge"}}, "Bridge"),
    ],
)
def test_who_published(values: dict[str, object], publisher: str) -> None:
    case = opened(**changed("sources", 1, **values))
    assert cells(case, Tab.CITATIONS, "publisher")[1] == publisher
    table = table_for(case, Tab.CITATIONS)
    filled = column(table, "publisher").filled
    assert filled is not None
    assert filled(case.case.sources[1]) is bool(publisher)


@pytest.mark.parametrize(
    ("media_type", "words"),
    [
        ("text/plain", "text"),
        ("application/pdf", "PDF"),
        ("image/png", "picture"),
        ("application/msword", "application/msword"),
    ],
)
def test_what_sort_of_file_a_document_is(media_type: str, words: str) -> None:
    assert media_words(source(document=DOCUMENT | {"media_type": media_type})) == words


def test_no_document_is_no_sort_of_file() -> None:
    assert media_words(source()) == ""


@pytest.mark.parametrize(
    ("presence", "words"),
    [
        (None, "not checked"),
        (DocumentPresence.MATCHES, "here, hash matches"),
        (DocumentPresence.DIFFERS, "here, hash differs"),
        (DocumentPresence.NOT_HERE, "not here"),
    ],
)
def test_whether_a_document_is_here(presence: DocumentPresence | None, words: str) -> None:
    states = () if presence is None else (DocumentState("report", presence),)
    assert cells(checked(opened(), states), Tab.DOCUMENTS, "state") == [words]
