"""A query finds other forms of names that any case of the library lists, and other scripts."""

from pathlib import Path

import pytest

from caseviewer.search.hit_words import reason_words
from caseviewer.search.hits import Because
from caseviewer.search.library.library import Library
from tests.builders import Bundle, bundle
from tests.search.library.kit import library_of


def named(name: str, *variants: tuple[str, str, str], title: str = "A case") -> Bundle:
    """A case with a State of a name."""
    value = bundle(title=title)
    value["parties"][2] |= {
        "name": name,
        "variants": [
            {"text": text, "language": language} | ({"note": note} if note else {})
            for text, language, note in variants
        ],
    }
    return value


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(
        tmp_path,
        named(
            "Kazakhstan",
            ("Kazakstan", "en", "the publisher’s spelling"),
            ("Қазақстан", "kk", ""),
            ("Republic of Kazakhstan", "en", ""),
            title="Lists the forms",
        ),
        named("Kazakstan", title="Has another form alone"),
        named("Жовтис", title="Written in Cyrillic"),
    )


def found(library: Library, typed: str) -> dict[str, set[str]]:
    """For each case that is found: why, in the words for it."""
    answer = library.search(typed)
    return {
        case.case.title: {
            reason_words(reason)
            for hit in case.hits
            for reason in hit.reasons
            if reason.because is not Because.WORDS
        }
        for case in answer.cases
    }


def test_forms_that_one_case_lists_are_found_in_all(library: Library) -> None:
    assert found(library, "kazakhstan")["Has another form alone"] == {
        "matched Kazakstan: the publisher’s spelling of Kazakhstan"
    }
    assert "Lists the forms" in found(library, "kazakstan")
    assert "Has another form alone" in found(library, "қазақстан")


def test_the_last_word_of_a_form_may_be_begun(library: Library) -> None:
    assert "Has another form alone" in found(library, "kazakh")
    assert "Has another form alone" in found(library, "republic of kazakh")
    assert "Has another form alone" not in found(library, "kazakh zzz")


def test_a_phrase_has_no_other_forms(library: Library) -> None:
    assert set(found(library, '"kazakhstan"')) == {"Lists the forms"}


def test_other_scripts_are_found_and_told(library: Library) -> None:
    assert found(library, "zhovtis")["Written in Cyrillic"] == {
        "matched Жовтис: a transliteration of zhovtis"
    }
    assert set(found(library, "казакстан")) == {"Lists the forms", "Has another form alone"}


def test_near_words_are_looked_for_where_nothing_is_found(library: Library) -> None:
    answer = library.search("kazakhztan")
    assert [(near.typed, near.words) for near in answer.near] == [("kazakhztan", ("kazakhstan",))]
    assert {case.case.title for case in answer.cases} == {"Lists the forms"}
    assert library.search("qqqqqqqq").near == ()


def test_near_words_that_are_not_found_together_are_not_told(library: Library) -> None:
    answer = library.search("kazakhztan kind:gap")
    assert (answer.near, answer.cases) == ((), ())


def test_long_queries_are_no_names(library: Library) -> None:
    assert found(library, "kazakhstan a b c d e f g h i j") == {}
