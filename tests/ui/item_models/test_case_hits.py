from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from caseviewer.search.library.values import Answer, CaseHits
from caseviewer.ui.item_models.case_hits import CaseHitsModel
from caseviewer.ui.item_models.record_table import CELL_LIMIT, IS_GROUP
from tests.search.library.rows import HERE, NAMES, OTHER, hit

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
ANSWER = Answer("k", (CaseHits(HERE, (hit(), hit()), 5, NAMES), CaseHits(OTHER, (hit(),), 1)))


def kinds(model: CaseHitsModel) -> list[str]:
    found = []
    for at in range(model.rowCount()):
        row = model.row_at(at)
        assert row is not None
        found.append("head" if row.is_head else "hit" if row.hit is not None else "more")
    return found


@pytest.fixture
def model() -> CaseHitsModel:
    return CaseHitsModel(ANSWER)


def test_hits_stand_beneath_their_case_and_the_rest_can_be_asked_for(model: CaseHitsModel) -> None:
    assert kinds(model) == ["head", "hit", "hit", "more", "head", "hit"]
    texts = [str(model.index(at, 0).data()) for at in range(model.rowCount())]
    assert texts[0] == "Extradition of asylum-seekers: 5 hits"
    assert texts[1].startswith(
        "E3, Asylum-seekers held, description: …detained in Kazakstan in 2010…. matched"
    )
    assert texts[3] == "Show 3 more in this case"
    assert model.row_at(3) is not None
    assert model.line(0) is model.line(9) is None
    assert model.line(3) is not None
    assert model.row_at(6) is model.row_at(-1) is None


def test_qt_finds_no_fault_in_it_before_and_after_more_hits_came(model: CaseHitsModel) -> None:
    tester = QAbstractItemModelTester(model, FATAL)
    model.put_in(CaseHits(HERE, (hit(),) * 4, 5))
    assert kinds(model) == ["head", *["hit"] * 4, "more", "head", "hit"]
    model.put_in(CaseHits(HERE, (hit(),) * 5, 5))
    model.put_in(CaseHits(OTHER, (hit(),), 1))
    assert kinds(model) == ["head", *["hit"] * 5, "head", "hit"]
    tester.deleteLater()


def test_heads_cannot_be_selected(model: CaseHitsModel) -> None:
    assert model.flags(model.index(0, 0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(3, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.index(0, 0).data(IS_GROUP) is True
    assert model.index(3, 0).data(IS_GROUP) is False
    assert model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.data(QModelIndex()) is None


def test_walking_goes_from_hit_to_hit_across_cases_and_stays_at_the_ends(
    model: CaseHitsModel,
) -> None:
    assert model.step(-1, 1) == 1
    assert model.step(1, 1) == 2
    assert model.step(2, 1) == 5
    assert model.step(5, 1) == 5
    assert model.step(5, -1) == 2
    assert model.step(1, -1) == 1


def test_words_of_a_case_are_shown_letter_by_letter() -> None:
    hostile = hit("<b>Kazakstan</b> 12\u202e34\n" + "x" * 5_000)
    model = CaseHitsModel(Answer("k", (CaseHits(HERE, (hostile,), 1),)))
    text = str(model.index(1, 0).data())
    assert "<b>Kazakstan</b> 12⟨U+202E⟩34 xxx" in text
    assert len(text) == CELL_LIMIT


def test_the_last_row_leads_to_hits_in_other_cases_where_there_are_some() -> None:
    model = CaseHitsModel(replace(ANSWER, more=True))
    last = model.row_at(model.rowCount() - 1)
    assert last is not None
    assert last.is_last
    assert not last.is_head
    assert model.index(model.rowCount() - 1, 0).data() == "Show hits in more cases"
    assert CaseHitsModel(Answer("k", more=True)).rowCount() == 0
