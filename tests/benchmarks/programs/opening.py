"""Opens one case file in a window and tells for how long the window could not answer.

A timer of one millisecond stands for the reader at the keyboard: whatever delays it would
delay a key. Told in seconds: the longest delay while the rest of the program is loaded, while
the case is read beside the window, and while it and its lists are shown; when the case was
there, painted, and the window at rest again.
"""

import sys

from tests.benchmarks.programs.starting import start


def _begin() -> None:
    from tests.benchmarks.programs.our_painting import on_first_frame
    from tests.benchmarks.programs.pulse import Pulse

    on_first_frame(lambda window, _ago: Pulse(window).start())


sys.exit(start(_begin))
