import hashlib
from pathlib import Path
from typing import Any

import pytest
from fpdf import FPDF

from caseviewer.bundle.reader import ReadingStopped
from caseviewer.documents import checking
from caseviewer.documents.opening import begin, open_case
from caseviewer.documents.store import Content, Pause, Shelf, check
from caseviewer.model.opened import (
    Checked,
    DocumentPresence,
    Folding,
    OpenedCase,
    PassageState,
    ReadAs,
)
from caseviewer.model.sources import Document
from tests.builders import TEXT, Bundle, bundle, write, write_folder

REPORT = TEXT.encode()


def open_with(folder: Path, data: bytes, raw: Bundle | None = None) -> OpenedCase:
    folder.mkdir(parents=True, exist_ok=True)
    return open_case(write_folder(folder, raw or bundle(), {"report.txt": data}))


def sentences(opened: OpenedCase) -> list[str]:
    return [problem.sentence() for problem in opened.problems]


def states(opened: OpenedCase) -> list[PassageState]:
    return [state for _, state in opened.passages]


def recorded_as(media_type: str, data: bytes) -> Bundle:
    raw = bundle()
    document: dict[str, Any] = raw["sources"][0]["document"]
    document["media_type"] = media_type
    document["sha256"] = hashlib.sha256(data).hexdigest()
    document["bytes"] = len(data)
    document.pop("characters", None)
    return raw


def test_a_document_is_hashed_once_however_many_sources_name_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = bundle()
    raw["sources"].append(raw["sources"][0] | {"id": "again"})
    asked: list[str] = []

    def counted(shelf: Shelf, document: Document, pause: Pause) -> Content:
        asked.append(document.file)
        return check(shelf, document, pause)

    monkeypatch.setattr(checking, "check", counted)
    opened = open_with(tmp_path, REPORT, raw)
    assert asked == ["report.txt"]
    assert [state.presence for state in opened.documents] == [DocumentPresence.MATCHES] * 2


def test_a_document_that_is_not_what_its_record_says_is_a_problem(tmp_path: Path) -> None:
    opened = open_with(tmp_path, REPORT, recorded_as("application/pdf", REPORT))
    (state,) = opened.documents
    assert (state.presence, state.read_as) == (DocumentPresence.MATCHES, ReadAs.PDF)
    assert set(states(opened)) == {PassageState.UNCHECKED}
    assert sentences(opened)[0].startswith("S1: document: “report.txt” ")


def test_what_was_folded_is_kept_with_the_passage(tmp_path: Path) -> None:
    raw = bundle()
    raw["passages"][1]["selector"]["exact"] = "They  never asked us anything,"
    del raw["passages"][1]["position"]
    opened = open_with(tmp_path, REPORT, raw)
    finding = opened.passage_findings[raw["passages"][1]["id"]]
    assert finding.folded == {Folding.SPACES}
    assert finding.nearest == ()
    assert states(opened)[1] is PassageState.FOUND


def test_the_nearest_text_is_kept_for_words_that_are_not_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = REPORT.replace(b"never asked", b"seldom asked")
    opened = open_with(tmp_path / "one", changed)
    assert states(opened)[1] is PassageState.NOT_FOUND
    ((_, finding),) = opened.passage_findings.items()
    assert [piece.text for piece in finding.nearest if "seldom" in piece.text]
    monkeypatch.setattr(checking, "NEAREST_LIMIT", 0)
    assert open_with(tmp_path / "two", changed).findings == ()
    monkeypatch.setattr(checking, "NEAREST_LIMIT", 9)
    assert open_with(tmp_path / "three", b"Quite another text.").findings == ()


def test_with_one_letter_changed_exactly_the_passages_concerned_are_not_found(
    tmp_path: Path,
) -> None:
    raw = bundle()
    worded = [item for item in raw["passages"] if "selector" in item]
    assert len(worded) > 2
    whole = open_with(tmp_path / "whole", REPORT)
    assert [state for state in states(whole) if state is PassageState.NOT_FOUND] == []
    for at, sign in enumerate(TEXT):
        if not sign.isalpha() or at % 7:
            continue
        changed = TEXT[:at] + ("x" if sign != "x" else "y") + TEXT[at + 1 :]
        opened = open_with(tmp_path / str(at), changed.encode())
        lost = {name for name, state in opened.passages if state is PassageState.NOT_FOUND}
        concerned = {
            item["id"]
            for item in worded
            if (place := TEXT.find(compared(item))) >= 0
            and place <= at < place + len(compared(item))
        }
        assert lost == concerned


def compared(passage: dict[str, Any]) -> str:
    """The words that have to stand somewhere; where a position tells, those around do not."""
    selector = passage["selector"]
    around = ("", "") if "position" in passage else ("prefix", "suffix")
    before, after = (selector.get(name, "") for name in around)
    return f"{before}{selector['exact']}{after}"


def test_the_readers_copy_is_checked_where_the_bundle_has_no_document(tmp_path: Path) -> None:
    path = write(tmp_path, bundle())
    copy = tmp_path / "mine.txt"
    copy.write_bytes(REPORT)
    sha256 = bundle()["sources"][0]["document"]["sha256"]
    opened = open_case(path, {sha256: str(copy)})
    (state,) = opened.documents
    assert (state.presence, state.copy, state.read_as) == (
        DocumentPresence.MATCHES,
        copy,
        ReadAs.TEXT,
    )
    assert states(opened)[:3] == [PassageState.FOUND] * 3
    copy.write_bytes(REPORT.replace(b"never", b"seldom"))
    differing = open_case(path, {sha256: str(copy)})
    (state,) = differing.documents
    assert state.presence is DocumentPresence.DIFFERS
    assert state.detail.startswith("Your copy “mine.txt” is not the file that was read")
    assert states(differing)[:2] == [PassageState.IN_OTHER_COPY, PassageState.NOT_FOUND]
    # A copy is the reader's affair, and no fault of the bundle.
    assert all("hash" not in words for words in sentences(differing))
    copy.unlink()
    gone = open_case(path, {sha256: str(copy)})
    assert gone.documents[0].presence is DocumentPresence.NOT_HERE
    assert gone.documents[0].copy == copy
    assert sentences(gone) == []


def test_nothing_to_check_is_told_beforehand(tmp_path: Path) -> None:
    for name in ("alone", "folder", "none"):
        (tmp_path / name).mkdir()
    assert begin(write(tmp_path / "alone", bundle())).is_short()
    folder = write_folder(tmp_path / "folder", bundle(), {"report.txt": REPORT})
    opening = begin(folder)
    assert not opening.is_short()
    assert opening.opened.checked is Checked.UNDER_WAY
    assert opening.opened.documents == ()
    assert opening.check().checked is Checked.DONE
    raw = bundle()
    del raw["sources"][0]["document"]
    assert begin(write_folder(tmp_path / "none", raw, {"report.txt": REPORT})).is_short()


def test_progress_is_told_and_the_work_may_be_stopped(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, bundle(), {"report.txt": REPORT})
    steps: list[tuple[int, int]] = []
    begin(folder).check(on_progress=lambda *step: steps.append(step))
    assert steps[0][0] == 0
    assert steps[0][1] > 5
    with pytest.raises(ReadingStopped):
        begin(folder).check(should_stop=lambda: True)


def test_what_was_made_of_the_records_is_kept(tmp_path: Path) -> None:
    opening = begin(write_folder(tmp_path, bundle(), {"report.txt": REPORT}))
    index = opening.opened.index
    assert opening.check().index is index


def test_a_scan_has_no_words_to_look_up(tmp_path: Path) -> None:
    blank = FPDF()
    blank.add_page()
    data = bytes(blank.output())
    opened = open_with(tmp_path, data, recorded_as("application/pdf", data))
    assert set(states(opened)) == {PassageState.UNCHECKED}
    assert sentences(opened) == []


def test_words_with_others_around_them_are_said_to_stand_there(tmp_path: Path) -> None:
    raw = bundle()
    raw["passages"][1]["selector"] = {"exact": "They never asked us anything,", "prefix": "wrong "}
    del raw["passages"][1]["position"]
    opened = open_with(tmp_path, REPORT, raw)
    assert states(opened)[1] is PassageState.NOT_FOUND
    finding = opened.passage_findings[raw["passages"][1]["id"]]
    assert (finding.among_others, finding.nearest) == (True, ())
