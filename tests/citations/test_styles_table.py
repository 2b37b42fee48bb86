import pytest

from caseviewer.citations.styles import OUR_STYLES
from tests.citations.styles_table import KINDS, expected, written


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("style", OUR_STYLES)
def test_every_source_is_cited_as_the_guide_says(style: str, name: str) -> None:
    assert written(style, name) == expected(style)[name]


@pytest.mark.parametrize("style", OUR_STYLES)
def test_every_table_has_every_source_and_no_other(style: str) -> None:
    assert list(expected(style)) == list(KINDS)
