import gc
import json
import shutil
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from caseviewer.bundle.reader import ReadingStopped
from caseviewer.documents import opening
from caseviewer.documents.opening import begin, changed_on_disk, open_case, today
from caseviewer.model.opened import DocumentPresence, OpenedCase, PassageState
from caseviewer.model.problems import BundleError
from caseviewer.model.reviewed import Rule
from caseviewer.model.standpoint import Standpoint
from tests import generator
from tests.builders import TEXT, Bundle, bundle, write, write_folder

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "cases" / "abdussamatov-v-kazakhstan"
REPORT = TEXT.encode()
STATES = ["found", "found", "found", "unchecked", "unchecked"]


def open_with(folder: Path, data: bytes | None, raw: Bundle | None = None) -> OpenedCase:
    """Open the small bundle with a text as its document."""
    documents = {} if data is None else {"report.txt": data}
    return open_case(write_folder(folder, raw or bundle(), documents))


def sentences(opened: OpenedCase) -> list[str]:
    return [problem.sentence() for problem in opened.problems]


def states(opened: OpenedCase) -> list[str]:
    return [state.value for _, state in opened.passages]


def test_the_document_is_here_and_every_passage_is_found(tmp_path: Path) -> None:
    opened = open_with(tmp_path, REPORT)
    assert sentences(opened) == []
    (state,) = opened.documents
    assert (state.source, state.presence, state.bytes) == ("report", DocumentPresence.MATCHES, 219)
    assert states(opened) == STATES
    assert opened.path == tmp_path
    assert opened.case_file == tmp_path / "case.json"


def test_a_file_by_itself_has_no_documents(tmp_path: Path) -> None:
    opened = open_case(write(tmp_path, bundle()))
    assert sentences(opened) == []
    assert [state.presence for state in opened.documents] == [DocumentPresence.NOT_HERE]
    assert states(opened) == ["unchecked"] * 5


def test_a_document_that_is_not_here_is_no_problem(tmp_path: Path) -> None:
    opened = open_with(tmp_path, None)
    assert sentences(opened) == []
    assert [state.presence for state in opened.documents] == [DocumentPresence.NOT_HERE]


def test_one_byte_changed(tmp_path: Path) -> None:
    opened = open_with(tmp_path, REPORT.replace(b"only counted", b"only Counted"))
    (state,) = opened.documents
    assert state.presence is DocumentPresence.DIFFERS
    assert "its passages are not verified" in state.detail
    assert states(opened) == [
        "in_other_copy",
        "in_other_copy",
        "not_found",
        "unchecked",
        "unchecked",
    ]
    hash_differs, words_gone = sentences(opened)
    assert hash_differs.startswith("S1: document, fingerprint (SHA-256): “report.txt” is here, but")
    assert words_gone.startswith("T3: words of the passage, words: these words do not stand")
    assert all(problem.place is not None for problem in opened.problems)


def test_places_in_another_text_are_told_apart_from_those_in_the_text_that_was_read(
    tmp_path: Path,
) -> None:
    opened = open_with(tmp_path, b"x" + REPORT)
    assert states(opened)[1:3] == ["in_other_copy", "in_other_copy"]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("bytes", 218, "S1: document, size in bytes: the hash matches, but the file has 219 bytes"),
        ("characters", 7, "S1: document, number of characters: the text has 219 characters"),
        ("count_from", "Nobody", "S1: document: No paragraph starts with “Nobody”"),
    ],
)
def test_what_the_record_says_of_its_document(
    tmp_path: Path, field: str, value: object, words: str
) -> None:
    raw = bundle()
    raw["sources"][0]["document"][field] = value
    assert sentences(open_with(tmp_path, REPORT, raw))[0].startswith(words)


def test_a_text_that_is_not_in_utf_8(tmp_path: Path) -> None:
    opened = open_with(tmp_path, b"caf\xe9")
    assert any("is not a text in UTF-8" in words for words in sentences(opened))
    assert states(opened) == ["unchecked"] * 5


def test_a_link_is_refused_with_a_problem(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, bundle())
    (tmp_path / "secret").write_bytes(REPORT)
    (folder / "documents" / "report.txt").symlink_to(tmp_path / "secret")
    opened = open_case(folder)
    (state,) = opened.documents
    assert state.presence is DocumentPresence.REFUSED
    assert state.detail.startswith("“report.txt” is a link")
    assert sentences(opened)[0].startswith("S1: document: “report.txt” is a link")


def test_the_paragraph_is_compared(tmp_path: Path) -> None:
    raw = bundle()
    raw["passages"][1]["locator"]["value"] = "10"
    (words,) = sentences(open_with(tmp_path, REPORT, raw))
    assert words.startswith("T2: locator: it stands in paragraph 2, not in paragraph 10 (line ")


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BundleError):
        open_case(tmp_path / "nowhere.json")


def test_whoever_asked_may_stop_at_every_step(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, bundle(), {"report.txt": REPORT})
    asked: list[bool] = []

    def stop_after(steps: int) -> bool:
        asked.append(True)
        return len(asked) > steps

    open_case(folder, should_stop=lambda: stop_after(1_000))
    total = len(asked)
    assert total > 30
    for steps in range(total):
        asked.clear()
        with pytest.raises(ReadingStopped):
            open_case(folder, should_stop=partial(stop_after, steps))
        assert len(asked) == steps + 1


def test_progress_is_told(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    open_case(write(tmp_path, bundle()), on_progress=lambda *step: steps.append(step))
    assert steps[-1][0] == steps[-1][1]


def test_the_heap_is_frozen_for_who_asks(tmp_path: Path) -> None:
    gc.unfreeze()
    open_case(write(tmp_path, bundle()), freeze=True)
    assert gc.get_freeze_count()
    gc.unfreeze()


def test_a_file_that_changes_after_it_was_read(tmp_path: Path) -> None:
    path = write(tmp_path, bundle())
    opened = open_case(path)
    assert not changed_on_disk(opened)
    path.write_text(json.dumps(bundle(title="Another title")), "utf-8")
    assert changed_on_disk(opened)
    path.unlink()
    assert changed_on_disk(opened)


def test_every_passage_of_the_first_sample_is_in_the_page(tmp_path: Path, seed_page: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(SAMPLE, folder)
    raw = json.loads((folder / "case.json").read_text("utf-8"))
    files = [source["document"]["file"] for source in raw["sources"] if "document" in source]
    (folder / "documents").mkdir(exist_ok=True)
    shutil.copy(seed_page, folder / "documents" / files[0])
    opened = open_case(folder)
    assert sentences(opened) == []
    assert [state.presence for state in opened.documents] == [DocumentPresence.MATCHES]
    report = {item.id for item in opened.case.sources if item.document}
    mine = {item.id for item in opened.case.passages if item.source in report and item.selector}
    assert mine
    assert {opened.passage_states[name] for name in mine} == {PassageState.FOUND}


def test_a_case_knows_the_day_on_which_it_was_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, bundle())
    before = datetime.now(UTC).astimezone().date()
    assert before.toordinal() <= today() <= before.toordinal() + 1
    monkeypatch.setattr(opening, "today", lambda: 734_655)
    assert begin(path).opened.standpoint == Standpoint(today=734_655)
    assert open_case(path).standpoint == Standpoint(today=734_655)


def test_the_case_is_reviewed_with_its_checks(tmp_path: Path) -> None:
    opening = begin(write(tmp_path, bundle()))
    assert opening.opened.reviewed is None
    reviewed = opening.check().reviewed
    assert reviewed is not None
    assert [one.rule for one in reviewed.findings] == [Rule.NOBODY_SAYS]
    assert [one.whole for one in reviewed.sums] == ["group"]


def test_the_review_of_a_stopped_check_is_given_up(tmp_path: Path) -> None:
    raw = bundle(sources=[], passages=[])
    opening = begin(write(tmp_path, raw))
    with pytest.raises(ReadingStopped):
        opening.check(should_stop=lambda: True)
    assert opening.check(should_stop=lambda: False).reviewed is not None


def test_many_records_are_reviewed_behind_the_opening(tmp_path: Path) -> None:
    path = tmp_path / "many.case.json"
    path.write_bytes(generator.data(2_001))
    assert not begin(path).is_short()
    path.write_bytes(generator.data(1_000))
    assert begin(path).is_short()
