"""Opens one case in a window and tells for how long that could not answer while it was checked.

Told in seconds: the longest delay of a timer of one millisecond from the painting of the case
until its documents and passages were checked, and while what came of that was shown; and how
long the checking took from the painting on.
"""

import sys

from tests.benchmarks.programs.starting import start


def _begin() -> None:
    from tests.benchmarks.programs.our_painting import on_first_frame
    from tests.benchmarks.programs.pulse import CheckingPulse

    on_first_frame(lambda window, _ago: CheckingPulse(window).start())


sys.exit(start(_begin))
