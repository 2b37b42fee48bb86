import pytest

from caseviewer.citations.own_string import clean, count_no_break, visible_spaces
from caseviewer.citations.runs import Run, html, plain
from tests.formatting.samples import first


@pytest.mark.parametrize(
    ("text", "as_clean", "as_visible", "count"),
    [
        ("plain words", "plain words", "plain words", 0),
        ("26\u00a0June\u202f2012\u2007x", "26 June 2012 x", "26␣June␣2012␣x", 3),
        ("a\u200bb\u00adc", "a\u200bb\u00adc", "a\u200bb\u00adc", 0),
    ],
)
def test_odd_spaces(text: str, as_clean: str, as_visible: str, count: int) -> None:
    assert clean(text) == as_clean
    assert visible_spaces(text) == as_visible
    assert count_no_break(text) == count


def test_the_citation_of_the_first_sample_is_kept_to_the_letter() -> None:
    own = first().case.sources[0].cite_as
    assert own is not None
    assert count_no_break(own) == 3
    assert clean(own) == (
        "Institute for War and Peace Reporting, UN Rebuke for Kazakstan Over Refugee Return,"
        " 26 June 2012, CRS Issue 647, available at: [accessed 29 November 2015]"
    )
    assert plain((Run(own),)) == own
    assert html((Run("<b>"),)) == "&lt;b&gt;"
