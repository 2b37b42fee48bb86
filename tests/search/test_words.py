"""What of two texts is the same for a reader who searches."""

import itertools
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from caseviewer.search.words import fold_words, raw_words, words_at

anything = st.text(st.characters(exclude_categories=["Cs"]))
spoken = st.text(
    st.sampled_from("aßÉıİłøđ éêñ-–—“”'’ʼ\u00a0\u00ad\n\r\u0301ЖжийқЁ\u0306شَ\u0640يی中人กำ१०٣²½ﬁⅣς")
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("CRS Issue 647,\u00a0available at:\u00a0", "crs issue 647 available at"),
        ("444/2010", "444 2010"),
        ("CAT/C/48/D/444/2010", "cat c 48 d 444 2010"),
        ("doesn't doesn’t doesn‘t doesnʼt", "doesn t doesn t doesn t doesn t"),
        ("“asylum-seekers” — Kazakstan–Uzbekistan", "asylum seekers kazakstan uzbekistan"),
        ("snake_case", "snake case"),
        ("  \t\n ", ""),
        ("…!?", ""),
        ("", ""),
        # German, Turkish, Vietnamese, Polish, and others in Latin letters
        ("Straße STRASSE Straẞe", "strasse strasse strasse"),
        ("İstanbul ISTANBUL ıstanbul", "istanbul istanbul istanbul"),
        ("Đặng Thị Ngọc", "dang thi ngoc"),
        ("Łódź Wałęsa", "lodz walesa"),
        ("Ærø þing Øl ðe œuvre", "aero thing ol de oeuvre"),
        ("Côte d’Ivoire", "cote d ivoire"),
        ("e\u0301 é", "e e"),
        ("Oʻzbekiston Oʼzbekiston O'zbekiston", "o zbekiston o zbekiston o zbekiston"),
        ("ﬁnding", "finding"),
        ("ＷＩＤＥ", "wide"),
        # Greek
        ("Ὀδυσσεύς ΟΔΥΣΣΕΎΣ", "οδυσσευσ οδυσσευσ"),
        ("τῷ", "τω"),
        # Russian, Kazakh, Ukrainian
        ("Жовтис ЖОВТИС", "жовтис жовтис"),
        ("Ёлка елка йод", "елка елка иод"),
        ("Қазақстан ҚАЗАҚСТАН", "қазақстан қазақстан"),
        ("Київ м’ята мʼята", "киів м ята м ята"),
        # Arabic, Persian, Hebrew
        ("مُحَمَّد محمد محـــمد", "محمد محمد محمد"),
        ("أحمد احمد إحمد", "احمد احمد احمد"),
        ("علی علي على", "علي علي علي"),
        ("کتاب كتاب", "كتاب كتاب"),
        ("فاطمة فاطمه", "فاطمه فاطمه"),
        ("می\u200cخواهم", "ميخواهم"),
        ("שָׁלוֹם שלום", "שלום שלום"),
        # scripts without spaces
        ("中国人", "中 国 人"),
        ("東京 タワー", "東 京 タ ワ ー"),
        ("ภาษา", "ภ า ษ า"),
        ("한국", "한국"),
        # digits of every script, and numbers that are no digits
        ("۱۲۳ ٤٥ ४५", "123 45 45"),
        ("word¹ m² ½ Ⅳ", "word 1 m 2 1 2 iv"),
        # what nobody sees
        ("extra\u00ad\ndition", "extradition"),
        ("extra\u00ad \r\n  dition ex\u00adtra", "extradition extra"),
        ("a\u200bb\u2060c\ufeffd\u202ee", "abcde"),
        ("a\ufe0fb", "ab"),
        ("a\x00b\x1bc", "a b c"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert unicodedata.normalize("NFC", fold_words(text)) == unicodedata.normalize("NFKC", folded)


@given(anything)
@example("ꞌ")
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold_words(fold_words(text)) == fold_words(text)


@given(anything)
def test_how_accents_are_coded_makes_no_difference(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert fold_words(unicodedata.normalize(form, text)) == fold_words(text)


@given(st.lists(anything))
def test_parts_between_spaces_fold_alone(parts: list[str]) -> None:
    folded = " ".join(filter(None, map(fold_words, parts)))
    whole = " ".join(parts)
    assert fold_words(whole) == folded or "\u00ad" in whole


@given(st.text(st.characters(max_codepoint=0x24F, exclude_categories=["Cs"])))
def test_capital_letters_make_no_difference(text: str) -> None:
    assert fold_words(text.upper().lower()) == fold_words(text.lower().upper().lower())
    assert fold_words(text.casefold()) == fold_words(text)


@given(anything)
def test_words_are_letters_and_digits_with_single_spaces(text: str) -> None:
    folded = fold_words(text)
    assert "  " not in folded
    assert folded == folded.strip()
    for sign in folded.replace(" ", ""):
        assert unicodedata.category(sign)[0] in "LM" or sign.isdigit() or sign.isnumeric()
        assert unicodedata.combining(sign) == 0


@given(spoken)
@example("extra\u00ad\ndition \u00ad\n")
@example("a\u0301\u0302 b")
def test_the_places_of_words_are_those_that_fold_to_them(text: str) -> None:
    found = list(words_at(text))
    assert " ".join(word.word for word in found) == fold_words(text)
    for word in found:
        assert 0 <= word.start < word.end <= len(text)
        assert word.word in fold_words(text[word.start : word.end]).split()


@given(anything)
def test_places_of_words_stand_in_order(text: str) -> None:
    found = list(words_at(text))
    assert " ".join(word.word for word in found) == fold_words(text)
    for one, other in itertools.pairwise(found):
        assert one.start <= other.start
        assert one.end <= other.end


def test_a_mark_belongs_to_the_letter_before_it() -> None:
    (word,) = words_at("Ame\u0301lie\u0301 ")
    assert (word.word, word.start, word.end) == ("amelie", 0, 8)


def test_a_mark_without_a_letter_is_no_word() -> None:
    assert list(words_at("\u0301 \u0301")) == []


def test_raw_words_tell_where_a_text_was_parted() -> None:
    assert raw_words("ing of").startswith("ing")
    assert raw_words(", of").startswith(" ")
