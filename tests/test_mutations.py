"""Whatever is done to a valid bundle, it opens, or is refused in words: nothing else happens."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseviewer.documents.opening import open_case
from caseviewer.model.case_index import all_records
from caseviewer.model.opened import OpenedCase
from caseviewer.model.problems import BundleError, Problem, Severity
from caseviewer.model.references import Kind, references
from tests.builders import TEXT, bundle, write_folder

Json = Any
# One folder serves all examples of a test: each example writes all that it reads.
BOUNDED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

texts = st.one_of(
    st.text(max_size=20),
    st.sampled_from([
        "", " ", "a" * 20_001, "\u202e", "\x00", "\ufeff", "<b>&amp;</b>", "../../etc/passwd",
        "2019-13", "2019", "group", "crossing", "report", "t-words", "casebundle", "2.0", "en",
    ]),
)  # fmt: skip
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**60), 2**60),
    st.floats(allow_nan=True, allow_infinity=True),
    texts,
)
values: st.SearchStrategy[Json] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=8,
)


def paths(value: Json, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The paths of everything inside a value."""
    if not isinstance(value, dict | list):
        return []
    pairs: list[tuple[str | int, Json]] = [
        *(value.items() if isinstance(value, dict) else enumerate(value))
    ]
    found = [(*path, step) for step, _ in pairs]
    return found + [deep for step, inner in pairs for deep in paths(inner, (*path, step))]


PATHS = paths(bundle())


def deep(levels: int) -> Json:
    """A list in a list in a list."""
    value: Json = []
    for _ in range(levels):
        value = [value]
    return value


@st.composite
def mutated(draw: st.DrawFn) -> Json:
    """The small bundle after some changes to its values."""
    raw: Json = bundle()
    for _ in range(draw(st.integers(1, 4))):
        *way, last = draw(st.sampled_from(PATHS))
        at = raw
        try:
            for step in way:
                at = at[step]
            change(draw, at, last)
        except (KeyError, IndexError, TypeError):
            continue  # an earlier change took this place away
    return raw


def change(draw: st.DrawFn, at: Json, last: Any) -> None:
    """Change one value where it stands."""
    kind = draw(st.sampled_from(["replace", "delete", "repeat", "swap", "add", "deep"]))
    if kind == "replace":
        at[last] = draw(values)
    elif kind == "delete":
        del at[last]
    elif kind == "repeat" and isinstance(at, list):
        at.extend([at[last]] * draw(st.integers(1, 3)))
    elif kind == "swap":
        at[last] = [at[last]] if draw(st.booleans()) else {"value": at[last]}
    elif kind == "add" and isinstance(at[last], dict):
        at[last][draw(texts)] = draw(values)
    elif kind == "deep":
        at[last] = deep(draw(st.integers(1, 70)))


def explained(problem: Problem) -> None:
    """A problem has words, and hides nothing that could reorder or break a line."""
    sentence = problem.sentence()
    assert problem.code
    assert len(problem.message.strip()) > 5
    assert "\u202e" not in sentence
    assert "\n" not in sentence
    assert "pydantic" not in sentence.lower()
    assert "Input should" not in sentence
    assert len(sentence) < 2_000
    json.dumps(problem.as_json())


def opened_or_refused(path: Path) -> OpenedCase | Problem:
    """The opened case, or the problem that refuses it."""
    try:
        return open_case(path)
    except BundleError as error:
        return error.problem


def opens_or_is_refused(path: Path) -> OpenedCase | None:
    """The one thing that may happen, one way or the other."""
    opened = opened_or_refused(path)
    if isinstance(opened, Problem):
        assert opened.severity is Severity.STOP
        explained(opened)
        return None
    for problem in opened.problems:
        assert problem.severity is not Severity.STOP
        explained(problem)
    return opened


def sound(opened: OpenedCase) -> None:
    """What every opened case keeps, however broken its file."""
    records = list(all_records(opened.case))
    assert len({item.id for item in records}) == len(records)
    for kind in Kind:
        numbers = [item.number for item in getattr(opened.case, kind.value)]
        assert None not in numbers
        assert len(set(numbers)) == len(numbers)
    dangling = {
        reference.target
        for item in records
        for reference in references(item)
        if opened.index.get(reference.target) is None
    }
    told = {problem.found for problem in opened.problems}
    assert opened.unlisted_problems or dangling <= told


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path, bundle(), {"report.txt": TEXT.encode()})


@BOUNDED
@given(raw=mutated())
def test_changed_values(folder: Path, raw: Json) -> None:
    (folder / "case.json").write_text(json.dumps(raw), "utf-8")
    opened = opens_or_is_refused(folder)
    if opened is not None:
        sound(opened)


@BOUNDED
@given(raw=values)
def test_any_json(folder: Path, raw: Json) -> None:
    (folder / "case.json").write_text(json.dumps(raw), "utf-8")
    assert opens_or_is_refused(folder) is None


@BOUNDED
@given(data=st.data())
def test_changed_bytes(folder: Path, data: st.DataObject) -> None:
    raw = bytearray(json.dumps(bundle(), ensure_ascii=False, indent=1).encode())
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(raw) - 1))
        end = min(len(raw), at + data.draw(st.integers(0, 40)))
        raw[at:end] = data.draw(st.binary(max_size=20))
    (folder / "case.json").write_bytes(raw)
    opened = opens_or_is_refused(folder)
    if opened is not None:
        sound(opened)


@BOUNDED
@given(length=st.integers(0, 8_000))
def test_cut_short(folder: Path, length: int) -> None:
    whole = json.dumps(bundle(), ensure_ascii=False, indent=1).encode()
    (folder / "case.json").write_bytes(whole[: min(length, len(whole) - 1)])
    assert opens_or_is_refused(folder) is None


@BOUNDED
@given(data=st.data())
def test_changed_document(folder: Path, data: st.DataObject) -> None:
    raw = bytearray(TEXT.encode())
    at = data.draw(st.integers(0, len(raw)))
    raw[at : at + data.draw(st.integers(0, 60))] = data.draw(st.binary(max_size=60))
    (folder / "case.json").write_text(json.dumps(bundle()), "utf-8")
    (folder / "documents" / "report.txt").write_bytes(raw)
    opened = opens_or_is_refused(folder)
    assert opened is not None
    verified = bytes(raw) == TEXT.encode()
    assert (len(opened.problems) == 0) is verified


@pytest.mark.parametrize("path", PATHS, ids=lambda path: "/".join(map(str, path)))
def test_every_value_taken_out(tmp_path: Path, path: tuple[str | int, ...]) -> None:
    raw: Json = bundle()
    at = raw
    for step in path[:-1]:
        at = at[step]
    del at[path[-1]]
    file = tmp_path / "case.json"
    file.write_text(json.dumps(raw), "utf-8")
    opened = opens_or_is_refused(file)
    if opened is not None:
        sound(opened)
