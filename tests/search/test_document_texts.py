"""Documents as they are searched."""

from caseviewer.documents.passages import Readable
from caseviewer.documents.text import Paragraph, gathered, numbered_lines, paragraphs
from caseviewer.model.kinds import LocatorLabel, Numbering
from caseviewer.model.record_base import altered
from caseviewer.search.document_texts import DocumentText, document_text, not_searched
from caseviewer.search.hits import Reach
from caseviewer.search.words import fold_words
from tests.builders import TEXT
from tests.documents.readables import DOCUMENT, readable
from tests.formatting.samples import second
from tests.search.finding import whole_sample

PAGES = ("First page", "1. One\nmore", "", "2. Two\ntail")


def pdf(*labels: str | None, numbered: bool = False) -> Readable:
    text, pages = "", []
    for words, label in zip(PAGES, labels, strict=True):
        pages.append(Paragraph(label, len(text), len(text) + len(words), words))
        text += words + "\n\n"
    places = {LocatorLabel.PAGE: gathered(pages)}
    if numbered:
        places[LocatorLabel.PARAGRAPH] = numbered_lines(text)
    return Readable(text, places, offsets_hold=False)


def named(found: DocumentText) -> list[tuple[str, str]]:
    blocks = found.blocks
    return [
        (where, blocks.text[blocks.begins[at] : blocks.ends[at]])
        for at, where in enumerate(found.where)
    ]


def test_counted_paragraphs_have_their_numbers_and_what_is_around_them() -> None:
    found = document_text("report", readable())
    assert [where for where, _ in named(found)] == [
        "before paragraph 1",
        "paragraph 1",
        "paragraph 2",
        "paragraph 3",
        "after paragraph 3",
    ]
    assert named(found)[2][1].startswith('"They never')
    assert found.reach.reach is Reach.SEARCHED
    assert found.source == "report"
    assert found.blocks.folded == f" {fold_words(TEXT)} "
    assert found.vocabulary.may_hold(" they never asked ")


def test_unnumbered_blocks_belong_to_the_number_before() -> None:
    document = altered(DOCUMENT, paragraph_numbering=Numbering.PRINTED)
    text = "Head\n\n1. One\n\nmore\n\n2. Two"
    made = Readable(text, {LocatorLabel.PARAGRAPH: paragraphs(text, document)})
    assert named(document_text("s", made)) == [
        ("before paragraph 1", "Head"),
        ("paragraph 1", "1. One"),
        ("paragraph 1", "more"),
        ("paragraph 2", "2. Two"),
    ]


def test_blocks_without_numbers_are_counted() -> None:
    document = altered(DOCUMENT, paragraph_numbering=Numbering.NONE)
    text = "One\n\n…\n\nThree"
    made = Readable(text, {LocatorLabel.PARAGRAPH: paragraphs(text, document)})
    assert named(document_text("s", made)) == [("part 1 of 3", "One"), ("part 3 of 3", "Three")]


def test_pages_are_called_by_their_labels_else_by_their_places() -> None:
    assert [where for where, _ in named(document_text("s", pdf("i", "1", None, None)))] == [
        "page i",
        "page 1",
        "page 4 of 4",
    ]


def test_numbered_paragraphs_of_a_pdf_tell_their_page() -> None:
    found = named(document_text("s", pdf("i", "1", None, "3", numbered=True)))
    assert [(where, text.strip()) for where, text in found] == [
        ("page i, before paragraph 1", "First page"),
        ("page 1, paragraph 1", "1. One\nmore"),
        ("page 3, paragraph 2", "2. Two\ntail"),
    ]


def test_a_document_without_words_is_told_as_one() -> None:
    assert document_text("s", readable("… –")).reach.reach is Reach.NO_WORDS
    assert document_text("s", Readable("", {})).reach.reach is Reach.NO_WORDS


def test_why_a_document_is_not_searched() -> None:
    found = not_searched("s", Reach.NOT_READ, "It is broken.")
    assert (found.reach.reach, found.reach.fault) == (Reach.NOT_READ, "It is broken.")
    assert len(found.blocks) == 0


def test_long_paragraphs_are_several_blocks_of_one_name() -> None:
    found = document_text("s", readable("The guards " + "word " * 5_000))
    assert len(found.where) == len(found.blocks) > 3
    assert set(found.where) == {"paragraph 1"}


def test_all_words_of_the_samples_documents_are_searched() -> None:
    made = whole_sample(1)
    documents = [one.document for one in made._documents.values()]
    assert len(documents) == sum(1 for source in second().case.sources if source.document)
    for document in documents:
        assert document.blocks.folded.split() == fold_words(document.blocks.text).split()
