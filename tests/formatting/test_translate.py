"""The hook through which all words for people go."""

from collections.abc import Iterator

import pytest

from caseviewer.formatting.translate import set_translator, tr, unchanged


@pytest.fixture
def german() -> Iterator[None]:
    table = {
        "about {date}": "um {date}",
        "December": "Dezember",
        "from {date} on": "ab {day}",
        "until {date}": "bis {date",
        "before {date}": "vor {date.day}",
    }
    before = set_translator(lambda text: table.get(text, text))
    yield
    set_translator(before)


def test_words_are_unchanged_without_a_translator() -> None:
    assert tr("December") == "December"
    assert tr("about {date}", date=2012) == "about 2012"


def test_signs_of_places_stay_where_no_values_are_given() -> None:
    assert tr("{as it is}") == "{as it is}"


@pytest.mark.usefixtures("german")
def test_a_translator_is_asked_before_the_values_are_put_in() -> None:
    assert tr("December") == "Dezember"
    assert tr("about {date}", date="2012") == "um 2012"
    assert tr("about {date}", date="{date}") == "um {date}"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("text", ["from {date} on", "until {date}", "before {date}"])
def test_a_translation_whose_places_do_not_fit_gives_way(text: str) -> None:
    assert tr(text, date="2012") == text.replace("{date}", "2012")


def test_the_translator_before_is_given_back() -> None:
    def shout(text: str) -> str:
        return text.upper()

    assert set_translator(shout) is unchanged
    try:
        assert tr("text") == "TEXT"
    finally:
        assert set_translator(unchanged) is shout
    assert tr("text") == "text"


def test_a_place_may_be_called_text() -> None:
    assert tr("says {text}", text="so") == "says so"
