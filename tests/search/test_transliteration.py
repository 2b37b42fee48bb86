"""Words of one script that read like words of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.search.slices import at_once
from caseviewer.search.transliteration import Script, Transliterations, script_of
from caseviewer.search.words import fold_words


def like(typed: str, *words: str) -> tuple[str, ...]:
    folded = [fold_words(word) for word in words]
    return at_once(Transliterations(folded).like(fold_words(typed)))


PAIRS = [
    # Russian
    ("Zhovtis", "Жовтис"), ("Yevgeny", "Евгений"), ("Evgeniy", "Евгений"), ("Sergei", "Сергей"),
    ("Sergey", "Сергей"), ("Dmitri", "Дмитрий"), ("Shcherbakov", "Щербаков"),
    ("Khodorkovsky", "Ходорковский"), ("Tchaikovsky", "Чайковский"), ("Victor", "Виктор"),
    ("Tsvetaeva", "Цветаева"), ("Halvek", "Халвек"), ("Dorvic", "Дорвич"), ("Ana", "Ана"),
    # Kazakh
    ("Kazakstan", "Қазақстан"), ("Nazarbayev", "Назарбаев"), ("Nazarbaev", "Назарбаев"),
    ("Toqayev", "Тоқаев"), ("Zhangaozen", "Жаңаөзен"), ("Nursultan", "Нұрсұлтан"),
    # Ukrainian
    ("Zelenskyy", "Зеленський"), ("Volodymyr", "Володимир"), ("Hryhoriy", "Григорій"),
    ("Kyiv", "Київ"), ("Yulia", "Юлія"), ("Yanukovych", "Янукович"),
    # Arabic and Persian: consonants alone are written
    ("Muhammad", "محمد"), ("Mohamed", "محمد"), ("Hussein", "حسين"), ("Omar", "عمر"),
    ("Ahmad", "أحمد"), ("Yusuf", "يوسف"), ("Fatima", "فاطمة"), ("Abdullah", "عبدالله"),
    ("Ibrahim", "إبراهيم"), ("Hasan", "الحسن"), ("Rouhani", "روحانی"), ("Karim", "کریم"),
    ("Ahmadinejad", "احمدی‌نژاد"), ("Khamenei", "خامنه‌ای"), ("Nasrin", "نسرین"),
    # others
    ("Netanyahu", "נתניהו"), ("Yerevan", "Երևան"), ("Tbilisi", "თბილისი"),
]  # fmt: skip


@pytest.mark.parametrize(("latin", "other"), PAIRS)
def test_latin_letters_find_other_scripts(latin: str, other: str) -> None:
    assert like(latin, other, "word") == (fold_words(other),)


@pytest.mark.parametrize(
    ("typed", "latin"),
    [("Жовтис", "Zhovtis"), ("Қазақстан", "Kazakstan"), ("Халвек", "Halvek"),
     ("محمد", "Muhammad"), ("حسين", "Hussein"), ("Каримов", "Karimov")],
)  # fmt: skip
def test_other_scripts_find_latin_letters(typed: str, latin: str) -> None:
    assert like(typed, latin, "слово") == (fold_words(latin),)


def test_the_beginning_of_a_word_finds_it() -> None:
    assert like("zhovt", "Жовтис") == ("жовтис",)
    assert like("nazar", "Назарбаев", "Назарбаева") == ("назарбаев", "назарбаева")
    assert like("zhov", "Жовтис") == ()  # three sounds would find too much
    assert like("zho", "Жо") == ()
    assert like("an", "Ан", "Ана") == ()


def test_nothing_is_found_in_the_same_script() -> None:
    assert like("karimow", "Karimov") == ()
    assert like("Каримов", "Керимов") == ()


@pytest.mark.parametrize("typed", ["2011", "中国", "한국", "a1", "ա1"])
def test_what_is_no_word_of_these_scripts_finds_nothing(typed: str) -> None:
    assert like(typed, "Жовтис", "2011", "中") == ()


def test_scripts_are_told_by_the_first_letter() -> None:
    assert script_of("word") is Script.LATIN
    assert script_of("слово") is Script.CYRILLIC
    assert script_of("w2") is None
    assert script_of("人") is None


def test_many_words_are_looked_up_in_slices() -> None:
    words = [fold_words(f"слово{chr(1072 + at % 32)}{chr(1072 + at // 32)}") for at in range(600)]
    slices = Transliterations(words).like("slovo")
    assert sum(1 for _ in slices) == 2


@given(st.text(st.characters(min_codepoint=0x370, max_codepoint=0x6FF), min_size=1))
def test_any_word_can_be_asked_for(word: str) -> None:
    for folded in fold_words(word).split():
        at_once(Transliterations(["word", "слово", "محمد", folded]).like(folded))
