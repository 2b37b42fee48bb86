"""The head of what is handed over: of which file it is made, how, when, and what it leaves out."""

from collections.abc import Sequence
from dataclasses import dataclass

from caseviewer.documents.opening import today
from caseviewer.exporting.paper import Fact, Words
from caseviewer.formatting.dates import day_words
from caseviewer.formatting.deadline_page import exact_day_words
from caseviewer.formatting.receipt import counted, receipt
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.problems import Severity
from caseviewer.release import program_version


@dataclass(frozen=True, slots=True)
class Made:
    """When it was made, as a day number, and by which version of the program."""

    day: int
    version: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """The records that the reader chose from a list, and by what, in words."""

    ids: frozenset[str]
    words: str


def made_now() -> Made:
    """Made today, by the program that is installed."""
    return Made(today(), program_version() or tr("not installed"))


def warnings(opened: OpenedCase) -> tuple[str, ...]:
    """What a reader has to know before anything else."""
    found = []
    if opened.case.fiction:
        found.append(tr("An invented case: fiction."))
    aside = opened.count(Severity.SET_ASIDE)
    if aside:
        records = counted(aside, tr("record"), tr("records"))
        found.append(
            tr(
                "Incomplete: {records} of the file could not be read and were set aside."
                " Something may be missing here.",
                records=records,
            )
            if aside > 1
            else tr(
                "Incomplete: 1 record of the file could not be read and was set aside."
                " Something may be missing here."
            )
        )
    if opened.unlisted_problems:
        found.append(
            tr(
                "The file has so many problems that {count} of them are not listed;"
                " more may be missing here.",
                count=opened.unlisted_problems,
            )
        )
    return tuple(found)


def facts(
    opened: OpenedCase, made: Made, holds: str, chosen: Chosen | None, order: str
) -> tuple[Fact, ...]:
    """What is told above the rows; `holds` says how many there are, `order` how they stand."""
    case = opened.case
    language = case.language
    as_at = opened.standpoint.as_at
    speaks = tr("As of") if as_at is None else tr("File speaks up to")
    found = [
        Fact(tr("Case"), Words(case.id)),
        Fact(speaks, Words(exact_day_words(case.as_of))),
    ]
    if as_at is not None:
        found.append(Fact(tr("As could be known on"), Words(day_words(as_at))))
    found.append(Fact(tr("Holds"), Words(holds)))
    if chosen is not None:
        found.append(Fact(tr("Chosen by"), Words(chosen.words)))
    found.append(Fact(tr("Order"), Words(order)))
    if case.handling is not None:
        found.append(Fact(tr("Handling"), Words(case.handling, language)))
    checked = " · ".join(part.text for part in receipt(opened)[1:])
    compiled = tr("{who}, {day}", who=case.compiled.by, day=exact_day_words(case.compiled.on))
    file = tr("{name}, SHA-256 {hash}", name=opened.case_file.name, hash=opened.fingerprint.sha256)
    written = tr("{day}, by Case Viewer {version}", day=day_words(made.day), version=made.version)
    return (
        *found,
        Fact(tr("Checked"), Words(checked)),
        Fact(tr("Compiled by"), Words(compiled, language)),
        Fact(tr("Made from"), Words(file)),
        Fact(tr("Made on"), Words(written)),
    )


def holds_words(
    shown: Sequence[int], every: Sequence[int], names: Sequence[tuple[str, str]]
) -> str:
    """How many records of each kind: "68 events and 9 deadlines", "37 of 68 events"."""
    parts = []
    for here, there, (one, many) in zip(shown, every, names, strict=True):
        if here == there:
            parts.append(counted(here, one, many))
        else:
            parts.append(tr("{shown} of {all}", shown=here, all=counted(there, one, many)))
    return tr(" and ").join(parts)
