"""The command line for finding: `caseviewer search`."""

import os
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from caseviewer.documents.copies import recognised
from caseviewer.documents.opening import begin
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.problems import BundleError
from caseviewer.saying import (
    DONE,
    FAILED,
    NOTHING_FOUND,
    fail,
    print_json,
    print_lines,
    seen_at,
    tell,
    writes_bold,
)
from caseviewer.search.bundle_paths import BundlePath, bundles_at
from caseviewer.search.case_search import CaseSearch
from caseviewer.search.document_reading import read_documents
from caseviewer.search.hit_lines import BOLD, QUOTED, found_lines, found_values
from caseviewer.search.hits import Found
from caseviewer.search.query import Query, parse

_MOST_TOLD = 5
"""Where nothing is found in so many cases, each says what was searched."""

_NO_BUNDLE = frozenset({"bundle.object", "bundle.format"})
"""What a file is refused for that is sound and no bundle."""

Answer = tuple[CaseSearch, Found]


def search(asked: Namespace) -> int:
    """Search cases and folders; returns the code that the command ends with."""
    query = parse(asked.query)
    if query.is_empty:
        return fail(" ".join(query.faults) or tr("There is nothing to look for."))
    asking = _Asking(query, asked.as_at, asked.document)
    answers = asking.answers([Path(path) for path in asked.paths])
    any_found = _print_values(asking, answers) if asked.json else _print(answers)
    asking.tell_unused()
    if asking.failed:
        return FAILED
    return DONE if any_found else NOTHING_FOUND


def _print(answers: Iterator[Answer]) -> bool:
    """Write what is found as it is found; where nothing is at all, what was searched."""
    marking = BOLD if writes_bold() else QUOTED
    told: list[Answer] = []
    found_in = searched = 0
    for each, found in answers:
        searched += 1
        if found.places:
            found_in += 1
            print_lines(found_lines(each, found, marking))
        elif len(told) < _MOST_TOLD:
            told.append((each, found))
    if not found_in:
        for each, found in told:
            print_lines(found_lines(each, found, marking))
    if searched > 1:
        tell(
            tr(
                "Found in {found} of {count} cases.",
                found=f"{found_in:,}",
                count=f"{searched:,}",
            )
        )
    return found_in > 0


def _print_values(asking: "_Asking", answers: Iterator[Answer]) -> bool:
    cases = [(found_values(each, found), bool(found.places)) for each, found in answers]
    values: dict[str, object] = {
        "query": asking.query.typed,
        "faults": list(asking.query.faults),
        "cases": [made for made, _ in cases],
        "refused": asking.refused,
    }
    print_json(values)
    return any(has_any for _, has_any in cases)


def _same(path: Path) -> Path:
    """A file, however the way to it is written; a link in a folder is another, and refused."""
    return Path(os.path.realpath(path.parent)) / path.name


@dataclass(slots=True)
class _Asking:
    """Asks one query of many cases.

    refused: what could not be opened, with the sentence that says why. failed: whether somebody
    named it. unused: own copies that no case recognised, with a sentence each.
    """

    query: Query
    as_at: int | None
    documents: Sequence[str]
    refused: list[dict[str, str]] = field(default_factory=list)
    failed: bool = False
    _known: set[Path] = field(default_factory=set)
    _used: set[str] = field(default_factory=set)
    _unused: dict[str, str] = field(default_factory=dict)

    def answers(self, paths: Sequence[Path]) -> Iterator[Answer]:
        """What each case answers that is found at or below some paths; each is asked once."""
        for path in paths:
            places = list(bundles_at(path))
            for place in places:
                if _same(place.case_file) not in self._known:
                    yield from self._answer(place)
            if not places:
                self._refuse(path, tr("There is no case in or below “{path}”.", path=path))
                self.failed = True

    def _answer(self, place: BundlePath) -> Iterator[Answer]:
        try:
            whole = begin(place.path).opened
        except BundleError as error:
            if place.named or error.problem.code not in _NO_BUNDLE:
                self._known.add(_same(place.case_file))
                self._refuse(place.path, f"{place.path}: {error}")
                self.failed |= place.named
            return
        self._known.add(_same(place.case_file))
        opened = seen_at(whole, self.as_at)
        made = CaseSearch(opened)
        made.add_documents(read_documents(opened, self._copies(opened), lambda: False))
        yield made, made.find(self.query)

    def _refuse(self, path: Path, sentence: str) -> None:
        self.refused.append({"path": str(path), "sentence": sentence})
        tell(sentence)

    def _copies(self, opened: OpenedCase) -> dict[str, str]:
        """The own copies that are documents of a case."""
        copies: dict[str, str] = {}
        for path in self.documents:
            found, told = recognised(opened.case, [path])
            copies.update(found)
            self._used.update(found.values())
            self._unused.update((path, sentence) for sentence in told)
        return copies

    def tell_unused(self) -> None:
        """Say which own copies are documents of no case."""
        for path, sentence in self._unused.items():
            if path not in self._used:
                tell(sentence)
