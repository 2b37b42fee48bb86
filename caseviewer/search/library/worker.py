"""The process that reads cases for the index: a job on each line, an entry for each job.

It ends with its input, and so with the program that started it, however that ends.
"""

from __future__ import annotations

import gc
from typing import IO

from caseviewer.processes import never
from caseviewer.search.library.entries import Job, entry_of

_BETWEEN_COLLECTIONS = 200


def main(source: IO[bytes], target: IO[bytes]) -> None:
    """Answer every job until there is none, or nobody hears the answer."""
    gc.disable()  # records are let go with their case; what goes in circles waits for its turn
    gc.freeze()
    for count, line in enumerate(source, start=1):
        entry = entry_of(Job.from_line(line), never)
        try:
            target.write(entry.to_bytes())
            target.flush()
        except BrokenPipeError:
            return
        if count % _BETWEEN_COLLECTIONS == 0:
            gc.collect()
