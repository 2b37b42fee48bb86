import pytest

from caseviewer.citations.import_entry import (
    MOST_ENTRIES,
    MOST_TOLD,
    Entry,
    ImportFault,
    is_whole,
    quoted,
    require_few,
    sentences,
    tell,
)


def test_equal_remarks_become_one_sentence_that_names_their_records() -> None:
    remarks = [("A", "one"), ("B", "one"), ("A", "two"), ("A", "one")]
    assert sentences(remarks) == ["A: one, two.", "B: one."]


def test_of_many_records_some_are_named() -> None:
    (sentence,) = sentences(("A", f"r{number}") for number in range(1_010))
    assert sentence == "A: r0, r1, r2, r3, r4, r5, r6, r7 and 1,002 more."


def test_words_of_a_file_are_short_and_hide_nothing() -> None:
    assert quoted("a\u202eb") == "“a⟨U+202E⟩b”"
    assert len(quoted("x" * 1_000)) < 100


def test_half_a_character_is_told_from_a_whole_one() -> None:
    assert is_whole("😀")
    assert not is_whole("a\ud800")


def test_nobody_is_told_a_million_things() -> None:
    told: list[str] = []
    entry = Entry({})
    for number in range(10 * MOST_TOLD):
        tell(told, str(number))
        entry.tell(str(number))
    assert len(told) == MOST_TOLD + 1
    assert len(entry.remarks) < MOST_TOLD


def test_a_file_with_too_many_entries_is_refused() -> None:
    require_few(MOST_ENTRIES)
    with pytest.raises(ImportFault, match="more than 20,000 entries"):
        require_few(MOST_ENTRIES + 1)
