from caseviewer.formatting.note_list import notes_page, notes_values
from caseviewer.formatting.page import BlockKind
from caseviewer.formatting.show import page_lines
from caseviewer.notes.by_record import NO_NOTES
from tests.builders import bundle
from tests.formatting.making import changed, headings, opened
from tests.formatting.noting import again, kept_on

CASE = opened()
KEPT = kept_on(
    CASE, stars=("group",), reads=("woman",), texts=(("crossing", "A."), ("woman", "B."))
)


def test_records_stand_in_the_order_of_the_file_with_what_is_kept_on_them() -> None:
    page = notes_page(CASE, KEPT)
    assert [block.text for block in page.blocks[:2]] == [
        "Your notes on: A crossing on 3 May 2019", "1 star, 1 read mark and 2 notes",
    ]  # fmt: skip
    names = [name for name in headings(page) if not name.startswith("Your note")]
    assert [name.split()[0] for name in names] == ["P1", "P2", "E1"]
    texts = [block.text for block in page.blocks if block.kind is BlockKind.TEXT]
    assert texts == ["Yours: starred", "Yours: read · note", "B.", "Yours: note", "A."]


def test_in_a_terminal_what_is_kept_stands_beneath_the_name_of_its_record() -> None:
    lines = list(page_lines(notes_page(CASE, KEPT)))
    at = lines.index("  P2 One woman (anonymous)")
    assert lines[at : at + 5] == [
        "  P2 One woman (anonymous)",
        "    Yours: read · note",
        "",
        lines[at + 3],
        "    B.",
    ]
    assert lines[at + 3].startswith("  Your note, ")


def test_what_is_kept_on_records_that_are_gone_comes_last() -> None:
    parties = [one for one in bundle()["parties"] if one["id"] != "woman"]
    case = opened(parties=parties)
    page = notes_page(case, again(KEPT, case))
    words = [block.text for block in page.blocks]
    at = words.index("P2 One woman (anonymous)")
    assert words[at + 1] == "This record is no longer in the file."
    assert words[at:].count("B.") == 1
    values = notes_values(case, again(KEPT, case))
    assert [(one["record"], one["gone"]) for one in values] == [
        ("group", False), ("crossing", False), ("woman", True),
    ]  # fmt: skip


def test_for_programs_it_is_told_record_by_record() -> None:
    later = opened(**changed("parties", 1, name="Another woman"))
    found = {one["record"]: one for one in notes_values(later, again(KEPT, later))}
    woman = found["woman"]
    (text,) = woman["notes"]
    assert (woman["number"], woman["name"]) == ("P2", "P2 Another woman (anonymous)")
    assert (woman["starred"], woman["read"], woman["changed_since"]) == (False, False, True)
    assert (text["text"], text["changed_since"]) == ("B.", True)
    assert text["created"].endswith("+00:00")
    assert (found["group"]["starred"], found["group"]["notes"]) == (True, [])
    assert notes_values(CASE, NO_NOTES) == []
