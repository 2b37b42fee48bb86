"""The lists of sources and of their documents."""

from typing import Any

import pytest

from caseviewer.citations.forms import Citations, Form, Wanted
from caseviewer.citations.runs import Run
from caseviewer.citations.styles import our_style
from caseviewer.formatting.citing import Cited
from caseviewer.formatting.page import Tab
from caseviewer.formatting.source_tables import citations_table, media_words, published_words
from caseviewer.formatting.tables import table_for
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
    ("values", "line"),
    [
        ({"republisher": None}, "news report"),
        ({}, "The Border Press · news report"),
        ({"publisher": "committee"}, "The Committee / The Border Press · news report"),
        ({"publisher": "lost", "republisher": None}, "lost · news report"),
        (
            {"republisher": None, "csl": {"type": "book", "publisher": "Bridge"}},
            "Bridge · news report",
        ),
    ],
)
def test_who_published_what_sort_of_source(values: dict[str, object], line: str) -> None:
    case = opened(**changed("sources", 1, **values))
    second = column(table_for(case, Tab.CITATIONS), "title").second_line
    assert second is not None
    assert second(case, case.case.sources[1]) == line


def citation_cells(cited: Cited | None) -> list[str]:
    case = opened()
    table = citations_table(case, cited)
    (shown,) = (one for one in table.columns if one.name in {"cite_as", "citation"})
    return [shown.text(case, item) for item in table.rows]


OWN = "The Border Press, A report on a crossing, 20 May 2019"


@pytest.mark.parametrize(
    ("cited", "cells"),
    [
        (None, [OWN, ""]),
        (Cited("Refworld"), [OWN, ""]),
        (
            Cited(
                "Refworld",
                citations=Citations(
                    our_style("refworld"), {(Wanted("reprint"), Form.FULL): (Run("Formatted"),)}
                ),
            ),
            [OWN, "Formatted"],
        ),
    ],
)
def test_a_source_with_its_citation(cited: Cited | None, cells: list[str]) -> None:
    assert citation_cells(cited) == cells


def test_own_citations_are_a_column_only_where_there_are_some() -> None:
    bare = opened(**changed("sources", cite_as=None))
    assert "cite_as" not in [one.name for one in citations_table(bare).shown_columns()]
    assert "cite_as" in [one.name for one in citations_table(opened()).shown_columns()]


def test_defects_are_told_in_the_list() -> None:
    assert cells(opened(), Tab.CITATIONS, "defects") == [
        "a no-break space, paragraphs counted",
        "no author, no date",
    ]


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
