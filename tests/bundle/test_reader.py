import gc
import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from caseviewer.bundle import reader, upgrade
from caseviewer.bundle.reader import Reading, ReadingStopped, read
from caseviewer.bundle.upgrade import Step
from caseviewer.model.case import FORMAT_VERSION
from caseviewer.model.problems import BundleError, Place, Severity
from caseviewer.model.references import Kind
from tests.builders import bundle, write, write_folder

LISTS = [kind.value for kind in Kind]
TOTAL = sum(len(bundle()[name]) for name in LISTS)


def sentences(reading: Reading) -> list[str]:
    return [problem.sentence() for problem in reading.problems]


def test_a_sound_file(tmp_path: Path) -> None:
    path = write(tmp_path, bundle())
    reading = read(path)
    assert reading.problems == ()
    assert reading.unlisted_problems == 0
    assert reading.case.title == "A crossing on 3 May 2019"
    assert [len(getattr(reading.case, name)) for name in LISTS] == [
        len(bundle()[name]) for name in LISTS
    ]
    assert reading.fingerprint.size == path.stat().st_size
    assert reading.location.case_file == path
    assert reading.text == path.read_text("utf-8")


def test_a_folder(tmp_path: Path) -> None:
    reading = read(write_folder(tmp_path, bundle()))
    assert reading.location.documents == tmp_path / "documents"


def test_the_file_is_not_written_to(tmp_path: Path) -> None:
    path = write(tmp_path, bundle())
    before = path.read_bytes(), path.stat()
    read(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before[0], before[1].st_mtime_ns)
    assert list(tmp_path.iterdir()) == [path]


def test_lists_that_are_not_there_are_empty(tmp_path: Path) -> None:
    raw = {key: value for key, value in bundle().items() if key not in LISTS}
    assert [getattr(read(write(tmp_path, raw)).case, name) for name in LISTS] == [()] * len(LISTS)


@pytest.mark.parametrize("value", [None, {}, "parties", 5])
def test_a_list_that_is_none_is_set_aside(tmp_path: Path, value: object) -> None:
    reading = read(write(tmp_path, bundle(gaps=value)))
    (problem,) = reading.problems
    assert problem.severity is Severity.SET_ASIDE
    assert problem.sentence().startswith("“gaps” is set aside: ")
    assert problem.place is not None
    assert reading.case.gaps == ()
    assert reading.case.parties


def test_problems_have_their_place_in_the_file(tmp_path: Path) -> None:
    raw = bundle()
    raw["parties"][0]["name"] = 5
    raw["gaps"][0]["about"] = ["nobody"]
    raw["chronology"][0]["basis"] = []
    path = write(tmp_path, raw)
    lines = path.read_text("utf-8").splitlines()
    reading = read(path)
    places = {problem.short: problem.place for problem in reading.problems}
    for short, words in (("P1", '"name": 5'), ("G1", '"nobody"')):
        place = places[short]
        assert isinstance(place, Place)
        assert words in lines[place.line - 1]


def test_records_behind_one_that_is_set_aside_keep_their_place(tmp_path: Path) -> None:
    raw = bundle()
    raw["passages"][0]["source"] = 5
    raw["passages"][3]["source"] = "nobody"
    problems = read(write(tmp_path, raw)).problems
    assert ("passages", 3, "source") in {problem.path for problem in problems}


def test_a_newer_minor_version_opens_and_lists_what_was_not_understood(tmp_path: Path) -> None:
    raw = bundle(format_version="1.3", letters=[], parties=[])
    raw["gaps"][0]["weight"] = 3
    raw["gaps"][0]["about"] = []
    reading = read(write(tmp_path, raw))
    assert reading.case.format_version == "1.3"
    assert reading.case.gaps[0].id == "names"
    understood = [words for words in sentences(reading) if "not understood" in words]
    assert len(understood) == 2
    assert all("format 1.3, and this program reads 1.0" in words for words in understood)


def test_a_newer_major_version_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(BundleError) as caught:
        read(write(tmp_path, bundle(format_version="2.0")))
    assert caught.value.problem.place == Place(3, 20)
    assert "newer Case Viewer" in str(caught.value)


def test_an_older_version_is_upgraded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def change(old: dict[str, object]) -> dict[str, object]:
        new = {("parties" if key == "people" else key): old[key] for key in old}
        return new | {"format_version": "1.0"}

    steps = {(0, 9): Step((1, 0), change)}
    monkeypatch.setattr(
        reader, "upgrade", lambda raw, version: upgrade.upgrade(raw, version, steps)
    )
    raw = bundle(format_version="0.9", gaps=[{"id": "g"}])
    raw["people"] = raw.pop("parties")
    reading = read(write(tmp_path, raw))
    assert len(reading.case.parties) == 5
    assert reading.text is None
    (problem,) = reading.problems
    assert problem.place is None


def test_a_step_changes_records_that_would_be_sound_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(old: Any) -> dict[str, object]:
        gaps = [{**item, "missing": item["missing"].upper()} for item in old["gaps"]]
        return {**old, "gaps": gaps, "format_version": "1.0"}

    steps = {(0, 9): Step((1, 0), change)}
    monkeypatch.setattr(
        reader, "upgrade", lambda raw, version: upgrade.upgrade(raw, version, steps)
    )
    raw = bundle(format_version="0.9")
    reading = read(write(tmp_path, raw))
    assert [item.missing for item in reading.case.gaps] == [
        item["missing"].upper() for item in raw["gaps"]
    ]


def test_without_a_step_an_older_version_is_refused(tmp_path: Path) -> None:
    assert (0, 9) not in upgrade.STEPS
    assert FORMAT_VERSION == (1, 0)
    with pytest.raises(BundleError, match=r"written for format 0\.9"):
        read(write(tmp_path, bundle(format_version="0.9")))


def test_too_many_records_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, bundle())
    monkeypatch.setattr(reader, "MOST_RECORDS", TOTAL)
    assert read(path).problems == ()
    monkeypatch.setattr(reader, "MOST_RECORDS", TOTAL - 1)
    with pytest.raises(BundleError, match=f"lists {TOTAL} records; at most {TOTAL - 1} are read"):
        read(path)


def test_fifty_problems_are_listed_and_the_others_counted(tmp_path: Path) -> None:
    reading = read(write(tmp_path, bundle(gaps=[1] * 10_000)))
    assert len(reading.problems) == 50
    assert reading.unlisted_problems == 9_950


def test_progress_is_told_and_ends_with_the_last_record(tmp_path: Path) -> None:
    raw = bundle(gaps=[{"id": f"g{at}", "missing": "m"} for at in range(1200)])
    steps: list[tuple[int, int]] = []
    read(write(tmp_path, raw), on_progress=lambda done, total: steps.append((done, total)))
    total = TOTAL - 1 + 1200
    assert steps[0] == (0, total)
    assert steps[-1] == (total, total)
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert max(b - a for (a, _), (b, _) in pairwise(steps)) <= 500


@pytest.mark.parametrize("after", range(20))
def test_whoever_asked_may_stop_at_every_step(tmp_path: Path, after: int) -> None:
    asked = iter([False] * after + [True] * 100)
    with pytest.raises(ReadingStopped):
        read(write(tmp_path, bundle()), should_stop=lambda: next(asked))


@pytest.mark.parametrize("after", [0, 1, 2])
def test_whoever_asked_may_stop_while_the_file_is_parsed(tmp_path: Path, after: int) -> None:
    path = tmp_path / "broken.case.json"
    path.write_text(json.dumps(bundle())[:-1], "utf-8")  # nothing behind parsing is reached
    asked = iter([False] * after + [True])
    with pytest.raises(ReadingStopped):
        read(path, should_stop=lambda: next(asked))


def test_the_order_of_the_lists_in_the_file_makes_no_difference(tmp_path: Path) -> None:
    raw = bundle()
    raw["parties"][0]["name"] = 5
    raw["gaps"][0]["about"] = ["nobody"]
    raw["gaps"].append({"id": raw["parties"][1]["id"], "missing": "m"})
    first = read(write(tmp_path, raw))
    second = read(write(tmp_path, dict(reversed(raw.items()))))
    assert second.case == first.case
    assert [replace(problem, place=None) for problem in second.problems] == [
        replace(problem, place=None) for problem in first.problems
    ]


@pytest.mark.parametrize("freeze", [False, True])
def test_the_collector_runs_again_afterwards(tmp_path: Path, freeze: bool) -> None:
    assert gc.isenabled()
    gc.unfreeze()
    read(write(tmp_path, bundle()), freeze=freeze)
    assert gc.isenabled()
    assert bool(gc.get_freeze_count()) is freeze
    gc.unfreeze()


def test_a_byte_order_mark_is_told(tmp_path: Path) -> None:
    path = tmp_path / "small.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(bundle()).encode())
    (problem,) = read(path).problems
    assert problem.severity is Severity.WARN
