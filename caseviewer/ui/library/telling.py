"""Tells how an indexing goes: in the bar while it takes long, in a notice when it is over."""

from PySide6.QtCore import QObject, Signal

from caseviewer.formatting.translate import tr
from caseviewer.search.library.state_words import progress_words, refreshed_words, shortened
from caseviewer.search.library.values import Ending, Progress, Refreshed, Step
from caseviewer.ui.commands.indexing import Indexer
from caseviewer.ui.commands.library_commands import failure_words
from caseviewer.ui.widgets.indexing_bar import IndexingBar
from caseviewer.ui.widgets.notice_bar import NoticeBar

_TRY_AGAIN = frozenset({Ending.BUSY, Ending.FULL, Ending.FAILED})


class Telling(QObject):
    """Stands between an indexer and what shows it."""

    problems_wanted = Signal()

    def __init__(
        self, indexer: Indexer, bar: IndexingBar, notice: NoticeBar, parent: QObject
    ) -> None:
        """Tell of `indexer`."""
        super().__init__(parent)
        self._indexer, self._bar, self._notice = indexer, bar, notice
        self._last = Progress(Step.LOOKING)
        bar.pause_wanted.connect(indexer.pause_or_go_on)
        bar.stop_wanted.connect(indexer.stop)
        indexer.began.connect(self._begin)
        indexer.progressed.connect(self._advance)
        indexer.changed.connect(self._show_pause)
        indexer.ended.connect(self._end)
        indexer.failed.connect(self._fail)

    def _begin(self) -> None:
        self._last = Progress(Step.LOOKING)
        self._bar.begin(progress_words(self._last))

    def _advance(self, progress: Progress) -> None:
        self._last = progress
        words = progress_words(progress)
        if self._indexer.paused:
            words = tr("Paused. {words}", words=words)
        self._bar.advance(words, progress.done, progress.total)

    def _show_pause(self) -> None:
        if self._indexer.busy:
            self._bar.set_paused(self._indexer.paused)
            self._advance(self._last)

    def _end(self, refreshed: Refreshed) -> None:
        self._bar.end()
        words = refreshed_words(refreshed)
        everything = " ".join(filter(None, (words, *shortened(refreshed.told))))
        if refreshed.ending in _TRY_AGAIN:
            self._notice.warn(everything, tr("Try again"), self._indexer.start)
        elif refreshed.broken or refreshed.away:
            self._notice.warn(everything, tr("Show them"), self.problems_wanted.emit)
        elif refreshed.told:
            self._notice.warn(everything)
        elif words:
            self._notice.say(words)

    def _fail(self, error: Exception) -> None:
        self._bar.end()
        self._notice.warn(failure_words(error), tr("Try again"), self._indexer.start)
