"""What becomes of a case file that is to be indexed: an entry, which may come from a process.

As bytes it is a line of JSON and then packed parts. Nothing in it is code, whoever wrote it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import astuple, dataclass, field
from enum import StrEnum
from typing import IO, Any

from caseviewer.formatting.translate import tr
from caseviewer.model.opened import Fingerprint
from caseviewer.model.problems import BundleError
from caseviewer.search.library.extracting import digest_of, extract
from caseviewer.search.library.texts import pack

Stop = Callable[[], bool]

_LONGEST_HEAD = 256 << 20
_LONGEST_PART = 1 << 30


class Outcome(StrEnum):
    """What became of a case file; SAME: its bytes are those that are known."""

    READ = "read"
    SAME = "same"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Job:
    """A case file to be read; `known` is its hash, if only another one is of interest."""

    path: str
    known: str = ""

    def to_line(self) -> bytes:
        """The job as a line."""
        values = [os.fsencode(self.path).hex(), self.known]
        return json.dumps(values).encode() + b"\n"

    @staticmethod
    def from_line(line: bytes) -> Job:
        """The job that a line holds."""
        path, known = json.loads(line)
        return Job(os.fsdecode(bytes.fromhex(path)), known)


FormValues = tuple[str, ...]
"""Letter, record, folded, text, name, variants."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a case file gives to the index.

    fault: why it cannot be opened, in a sentence. row: of the list, as JSON. details, texts:
    packed. words, tags: for each place what is searched, and what it can be chosen by.
    """

    outcome: Outcome
    fault: str = ""
    fingerprint: Fingerprint | None = None
    row: str = ""
    details: bytes = b""
    texts: bytes = b""
    words: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    forms: list[FormValues] = field(default_factory=list)

    def to_bytes(self) -> bytes:
        """The entry as bytes."""
        parts = [self.details, self.texts, _lines(self.words), _lines(self.tags)]
        head = {
            "outcome": self.outcome.value,
            "fault": self.fault,
            "fingerprint": self.fingerprint and astuple(self.fingerprint),
            "row": self.row,
            "places": len(self.words),
            "forms": self.forms,
            "parts": [len(part) for part in parts],
        }
        return b"".join((json.dumps(head).encode(), b"\n", *parts))


def read_entry(stream: IO[bytes]) -> Entry:
    """The next entry of a stream; EOFError or ValueError where there is none, or no whole one."""
    line = stream.readline(_LONGEST_HEAD)
    if not line.endswith(b"\n"):
        raise EOFError
    head = json.loads(line)
    try:
        return _entry(head, [_part(stream, size) for size in head["parts"]])
    except (LookupError, TypeError) as error:
        raise ValueError from error


def entry_of(job: Job, should_stop: Stop) -> Entry:
    """Read a case file; whatever is wrong with it is an entry, too."""
    try:
        if job.known and digest_of(job.path) == job.known:
            return Entry(Outcome.SAME)
        return _read(job, should_stop)
    except BundleError as error:
        return Entry(Outcome.BROKEN, str(error))
    except MemoryError:
        return Entry(Outcome.BROKEN, tr("There is not enough memory to read it."))


def _read(job: Job, should_stop: Stop) -> Entry:
    found = extract(job.path, should_stop)
    return Entry(
        Outcome.READ,
        fingerprint=found.fingerprint,
        row=json.dumps(found.row),
        details=pack(found.details),
        texts=found.texts.packed(),
        words=found.texts.folded(),
        tags=found.texts.tags(),
        forms=[
            (one.letter, one.record, one.folded, one.text, one.name, one.variants)
            for one in found.forms
        ],
    )


def _lines(texts: list[str]) -> bytes:
    return "\n".join(texts).encode("utf-8")  # folded words hold no line ends


def _entry(head: dict[str, Any], parts: list[bytes]) -> Entry:
    details, texts, words, tags = parts
    told = head["fingerprint"]
    places = int(head["places"])
    return Entry(
        Outcome(head["outcome"]),
        str(head["fault"]),
        None if told is None else Fingerprint(*told),
        str(head["row"]),
        details,
        texts,
        _texts(words, places),
        _texts(tags, places),
        [tuple(map(str, form)) for form in head["forms"]],
    )


def _texts(data: bytes, places: int) -> list[str]:
    found = data.decode("utf-8").split("\n") if places else []
    if len(found) != places:
        raise ValueError
    return found


def _part(stream: IO[bytes], size: int) -> bytes:
    if not 0 <= size <= _LONGEST_PART:
        raise ValueError
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
