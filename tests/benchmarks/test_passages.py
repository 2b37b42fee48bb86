"""Passages and documents.

Twenty texts of 200 pages with a hundred passages each, and four PDF of 200 pages with as many.
The peer is reading alone: the bytes of the same files, their hash and their text.
"""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from caseviewer.bundle.quiet import collector_off
from caseviewer.documents import checking
from caseviewer.documents.matching import Folded
from caseviewer.documents.nearest import Nearest, nearest
from caseviewer.documents.opening import begin
from caseviewer.documents.reading_process import read_pdf
from caseviewer.formatting.page import Tab, Target
from caseviewer.ui.main_window import MainWindow
from caseviewer.ui.views.documents_tab import DocumentsTab
from caseviewer.ui.widgets.document_view import DocumentView
from tests import generator_documents
from tests.benchmarks.conftest import SEED
from tests.benchmarks.figures import middle, share
from tests.benchmarks.measuring import Bench, in_turn, run, timed
from tests.benchmarks.windows import Painted, rest, wait_until, window_with
from tests.ui.kit import tab_of

ROUNDS = 5
JUMPS = 40
FRAMES = 400


@dataclass(frozen=True, slots=True)
class Size:
    """How large a bundle is."""

    name: str
    kind: str
    documents: int
    pages: int
    passages: int


TEXTS = Size("2,000 passages in 20 texts", "txt", 20, 200, 2_000)
PDFS = Size("400 passages in 4 PDF", "pdf", 4, 200, 400)
PAGES = Size("a text of 200 pages", "txt", 1, 200, 100)
LONG = Size("a text of 5 MB", "txt", 1, 1_600, 400)

CHECKED = pytest.mark.parametrize("size", [TEXTS, PDFS], ids=lambda size: size.kind)
SHOWN = pytest.mark.parametrize("size", [PAGES, LONG], ids=lambda size: f"{size.pages} pages")

Folder = Callable[[Size], Path]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """Gives the folder of a generated bundle with documents."""
    made: dict[Size, Path] = {}

    def get(size: Size) -> Path:
        if size not in made:
            made[size] = generator_documents.write(
                tmp_path_factory.mktemp("documents") / "case",
                SEED,
                size.kind,
                documents=size.documents,
                pages=size.pages,
                passages=size.passages,
            )
        return made[size]

    return get


@CHECKED
def test_checking(bench: Bench, folder: Folder, size: Size) -> None:
    path = folder(size)
    ours, theirs = in_turn(ROUNDS, lambda: _checked(path), lambda: timed(lambda: _read(path)))
    bench.keep(ours)
    note = f"{middle(ours) * 1000:,.0f} ms against {middle(theirs) * 1000:,.0f} ms"
    ratio = middle(ours) / middle(theirs)
    bench.tell(f"{size.name}: checking ÷ reading alone", ratio, "×", note=note)


@CHECKED
def test_nearest_text(
    bench: Bench, folder: Folder, size: Size, monkeypatch: pytest.MonkeyPatch
) -> None:
    spent: list[float] = []

    def watched(
        words: str, text: str, compared: Folded, pause: Callable[[], None]
    ) -> Nearest | None:
        start = time.perf_counter()
        found = nearest(words, text, compared, pause)
        spent.append(time.perf_counter() - start)
        return found

    monkeypatch.setattr(checking, "nearest", watched)
    whole = _checked(folder(size))
    bench.keep(spent)
    note = f"{len(spent)} times, {middle(spent) * 1000:.1f} ms each"
    what = f"{size.name}: looking for the nearest text ÷ checking"
    bench.tell(what, sum(spent) / whole, "×", note=note)


@CHECKED
def test_memory(bench: Bench, folder: Folder, size: Size) -> None:
    path = folder(size)
    found = run("checking", str(path)).values
    if not found["most"]:
        bench.leave_out("Memory of checking: this system does not tell it.")
        pytest.skip("this system does not tell how much memory a process uses")
    bench.keep([0.0])
    files = [len(data) for data in map(Path.read_bytes, _files(path))]
    texts = sum(files) if size.kind == "txt" else _pdf_characters(path)
    most = (found["most"] - found["before"]) * 1024
    note = f"{most / 2**20:.1f} MB for texts of {texts / 2**20:.1f} MB, read one at a time"
    what = f"{size.name}: most memory of checking ÷ size of the texts"
    bench.tell(what, most / texts, "×", note=note)


@CHECKED
def test_window_while_checking(bench: Bench, folder: Folder, size: Size) -> None:
    runs = [run("checking_beside", str(folder(size))).values for _ in range(3)]
    bench.keep([values["took"] for values in runs])
    for phase, words in (("checking", "while checking"), ("telling", "by showing what was found")):
        longest = middle([values[phase] for values in runs]) * 1000
        blocks = middle([values[f"{phase}_blocks"] for values in runs])
        note = f"{blocks:.0f} times for more than 16 ms"
        if phase == "checking":
            took = middle([values["took"] for values in runs])
            note += f"; checked {took * 1000:,.0f} ms after the case was painted"
        bench.tell(f"{size.name}: window blocked {words}", longest, "ms", note=note)


@SHOWN
def test_jump(bench: Bench, qapp: QApplication, folder: Folder, tmp_path: Path, size: Size) -> None:
    with window_with(qapp, folder(size), tmp_path) as window:
        wait_until(qapp, lambda: not window.desk.checker.busy)
        rest(qapp)
        window.desk.session.go(Target(tab=Tab.QUOTATIONS))
        rest(qapp)
        first = _jump(qapp, window, "q5")
        rest(qapp)
        # Not those of each hundred that do not stand there, or more than once.
        names = [f"q{1 + (at * 37) % 90 + 9 + 100 * (at % (size.passages // 100))}"
                 for at in range(JUMPS)]  # fmt: skip
        taken = []
        for name in names:
            taken.append(_jump(qapp, window, name))
            rest(qapp)
    bench.keep(taken)
    what = f"{size.name}: from a quotation to its marked words"
    note = f"p95 {share(taken, 0.95) * 1000:.1f} ms"
    bench.tell(f"{what}, document shown already", middle(taken) * 1000, "ms", note=note)
    bench.tell(f"{what}, first visit", first * 1000, "ms", note="the document is read anew")


@pytest.mark.parametrize("step", [3, 30], ids=["wheel", "page"])
def test_scrolling(
    bench: Bench, qapp: QApplication, folder: Folder, tmp_path: Path, step: int
) -> None:
    with window_with(qapp, folder(LONG), tmp_path) as window:
        wait_until(qapp, lambda: not window.desk.checker.busy)
        rest(qapp)
        _jump(qapp, window, "q5")
        view = _view(window)
        bar, viewport = view.verticalScrollBar(), view.viewport()
        samples = []
        for frame in range(FRAMES):
            start = time.perf_counter()
            bar.setValue(frame * step)
            viewport.repaint()
            samples.append(time.perf_counter() - start)
    bench.keep(samples)
    name = f"{LONG.name}, {step} lines a frame"
    note = f"p50 {middle(samples) * 1000:.1f} ms, worst {max(samples) * 1000:.1f} ms"
    bench.tell(f"{name}: p95", share(samples, 0.95) * 1000, "ms", note=note)


# What is measured


def _checked(path: Path) -> float:
    opening = begin(path)
    with collector_off():
        return timed(opening.check)


def _read(path: Path) -> None:
    for name in _files(path):
        data = name.read_bytes()
        hashlib.sha256(data).hexdigest()
        if name.suffix == ".pdf":
            read_pdf(data)
        else:
            data.decode("utf-8")


def _files(path: Path) -> list[Path]:
    return sorted((path / "documents").iterdir())


def _pdf_characters(path: Path) -> int:
    return sum(len(read_pdf(name.read_bytes()).text) for name in _files(path))


def _jump(app: QApplication, window: MainWindow, quotation: str) -> float:
    """Seconds until the words of a quotation are marked and painted in their document."""
    start = time.perf_counter()
    watch = None
    window.desk.session.go(Target(quotation, Tab.DOCUMENTS))
    _wait(app, lambda: _view(window).isVisible() and bool(_tab(window).document.marked))
    watch = Painted(_view(window).viewport())
    _wait(app, lambda: bool(watch.times))
    taken = time.perf_counter() - start
    watch.let_go()
    return taken


def _wait(app: QApplication, happened: Callable[[], bool]) -> None:
    """Let the window sleep until something happens, so that what works beside it is not held up."""
    while not happened():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _tab(window: MainWindow) -> DocumentsTab:
    found = tab_of(window, Tab.DOCUMENTS)
    assert isinstance(found, DocumentsTab)
    return found


def _view(window: MainWindow) -> DocumentView:
    return _tab(window).document.pane.text
