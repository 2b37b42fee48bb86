from caseviewer.formatting.own_rows import FACET, own_rows
from caseviewer.formatting.page import Tab
from caseviewer.formatting.tables import TABLE_TABS, table_for
from caseviewer.notes.by_record import NO_NOTES
from tests.formatting.making import changed, opened
from tests.formatting.noting import again, kept_on

CASE = opened()
KEPT = kept_on(
    CASE,
    stars=("woman", "report"),
    reads=("group",),
    texts=(("woman", "A."), ("t-words", "B."), ("t-heard", "C.")),
)


def test_rows_have_a_line_and_values() -> None:
    rows = own_rows(CASE, KEPT, Tab.PARTIES)
    assert rows.words["woman"] == "Yours: starred · note"
    assert rows.words["group"] == "Yours: read"
    assert rows.values["woman"] == ("starred", "with a note", "not read")
    assert rows.values["group"] == ("read",)
    assert rows.usual == ("not read",)
    assert "press" not in rows.words


def test_a_record_that_changed_is_not_read_any_more() -> None:
    later = opened(**changed("parties", 0, name="13 people"))
    rows = own_rows(later, again(KEPT, later), Tab.PARTIES)
    assert rows.words["group"] == "Yours: changed since"
    assert rows.values["group"] == ("not read", "changed since")


def test_passages_have_no_rows_so_that_their_notes_stand_in_that_of_the_source() -> None:
    rows = own_rows(CASE, KEPT, Tab.CITATIONS)
    number = CASE.index.short
    assert rows.words["report"] == (
        f"Yours: starred · note on {number('t-words')}, {number('t-heard')}"
    )
    assert rows.values["report"] == ("starred", "not read", "with a note")
    assert "note on" not in str(own_rows(CASE, KEPT, Tab.PARTIES).words)


def test_many_noted_passages_are_not_all_named() -> None:
    texts = tuple((one.id, "A.") for one in CASE.case.passages if one.source == "report")
    assert len(texts) > 2
    rows = own_rows(CASE, kept_on(CASE, texts=(*texts, ("report", "B."))), Tab.DOCUMENTS)
    assert rows.words["report"].endswith(", …")
    assert rows.values["report"] == ("with a note", "not read")
    bare = own_rows(CASE, kept_on(CASE, texts=texts), Tab.DOCUMENTS)
    assert bare.values["report"] == ("not read", "with a note")


def test_while_nothing_is_kept_every_row_is_as_usual() -> None:
    rows = own_rows(CASE, NO_NOTES, Tab.PARTIES)
    assert (rows.words, rows.values) == ({}, {})


def test_the_facet_has_a_name_and_a_title_of_its_own() -> None:
    facet = own_rows(CASE, NO_NOTES, Tab.PARTIES).facet
    assert (facet.name, facet.title) == (FACET, "Yours")
    assert facet.values_of(CASE, CASE.case.parties[0]) == ()  # they come with the rows
    assert facet.in_order(["changed since", "read", "starred"]) == [
        "starred", "read", "changed since",
    ]  # fmt: skip
    others = {one.name for tab in TABLE_TABS for one in table_for(CASE, tab).facets}
    assert FACET not in others
