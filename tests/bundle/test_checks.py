import importlib
import pkgutil
from pathlib import Path

import caseviewer.bundle
from caseviewer.bundle.checks import all_checks
from tests.bundle.checking import told


def test_every_check_is_in_the_list() -> None:
    modules = [
        importlib.import_module(f"caseviewer.bundle.{info.name}")
        for info in pkgutil.iter_modules(caseviewer.bundle.__path__)
        if info.name.startswith("check_")
    ]
    assert len(modules) == len(list(Path(caseviewer.bundle.__path__[0]).glob("check_*.py")))
    checks = [check for module in modules for check in module.CHECKS]
    assert set(checks) < set(all_checks(frozenset()))
    assert len(all_checks(frozenset())) == len(checks) + 1


def test_the_small_bundle_passes_them_all() -> None:
    assert [words for check in all_checks(frozenset()) for words in told(check)] == []
