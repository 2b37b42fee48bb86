"""Reads a bundle: from a path to a case and everything that is wrong with it."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import partial

from pydantic import TypeAdapter

from caseviewer.bundle.checks import all_checks
from caseviewer.bundle.container import Location, locate, read_bytes
from caseviewer.bundle.files import FileBytes
from caseviewer.bundle.header import (
    LISTS,
    read_header,
    require_readable,
    top_level,
    unknown_words,
    version_of,
)
from caseviewer.bundle.json_text import Loaded, loads
from caseviewer.bundle.quiet import collector_off
from caseviewer.bundle.report import Report, placed
from caseviewer.bundle.structure import RecordReader, Records, sound
from caseviewer.bundle.upgrade import JsonObject, Version, upgrade
from caseviewer.bundle.wording import kind_of
from caseviewer.model.case import FORMAT_VERSION, Case, Header
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.opened import Fingerprint
from caseviewer.model.problems import BundleError, Problem, Severity, stop
from caseviewer.model.references import Kind

MOST_RECORDS = 500_000

OnProgress = Callable[[int, int], None]
ShouldStop = Callable[[], bool]


class ReadingStopped(Exception):  # noqa: N818  # nothing went wrong
    """Whoever asked for the case does not want it any more."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `unlisted_problems` counts problems beyond those listed.

    `records` and `data` tell where in the file a record stands; `data` is None where an
    upgrade changed the places.
    """

    case: Case
    problems: tuple[Problem, ...]
    unlisted_problems: int
    fingerprint: Fingerprint
    location: Location
    records: Records = field(repr=False)
    data: bytes | None = field(repr=False)

    @property
    def text(self) -> str | None:
        """The text of the file, made anew each time: hardly any reading needs it."""
        return None if self.data is None else self.data.decode("utf-8")


def read(
    path: str | os.PathLike[str],
    *,
    on_progress: OnProgress | None = None,
    should_stop: ShouldStop | None = None,
    freeze: bool = False,
) -> Reading:
    """Read the bundle at a path; raise BundleError where nothing of it can be shown.

    `on_progress` is told how many records of how many have been looked at; between two
    slices `should_stop` may end the reading with ReadingStopped. `freeze`: see `quiet`.
    """
    with collector_off(freeze=freeze):
        location = locate(path)
        content = read_bytes(location.case_file)
        progress = _Progress(on_progress, should_stop)
        progress.pause()
        loaded = loads(content.data, progress.shrink)
        case, report, records, data = _case(loaded, progress)
        return Reading(
            case,
            _listed(report, data),
            report.unlisted(),
            fingerprint_of(content),
            location,
            records,
            data,
        )


def fingerprint_of(content: FileBytes) -> Fingerprint:
    """The fingerprint of a file that was read."""
    return Fingerprint(content.size, content.mtime_ns, content.inode, content.sha256)


class _Progress:
    """Tells how far the reading is, and hears whether it should go on."""

    def __init__(self, on_progress: OnProgress | None, should_stop: ShouldStop | None) -> None:
        self._on_progress = on_progress or (lambda _done, _total: None)
        self._should_stop = should_stop or (lambda: False)
        self._done = 0
        self._total = 0

    def begin(self, total: int) -> None:
        self._total = total
        self.tick(0)

    def tick(self, more: int) -> None:
        self._done += more
        self._on_progress(self._done, self._total)
        self.pause()

    def pause(self) -> None:
        if self._should_stop():
            raise ReadingStopped

    def shrink(self, key: str, values: list[object]) -> list[object]:
        """Plain values of a list as records at once, if they are: these take less memory."""
        self.pause()
        return sound(Kind(key), values) if key in LISTS else values


def _case(loaded: Loaded, progress: _Progress) -> tuple[Case, Report, Records, bytes | None]:
    """The case, its problems, its records' places, and the data that paths lead to.

    After an upgrade the paths are no longer those of the file, and places are not told.
    """
    data: bytes | None = loaded.data
    report = Report(loaded.problems)
    try:
        bundle = top_level(loaded.value)
        written = version_of(bundle)
        if written < FORMAT_VERSION:  # steps change plain values, not records
            bundle = top_level(loads(loaded.data).value)
        bundle, version = upgrade(bundle, written)
        data = loaded.data if version == written else None
        require_readable(version)
        header = read_header(bundle, version, report)
        records = _read_lists(bundle, version, report, progress)
    except BundleError as error:
        text = None if data is None else loaded.text
        raise BundleError(placed([error.problem], text)[0]) from None
    case = _joined(header, records)
    _check_links(case, records, report, progress)
    return case, report, records, data


def _listed(report: Report, data: bytes | None) -> tuple[Problem, ...]:
    """The problems with their places; for a sound file no text is made of its bytes."""
    return report.listed(None if data is None or report.is_empty() else data.decode("utf-8"))


def _read_lists(
    bundle: JsonObject, version: Version, report: Report, progress: _Progress
) -> Records:
    lists: dict[Kind, list[object]] = {}
    for kind in Kind:
        items = bundle.get(kind.value, [])
        if isinstance(items, list):
            lists[kind] = items
        else:
            report.add(_no_list(kind, items))
    total = sum(map(len, lists.values()))
    if total > MOST_RECORDS:
        raise _too_many(total)
    progress.begin(total)
    reader = RecordReader(report, partial(unknown_words, version=version), progress.tick)
    for kind, items in lists.items():
        reader.read(kind, items)
    return reader.records


def _no_list(kind: Kind, value: object) -> Problem:
    return Problem(
        Severity.SET_ASIDE,
        "list.type",
        f"{kind_of(value)} stands here",
        expected="a list in brackets [ ]",
        record=kind.value,
        path=(kind.value,),
    )


def _too_many(total: int) -> BundleError:
    return stop(
        "bundle.records",
        f"The file lists {total:,} records; at most {MOST_RECORDS:,} are read",
        "Ask whoever compiled the file to divide it.",
    )


def _joined(header: Header, records: Records) -> Case:
    own = {part.name: getattr(header, part.name) for part in fields(Header)}
    lists = {kind.value: tuple(found) for kind, found in records.lists.items()}
    return TypeAdapter(Case).validate_python({**own, **lists})


def _check_links(case: Case, records: Records, report: Report, progress: _Progress) -> None:
    index = CaseIndex(case)
    for check in all_checks(frozenset(records.aside)):
        for item, remark in check(case, index):
            report.tell(remark, records.subject(item), Severity.WARN)
        progress.pause()
