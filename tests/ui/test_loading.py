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


def _run(script: str) -> None:
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)


def test_qt_looks_into_no_module_that_is_loaded_after_it() -> None:
    _run(_QT)


def test_what_reads_cases_is_loaded_beside_the_window_and_without_qt() -> None:
    _run(_CORE)
