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
    read_header,
    require_readable,
    top_level,
    unknown_words,
    version_of,
)
from caseviewer.bundle.json_text import Loaded, loads
from caseviewer.bundle.quiet import collector_off
from caseviewer.bundle.report import Report, placed
from caseviewer.bundle.structure import RecordReader, Records
from caseviewer.bundle.upgrade import JsonObject, upgrade
from caseviewer.bundle.wording import kind_of
from caseviewer.model.case import Case, Header
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

    `records` and `text` tell where in the file a record stands; `text` is None where an
    upgrade changed the places.
    """

    case: Case
    problems: tuple[Problem, ...]
    unlisted_problems: int
    fingerprint: Fingerprint
    location: Location
    records: Records = field(repr=False)
    text: str | None = field(repr=False)


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
        case, report, records, text = _case(loads(content.data), progress)
        return Reading(
            case,
            report.listed(text),
            report.unlisted(),
            fingerprint_of(content),
            location,
            records,
            text,
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


def _case(loaded: Loaded, progress: _Progress) -> tuple[Case, Report, Records, str | None]:
    """The case, its problems, its records' places, and the text that paths lead to.

    After an upgrade the paths are no longer those of the file, and places are not told.
    """
    text: str | None = loaded.text
    report = Report(loaded.problems)
    try:
        bundle = top_level(loaded.value)
        written = version_of(bundle)
        bundle, version = upgrade(bundle, written)
        text = loaded.text if version == written else None
        require_readable(version)
        header = read_header(bundle, version, report)
        reader = RecordReader(report, partial(unknown_words, version=version), progress.tick)
        _read_lists(bundle, reader, report, progress)
    except BundleError as error:
        raise BundleError(placed([error.problem], text)[0]) from None
    case = _joined(header, reader.records)
    _check_links(case, reader.records, report, progress)
    return case, report, reader.records, text


def _read_lists(
    bundle: JsonObject, reader: RecordReader, report: Report, progress: _Progress
) -> None:
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
    for kind, items in lists.items():
        reader.read(kind, items)


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
