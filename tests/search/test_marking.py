from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.search import blocks, marking
from caseviewer.search.blocks import marks_in
from caseviewer.search.hits import Found, Searched
from caseviewer.search.marking import Marking
from caseviewer.search.query import parse
from caseviewer.search.wanted import Wanted
from caseviewer.search.words import WordAt, words_at
from tests.search.finding import search, whole_sample

TEXT = "Kazakstan, not Kazakhstan;\nthe KAZAKH authorities of Қазақстан"


def marked(typed: str, text: str) -> list[str]:
    found = whole_sample(0).find(typed)
    return [text[start:end] for start, end in Marking().marks(found, text)]


def test_what_was_looked_for_is_marked_in_every_form() -> None:
    assert marked("kazakhstan", TEXT) == ["Kazakstan", "Kazakhstan", "Қазақстан"]
    assert marked("author not", TEXT) == ["not", "authorities"]
    assert marked('"not Kazakhstan"', TEXT) == ["not Kazakhstan"]
    assert marked("zzqx", TEXT) == []


def test_a_query_without_words_marks_nothing() -> None:
    assert Marking().marks(search().find("kind:party"), "One woman") == []
    assert Marking().marks(Found(parse(""), (), {}, Searched({})), "One woman") == ()


@given(
    st.text(st.sampled_from("ab AB\n-é"), max_size=40),
    st.lists(st.text(st.sampled_from("ab"), min_size=1, max_size=3), min_size=1, max_size=3),
)
def test_marks_are_those_of_hits(text: str, words: list[str]) -> None:
    found = search().find(" ".join(words))
    assert isinstance(found.wanted, Wanted)
    expected = marks_in(text, tuple(found.wanted.needles()))
    assert list(Marking().marks(found, text)) == expected


def test_a_text_is_folded_once_and_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[str] = []

    def note(text: str) -> Iterator[WordAt]:
        folded.append(text)
        return words_at(text)

    monkeypatch.setattr(blocks, "words_at", note)
    monkeypatch.setattr(marking, "_KEPT", 2)
    made, sample = Marking(), whole_sample(0)
    for typed in ("kaz", "kazakhstan", "kaz"):
        made.marks(sample.find(typed), TEXT)
    assert folded == [TEXT]
    found = sample.find("kaz")
    for text in ("a", "b", TEXT):
        made.marks(found, text)
    assert folded == [TEXT, "a", "b", TEXT]
    made.forget()
    made.marks(found, TEXT)
    assert folded[-1] == TEXT
    assert len(folded) == 5
