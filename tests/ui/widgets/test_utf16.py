from hypothesis import given
from hypothesis import strategies as st

from caseviewer.ui.widgets.utf16 import points, spans_in_units, units

TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)


@given(TEXTS)
def test_units_are_those_of_utf_16(text: str) -> None:
    assert units(text) == len(text.encode("utf-16-le")) // 2


@given(TEXTS, st.integers(0, 40))
def test_points_lead_back(text: str, at: int) -> None:
    at = min(at, len(text))
    assert points(text, units(text[:at])) == at


def test_half_a_character_is_none() -> None:
    assert points("a𝒳b", 2) == 1
    assert units("\ud800") == 1


@given(TEXTS, st.lists(st.integers(0, 30), max_size=8))
def test_stretches_are_told_in_units(text: str, ends: list[int]) -> None:
    ends = sorted({min(end, len(text)) for end in ends})
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    expected = [(units(text[:start]), units(text[:end])) for start, end in spans]
    assert list(spans_in_units(text, spans)) == expected
