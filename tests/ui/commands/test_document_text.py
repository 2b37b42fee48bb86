import dataclasses
from pathlib import Path

import pytest

from caseviewer.documents.opening import open_case
from caseviewer.documents.reading_process import Picture
from caseviewer.model.kinds import Nature
from caseviewer.model.opened import OpenedCase, ReadAs
from caseviewer.model.sources import Source
from caseviewer.ui.background import Job
from caseviewer.ui.commands import document_text
from caseviewer.ui.commands.document_text import (
    CitedSpan,
    DocumentText,
    draw_page,
    load,
    touched,
)
from caseviewer.ui.widgets.laid_out import lay_out
from tests.ui.kit import HALVEK, copy_of, opened_sample

JOB = Job(lambda _: None)


def source(opened: OpenedCase, wanted: str) -> Source:
    found = next(
        item for item in opened.case.sources if item.document and wanted in item.document.file
    )
    assert isinstance(found, Source)
    return found


def loaded(name: str) -> DocumentText:
    return load(opened_sample(), source(opened_sample(), name), {}, JOB)


def test_a_text_is_read_with_the_numbers_of_its_paragraphs() -> None:
    found = loaded("views-31-2017.txt")
    assert (found.fault, found.read_as) == ("", ReadAs.TEXT)
    assert found.laid is not None
    assert found.laid.text == (HALVEK / "documents" / "views-31-2017.txt").read_bytes().decode()
    assert found.numbered
    for start, number in found.numbered:
        assert number in found.laid.text[start : start + 40]


def test_every_passage_is_where_its_words_stand() -> None:
    found = loaded("views-31-2017.txt")
    assert found.laid is not None
    assert len(found.cited) > 40
    for span in found.cited:
        passage = opened_sample().index.get(span.passage)
        assert passage.selector.exact == found.laid.text[span.start : span.end]  # type: ignore[union-attr]
    assert list(found.cited) == sorted(found.cited, key=lambda span: span.start)


def test_what_nothing_cites_is_told_paragraph_by_paragraph() -> None:
    found = loaded("views-31-2017.txt")
    assert found.laid is not None
    assert found.uncited
    for _, start, words in found.uncited:
        end = start + len(words)
        assert found.laid.text[start:end] == words
        assert touched(found.cited, start, end) == []
    told = {start for _, start, _ in found.uncited}
    for start, _ in found.numbered:
        if start not in told:
            rest = found.laid.text[start:].split("\n\n")[0]
            assert touched(found.cited, start, start + len(rest))


def test_a_pdf_has_its_pages() -> None:
    found = loaded("custody-watch-2017.pdf")
    assert (found.read_as, found.fault) == (ReadAs.PDF, "")
    assert len(found.pages) > 1
    assert found.numbered == tuple((start, label) for label, start in found.pages)
    drawn = draw_page(found, 1, 300, JOB)
    assert drawn.picture.width == 300
    assert len(drawn.picture.rgb) == 3 * drawn.picture.width * drawn.picture.height
    start, end = found.pages[1][1], found.pages[2][1]
    here = {span.passage for span in found.cited if start <= span.start < end}
    assert {passage for passage, _ in drawn.marks} == here != set()
    assert draw_page(dataclasses.replace(found, laid=None), 1, 300, JOB).marks == ()


def test_a_picture_has_no_words() -> None:
    found = loaded("ministry-letter-2019-04-11.png")
    assert (found.read_as, found.laid, found.fault) == (ReadAs.PICTURE, None, "")
    drawn = draw_page(found, 0, 200, JOB)
    assert 0 < drawn.picture.width <= 200
    assert drawn.marks == ()


def test_a_source_without_a_document_has_nothing_to_read() -> None:
    bare = next(item for item in opened_sample().case.sources if not item.document)
    assert load(opened_sample(), bare, {}, JOB) == DocumentText(bare.id)


def test_a_document_that_went_away_since_is_told(tmp_path: Path) -> None:
    folder = copy_of(HALVEK, tmp_path)
    opened = open_case(folder)
    item = source(opened, "views-31-2017.txt")
    (folder / "documents" / "views-31-2017.txt").unlink()
    found = load(opened, item, {}, JOB)
    assert found.laid is None
    assert "views-31-2017.txt" in found.fault


def test_words_that_are_not_found_are_no_span(tmp_path: Path) -> None:
    folder = copy_of(HALVEK, tmp_path)
    file = folder / "documents" / "ostrel-courier-2016-03-18.txt"
    file.write_bytes(file.read_bytes().replace(b"I asked at the gate", b"I waited at the gate"))
    opened = open_case(folder)
    found = load(opened, source(opened, "ostrel-courier"), {}, JOB)
    known = {span.passage for span in found.cited}
    lost = [name for name, state in opened.passages if state.value == "not_found"]
    assert lost
    assert not known.intersection(lost)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 3, []), (0, 4, ["a"]), (5, 6, ["a", "b"]), (9, 20, ["b"]), (10, 20, [])],
)
def test_what_a_stretch_touches(start: int, end: int, expected: list[str]) -> None:
    cited = (CitedSpan(3, 7, "a"), CitedSpan(5, 10, "b"))
    assert touched(cited, start, end) == expected


def test_the_spans_of_a_translation_are_its_own() -> None:
    item = source(opened_sample(), "witness-k-statement-en.txt")
    assert item.nature is Nature.TRANSLATION
    found = load(opened_sample(), dataclasses.replace(item), {}, JOB)
    passages = {span.passage for span in found.cited}
    assert passages == {
        passage.id
        for passage in opened_sample().case.passages
        if passage.source == item.id and passage.selector is not None
    }


def test_a_pdf_that_numbers_no_paragraph_is_told_page_by_page() -> None:
    opened = opened_sample()
    nothing = dataclasses.replace(opened, case=dataclasses.replace(opened.case, passages=()))
    found = load(nothing, source(opened, "custody-watch-2017.pdf"), {}, JOB)
    assert found.cited == ()
    assert [(number, start) for number, start, _ in found.uncited] == list(found.pages)


def test_of_very_many_words_on_a_page_not_all_are_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []

    def draw(_: bytes, __: int, ___: int, words: list[tuple[str, int]], ____: object) -> Picture:
        asked.extend(words)
        return Picture(1, 1, bytes(3), 1, 1)

    monkeypatch.setattr(document_text, "draw_pdf_page", draw)
    text = "word " * 100_000
    spans = tuple(CitedSpan(at, at + 90_000, str(at)) for at in range(0, 400_000, 1_000))
    found = DocumentText("s", ReadAs.PDF, lay_out(text), pages=(("1", 0),), cited=spans)
    draw_page(found, 0, 300, JOB)
    assert [len(words) for words, _ in asked] == [90_000, 90_000, 20_000]
