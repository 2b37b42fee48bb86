"""`caseviewer search`: cases and folders, in words and as JSON."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from caseviewer.cli import main
from tests.builders import TEXT, bundle, write, write_folder
from tests.commands import SAMPLES, run

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    write_folder(tmp_path / "one", bundle(), {"report.txt": TEXT.encode()})
    write(tmp_path / "two", bundle(title="Another case", summary="Only here: zebra."))
    return tmp_path


def values(capsys: Captured, *arguments: str, code: int = 0) -> dict[str, Any]:
    assert main(["search", "--json", *arguments]) == code
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_sample_answers_as_a_reader_expects(capsys: Captured) -> None:
    assert main(["search", "kazakhstan", *map(str, SAMPLES)]) == 0
    out = capsys.readouterr().out
    assert "18 places: Overview 2, Parties 4, Chronology 4, Quotations 1, Citations 5" in out
    assert "  P17   name · »Kazakstan« Bureau for Human Rights and Rule of Law · 1 more\n" in out
    assert "        matched Kazakstan: the publisher's spelling of Kazakhstan\n" in out


def test_every_case_below_a_folder_is_searched(capsys: Captured, shelf: Path) -> None:
    assert main(["search", "zebra", str(shelf)]) == 0
    told = capsys.readouterr()
    assert told.out.startswith(f"Another case ({shelf / 'two' / 'small.case.json'})\n1 place: ")
    assert told.err == "Found in 1 of 2 cases.\n"


def test_the_text_of_documents_is_searched(capsys: Captured, shelf: Path) -> None:
    found = values(capsys, '"the guards took"', str(shelf / "one"))
    (case,) = found["cases"]
    assert case["counts"]["documents"] == 1
    assert case["path"] == str(shelf / "one")


@pytest.mark.parametrize("first", [[], ["--"]])
@pytest.mark.parametrize("query", ["-kind:passage", "-hello", "-zebra crossing", "-1", "-"])
def test_a_query_may_begin_with_a_dash(
    capsys: Captured, shelf: Path, first: list[str], query: str
) -> None:
    code = main(["search", *first, query, str(shelf / "one")])
    told = capsys.readouterr()
    if query == "-":
        assert (code, told.err) == (2, "There is no letter and no digit to look for.\n")
    else:
        assert (code, told.out.count("places: ")) == (0, 1)


def test_help_is_no_query(capsys: Captured) -> None:
    with pytest.raises(SystemExit):
        main(["search", "-h"])
    assert "'-kind:passage appeal'" in capsys.readouterr().out


def test_a_case_that_is_named_twice_is_searched_once(capsys: Captured, shelf: Path) -> None:
    paths = [str(shelf), str(shelf / "one"), str(shelf / "one" / "case.json")]
    paths += [f"{shelf}/two/../one", f"{shelf}/two/../one/case.json"]
    assert len(values(capsys, "crossing", *paths)["cases"]) == 2


def test_a_link_does_not_hide_the_case_that_it_points_to(capsys: Captured, shelf: Path) -> None:
    (shelf / "linked").mkdir()
    (shelf / "linked" / "case.json").symlink_to(shelf / "one" / "case.json")
    paths = [str(shelf / "linked"), str(shelf / "one")]
    found = values(capsys, "crossing", *paths, code=2)
    assert [len(found["refused"]), len(found["cases"])] == [1, 1]


def test_nothing_found_ends_with_1_and_tells_what_was_searched(
    capsys: Captured, shelf: Path
) -> None:
    assert main(["search", "zzz", str(shelf)]) == 1
    told = capsys.readouterr()
    assert told.out.count("Nothing found for zzz.") == 2
    assert "the text of 1 document (S1)" in told.out
    assert "Not searched, as it is not here: the document of S1." in told.out
    assert told.err == "Found in 0 of 2 cases.\n"
    found = values(capsys, "zzz", str(shelf), code=1)
    assert all(case["nothing_found"] for case in found["cases"])


def test_few_cases_tell_what_was_searched(capsys: Captured, tmp_path: Path) -> None:
    for at in range(8):
        write(tmp_path, bundle(), f"{at}.json")
    assert main(["search", "zzz", str(tmp_path)]) == 1
    told = capsys.readouterr()
    assert told.out.count("Nothing found for zzz.") == 5
    assert told.err == "Found in 0 of 8 cases.\n"


def test_files_that_are_no_bundles_are_passed_over_unless_named(
    capsys: Captured, shelf: Path
) -> None:
    other = shelf / "other.json"
    other.write_text('{"about": "casebundle"}', "utf-8")
    assert main(["search", "crossing", str(shelf)]) == 0
    assert "other.json" not in capsys.readouterr().err
    assert main(["search", "crossing", str(shelf), str(other)]) == 2
    told = capsys.readouterr()
    assert "is not a case bundle" in told.err
    assert "A crossing on 3 May 2019" in told.out


def test_broken_bundles_are_told_of(capsys: Captured, shelf: Path) -> None:
    (shelf / "two" / "broken.json").write_text('{"format": "casebundle",', "utf-8")
    assert main(["search", "crossing", str(shelf)]) == 0
    assert "broken.json" in capsys.readouterr().err
    found = values(capsys, "crossing", str(shelf))
    assert [Path(one["path"]).name for one in found["refused"]] == ["broken.json"]
    assert found["refused"][0]["sentence"]


def test_a_path_without_a_case_is_told_of(capsys: Captured, tmp_path: Path) -> None:
    assert main(["search", "x", str(tmp_path)]) == 2
    assert capsys.readouterr().err == f"There is no case in or below “{tmp_path}”.\n"
    assert main(["search", "x", str(tmp_path / "nowhere")]) == 2
    assert "was not found" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", "There is nothing to look for.\n"),
        ("?!", "There is no letter and no digit to look for.\n"),
        ("before:next", ("before:next is neither a year nor a date; write before:2011 or"
                        " before:2011-06-09\n")),
    ],
)  # fmt: skip
def test_a_query_that_asks_nothing_ends_with_2(
    capsys: Captured, shelf: Path, query: str, told: str
) -> None:
    assert main(["search", query, str(shelf)]) == 2
    assert capsys.readouterr().err == told


def test_a_day_may_be_asked_for(capsys: Captured) -> None:
    found = values(capsys, "zhovtis", str(SAMPLES[0]), "--as-at", "2011-06-10", code=1)
    assert found["cases"][0]["as_at"] == "2011-06-10"
    assert found["cases"][0]["nothing_found"][-1].startswith("As at 10 June 2011: ")


def test_an_own_copy_is_searched_where_a_case_knows_it(
    capsys: Captured, shelf: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("copies")
    copy, other = folder / "copy.txt", folder / "other.txt"
    copy.write_text(TEXT, "utf-8")
    other.write_text("Something else", "utf-8")
    alone = str(shelf / "two")
    without = str(write(folder, bundle(sources=[], passages=[]), "without.json"))
    paths = [alone, without]
    assert main(["search", "guards kind:document", *paths, "--document", str(copy)]) == 0
    assert capsys.readouterr().err == "Found in 1 of 2 cases.\n"
    assert main(["search", "guards kind:document", alone, "--document", str(copy)]) == 0
    assert capsys.readouterr().err == ""
    arguments = ["search", "guards", alone, "--document", str(copy), "--document", str(other)]
    assert main(arguments) == 0
    assert capsys.readouterr().err == (
        "“other.txt” is none of the documents of this case, by its hash.\n"
    )


def test_a_terminal_gets_bold_words(monkeypatch: pytest.MonkeyPatch, shelf: Path) -> None:
    class Terminal(io.StringIO):
        @override
        def isatty(self) -> bool:
            return True

    for variables, bold in (
        ({"TERM": "xterm"}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
    ):
        out = Terminal()
        monkeypatch.setattr("sys.stdout", out)
        monkeypatch.delenv("NO_COLOR", raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        assert main(["search", "zebra", str(shelf / "two")]) == 0
        assert ("\x1b[1mzebra\x1b[22m" in out.getvalue()) is bold
        assert ("»zebra«" in out.getvalue()) is not bold


def test_the_command_as_a_process(shelf: Path) -> None:
    done = run("search", "CRS Issue 647, available", *map(str, SAMPLES))
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert "»647«, »available«" in done.stdout
    done = run("search", "--", "-zebra", str(shelf / "two"))
    assert done.returncode == 0
    assert run("search", "crossing").returncode == 2
    assert "right of appeal" in run("search", "--help").stdout
