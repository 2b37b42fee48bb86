"""Bundles with documents are valid, and their passages are in the states that are told."""

from collections import Counter
from pathlib import Path

import pytest

from caseviewer.documents.opening import open_case
from caseviewer.model.opened import DocumentPresence, PassageState, ReadAs
from tests import generator_documents


@pytest.mark.parametrize(("kind", "read_as"), [("txt", ReadAs.TEXT), ("pdf", ReadAs.PDF)])
def test_one_passage_in_a_hundred_is_in_each_odd_state(
    tmp_path: Path, kind: str, read_as: ReadAs
) -> None:
    path = tmp_path / "case"
    generator_documents.write(path, 3, kind, documents=2, pages=4, passages=200)
    opened = open_case(path)
    assert {state.presence for state in opened.documents} == {DocumentPresence.MATCHES}
    assert {state.read_as for state in opened.documents} == {read_as}
    assert Counter(state for _, state in opened.passages) == {
        PassageState.FOUND: 194,
        PassageState.MOVED: 2,
        PassageState.AMBIGUOUS: 2,
        PassageState.NOT_FOUND: 2,
    }
    nearest = [finding for finding in opened.findings if finding.nearest]
    assert len(nearest) == 2
    if kind == "txt":
        assert len(opened.findings) == 4


def test_the_same_seed_gives_the_same_documents_and_another_one_others(tmp_path: Path) -> None:
    for make in (generator_documents.text, generator_documents.pdf):
        assert make(1, 2).data == make(1, 2).data
        assert make(1, 2).data != make(2, 2).data
