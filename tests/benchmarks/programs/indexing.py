"""Brings an index of cases up to date, and tells how long that takes and how much memory.

Arguments: the folder of the settings, that of the index, and how often to do it.
"""

import resource
import sys
import time
from pathlib import Path

from caseviewer.search.library.library import Library
from tests.benchmarks.programs.marks import kilobytes, tell

settings, cache, times = sys.argv[1:]
library = Library(Path(settings), Path(cache))
added = changed = 0
for number in range(int(times)):
    before = time.perf_counter()
    done = library.refresh(lambda _: None, lambda: True)
    tell(f"refreshed{number}", time.perf_counter() - before)
    assert done.ending == "done", done
    added += done.added
    changed += done.changed
tell("added", added)
tell("changed", changed)
tell("most", kilobytes("VmHWM"))
tell("reader", resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
