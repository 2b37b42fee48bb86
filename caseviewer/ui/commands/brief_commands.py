"""Copying quotations ready for a brief."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from caseviewer.citations.forms import Wanted
from caseviewer.formatting.brief import brief_clip, brief_places
from caseviewer.formatting.brief_parts import brief_parts, switched_off
from caseviewer.formatting.translate import tr
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Quotation
from caseviewer.ui import clipboard
from caseviewer.ui.commands.citing import Citing
from caseviewer.ui.commands.view import View
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.session import Session


class BriefCommands(QObject):
    """The command that copies quotations for a brief, for one window."""

    said = Signal(str)
    warned = Signal(str)

    def __init__(
        self,
        session: Session,
        preferences: Preferences,
        citing: Citing,
        view: Callable[[], View | None],
    ) -> None:
        """`view` gives the tab that is in front; `preferences` know the parts to copy."""
        super().__init__(session)
        self._session = session
        self._preferences = preferences
        self._citing = citing
        self._view = view

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {"copy_brief": self.copy}

    def copy(self) -> None:
        """Copy the selected quotations; at once, where their citations are there."""
        opened, view = self._session.opened, self._view()
        quotations = () if view is None else view.quotations()
        if opened is None or not quotations:
            self.said.emit(tr("No quotation is selected; nothing was copied."))
            return
        cited = self._session.cited
        if not brief_parts(self._preferences.get("brief_parts")).citation or cited.fault:
            self._copy(quotations)
        elif cited.citations is None:
            self.warned.emit(tr("The citations are still being formatted."))
        elif missing := self._missing(opened, quotations):
            self._citing.ask(missing, partial(self._copy, quotations))
        else:
            self._copy(quotations)

    def _missing(self, opened: OpenedCase, quotations: Sequence[Quotation]) -> list[Wanted]:
        """The places that have not been formatted yet."""
        known = self._session.cited.citations
        wanted = dict.fromkeys(place for one in quotations for place in brief_places(opened, one))
        return [one for one in wanted if known is not None and known.get(one) is None]

    def _copy(self, quotations: Sequence[Quotation]) -> None:
        opened, cited = self._session.opened, self._session.cited
        if opened is None:
            return
        parts = brief_parts(self._preferences.get("brief_parts"))
        made = brief_clip(opened, cited.citations, quotations, parts)
        clipboard.copy(made.clip)
        form = tr("for a brief")
        if parts.citation and cited.citations is not None:
            form = tr("for a brief, {style}", style=cited.style)
        if off := switched_off(parts):
            form = tr("{form}, without: {parts}", form=form, parts=off)
        told = [tr("Copied: {what}.", what=f"{made.what} ({form})")]
        if made.remarks:
            told.append(tr("To know: {remarks}.", remarks=made.remarks))
        self.said.emit(" ".join(told))
