"""Texts are packed whole, and folded as those of an open case are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.documents.passages import Readable
from caseviewer.documents.text import paragraphs
from caseviewer.formatting.page import Tab
from caseviewer.model.kinds import LocatorLabel, Numbering
from caseviewer.model.references import Kind
from caseviewer.model.sources import Document
from caseviewer.search.document_texts import DocumentText, document_text
from caseviewer.search.hits import Reach
from caseviewer.search.library.texts import (
    BORDER,
    DamagedError,
    PackedTexts,
    StoredDate,
    StoredDocument,
    StoredRow,
    StoredTexts,
    unpack,
)
from caseviewer.search.words import fold_words

DATE = StoredDate("date", "2011-06", 734289, 734318, guide=True)
HEADER = StoredRow("", None, "", "¶kfile", (), (), (), (("title", "A case"),))


def row(*texts: str, record: str = "e1") -> StoredRow:
    fields = tuple((f"field {at % 3}", text) for at, text in enumerate(texts))
    return StoredRow(record, Kind.EVENT, "E1", "¶kchronology", ("p1",), ("s1",), (DATE,), fields)


def stored(*rows: StoredRow, documents: tuple[StoredDocument, ...] = ()) -> StoredTexts:
    return StoredTexts(rows, documents, {"p1": "¶p1", "s1": "¶s1"})


def document(text: str) -> StoredDocument:
    found = read(text)
    spans = tuple(zip(found.blocks.begins, found.blocks.ends, strict=True))
    return StoredDocument(
        "s1", "A report", "¶kdocument", ("p1",), (DATE,), Reach.SEARCHED, "", text, found.where,
        spans,
    )  # fmt: skip


def read(text: str) -> DocumentText:
    """A document as an open case reads it."""
    record = Document(
        file="a.txt", sha256="0" * 64, bytes=1, media_type="text/plain",
        paragraph_numbering=Numbering.COUNTED,
    )  # fmt: skip
    places = {LocatorLabel.PARAGRAPH: paragraphs(text, record)}
    return document_text("s1", Readable(text, places, offsets_hold=True))


@given(st.lists(st.lists(st.text(), max_size=5), max_size=5), st.text())
def test_what_is_packed_comes_back(rows: list[list[str]], text: str) -> None:
    whole = stored(HEADER, *(row(*texts) for texts in rows), documents=(document(text),))
    assert PackedTexts(whole.packed()).whole() == whole


@given(st.lists(st.lists(st.text(), min_size=1, max_size=5), max_size=5))
def test_records_are_folded_field_by_field(rows: list[list[str]]) -> None:
    whole = stored(*(row(*texts) for texts in rows))
    expected = [f" {BORDER} ".join(map(fold_words, texts)).split() for texts in rows]
    assert [text.split() for text in whole.folded()] == expected
    looked_in = list(PackedTexts(whole.packed()).searched())
    assert looked_in == [f" {' '.join(words)} " for words in expected]


@given(st.text(alphabet="ab \n\u00adé1."))
def test_documents_are_folded_as_in_an_open_case(text: str) -> None:
    found, kept = read(text), document(text).searched()
    assert kept.blocks.folded == found.blocks.folded
    assert kept.where == found.where
    assert list(kept.blocks.starts) == list(found.blocks.starts)
    assert kept.vocabulary.words == found.vocabulary.words


def test_a_long_document_comes_back_in_the_same_blocks() -> None:
    text = "\n\n".join(["word " * 5_000, "x" * 20_000, "last"])
    found, kept = read(text), document(text).searched()
    assert len(found.blocks) > 5
    assert list(kept.blocks.begins) == list(found.blocks.begins)
    assert kept.blocks.folded == found.blocks.folded


def test_blocks_have_names() -> None:
    assert list(document("One.\n\nTwo.").blocks()) == [
        ("paragraph 1", "One."), ("paragraph 2", "Two."),
    ]  # fmt: skip


def test_tags_tell_kind_years_and_names() -> None:
    whole = stored(HEADER, row("x"), documents=(document("y"),))
    assert whole.tags() == [
        "¶kfile", "¶kchronology ¶y2011 ¶p1 ¶s1", "¶kdocument ¶y2011 ¶s1 ¶p1",
    ]  # fmt: skip


def test_a_record_is_shown_on_its_tab() -> None:
    assert HEADER.tab is Tab.OVERVIEW
    assert row("x").tab is Tab.CHRONOLOGY


def test_records_are_found_by_id() -> None:
    packed = PackedTexts(stored(HEADER, row("a"), row("b", record="e2")).packed())
    assert [one.record for one in packed.rows_of({"e2", "e3"})] == ["e2"]


@pytest.mark.parametrize("data", [b"", b"no", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_what_is_damaged_is_told(data: bytes) -> None:
    with pytest.raises(DamagedError):
        unpack(data)
