"""Reading the documents of a case for the search."""

from pathlib import Path

import pytest

from caseviewer.documents.opening import begin
from caseviewer.model.opened import OpenedCase
from caseviewer.search.document_reading import read_documents
from caseviewer.search.hits import Reach
from tests.builders import SHA256, TEXT, bundle, write, write_folder


def case(folder: Path, documents: dict[str, bytes]) -> OpenedCase:
    return begin(write_folder(folder, bundle(), documents)).opened


def reached(opened: OpenedCase, copies: dict[str, str] | None = None) -> list[tuple[str, Reach]]:
    read = read_documents(opened, copies or {}, lambda: False)
    return [(one.source, one.reach.reach) for one in read]


def test_a_document_that_is_here_is_read(tmp_path: Path) -> None:
    assert reached(case(tmp_path, {"report.txt": TEXT.encode()})) == [("report", Reach.SEARCHED)]


def test_a_changed_document_is_searched_too(tmp_path: Path) -> None:
    opened = case(tmp_path, {"report.txt": b"Something else"})
    (found,) = read_documents(opened, {}, lambda: False)
    assert found.vocabulary.may_hold(" something else ")
    assert found.reach.changed
    (tmp_path / "documents" / "report.txt").write_text(TEXT, "utf-8")
    (found,) = read_documents(opened, {}, lambda: False)
    assert not found.reach.changed


def test_a_document_that_is_not_here_is_told(tmp_path: Path) -> None:
    assert reached(case(tmp_path, {})) == [("report", Reach.NOT_HERE)]


def test_a_case_file_alone_has_no_documents(tmp_path: Path) -> None:
    opened = begin(write(tmp_path, bundle())).opened
    assert reached(opened) == [("report", Reach.NOT_HERE)]


def test_the_readers_own_copy_is_read(tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(TEXT, "utf-8")
    opened = case(tmp_path, {})
    assert reached(opened, {SHA256: str(copy)}) == [("report", Reach.SEARCHED)]


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    opened = case(tmp_path, {"report.txt": b"\xff\xfe\xff"})
    (found,) = read_documents(opened, {}, lambda: False)
    assert found.reach.reach is Reach.NOT_READ
    assert "is not a text in UTF-8" in found.reach.fault


def test_a_link_is_refused_with_a_sentence(tmp_path: Path) -> None:
    opened = case(tmp_path, {})
    (tmp_path / "documents" / "report.txt").symlink_to(tmp_path / "case.json")
    (found,) = read_documents(opened, {}, lambda: False)
    assert found.reach.reach is Reach.NOT_READ
    assert "report.txt" in found.reach.fault


@pytest.mark.parametrize("media", ["image/png", "application/zip"])
def test_pictures_and_other_files_hold_no_words(tmp_path: Path, media: str) -> None:
    value = bundle()
    value["sources"][0]["document"]["media_type"] = media
    png = b"\x89PNG\r\n\x1a\n" + b"\x00" * 16
    folder = write_folder(tmp_path, value, {"report.txt": png})
    assert reached(begin(folder).opened) == [("report", Reach.NO_WORDS)]


def test_reading_ends_where_it_is_told_to(tmp_path: Path) -> None:
    opened = case(tmp_path, {"report.txt": TEXT.encode()})
    assert list(read_documents(opened, {}, lambda: True)) == []
