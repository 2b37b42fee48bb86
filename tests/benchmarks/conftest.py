"""What the benchmarks share: generated case files, and the table of results."""

import os
import platform
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests import generator
from tests.benchmarks.figures import Results
from tests.benchmarks.measuring import ROOT, Bench, played_back

RESULTS = Results()
TABLE = ROOT / "build" / "benchmarks.md"
SEED = 1

CaseFile = Callable[..., Path]


@pytest.fixture
def bench(request: pytest.FixtureRequest, benchmark: BenchmarkFixture) -> Bench:
    """The benchmark's table and samples; its group is the first line of its module."""
    group = str(request.module.__doc__).splitlines()[0].rstrip(".")
    benchmark.group = group
    return Bench(group, benchmark, RESULTS)


@pytest.fixture(scope="session")
def case_file(tmp_path_factory: pytest.TempPathFactory) -> CaseFile:
    """Gives the path of a generated case file of so many records, mostly of one kind if named."""
    folder = tmp_path_factory.mktemp("generated")

    def made(records: int, kind: str = "") -> Path:
        path = folder / f"{records}{kind}.case.json"
        if not path.exists():
            shares = generator.mostly(kind) if kind else generator.SHARES
            path.write_bytes(generator.data(records, SEED, shares))
        return path

    return made


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.benchmark(timer=played_back))


def pytest_sessionstart() -> None:
    screen = os.environ.get("QT_QPA_PLATFORM", "the screen")
    RESULTS.machine = [
        f"{platform.system()}, Python {platform.python_version()}, {os.cpu_count()} processors,",
        f"Qt on “{screen}”, seed {SEED} for what is generated.",
    ]
    if hasattr(os, "getloadavg"):
        words = "the busier the machine is with other things, the less the figures mean."
        RESULTS.machine.append(f"Load before the run: {os.getloadavg()[0]:.2f}; {words}")


def pytest_sessionfinish() -> None:
    if RESULTS.figures:
        TABLE.parent.mkdir(exist_ok=True)
        TABLE.write_text(RESULTS.markdown(), "utf-8")


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if RESULTS.figures:
        terminalreporter.write_line("")
        terminalreporter.write_line(RESULTS.markdown())
        terminalreporter.write_line(RESULTS.summary())
        terminalreporter.write_line(f"written to {TABLE.relative_to(ROOT)}")
