"""The parts that a quotation is copied with."""

from caseviewer.formatting.brief_parts import (
    PART_NAMES,
    BriefParts,
    brief_parts,
    chosen_parts,
    part_words,
    switched_off,
)


def test_all_is_there_as_usual_but_the_disclaimer() -> None:
    usual = chosen_parts(BriefParts())
    assert tuple(usual) == PART_NAMES
    assert [name for name, there in usual.items() if not there] == ["disclaimer"]


def test_parts_are_remembered_by_name_and_unknown_names_are_passed_by() -> None:
    parts = brief_parts({"sic": False, "disclaimer": True, "of a later version": True})
    assert parts == BriefParts(sic=False, disclaimer=True)
    assert brief_parts(chosen_parts(parts)) == parts
    assert brief_parts({}) == BriefParts()


def test_every_part_has_words_of_its_own() -> None:
    assert len(set(map(part_words, PART_NAMES))) == len(PART_NAMES)


def test_what_is_left_out_is_told_unless_it_usually_is() -> None:
    assert switched_off(BriefParts()) == ""
    assert switched_off(BriefParts(disclaimer=True)) == ""
    assert switched_off(BriefParts(sic=False, ladder=False)) == "[sic], Through whom it came"
