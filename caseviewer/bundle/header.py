"""What a bundle says about itself: is it one, for which version, its title, its day.

Without these nothing can be shown honestly, so that every fault here refuses the file.
"""

import re
from dataclasses import replace
from functools import cache

from pydantic import TypeAdapter

from caseviewer.bundle.report import Remark, Report, Subject
from caseviewer.bundle.structure import validated
from caseviewer.bundle.upgrade import JsonObject, Version
from caseviewer.bundle.wording import kind_of, shown
from caseviewer.model.case import FORMAT, FORMAT_VERSION, Header
from caseviewer.model.problems import BundleError, Problem, Severity
from caseviewer.model.references import Kind

LISTS = frozenset(kind.value for kind in Kind)
_FILE = Subject("", "", ())
_VERSION = re.compile(r"(0|[1-9][0-9]{0,3})\.(0|[1-9][0-9]{0,3})")
_CHOOSE = "Choose a case bundle, whose “format” is “casebundle”."


def words_for_version(version: Version) -> str:
    """A version as it stands in a file: "1.0"."""
    return f"{version[0]}.{version[1]}"


OURS = words_for_version(FORMAT_VERSION)


def top_level(value: object) -> JsonObject:
    """The bundle as an object that says that it is a case bundle."""
    if not isinstance(value, dict):
        raise _stop("bundle.object", f"This is not a case bundle: the file holds {kind_of(value)}")
    if "format" not in value:
        raise _stop("bundle.format", "This is not a case bundle: “format” is missing")
    if value["format"] != FORMAT:
        raise _stop(
            "bundle.format",
            "This is not a case bundle",
            path="format",
            found=shown(value["format"]),
            expected=f"“{FORMAT}” as the format",
        )
    return value


def version_of(bundle: JsonObject) -> Version:
    """The version that a bundle is written for."""
    hint = f"Ask whoever compiled the file; this program reads format {OURS}."
    if "format_version" not in bundle:
        message = "It cannot be told how to read this file: “format_version” is missing"
        raise _stop("bundle.version", message, hint=hint)
    value = bundle["format_version"]
    match = _VERSION.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise _stop(
            "bundle.version",
            "It cannot be told how to read this file",
            path="format_version",
            found=shown(value),
            expected=f"a version such as “{OURS}”",
            hint=hint,
        )
    return int(match[1]), int(match[2])


def require_readable(version: Version) -> None:
    """Refuse another major version; to be asked after all upgrades."""
    written = f"This file is written for format {words_for_version(version)}"
    reads = f"this program reads format {OURS}"
    if version[0] > FORMAT_VERSION[0]:
        raise _stop(
            "bundle.newer",
            f"{written}; {reads} and cannot tell what has changed since",
            path="format_version",
            hint="Open it with a newer Case Viewer, or ask for the file in the older format.",
        )
    if version[0] < FORMAT_VERSION[0]:
        raise _stop(
            "bundle.older",
            f"{written}, which was never published; {reads}",
            path="format_version",
            hint="Ask whoever compiled the file for one in the present format.",
        )


def unknown_words(remark: Remark, version: Version) -> Remark:
    """A remark about a field that is not known, for a record that is shown without it."""
    if version > FORMAT_VERSION:
        return replace(
            remark,
            message=f"not understood: the field “{remark.path[-1]}”; the file is written for "
            f"format {words_for_version(version)}, and this program reads {OURS}",
            hint="A newer Case Viewer may show it.",
        )
    return replace(
        remark,
        message=f"{remark.message} {OURS} and is not shown",
        hint="Correct its name, or take it out.",
    )


@cache
def _header() -> TypeAdapter[Header]:
    return TypeAdapter(Header)


def read_header(bundle: JsonObject, version: Version, report: Report) -> Header:
    """The header; any fault in it raises BundleError with the first one and their number."""
    outcome = validated(_header(), {key: bundle[key] for key in bundle if key not in LISTS})
    if outcome.value is None:
        raise BundleError(_first(outcome.faults))
    for remark in outcome.unknown:
        report.tell(unknown_words(remark, version), _FILE, Severity.WARN)
    return outcome.value


def _first(faults: list[Remark]) -> Problem:
    """The first fault, which also tells of the others."""
    others = ", ".join(f"“{fault.path[-1]}”" for fault in faults[1:])
    hint = "Correct it; without it the case cannot be shown."
    if others:
        hint = f"Correct it, and also {others}; without these the case cannot be shown."
    return replace(faults[0], hint=hint).about(_FILE, Severity.STOP)


def _stop(
    code: str,
    message: str,
    *,
    path: str = "",
    found: str = "",
    expected: str = "",
    hint: str = _CHOOSE,
) -> BundleError:
    return BundleError(
        Problem(
            Severity.STOP,
            code,
            message,
            found=found,
            expected=expected,
            path=(path,) if path else (),
            hint=hint,
        )
    )
