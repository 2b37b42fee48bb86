"""What a record is called where another one mentions it."""

import pytest

from caseviewer.formatting.page import Look, Span, Target
from caseviewer.formatting.record_titles import (
    TITLE_LIMIT,
    link,
    locator_words,
    name_link,
    passage_title,
    record_title,
    source_numbers,
    source_title,
    stated,
)
from caseviewer.model.case_index import all_records
from caseviewer.model.dated import Date
from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Locator, Passage, Source
from tests.formatting import samples
from tests.formatting.making import changed, made, opened

CASE = opened()


@pytest.mark.parametrize(
    ("record_id", "title"),
    [
        ("communication", "C1 Group v. Xandria"),
        ("group", "P1 12 people (unnamed)"),
        ("xandria", "P3 Xandria"),
        ("crossing", "E1 3 May 2019: 12 people are taken back to the border"),
        ("complaint", "E2 between 4 May 2019 and 30 June 2019: The group complains"),
        ("answer", "D1 Xandria answers the Committee"),
        (
            "asked",
            "Q1 “They never asked us anything,” she said. “They only counted [sic] us.”",
        ),
        ("heard", "Q2 Everybody had been heard."),
        ("report", "S1 A report on a crossing"),
        ("t-words", "T2 S1, paragraph 2"),
        ("how-many", "X1 12 people by one account, ten by another."),
        ("names", "G1 The names of the twelve."),
    ],
)
def test_a_link_bears_number_and_title(record_id: str, title: str) -> None:
    assert link(CASE, record_id) == (Span(title, Target(record_id)),)


def test_a_link_may_stand_out() -> None:
    (span,) = link(CASE, "press", look=Look.STRONG)
    assert span.look is Look.STRONG


def test_running_text_names_a_record_without_its_number() -> None:
    assert name_link(CASE, "woman") == (Span("One woman (anonymous)", Target("woman")),)


def test_what_is_not_in_the_file_is_named_and_no_link() -> None:
    lost = (Span("nowhere (not in this file)", None, Look.WARNING),)
    assert link(CASE, "nowhere") == name_link(CASE, "nowhere") == lost


@pytest.mark.parametrize("case", [CASE, samples.first(), samples.second()])
def test_every_record_has_a_short_title(case: OpenedCase) -> None:
    for item in all_records(case.case):
        title = record_title(case, item)
        assert title.strip()
        assert len(title) <= TITLE_LIMIT


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (None, "undated"),
        ({"edtf": "2010-12", "verbatim": "In December 2010"}, "December 2010"),
        ({"verbatim": "the day after"}, "“the day after”"),
        (
            {"edtf": "2011-06-09/2012-06-26", "sense": "some_time_within"},
            "between 9 June 2011 and 26 June 2012",
        ),
    ],
)
def test_dates_are_in_words_or_in_the_words_of_the_source(
    date: dict[str, str] | None, words: str
) -> None:
    assert stated(None if date is None else made(Date, **date)) == words


@pytest.mark.parametrize(
    ("csl", "title"),
    [
        ({"title": "The title", "title-short": "Short"}, "The title"),
        ({"title-short": "Short"}, "Short"),
        ({}, "treaty-body decision"),
    ],
)
def test_a_source_without_a_title_is_called_by_its_kind(csl: dict[str, str], title: str) -> None:
    source = made(
        Source,
        id="x",
        kind="treaty_body_decision",
        csl={"type": "legal_case", **csl},
        nature="original",
        url_status="given",
    )
    assert source_title(source) == title


@pytest.mark.parametrize(
    ("label", "value", "words"),
    [
        ("paragraph", "10", "paragraph 10"),
        ("paragraph", "1.1", "paragraph 1.1"),
        ("paragraph", "8.1–8.4", "paragraphs 8.1–8.4"),
        ("page", "3-5", "pages 3-5"),
        ("page", "iii", "page iii"),
        ("page", "3, 5 and 7a", "pages 3, 5 and 7a"),
        ("line", "10–11", "lines 10–11"),
        ("article", "3 – 4", "articles 3 – 4"),
        ("section", "14, second sentence", "section 14, second sentence"),
        ("appendix", "1 and 2", "appendices 1 and 2"),
        ("appendix", "A", "appendix A"),
    ],
)
def test_a_place_of_several_numbers_is_in_the_plural(label: str, value: str, words: str) -> None:
    assert locator_words(made(Locator, label=label, value=value)) == words


@pytest.mark.parametrize("label", list(LocatorLabel))
def test_every_kind_of_place_has_a_plural(label: LocatorLabel) -> None:
    words = locator_words(made(Locator, label=label, value="1–2"))
    assert words.removesuffix(" 1–2") not in {label.value, ""}


def test_no_place_is_no_words() -> None:
    assert locator_words(None) == ""


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({"source": "report", "locator": {"label": "page", "value": "2"}}, "S1, page 2"),
        ({"source": "report", "note": "foot of the page"}, "S1, foot of the page"),
        ({"source": "report"}, "S1, place not given"),
        ({"source": "lost", "locator": {"label": "page", "value": "2"}}, "lost, page 2"),
    ],
)
def test_a_passage_is_called_by_source_and_place(values: dict[str, object], title: str) -> None:
    assert passage_title(CASE, made(Passage, id="x", **values)) == title


def test_a_long_title_is_cut_with_an_ellipsis() -> None:
    case = opened(**changed("gaps", missing="word " * 100))
    (gap,) = case.case.gaps
    assert record_title(case, gap).endswith("…")
    assert len(record_title(case, gap)) == TITLE_LIMIT


def test_many_sources_are_named_by_their_numbers_and_the_rest_counted() -> None:
    case = samples.first()
    ids = [source.id for source in case.case.sources]
    assert source_numbers(case, ids[:2]) == "S1, S2"
    assert source_numbers(case, ids[:1], dated=True).startswith("S1 (")
    assert source_numbers(case, ids[:1] * 1_012).endswith("S1, and 1,002 more")
    assert source_numbers(case, []) == ""
