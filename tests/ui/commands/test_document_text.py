import dataclasses
from pathlib import Path, PurePath

from caseviewer.documents.opening import open_case
from caseviewer.model.kinds import Numbering
from caseviewer.model.opened import DocumentPresence, OpenedCase
from caseviewer.model.sources import Passage, Source
from caseviewer.ui.commands.document_text import DocumentText, load, place_of
from tests.ui.kit import ABDUSSAMATOV, HALVEK, copy_of, opened_sample


def source(opened: OpenedCase, wanted: str) -> Source:
    found = next(
        item for item in opened.case.sources if item.document and wanted in item.document.file
    )
    assert isinstance(found, Source)
    return found


def test_a_text_is_read_with_the_numbers_of_its_paragraphs() -> None:
    item = source(opened_sample(), "views-31-2017.txt")
    found = load(opened_sample(), item)
    assert found.fault == ""
    assert found.text == (HALVEK / "documents" / "views-31-2017.txt").read_bytes().decode()
    assert found.numbered
    for start, number in found.numbered:
        assert number in found.text[start : start + 40]
    assert item.document is not None
    assert item.document.paragraph_numbering is Numbering.PRINTED


def test_what_is_no_plain_text_is_said_to_be_so() -> None:
    for name in ("custody-watch-2017.pdf", "ministry-letter-2019-04-11.png"):
        found = load(opened_sample(), source(opened_sample(), name))
        assert found.text == ""
        assert found.fault == (
            f"This is no plain text. Open “{name}” in the folder “documents” with a program for"
            " such files to read it."
        )


def test_of_a_document_that_is_not_here_there_is_nothing_to_read() -> None:
    opened = opened_sample(ABDUSSAMATOV)
    item = next(item for item in opened.case.sources if item.document)
    assert load(opened, item) == DocumentText()
    bare = next(item for item in opened_sample().case.sources if not item.document)
    assert load(opened_sample(), bare) == DocumentText()


def test_a_source_whose_document_was_never_checked_has_nothing_to_read() -> None:
    opened = dataclasses.replace(opened_sample(), documents=())
    assert load(opened, source(opened, "views-31-2017.txt")) == DocumentText()


def test_a_document_that_went_away_since_is_told(tmp_path: Path) -> None:
    folder = copy_of(HALVEK, tmp_path)
    opened = open_case(folder)
    item = source(opened, "views-31-2017.txt")
    assert opened.document_states[item.id].presence is DocumentPresence.MATCHES
    (folder / "documents" / "views-31-2017.txt").unlink()
    found = load(opened, item)
    assert found.text == ""
    assert "views-31-2017.txt" in found.fault


def test_a_file_by_itself_has_no_documents_to_read() -> None:
    opened = dataclasses.replace(opened_sample(), case_file=PurePath("/a/lone.json"))
    assert load(opened, source(opened, "views-31-2017.txt")) == DocumentText()


def passage_with_words() -> Passage:
    return next(item for item in opened_sample().case.passages if item.selector and item.position)


def test_a_passage_is_where_its_words_stand_not_where_they_stood() -> None:
    item = passage_with_words()
    assert item.selector is not None
    assert item.position is not None
    selector = dataclasses.replace(item.selector, prefix="", suffix="")
    alone = dataclasses.replace(item, selector=selector)
    text = f"behind this: {selector.exact}."
    start = len("behind this: ")
    assert place_of(opened_sample(), alone, text) == (start, start + len(selector.exact))
    assert place_of(opened_sample(), alone, "quite other words " * 500) is None


def test_offsets_alone_count_only_in_the_document_that_was_read() -> None:
    item = dataclasses.replace(passage_with_words(), selector=None)
    assert item.position is not None
    text = "x" * (item.position.end + 1)
    place = (item.position.start, item.position.end)
    assert place_of(opened_sample(), item, text) == place
    other = dataclasses.replace(opened_sample(), documents=())
    assert place_of(other, item, text) is None
