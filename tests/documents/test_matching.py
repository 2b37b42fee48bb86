import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.documents import matching
from caseviewer.documents.matching import fold, folded, what_was_folded
from caseviewer.model.opened import Folding

SIGNS = st.text(
    st.sampled_from("aeB -\n\r\t\u00a0\u00ad\u200b\u2060\ufeffﬁﬄ“”‘’'\"«»\u0301é\u2028я"),
    max_size=40,
)


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("as it is", "as it is", set()),
        ("two  spaces", "two spaces", {Folding.SPACES}),
        ("a\u00a0b", "a b", {Folding.SPACES}),
        ("a\r\n b", "a\tb", {Folding.SPACES}),
        ("a \u200b b", "a b", {Folding.SPACES}),
        ("asylum-\nseekers", "asylum-seekers", {Folding.SPACES}),
        ("asylum- \r\n seekers", "asylum-seekers", {Folding.SPACES}),
        ("exam\u00adple", "example", {Folding.UNSEEN}),
        ("exam\u00ad\nple", "example", {Folding.UNSEEN}),
        ("exam\u00ad \r\n  ple", "example", {Folding.UNSEEN}),
        ("exam\u00ad\u00ad\nple", "example", {Folding.UNSEEN}),
        ("no\u2060break\ufeff\u200b", "nobreak", {Folding.UNSEEN}),
        ("ﬁne eﬄuent", "fine effluent", {Folding.LIGATURES}),
        ("ﷲ", "الله", {Folding.LIGATURES}),
        ("“x” „y‟ «z»", '"x" "y" "z"', {Folding.MARKS}),
        ("doesn’t ‹go›", "doesn't 'go'", {Folding.MARKS}),
        ("e\u0301te\u0301", "été", {Folding.ACCENTS}),
        ("“a\nb”", '"a b"', {Folding.SPACES, Folding.MARKS}),
        ("\u212bngstr\u00f6m", "\u00c5ngstr\u00f6m", {Folding.ACCENTS}),
        ("\u1112\u1161\u11ab", "\ud55c", {Folding.ACCENTS}),
        ("\ufb2a\ufb4f", "\u05e9\u05c1\u05d0\u05dc", {Folding.LIGATURES}),
    ],
)
def test_what_reading_folds(one: str, other: str, kinds: set[Folding]) -> None:
    assert folded(one) == folded(other)
    assert what_was_folded(one, other) == kinds


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The", "the"),
        ("a-b", "a–b"),
        ("Kazakstan", "Kazakhstan"),
        ("a", "а"),  # the second is Cyrillic
        ("e\u0301", "e"),
        ("ab", "a b"),
        ("pre- and post", "pre-and post"),
        ("1", "１"),
        ("x²", "x2"),
        ("“x”", "‘x’"),
        ("a\u200cb", "ab"),  # a joiner that makes another letter form
        ("line - \nend", "line -end"),
    ],
)
def test_what_only_looks_alike_stays_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@given(SIGNS)
def test_every_character_leads_back_to_what_it_stands_for(text: str) -> None:
    made = fold(text)
    last = 0
    for at, sign in enumerate(made.text):
        start, end = made.span(at, at + 1)
        assert last <= end
        assert 0 <= start < end <= len(text)
        assert sign in folded(text[start:end]) or sign in " \"'"
        last = start
    if made.text:
        start, end = made.span(0, len(made.text))
        assert all(sign in "\u00ad\u200b\u2060\ufeff\n\r \t\u00a0\u2028" for sign in text[:start])


@given(SIGNS)
def test_places_of_the_text_keep_their_order_in_the_folded_text(text: str) -> None:
    made = fold(text)
    places = [made.folded_at(offset) for offset in range(len(text) + 1)]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] == len(made.text)
    for at in range(len(made.text)):
        start, end = made.span(at, at + 1)
        assert made.folded_at(start) <= at < max(made.folded_at(end), at + 1)


@given(st.text(max_size=60))
def test_texts_without_anything_to_fold_stay(text: str) -> None:
    kept = "".join(sign for sign in text if sign.isalnum() and sign.isascii())
    made = fold(kept)
    assert made.text == kept
    assert len(made.begins) == 0


def test_some_kinds_can_be_left_as_they_are() -> None:
    text = "“ﬁ\u00ad  e\u0301”"
    assert fold(text, frozenset()).text == text
    assert fold(text, frozenset({Folding.LIGATURES})).text == "“fi\u00ad  e\u0301”"
    assert fold(text, frozenset({Folding.ACCENTS})).text == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("text", ["\u0301a", "1\u0301", "ﬁ\u0301"])
def test_an_accent_without_a_letter_before_it_stays(text: str) -> None:
    assert "\u0301" in folded(text)


@pytest.mark.parametrize(
    "sign", ["ﬁ", "  ", "\u00ad\n", "e\u0301", "“", "abc", "\u1112\u1161\u11ab", "\u1100\u1161"]
)
def test_a_long_text_is_folded_as_its_parts_are(sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"ab{sign}" * 40 + sign * 9
    whole = fold(text)
    for window in (1, 2, 3, 7):
        monkeypatch.setattr(matching, "_WINDOW", window)
        assert fold(text) == whole


def test_a_text_without_a_safe_place_is_folded_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_WINDOW", 2)
    monkeypatch.setattr(matching, "_FARTHEST", 2)
    assert folded("1  2  3  4") == "1 2 3 4"


def test_where_words_end_inside_a_ligature_its_kind_is_told() -> None:
    assert what_was_folded("inding", "ﬁnding") == {Folding.LIGATURES}


@pytest.mark.parametrize(("text", "made"), [("\ufe8d", "\u0627"), ("x\u0301", "x\u0301")])
def test_what_stays_as_long_as_it_was_needs_no_way_back(text: str, made: str) -> None:
    found = fold(f"a  {text}b")
    assert found.text == f"a {made}b"
    assert list(found.begins) == [1]
    assert found.span(2, 2 + len(made)) == (3, 3 + len(made))
