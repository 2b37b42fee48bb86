import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from caseviewer.cli import main
from tests.builders import TEXT, bundle, write, write_folder

REPORT = TEXT.encode()


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return write_folder(tmp_path, bundle(), {"report.txt": REPORT})


def anchored(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert main(["anchor", *arguments]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["anchor", *arguments]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    return told.err


def test_words_become_a_passage_for_the_case_file(
    capsys: pytest.CaptureFixture[str], case: Path
) -> None:
    text = "never  asked us\nanything"
    found = anchored(capsys, str(case), "--source", "S1", "--text", text)
    start = TEXT.index("never asked us anything")
    assert found == {
        "id": "t-6",
        "source": "report",
        "locator": {"label": "paragraph", "value": "2"},
        "selector": {"exact": "never asked us anything"},
        "position": {"start": start, "end": start + len("never asked us anything")},
    }


def test_what_is_printed_may_be_put_into_the_case_file(
    capsys: pytest.CaptureFixture[str], case: Path
) -> None:
    found = anchored(capsys, str(case), "--source", "report", "--text", "never asked us")
    raw = json.loads((case / "case.json").read_text("utf-8"))
    raw["passages"].append(found)
    (case / "case.json").write_text(json.dumps(raw), "utf-8")
    assert main(["check", str(case)]) == 0
    assert "– found (4): T1–T3, T6" in capsys.readouterr().out


def test_an_id_that_is_taken_is_not_given_again(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    raw = bundle()
    raw["passages"].append({**raw["passages"][0], "id": "t-7"})
    case = write_folder(tmp_path, raw, {"report.txt": REPORT})
    found = anchored(capsys, str(case), "--source", "S1", "--text", "never asked us")
    assert found["id"] == "t-8"


def test_words_in_several_places_are_listed_and_a_paragraph_chooses(
    capsys: pytest.CaptureFixture[str], case: Path
) -> None:
    words = refused(capsys, str(case), "--source", "S1", "--text", "They")
    assert words.startswith("The words stand in several places; say which")
    assert words.count("[They]") == TEXT.count("They")
    within = refused(capsys, str(case), "--source", "S1", "--text", "They", "--paragraph", "9")
    assert within.startswith("The words do not stand there, but here:\n– paragraph 2: …")


def test_words_that_are_not_there_have_the_nearest(
    capsys: pytest.CaptureFixture[str], case: Path
) -> None:
    words = refused(capsys, str(case), "--source", "S1", "--text", "They seldom asked us anything")
    assert "What comes nearest: They [in the document: never]" in words.replace(" ]", "]")
    words = refused(capsys, str(case), "--source", "S1", "--text", "xyzzy plugh")
    assert words == "These words do not stand in the document.\n"


@pytest.mark.parametrize("name", ["S9", "S2"])
def test_a_source_without_a_document_is_told(
    capsys: pytest.CaptureFixture[str], case: Path, name: str
) -> None:
    words = refused(capsys, str(case), "--source", name, "--text", "x")
    assert words == f"No source with a document is called “{name}”. There are: S1.\n"


def test_a_case_without_documents_has_none_to_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    raw = bundle()
    del raw["sources"][0]["document"]
    words = refused(capsys, str(write(tmp_path, raw)), "--source", "S1", "--text", "x")
    assert words.endswith("There are: none.\n")


def test_the_readers_copy_stands_for_a_document_that_is_not_here(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    case = write(tmp_path, bundle())
    words = refused(capsys, str(case), "--source", "S1", "--text", "never asked")
    assert "was not found" in words or "is not here" in words
    copy = tmp_path / "mine.txt"
    copy.write_bytes(REPORT)
    mine = ("--document", str(copy))
    found = anchored(capsys, str(case), "--source", "S1", "--text", "never asked", *mine)
    assert "position" in found
    copy.write_bytes(REPORT + b"more")
    assert main(["anchor", str(case), "--source", "S1", "--text", "never asked", *mine]) == 0
    told = capsys.readouterr()
    assert "is not the file that was read" in told.err
    assert "position" not in json.loads(told.out)


def test_a_page_of_a_pdf_is_cited(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    sample = Path(__file__).parents[1] / "cases" / "halvek-v-valdrasia"
    folder = tmp_path / "copy"
    shutil.copytree(sample, folder)
    text = "Wages at the mine have been paid only in part"
    found = anchored(capsys, str(folder), "--source", "S5", "--text", text, "--page", "1")
    assert found["locator"] == {"label": "page", "value": "1"}
    words = refused(capsys, str(folder), "--source", "S8", "--text", "Ministry")
    assert words == "The document holds no words that can be looked up.\n"


def test_what_cannot_be_opened_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "was not found" in refused(capsys, "/nowhere", "--source", "S1", "--text", "x")
