"""Notes: how long it takes until one is on disk, and until a star is in a long list.

The peer of the first is writing the bytes of such a file twice, as safely: who keeps a backup
cannot do without that.
"""

import time
from pathlib import Path

import pytest

from caseviewer.bundle.quiet import collector_off
from caseviewer.documents.opening import begin
from caseviewer.formatting.note_making import starred
from caseviewer.formatting.own_rows import own_rows
from caseviewer.formatting.page import Tab
from caseviewer.formatting.tables import table_for
from caseviewer.notes.by_record import CaseNotes, OfRecord
from caseviewer.notes.merging import Put, applied
from caseviewer.notes.store import NotesStore, Shelf
from caseviewer.notes.values import Annotation, Notes, Sort, new_id, now
from caseviewer.ui.item_models.record_table import RecordTableModel
from caseviewer.whole_file import write_whole
from tests import generator
from tests.benchmarks.conftest import SEED
from tests.benchmarks.figures import middle
from tests.benchmarks.measuring import Bench, in_turn, timed

ROUNDS = 15
TEXT = "A note of some words, about as long as people write them. " * 4
SHELF = Shelf("c" * 24, "case", "A case")


def made(number: int) -> Annotation:
    moment = now()
    return Annotation(new_id(), Sort.NOTE, f"record-{number}", moment, moment, TEXT)


@pytest.mark.parametrize(("count", "goal"), [(100, 3.0), (1_000, 8.0), (10_000, None)])
def test_a_note_is_saved(bench: Bench, tmp_path: Path, count: int, goal: float | None) -> None:
    store = NotesStore(tmp_path / "notes")
    store.save(SHELF, [Put(made(number)) for number in range(count)])
    content = store.path(SHELF.key).read_bytes()

    def written() -> None:
        for name in ("file", "backup"):
            write_whole(tmp_path / name, content, private=True)

    ours, theirs = in_turn(
        ROUNDS,
        lambda: timed(lambda: store.save(SHELF, [Put(made(count))])),
        lambda: timed(written),
    )
    bench.keep(ours)
    note = f"{middle(ours) * 1000:.1f} ms against {middle(theirs) * 1000:.1f} ms"
    what = f"{count:,} notes: one more is saved ÷ writing the bytes twice"
    bench.tell(what, middle(ours) / middle(theirs), "×", goal=goal, note=note)


def test_a_star_in_a_long_list(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(generator.data(100_000, SEED))
    opened = begin(path).opened
    table = table_for(opened, Tab.QUOTATIONS)
    model = RecordTableModel(opened, table)
    model.await_facets()
    kept = CaseNotes(Notes(), opened.index)
    model.set_own(own_rows(opened, kept, Tab.QUOTATIONS))
    model.row_of(opened.case.quotations[0].id)  # places are known once a row was selected
    taken = []
    with collector_off():
        for number in range(ROUNDS):
            record = opened.case.quotations[number].id
            begun = time.perf_counter()
            found, _ = applied(kept.notes, starred(opened, [OfRecord(record)]))
            kept = kept.renewed(found)
            model.set_own(own_rows(opened, kept, Tab.QUOTATIONS))
            taken.append(time.perf_counter() - begun)
    bench.keep(taken)
    what = f"{len(table.rows):,} rows: a star is in its row and facet"
    bench.tell(what, middle(taken) * 1000, "ms", goal=16)
