"""What always holds of the search over a case, and what hostile people type and write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.search.words import fold_words
from tests.formatting.making import changed
from tests.search.finding import hits, ids, marked, report, search, whole_sample


@pytest.mark.parametrize("number", [0, 1])
def test_every_word_of_a_record_finds_it(number: int) -> None:
    made = whole_sample(number)
    for row, record in enumerate(made._records.ids):
        words = set(made._records.texts[row].split()) - {"\n"}
        for word in sorted(words)[:: 1 + len(words) // 4]:
            assert record in ids(made.find(f'"{word}"'))
            assert record in ids(made.find(word))


@given(st.data())
def test_every_phrase_of_a_document_finds_it(data: st.DataObject) -> None:
    made = whole_sample(1)
    document = data.draw(
        st.sampled_from([one.document for one in made._documents.values() if one.document.where])
    )
    text = document.blocks.text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 400)))
    words = document.blocks.folded.split()
    first_word = len(fold_words(text[:start]).split())
    phrase = " ".join(words[first_word : first_word + len(fold_words(text[start:end]).split())])
    if not phrase:
        return
    found = made.find(f'"{phrase}"')
    assert document.source in [one.record for one in found.places if one.block >= 0]
    in_it = [
        at
        for at, one in enumerate(found.places)
        if one.block >= 0 and one.record == document.source
    ]
    for at in in_it[:3]:
        span = made.hit(found, at).span
        assert span is not None
        assert fold_words(text[slice(*span)]) == phrase


@given(st.data())
def test_marks_hold_words_that_begin_as_was_typed(data: st.DataObject) -> None:
    made = whole_sample(1)
    row = data.draw(st.integers(0, len(made._records.ids) - 1))
    words = [word for word in made._records.texts[row].split() if word != "\n"]
    word = data.draw(st.sampled_from(words))
    typed = word[: data.draw(st.integers(1, len(word)))]
    found = made.find(typed)
    at = data.draw(st.integers(0, len(found.places) - 1))
    one = made.hit(found, at)
    typed_alone = all(reason.because == "words" for reason in one.reasons)
    for text in marked(one) if typed_alone else ():
        assert any(part.startswith(typed) for part in fold_words(text).split())


@given(st.text())
def test_whatever_is_typed_is_answered(typed: str) -> None:
    made = whole_sample(0)
    found = made.find(typed)
    for at in range(min(3, len(found.places))):
        made.hit(found, at)


HOSTILE = [
    "a" * 100_000,
    "kazak " * 20_000,
    "\u202e" * 1_000 + "kazak",
    "\x00\x1b[2J\x07",
    '"' * 5_000,
    "-" * 5_000,
    "party:" * 1_000,
    "kind:a " * 1_000,
    "before:2011 " * 1_000,
    "-party:a " * 1_000,
    '"' + "a b " * 10_000,
    "ﷺ" * 3_000,
    "\ud800",
    "\u0301" * 3_000,
    "中" * 3_000,
    "𝔎𝔞𝔷𝔞𝔨 " * 500,
    "((((*.*)+)+)+)" * 100,
]


@pytest.mark.parametrize("typed", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_queries_are_answered_in_time(typed: str) -> None:
    made = whole_sample(1)
    found = made.find(typed)
    for at in range(min(3, len(found.places))):
        made.hit(found, at)


def test_hostile_texts_are_searched() -> None:
    word = "x" * 150_000
    description = f"{word} needle\x00\x1b \u202eneedle"
    made = search(
        report("y" * 2_000_000 + " needle"), **changed("parties", description=description)
    )
    assert {"group", "report"} == set(ids(made.find("needle")))
    assert ids(made.find("x" * 50)) == ["group"]
    assert ids(made.find("y" * 50)) == ["report"]
    for typed in ("needle", "x" * 50, "y" * 50):
        for one in hits(made, typed):
            assert len(one.snippet.text) <= 200
    assert ids(made.find("needlx")) == ids(made.find("needle"))
