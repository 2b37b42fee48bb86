from dataclasses import replace
from typing import Any

import pytest

from caseviewer.formatting.own_page import is_hidden, own_blocks
from caseviewer.formatting.page import Block, BlockKind, Look, Target
from caseviewer.model.opened import OpenedCase
from caseviewer.model.standpoint import Standpoint
from caseviewer.notes.by_record import NO_NOTES, CaseNotes
from tests.builders import bundle
from tests.formatting.making import changed, opened
from tests.formatting.noting import again, kept_on

CASE = opened()
KEPT = kept_on(
    CASE,
    stars=("woman",),
    reads=("woman",),
    texts=(("woman", "First.\n\nSecond."), ("group", "A."), ("t-words", "On a passage.")),
)


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block.text for block in blocks]


def without(record: str) -> OpenedCase:
    parties = [one for one in bundle()["parties"] if one["id"] != record]
    return opened(parties=parties)


def test_on_a_record_stand_marks_and_notes_under_words_of_their_own() -> None:
    blocks = own_blocks(CASE, KEPT, "woman")
    day = texts(blocks)[1].removeprefix("Your note, ")
    assert texts(blocks) == [
        "Yours: starred · read · note", f"Your note, {day}", "First.", "Second.",
    ]  # fmt: skip
    assert [block.kind for block in blocks] == [
        BlockKind.SUBTITLE, BlockKind.HEADING, BlockKind.TEXT, BlockKind.TEXT,
    ]  # fmt: skip


def test_a_note_stands_there_letter_by_letter() -> None:
    notes = kept_on(CASE, texts=(("woman", "<b>not bold</b> & \u202e"),))
    assert texts(own_blocks(CASE, notes, "woman"))[-1] == "<b>not bold</b> & \u202e"


@pytest.mark.parametrize("notes", [NO_NOTES, KEPT])
def test_where_nothing_is_kept_nothing_stands(notes: CaseNotes) -> None:
    assert own_blocks(CASE, notes, "press") == ()
    assert own_blocks(CASE, notes, "problem:3") == ()


def test_a_record_that_changed_since_says_so_in_words_and_as_a_warning() -> None:
    compiled = bundle()["compiled"] | {"revision": "2"}
    later = opened(**changed("parties", 1, name="Another woman"), compiled=compiled)
    blocks = own_blocks(later, again(KEPT, later), "woman")
    warned = [block for block in blocks if block.spans[0].look is Look.WARNING]
    assert texts(tuple(warned)) == [
        "This record has changed since you marked it as read (revision 2020-02-02, now 2).",
        "This record has changed since you wrote this (revision 2020-02-02, now 2).",
    ]


def test_a_record_that_is_gone_is_named_with_its_note() -> None:
    case = without("woman")
    blocks = own_blocks(case, again(KEPT, case), "woman")
    assert texts(blocks)[1].startswith("Your note on P2 One woman (anonymous), ")


def test_on_a_source_stands_what_is_kept_on_its_passages() -> None:
    blocks = own_blocks(CASE, KEPT, "report")
    number = CASE.index.short("t-words")
    assert texts(blocks)[0] == "Yours on its passages"
    assert texts(blocks)[1].startswith(f"{number} S1, ")
    assert texts(blocks)[1].endswith(": note")
    assert blocks[1].spans[0].target == Target("t-words")


def test_the_case_as_a_whole_tells_what_has_become_of_notes() -> None:
    assert own_blocks(CASE, KEPT, "") == ()
    case = without("woman")
    later = replace(case, case=case.case)
    blocks = own_blocks(later, again(KEPT, later), "")
    assert texts(blocks) == [
        "Your notes on records that are no longer in this file",
        "P2 One woman (anonymous): First. Second.",
    ]
    assert blocks[1].spans[0].target == Target("woman")
    changed_case = opened(**changed("parties", 1, name="Another woman"))
    blocks = own_blocks(changed_case, again(KEPT, changed_case), "")
    assert texts(blocks) == [
        "Records that have changed since you wrote a note on them",
        "P2 Another woman (anonymous)",
    ]


def test_annotations_that_are_not_understood_are_counted_there() -> None:
    notes = kept_on(CASE, others=('{"a": 1}',))
    (block,) = own_blocks(CASE, notes, "")
    assert "1 annotation that" in block.text
    assert own_blocks(CASE, notes, "woman") == ()


def test_of_many_only_the_first_are_listed() -> None:
    people: list[dict[str, Any]] = [
        {"id": f"p{at}", "kind": "person", "identity": "named", "name": f"Person {at}"}
        for at in range(45)
    ]
    case = opened(parties=[*bundle()["parties"], *people])
    notes = kept_on(case, texts=tuple((one["id"], "A.") for one in people))
    blocks = own_blocks(CASE, again(notes, CASE), "")
    assert len(blocks) == 42
    assert blocks[-1].text == "and 5 more"
    renamed = [one | {"name": "Another"} for one in people]
    later = opened(parties=[*bundle()["parties"], *renamed])
    blocks = own_blocks(later, again(notes, later), "")
    assert blocks[-1].text == "and 5 more"


def test_as_at_a_day_nothing_stands_on_what_could_not_be_known_then() -> None:
    whole = opened()
    seen = whole.seen_from(Standpoint(as_at=1))
    assert seen.account is not None
    assert is_hidden(seen, "woman")
    notes = again(KEPT, whole)
    assert own_blocks(seen, notes, "woman") == ()
    assert own_blocks(seen, notes, "") == ()
    later = opened(**changed("parties", 1, name="Another woman"))
    assert own_blocks(later.seen_from(Standpoint(as_at=1)), again(KEPT, later), "") == ()
    assert own_blocks(whole, notes, "woman") != ()
