"""Attaching the reader's own copy of a document that is not in the bundle."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caseviewer.bundle.reader import ReadingStopped
from caseviewer.documents.copies import sources_of
from caseviewer.documents.store import Content, hash_copy
from caseviewer.formatting.pages import document_source, is_here, is_own_copy
from caseviewer.formatting.translate import tr
from caseviewer.model.case import Case
from caseviewer.model.opened import Checked, OpenedCase
from caseviewer.model.sources import Source
from caseviewer.ui import background, messages
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session


class Attaching(QObject):
    """Recognises a file by its hash, and remembers where it lies; it is never copied."""

    attached = Signal(str)
    """A copy was remembered: what to say of it once the case has been read with it."""
    warned = Signal(str)

    def __init__(self, window: QWidget, session: Session, preferences: Preferences) -> None:
        """Ask in front of `window`; the copies are remembered in `preferences`."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._preferences = preferences
        self._turn = background.Turn(self)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {"attach_document": self.ask, "forget_copies": self.forget}

    def ask(self) -> None:
        """Ask for a file, and attach it."""
        if self._refused():
            return
        path = messages.ask_for_document(self._window)
        if path:
            self.attach(path)

    def attach(self, path: str) -> None:
        """Attach a file to the document that it is, or to the selected one that it differs from."""
        opened = self._session.opened
        if opened is None or self._refused():
            return
        take = partial(self._take, path, opened.case, self._chosen(opened))
        self._turn.start(partial(_hashed, path), take, self._fail)

    def forget(self) -> None:
        """Remember no copy any more, of any case."""
        self._preferences.set("document_copies", {})
        self.attached.emit(tr("Your own copies of documents are forgotten; the files stay."))

    def stop(self) -> None:
        """Give up what is being read."""
        self._turn.stop()

    def _refused(self) -> bool:
        """Whether nothing can be attached yet, as it is not known what is here; it is told."""
        opened = self._session.opened
        if opened is None or opened.checked is not Checked.UNDER_WAY:
            return False
        self.warned.emit(tr("The documents are still being checked; attach it when that is done."))
        return True

    def _take(self, path: str, case: Case, chosen: Source | None, content: Content) -> None:
        """Attach what was hashed, if the case for which it was chosen is still there."""
        opened, name = self._session.opened, Path(path).name
        if opened is None or opened.case is not case:
            return
        if content.presence is not None:
            self.warned.emit(content.fault or tr("“{name}” is not there any more.", name=name))
            return
        same = sources_of(opened.case, content.sha256)
        if same:
            numbers = ", ".join(opened.index.short(one.id) for one in same)
            words = tr(
                "Attached: “{name}” is the document of {sources}; its hash matches.",
                name=name,
                sources=numbers,
            )
            self._remember(content.sha256, path, words)
            return
        if chosen is None or opened.checked is not Checked.DONE:
            self.warned.emit(_why_not(name, checked=chosen is None))
            return
        words = tr(
            "Attached, but “{name}” differs from the document of {source} that was read: passages"
            " are looked up in it, but this verifies nothing.",
            name=name,
            source=opened.index.short(chosen.id),
        )
        self._remember(_hash_of(chosen), path, words)

    def _chosen(self, opened: OpenedCase) -> Source | None:
        """The selected source, where it has a document that is not in the bundle."""
        item = opened.index.get(self._session.location.record)
        source = None if item is None else document_source(opened, item)
        if source is None:
            return None
        own = is_own_copy(opened, source)
        return source if own or not is_here(opened, source) else None

    def _remember(self, sha256: str, path: str, words: str) -> None:
        known = dict(self._preferences.get("document_copies"))
        known[sha256] = str(Path(path).absolute())
        fault = self._preferences.set("document_copies", known)
        self.attached.emit(" ".join(filter(None, (words, fault))))

    def _fail(self, error: Exception) -> None:
        self.warned.emit(
            tr(
                "The program failed on the file ({name}), which is a fault of the program.",
                name=type(error).__name__,
            )
        )


def _why_not(name: str, *, checked: bool) -> str:
    """Why a file that is none of the documents is not attached."""
    if checked:
        return tr(
            "“{name}” is none of the documents that this file tells of, by its hash. To"
            " attach it all the same, select the document that it is a copy of in the tab"
            " Documents first.",
            name=name,
        )
    return tr(
        "“{name}” differs from the document that was read, and the checks were stopped: whether"
        " that document is here is not known. Reload the case to have it checked first.",
        name=name,
    )


def _hash_of(source: Source) -> str:
    return "" if source.document is None else source.document.sha256


def _hashed(path: str, job: background.Job) -> Content:
    def pause() -> None:
        if job.should_stop():
            raise ReadingStopped

    return hash_copy(Path(path), pause)
