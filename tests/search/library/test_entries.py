"""Entries go from process to process whole, or are told to be none."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.bundle.container import read_bytes
from caseviewer.model.opened import Fingerprint
from caseviewer.search.library import entries
from caseviewer.search.library.entries import Entry, Job, Outcome, entry_of, read_entry
from tests.builders import bundle
from tests.search.library.kit import write_case

PRINT = Fingerprint(1, 2, 2**63, "ab")
LINES = st.lists(st.text(alphabet=st.characters(blacklist_categories=["Cc", "Cs"])))


@given(st.binary(), st.text(), st.data())
def test_an_entry_comes_out_as_it_went_in(packed: bytes, text: str, data: st.DataObject) -> None:
    words = data.draw(LINES)
    entry = Entry(
        Outcome.READ, text, PRINT, text, packed, packed, words, list(map(str, range(len(words)))),
        [("p", "a", text, text, text, text)],
    )  # fmt: skip
    stream = io.BytesIO(entry.to_bytes() * 2)
    assert [read_entry(stream), read_entry(stream)] == [entry, entry]
    with pytest.raises(EOFError):
        read_entry(stream)


@given(st.integers(min_value=0))
def test_half_an_entry_is_none(at: int) -> None:
    data = Entry(Outcome.READ, "", PRINT, "{}", b"12", b"34", ["a b"], ["¶k"]).to_bytes()
    with pytest.raises((EOFError, ValueError)):
        read_entry(io.BytesIO(data[: at % len(data)]))


@pytest.mark.parametrize(
    "head",
    [
        b"{}",
        b"[]",
        b"null",
        b'{"parts": [1]}',
        b'{"parts": [-1, 0, 0, 0]}',
        b'{"parts": [99999999999, 0, 0, 0]}',
        b'{"parts": ["a", 0, 0, 0]}',
        b'{"parts": [0, 0, 0, 0], "outcome": "odd", "fingerprint": null, "places": 0}',
        (
            b'{"parts": [0, 0, 0, 0], "outcome": "read", "fingerprint": [1], "places": 0,'
            b' "fault": "", "row": "", "forms": []}'
        ),
        (
            b'{"parts": [0, 0, 0, 0], "outcome": "read", "fingerprint": null, "places": 2,'
            b' "fault": "", "row": "", "forms": []}'
        ),
    ],
)
def test_what_is_no_entry_is_told(head: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # whatever is wrong with it
        read_entry(io.BytesIO(head + b"\n" + b"x" * 8))


def test_a_job_is_a_line() -> None:
    job = Job(os.fsdecode(b"/a\n/\xff/case.json"), "ab")
    line = job.to_line()
    assert line.count(b"\n") == 1
    assert Job.from_line(line) == job


def test_a_case_is_read(tmp_path: Path) -> None:
    path = write_case(tmp_path / "one", bundle())
    entry = entry_of(Job(str(path)), lambda: False)
    assert entry.outcome is Outcome.READ
    assert entry.fingerprint is not None
    assert entry.fingerprint.sha256 == read_bytes(path).sha256
    assert len(entry.words) == len(entry.tags) > 10
    assert any("crossing" in words for words in entry.words)


def test_a_case_that_is_known_is_not_read(tmp_path: Path) -> None:
    path = write_case(tmp_path / "one", bundle())
    known = read_bytes(path).sha256
    assert entry_of(Job(str(path), known), lambda: False) == Entry(Outcome.SAME)
    assert entry_of(Job(str(path), "0" * 64), lambda: False).outcome is Outcome.READ


def test_a_case_that_cannot_be_opened_is_an_entry(tmp_path: Path) -> None:
    entry = entry_of(Job(str(tmp_path / "gone.case.json")), lambda: False)
    assert entry.outcome is Outcome.BROKEN
    assert "was not found" in entry.fault


def test_too_little_memory_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_much(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(entries, "extract", too_much)
    entry = entry_of(Job(str(tmp_path)), lambda: False)
    assert (entry.outcome, entry.fault) == (
        Outcome.BROKEN,
        "There is not enough memory to read it.",
    )
