"""What the tests of the command line share: a sound case, and the command as a process."""

import os
import subprocess
import sys
from pathlib import Path

from caseviewer.places import samples
from tests.builders import bundle, write

SAMPLES = samples()


def sound(folder: Path) -> str:
    """The path of a case without fault."""
    return str(write(folder, bundle()))


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own; a variable that is empty is not set."""
    wanted = {**os.environ, "PYTHONUTF8": "1", **variables}
    return subprocess.run(
        [sys.executable, "-m", "caseviewer", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={name: value for name, value in wanted.items() if value},
        timeout=120,
        check=False,
    )
