"""The first sample, read once for its tests."""

import json
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter

from caseviewer.model.case import Case, Record
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.sources import Document, Passage, Source

FILE = Path(__file__).parents[2] / "cases" / "abdussamatov-v-kazakhstan" / "case.json"

_R = TypeVar("_R", bound=Record)


@cache
def data() -> dict[str, Any]:
    """The file as JSON."""
    found = json.loads(FILE.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@cache
def case() -> Case:
    """The file as records."""
    return TypeAdapter(Case).validate_python(data())


@cache
def index() -> CaseIndex:
    """The links between its records."""
    return CaseIndex(case())


def get(record_type: type[_R], record_id: str) -> _R:
    """One record, of the type that it must have."""
    found = index().get(record_id)
    assert isinstance(found, record_type), record_id
    return found


def words_of(passage_id: str) -> str:
    """The words of a passage."""
    selector = get(Passage, passage_id).selector
    assert selector is not None
    return selector.exact


def document() -> Document:
    """What is recorded of the page."""
    found = get(Source, "report").document
    assert found is not None
    return found
