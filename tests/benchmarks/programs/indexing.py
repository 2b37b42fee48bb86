"""Brings an index up to date: the time, what became of the cases, and the most memory in MB."""

import resource
import sys
import time
from pathlib import Path

from caseviewer.search.library.refreshing import refresh
from caseviewer.search.library.settings import Decided
from caseviewer.search.library.store import user_store

index, folder = sys.argv[1:]
start = time.perf_counter()
done = refresh(user_store(Path(index)), Decided(folders=(folder,)), lambda _: None, lambda: True)
seconds = time.perf_counter() - start
if done.ending != "done":
    raise SystemExit(str(done))
own, others = (
    resource.getrusage(whose).ru_maxrss / 1024
    for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
)
print(
    f"seconds {seconds}\nread {done.added + done.changed}\nown {own}\nothers {others}", flush=True
)
