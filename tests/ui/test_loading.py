import subprocess
import sys

_QT = """
import builtins, linecache, sys
before = builtins.__import__
from caseviewer.ui.loading import load_qt
load_qt()
assert "PySide6.QtCore" in sys.modules
import caseviewer.app
assert builtins.__import__ is before
read = [name for name in linecache.cache if "caseviewer" in name]
assert read == [], read
"""

_CORE = """
import sys
from caseviewer.ui.loading import Loading
assert "pydantic" not in sys.modules
loading = Loading()
loading.wait()
assert loading.over
assert "caseviewer.documents.opening" in sys.modules
assert not [name for name in sys.modules if name.startswith("PySide6")]
"""

_WINDOW = """
import sys
from caseviewer.ui.loading import Loading, load_qt
load_qt()
import caseviewer.ui.main_window
loading = Loading()
loading.wait()
before = set(sys.modules)
steps = 0
while loading.go_on():
    steps += 1
assert "caseviewer.ui.desk" in sys.modules
assert steps > 9, steps
new = {name for name in sys.modules if name.startswith("caseviewer.")} - before
core = sorted(name for name in new if not name.startswith("caseviewer.ui"))
assert core == [], core
"""


def _run(script: str) -> None:
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def test_qt_looks_into_no_module_that_is_loaded_after_it() -> None:
    _run(_QT)


def test_what_reads_cases_is_loaded_beside_the_window_and_without_qt() -> None:
    _run(_CORE)


def test_the_window_itself_loads_what_shows_cases_in_turns_and_nothing_else() -> None:
    _run(_WINDOW)
