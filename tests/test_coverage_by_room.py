"""The check of coverage by room counts, compares and names what falls short."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import coverage_by_room


def measured(
    lines: tuple[int, int], branches: tuple[int, int], missing: tuple[int, ...] = ()
) -> dict[str, Any]:
    """A file's part of a report: (covered, all) lines and branches."""
    return {
        "summary": {
            "covered_lines": lines[0],
            "num_statements": lines[1],
            "covered_branches": branches[0],
            "num_branches": branches[1],
        },
        "missing_lines": list(missing),
        "missing_branches": [[7, 9], [8, -1]][: branches[1] - branches[0]],
    }


def report(files: dict[str, Any], *, branches: bool = True) -> dict[str, Any]:
    return {"meta": {"branch_coverage": branches}, "files": files}


FULL = measured((10, 10), (4, 4))


@pytest.mark.parametrize(
    ("path", "room"),
    [
        ("caseviewer/model/dates.py", "model"),
        ("caseviewer/ui/views/parties.py", "ui"),
        ("caseviewer\\ui\\theme.py", "ui"),
        ("/home/a/lib/caseviewer/bundle/reader.py", "bundle"),
        ("caseviewer/cli.py", "entry points"),
        ("caseviewer/__init__.py", "entry points"),
    ],
)
def test_room_of_a_file(path: str, room: str) -> None:
    assert coverage_by_room.room_of(path) == room


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"caseviewer/model/a.py": FULL, "caseviewer/ui/b.py": measured((9, 10), (8, 8))}, []),
        ({"caseviewer/model/__init__.py": measured((0, 0), (0, 0))}, []),
        (
            {"caseviewer/model/a.py": FULL, "caseviewer/model/b.py": measured((5, 5), (3, 4))},
            ["model: 95.65 % covered, 100 % needed", "    caseviewer/model/b.py: 7→9"],
        ),
        (
            {"caseviewer/ui/b.py": measured((8, 10), (2, 4), missing=(3, 4))},
            [
                "ui: 71.43 % covered, 90 % needed",
                "    caseviewer/ui/b.py: 3, 4, 7→9, 8→-1",
            ],
        ),
        ({}, ["Nothing was measured."]),
    ],
)
def test_what_falls_short_is_named(files: dict[str, Any], expected: list[str]) -> None:
    assert coverage_by_room.faults(report(files)) == expected


def test_a_room_that_is_not_known_is_a_fault() -> None:
    (fault,) = coverage_by_room.faults(report({"caseviewer/cellar/a.py": FULL}))
    assert fault.startswith("cellar: is no known room")


def test_a_report_without_branches_is_a_fault() -> None:
    files = {"caseviewer/model/a.py": FULL}
    assert coverage_by_room.faults(report(files, branches=False)) == ["Branches were not measured."]


@pytest.mark.parametrize(
    ("covered", "code", "words"),
    [(4, 0, "Covered: bundle 100.0 %\n"), (3, 1, "Covered too little:\nbundle: 92.86 %")],
)
def test_the_exit_code_says_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], covered: int, code: int, words: str
) -> None:
    path = tmp_path / "coverage.json"
    files = {"caseviewer/bundle/a.py": measured((10, 10), (covered, 4))}
    path.write_text(json.dumps(report(files)), "utf-8")
    assert coverage_by_room.main(str(path)) == code
    assert capsys.readouterr().out.startswith(words)
