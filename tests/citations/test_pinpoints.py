from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.citations.pinpoints import Pinpoint, PinpointError, of_locator, parse_pinpoint
from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.sources import Locator

P, PAGE, ART, SEC = (
    LocatorLabel.PARAGRAPH,
    LocatorLabel.PAGE,
    LocatorLabel.ARTICLE,
    LocatorLabel.SECTION,
)


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("paragraph 9", P, "9"),
        ("paragraphs 9, 11-13", P, "9, 11-13"),
        (" Para. 9 ", P, "9"),
        ("paras 9–11", P, "9–11"),
        ("para.9", P, "9"),
        ("¶ 9", P, "9"),
        ("¶¶9-10", P, "9-10"),
        ("9", P, "9"),
        ("8.4 (a)", P, "8.4 (a)"),
        ("xii", P, "xii"),
        ("A-12", P, "A-12"),
        ("p. 3", PAGE, "3"),
        ("p3", PAGE, "3"),
        ("pp 3-5, 8", PAGE, "3-5, 8"),
        ("page xii", PAGE, "xii"),
        ("§ 4", SEC, "4"),
        ("§4", SEC, "4"),
        ("section 6(a)(1)", SEC, "6(a)(1)"),
        ("art 3(1)", ART, "3(1)"),
        ("Articles 3 and 5", ART, "3 and 5"),
        ("annex II", LocatorLabel.APPENDIX, "II"),
        ("fn 12", LocatorLabel.NOTE, "12"),
        ("l 6", LocatorLabel.LINE, "6"),
        ("fig 1", LocatorLabel.FIGURE, "1"),
        ("ch 2", LocatorLabel.CHAPTER, "2"),
    ],
)
def test_what_people_type(text: str, label: LocatorLabel, value: str) -> None:
    assert parse_pinpoint(text) == Pinpoint(label, value)


def test_a_bare_value_is_counted_as_the_caller_says() -> None:
    assert parse_pinpoint("12", PAGE) == Pinpoint(PAGE, "12")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Give a place such as"),
        ("  ", "Give a place such as"),
        ("(3)", "begins with a letter or a digit"),
        ("paragraph {9}", "no braces"),
        ("paragraph 9\n10", "no line ends"),
        ("verse 9", "“verse” is no label of a place. Known are paragraph, page"),
        ("p " + "1" * 201, "at most 200 characters"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, words: str) -> None:
    with pytest.raises(PinpointError, match=".*" + words.replace("(", r"\(")):
        parse_pinpoint(text)


@pytest.mark.parametrize(
    ("pinpoint", "words"),
    [
        (Pinpoint(P, "9"), "paragraph 9"),
        (Pinpoint(P, "9, 11"), "paragraphs 9, 11"),
        (Pinpoint(PAGE, "3-5"), "pages 3-5"),
        (Pinpoint(LocatorLabel.APPENDIX, "A"), "appendix A"),
        (Pinpoint(LocatorLabel.APPENDIX, "A and B"), "appendices A and B"),
    ],
)
def test_a_pinpoint_in_words(pinpoint: Pinpoint, words: str) -> None:
    assert pinpoint.words() == words
    assert parse_pinpoint(words) == pinpoint


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        (None, None),
        (Locator(label=P, value=" 10 "), Pinpoint(P, "10")),
        (Locator(label=P, value="{10}"), None),
    ],
)
def test_the_pinpoint_of_a_passage(locator: Locator | None, expected: Pinpoint | None) -> None:
    assert of_locator(locator) == expected


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(PinpointError):
        found = parse_pinpoint(text)
        assert found.value.strip() == found.value != ""
        assert not set("{}\n") & set(found.value)
