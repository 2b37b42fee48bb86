"""A program that is killed while it saves notes loses none that it told as saved."""

import json
from pathlib import Path

from caseviewer.notes.codec import read
from caseviewer.notes.merging import Put
from caseviewer.notes.store import NotesStore, Shelf
from tests.killing import Death, kill_at_random, python_program
from tests.notes.making import star

KILLS, SEED, LONGEST = 100, 20_260_728, 0.25
SHELF = Shelf("c" * 24, "small-case", "A crossing")

SAVING = """
import json, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from caseviewer.notes.merging import Put, Drop
from caseviewer.notes.store import NotesStore, Shelf
from caseviewer.notes.values import Annotation, Sort, after, new_id

store, shelf = NotesStore(Path(sys.argv[1])), Shelf("c" * 24, "small-case", "A crossing")
print("ready", flush=True)
kept = store.read(shelf)
for number in range(10_000):
    own = {one.id: one for one in kept.notes.own.values() if one.sort is Sort.NOTE}
    if number % 3 or not own:
        moment = datetime.now(UTC)
        made = Annotation(new_id(), Sort.NOTE, "woman", moment, moment, f"Note {number}. " * 8_000)
        change = Put(made)
    else:
        old = next(iter(own.values()))
        change = Put(Annotation(old.id, old.sort, old.record, old.created, after(old.modified),
                                f"Changed {number}. " * 6_000), old.modified)
    if len(own) > 30:
        change = Drop(old.id, old.modified) if not number % 3 else change
    kept = store.save(shelf, [change])
    if kept.fault:
        sys.exit(str(kept.fault))
    print(json.dumps({one.id: one.text[:20] for one in kept.notes.own.values()}), flush=True)
"""


def test_what_was_told_as_saved_is_there_after_each_of_100_kills(tmp_path: Path) -> None:
    store = NotesStore(tmp_path / "notes")
    saved = 0

    def check(death: Death) -> None:
        nonlocal saved
        assert death.killed, death.errors
        whole = [line for line in death.output.split("\n")[:-1] if line.startswith("{")]
        kept = store.read(SHELF)
        assert (kept.fault, kept.mended, kept.not_understood) == ("", None, 0)
        there = {name: one.text[:20] for name, one in kept.notes.own.items()}
        if whole:
            told = json.loads(whole[-1])
            # What was under way when it died is there or not; nothing else may differ.
            differing = {name for name in {*told, *there} if told.get(name) != there.get(name)}
            assert len(differing) <= 1
        if store.backup(SHELF.key).exists():
            assert read(store.backup(SHELF.key).read_bytes(), SHELF.case).fault is None
        # Nor does a dead program keep others from saving.
        assert store.save(SHELF, [Put(star(f"record-{death.number}"))]).fault == ""
        saved += len(whole)

    kill_at_random(
        python_program(SAVING, str(store.folder)), check, kills=KILLS, seed=SEED, longest=LONGEST
    )
    assert saved > KILLS // 5  # it was killed while it saved, and not before that
    assert list(store.folder.glob(".caseviewer-*.part")) == []  # half a note is nowhere
