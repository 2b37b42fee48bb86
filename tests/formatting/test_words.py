"""The words for the closed lists of the format."""

import inspect
import re
from enum import StrEnum

import pytest

from caseviewer.formatting.translate import set_translator
from caseviewer.formatting.words import heading_word, noun, towards_word, word
from caseviewer.model import deadlines, kinds, opened, problems, sides
from caseviewer.model.kinds import (
    ChainLink,
    EventKind,
    Knowledge,
    Mode,
    PartyKind,
    Qualifier,
    RelationKind,
    Role,
    Standing,
    UrlStatus,
)
from caseviewer.model.labels import KIND_WORDS
from caseviewer.model.opened import DocumentPresence, PassageState
from caseviewer.model.references import Kind
from caseviewer.model.sides import Side

MODULES = (deadlines, kinds, opened, problems, sides)
LISTS = sorted(
    {
        found
        for module in MODULES
        for _, found in inspect.getmembers(module, inspect.isclass)
        if issubclass(found, StrEnum) and found is not StrEnum
    },
    key=lambda found: found.__name__,
)
VALUES = [value for found in LISTS for value in found]


def label(value: object) -> str:
    return f"{type(value).__name__}.{value}"


def test_all_lists_are_known() -> None:
    names = {found.__name__ for found in LISTS}
    assert {"Role", "Standing", "Severity", "Side", "PassageState", "DeadlineState"} <= names
    assert len(VALUES) > 150


@pytest.mark.parametrize("value", VALUES, ids=label)
def test_every_value_has_words(value: StrEnum) -> None:
    words = word(value)
    assert words or value is Qualifier.EXACT
    assert "_" not in words
    assert words == " ".join(words.split())
    assert not words.endswith(".")
    assert heading_word(value)[:1] == words[:1].upper()
    assert heading_word(value)[1:] == words[1:]


@pytest.mark.parametrize("value", list(RelationKind))
def test_every_relation_reads_in_both_directions(value: RelationKind) -> None:
    assert towards_word(value)
    assert "_" not in towards_word(value)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (PartyKind.STATE, "State"),
        (Role.STATE_PARTY, "State party"),
        (Role.SENDING_STATE, "sending State"),
        (Role.DECIDING_BODY, "deciding body"),
        (Standing.ANNOUNCED, "announced"),
        (EventKind.OTHER, "other event"),
        (EventKind.INTERIM_MEASURE, "interim measure"),
        (Mode.DIRECT, "direct quotation"),
        (Knowledge.RELAYED, "relays what others said"),
        (ChainLink.RELAYED, "passed it on"),
        (UrlStatus.NOT_PRINTED, "missing, as the source prints none"),
        (PassageState.UNCHECKED, "not checked"),
        (DocumentPresence.MATCHES, "here, hash matches"),
        (Side.PUBLISHING, "Reporters and publishers"),
    ],
)
def test_words_are_those_of_the_trade(value: StrEnum, words: str) -> None:
    assert word(value) == words


def test_equal_values_of_two_lists_keep_their_own_words() -> None:
    assert Knowledge.RELAYED.value == ChainLink.RELAYED.value
    assert word(Knowledge.RELAYED) != word(ChainLink.RELAYED)


def test_headings_begin_with_a_capital_letter() -> None:
    assert heading_word(EventKind.ILL_TREATMENT) == "Ill-treatment"
    assert heading_word(Role.STATE_PARTY) == "State party"


def test_words_go_through_the_translator() -> None:
    before = set_translator(lambda text: f"<{text}>")
    try:
        assert word(Standing.ALLEGED) == "<alleged>"
        assert heading_word(Standing.ALLEGED) == "<alleged>"
        assert towards_word(RelationKind.HEADS) == "<heads it>"
    finally:
        set_translator(before)


def test_no_word_is_a_raw_value_of_the_file() -> None:
    found = [*map(word, VALUES), *map(towards_word, RelationKind)]
    assert not [words for words in found if re.search(r"_|\b(None|True|False)\b", words)]


def test_records_of_each_kind_are_counted_in_words() -> None:
    assert [noun(Kind.PARTY, count) for count in (0, 1, 2)] == ["parties", "party", "parties"]
    for kind in Kind:
        assert noun(kind, 1) == KIND_WORDS[kind]
        assert noun(kind, 2) == kind.value.replace("chronology", "events")
