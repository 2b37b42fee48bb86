"""What is to be done is found by comparing what is known with what is there."""

from pathlib import Path

import pytest

from caseviewer.bundle.files import Fingerprint
from caseviewer.search.library import comparing
from caseviewer.search.library.comparing import EMPTY, Away, plan_for
from caseviewer.search.library.values import Reach
from caseviewer.search.library.walking import Found, Leaf, Walked
from caseviewer.search.library.writing import Known

STATE = Fingerprint(1, 2, 3)
OTHER = Fingerprint(4, 5, 6)


def known(path: str, **told: object) -> Known:
    values: dict[str, object] = {
        "key": 1, "path": path, "folder": "/a", "case_file": STATE, "documents": "",
        "leaf_mtime_ns": 0, "sha256": "0" * 64, "reach": Reach.HERE,
    }  # fmt: skip
    return Known(**(values | told))  # type: ignore[arg-type]


@pytest.fixture
def walks(monkeypatch: pytest.MonkeyPatch) -> dict[str, Walked]:
    """What the walks find, folder by folder."""
    found: dict[str, Walked] = {"/a": Walked()}
    monkeypatch.setattr(comparing, "walk", lambda folder, *_: found[folder])
    return found


def plan(*cases: Known) -> comparing.Plan:
    return plan_for(["/a"], {one.path: one for one in cases}, lambda: None)


def test_new_cases_are_read(walks: dict[str, Walked]) -> None:
    found = Found("/a/x/case.json", STATE)
    walks["/a"].found.append(found)
    assert plan().read == [(found, "/a", None)]


@pytest.mark.parametrize("told", [{"case_file": OTHER}, {"documents": "others"}, {"sha256": ""}])
def test_changed_and_broken_ones_are_read_again(
    walks: dict[str, Walked], told: dict[str, object]
) -> None:
    found = Found("/a/x/case.json", STATE)
    walks["/a"].found.append(found)
    one = known(found.path, **told)
    assert plan(one).read == [(found, "/a", one)]


@pytest.mark.parametrize(
    ("told", "noted"),
    [
        ({}, False),
        ({"reach": Reach.AWAY}, True),
        ({"folder": "/other"}, True),
        ({"leaf_mtime_ns": 7}, True),
    ],
)
def test_what_is_the_same_is_not_read(
    walks: dict[str, Walked], told: dict[str, object], noted: bool
) -> None:
    found = Found("/a/x/case.json", STATE)
    walks["/a"].found.append(found)
    made = plan(known(found.path, **told))
    assert (made.read, made.unchanged) == ([], 1)
    assert made.noted == ([(found, "/a")] if noted else [])


def test_what_is_not_found_is_gone(walks: dict[str, Walked]) -> None:
    walks["/a"].found.append(Found("/a/y/case.json", STATE))
    one, elsewhere = known("/a/x/case.json"), known("/forgotten/case.json", folder="/forgotten")
    assert plan(one, elsewhere).gone == [one, elsewhere]


def test_what_cannot_be_looked_for_is_away(walks: dict[str, Walked]) -> None:
    walks["/a"].away["/a/x"] = "may not be read by you"
    one, other = known("/a/x/case.json"), known("/a/y/case.json")
    made = plan(one, other)
    assert (made.away, made.gone) == ([one], [other])
    assert made.told == [Away("/a/x", "may not be read by you", 1)]


def test_an_empty_folder_is_away_if_it_held_any(walks: dict[str, Walked]) -> None:
    assert plan().told == []
    one = known("/a/x/case.json")
    made = plan(one)
    assert made.away == [one]
    assert made.told == [Away("/a", EMPTY, 1)]


def test_what_was_not_looked_for_stays(walks: dict[str, Walked]) -> None:
    walks["/a"].cut = True
    made = plan(known("/a/x/case.json"))
    assert (made.gone, made.away, made.unchanged, made.cut) == ([], [], 1, ["/a"])


def test_folders_that_held_a_case_alone_are_told_to_the_walk(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[object] = []

    def walk(*given: object) -> Walked:
        told.append(given[2])
        return Walked()

    monkeypatch.setattr(comparing, "walk", walk)
    plan(
        known("/a/x/case.json", leaf_mtime_ns=7),
        known("/a/y/case.json"),
        known("/b/z/case.json", leaf_mtime_ns=7, folder="/b"),
    )
    assert told == [{str(Path("/a/x")): Leaf("/a/x/case.json", 7)}]
