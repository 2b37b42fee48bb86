"""The command line for the library, from an empty one to an export."""

import io
import json
import os
import shutil
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from caseviewer import cli, library_cli
from caseviewer.search.library import refreshing
from caseviewer.search.library.library import Library
from caseviewer.search.library.store import FILE_NAME, IndexOutOfReachError, user_store, writer_lock
from caseviewer.search.library.values import Ending, Progress
from tests.builders import bundle
from tests.commands import run
from tests.search.library.kit import write_case

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    folder = tmp_path / "cases"
    decided = bundle(id="two", title="The vicunas", deadlines=[])
    decided["parties"][2] |= {"country": "KAZ"}
    decided["proceedings"][0] |= {"status": "decided", "decision": "crossing"}
    write_case(folder / "one", bundle())
    write_case(folder / "two", decided)
    return folder


def library(*given: object) -> int:
    return cli.main(["library", *map(str, given)])


def test_from_an_empty_one_to_an_erased_one(cases: Path, capsys: Captured) -> None:
    assert library("list") == 0
    assert "has no folder yet" in capsys.readouterr().err
    assert library("add", cases) == 0
    assert capsys.readouterr() == ("Cases: 2 new.\n", "")
    assert library("list") == 0
    printed = capsys.readouterr().out
    assert "The vicunas" in printed
    assert printed.endswith("2 cases\n")
    assert library("search", "vicunas") == 0
    printed, told = capsys.readouterr()
    assert "  file  title · The »vicunas«" in printed
    assert told == "Found once.\n"
    assert library("refresh") == 0
    assert capsys.readouterr().out == "Cases: 2 as before.\n"
    assert library("erase") == 0
    assert "The folders stay known" in capsys.readouterr().err
    assert library("list") == 0
    assert "Nothing is read yet" in capsys.readouterr().err
    assert library("refresh") == 0
    capsys.readouterr()
    assert library("remove", cases) == 0
    assert library("list") == 0
    assert capsys.readouterr().out == "0 cases\n"


def test_it_is_kept_as_the_window_keeps_it(cases: Path, home: Path) -> None:
    done = run("library", "add", str(cases))
    assert (done.returncode, done.stdout, done.stderr) == (0, "Cases: 2 new.\n", "")
    (index,) = home.rglob(FILE_NAME)
    assert stat.S_IMODE(index.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (["--state", "kaz"], ["two"]),
        (["--state", "xandria", "--state", "kaz"], ["small-case", "two"]),
        (["--state", "nowhere"], []),
        (["--body", "committee"], ["small-case", "two"]),
        (["--status", "decided"], ["two"]),
        (["--year", "2019"], ["two"]),
        (["--deadline", "over"], ["small-case"]),
        (["--text", "vicu"], ["two"]),
    ],
)
def test_cases_can_be_chosen(
    cases: Path, filters: list[str], found: list[str], capsys: Captured
) -> None:
    library("add", cases)
    capsys.readouterr()
    assert library("list", "--json", *filters) == 0
    values = json.loads(capsys.readouterr().out)
    assert [case["id"] for case in values["cases"]] == found
    assert values["folders"] == [str(cases)]
    assert library("search", "crossing", "--json", *filters) == (0 if found else 1)
    hits = json.loads(capsys.readouterr().out)
    assert {case["id"] for case in hits["cases"]} == set(found)


def test_cases_of_a_folder_can_be_chosen(
    cases: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_case(cases.with_name("others") / "three", bundle(id="three"))
    library("add", cases, cases.with_name("others"))
    capsys.readouterr()
    monkeypatch.chdir(cases.parent)
    assert library("list", "--json", "--folder", "others") == 0
    assert [case["id"] for case in json.loads(capsys.readouterr().out)["cases"]] == ["three"]


def test_nothing_found_is_told(cases: Path, capsys: Captured) -> None:
    library("add", cases)
    capsys.readouterr()
    assert library("search", "okapi") == 1
    assert capsys.readouterr() == (
        "",
        (
            "Nothing found.\nSearched: 2 cases.\n"
            "Not searched: 2 documents that are not here (of 2 cases).\n"
        ),
    )
    assert library("search", "party:") == 2
    assert "party: lacks a name" in capsys.readouterr().err


def test_where_nothing_is_read_no_search_finds_nothing_for_certain(
    cases: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert library("search", "crossing") == 1
    assert "has no folder yet" in capsys.readouterr().err
    Library().add_folder(cases)
    assert library("search", "crossing", "--json") == 1
    assert "Nothing is read yet" in json.loads(capsys.readouterr().out)["told"][0]
    monkeypatch.setattr(refreshing, "_BATCH_SECONDS", 0.0)
    monkeypatch.setattr(refreshing, "_TOLD_SECONDS", 0.0)
    read: list[Progress] = []
    done = Library().refresh(read.append, lambda: not any(one.done for one in read))
    assert (done.ending, done.added) == (Ending.STOPPED, 1)
    assert library("search", "crossing") == 0
    assert "Not all cases are read yet" in capsys.readouterr().err


def test_one_folder_that_is_none_keeps_no_other_from_being_forgotten(
    cases: Path, capsys: Captured
) -> None:
    library("add", cases)
    capsys.readouterr()
    assert library("remove", cases / "one", cases) == 2
    assert "is no folder of the library" in capsys.readouterr().err
    assert library("list", "--json") == 0
    assert json.loads(capsys.readouterr().out)["folders"] == []


def test_only_so_many_hits_are_shown(cases: Path, capsys: Captured) -> None:
    library("add", cases)
    capsys.readouterr()
    assert library("search", "crossing", "--most", 1, "--json") == 0
    values = json.loads(capsys.readouterr().out)
    assert sum(len(case["hits"]) for case in values["cases"]) == 1
    assert values["more"]


def test_switched_off_it_says_what_still_works(cases: Path, capsys: Captured) -> None:
    library("add", cases)
    assert library("off") == 0
    capsys.readouterr()
    for given in (["list"], ["refresh"], ["search", "x"], ["export"]):
        assert library(*given) == 2
        assert "switched off" in capsys.readouterr().err
    library("search", "x")
    assert "caseviewer search QUERY FOLDER" in capsys.readouterr().err
    assert library("on") == 0
    assert library("list") == 0


def test_what_cannot_be_done_is_told(
    cases: Path, home: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert library("add", cases / "nowhere") == 2
    assert "is not a folder that is here" in capsys.readouterr().err
    assert library("remove", cases) == 2
    assert "no folder of the library" in capsys.readouterr().err
    library("add", cases)
    capsys.readouterr()
    with writer_lock(user_store()) as mine:
        assert mine
        for given in (["refresh"], ["erase"], ["remove", cases]):
            assert library(*given) == 2
            assert "Another program" in capsys.readouterr().err
    for config in list(home.rglob("library.json")):
        shutil.rmtree(config.parent)
        config.parent.write_text("a file stands in its place")
    assert library("off") == 2
    assert "could not be saved" in capsys.readouterr().err


def test_a_damaged_index_is_told(cases: Path, home: Path, capsys: Captured) -> None:
    library("add", cases)
    (index,) = home.rglob(FILE_NAME)
    index.write_bytes(b"x" * 9_000)
    capsys.readouterr()
    assert library("search", "crossing") == 2
    assert capsys.readouterr().err == (
        "The index was damaged, and is made anew from the cases. Do that with:"
        " caseviewer library refresh\n"
    )
    assert library("list") == 2
    assert library("refresh", "--json") == 0
    assert "damaged" in json.loads(capsys.readouterr().out)["told"][0]


def test_an_index_that_is_out_of_reach_is_told(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise IndexOutOfReachError("The index could not be read.")

    monkeypatch.setattr(Library, "search", refuse)
    assert library("search", "crossing") == 2
    assert capsys.readouterr().err == "The index could not be read.\n"


def test_settings_that_cannot_be_read_are_told(cases: Path, home: Path, capsys: Captured) -> None:
    library("add", cases)
    (config,) = home.rglob("library.json")
    config.write_text("{")
    capsys.readouterr()
    assert library("list") == 0
    assert "could not be read" in capsys.readouterr().err


def test_a_case_that_cannot_be_opened_is_told_beside_the_output(
    cases: Path, capsys: Captured
) -> None:
    (cases / "one" / "case.json").write_text("{")
    assert library("add", cases) == 0
    printed, told = capsys.readouterr()
    assert printed == "Cases: 2 new, 1 cannot be opened.\n"
    assert str(cases / "one" / "case.json") in told


def test_progress_goes_to_a_terminal_alone(
    cases: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("caseviewer.search.library.refreshing._TOLD_SECONDS", 0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(library_cli, "writes_bold", lambda: True)
    assert library("add", cases) == 0
    told = capsys.readouterr().err
    assert "Looking through the folders" in told
    assert "1 of 2 cases read" in told
    assert "Tidying the index" in told
    assert told.endswith("\r\x1b[K")
    assert library("search", "vicunas") == 0
    assert "\x1b[1mvicunas\x1b[22m" in capsys.readouterr().out


# Exporting ----------------------------------------------------------------------------------


def records(data: str | bytes) -> list[dict[str, Any]]:
    text = data if isinstance(data, str) else data.decode()
    return [json.loads(line) for line in io.StringIO(text)]


def test_records_go_to_a_private_file(cases: Path, tmp_path: Path, capsys: Captured) -> None:
    library("add", cases)
    capsys.readouterr()
    target = tmp_path / "records.jsonl"
    assert library("export", "--out", target) == 0
    found = records(target.read_bytes())
    assert {one["case"] for one in found} == {"small-case", "two"}
    assert capsys.readouterr().err == f"Exported: {len(found)} records to “records.jsonl”.\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_records_go_to_the_output(cases: Path) -> None:
    run("library", "add", str(cases))
    done = run("library", "export")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(records(done.stdout)) > 40


def test_nothing_is_written_over_unasked(cases: Path, tmp_path: Path, capsys: Captured) -> None:
    library("add", cases)
    target = tmp_path / "records.jsonl"
    target.write_text("mine")
    assert library("export", "--out", target) == 2
    assert "left as it is" in capsys.readouterr().err
    assert target.read_text() == "mine"
    assert library("export", "--out", target, "--force") == 0
    assert records(target.read_bytes())


def test_no_file_is_written_where_none_belongs(
    cases: Path, tmp_path: Path, capsys: Captured
) -> None:
    library("add", cases)
    os.mkfifo(tmp_path / "pipe")
    (cases / "one" / "documents").mkdir()
    (tmp_path / "link").symlink_to(cases / "one" / "documents")
    for target, words in (
        (tmp_path / "link" / "x.jsonl", "would lie in a case’s own folder"),
        (cases / "one" / "x.jsonl", "would lie in a case’s own folder"),
        (cases / "one" / "documents" / "x.jsonl", "would lie in a case’s own folder"),
        (tmp_path, "is a folder"),
        (tmp_path / "pipe", "left as it is"),
        (tmp_path / "no" / "such" / "x.jsonl", "could not be written: No such file"),
    ):
        capsys.readouterr()
        assert library("export", "--out", target, "--force") == 2
        assert words in capsys.readouterr().err


def test_names_that_are_no_text_can_be_exported(tmp_path: Path, capsys: Captured) -> None:
    strange = Path(os.fsdecode(os.fsencode(tmp_path) + b"/cases\xff"))
    write_case(strange / "one", bundle())
    library("add", strange)
    assert library("export", "--out", tmp_path / "records.jsonl") == 0
    assert "\udcff" in records((tmp_path / "records.jsonl").read_bytes())[0]["path"]
    assert library("list", "--json") == 0
