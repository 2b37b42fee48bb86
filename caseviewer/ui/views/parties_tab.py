"""The tab Parties: people, groups, organizations, States and bodies, as a list or as a picture."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from caseviewer.formatting.page import Tab
from caseviewer.formatting.translate import tr
from caseviewer.model.case import Case
from caseviewer.model.opened import OpenedCase
from caseviewer.ui import theme
from caseviewer.ui.preferences import Preferences
from caseviewer.ui.safe_text import set_button_text, set_tooltip
from caseviewer.ui.session import Location, Session
from caseviewer.ui.widgets.copy_bar import CopyBar
from caseviewer.ui.widgets.party_drawing import PartyDrawing
from caseviewer.ui.widgets.picture_file import PaintedPicture
from caseviewer.ui.widgets.record_tab import RecordTab


class ViewSwitch(QWidget):
    """Two buttons of which one is pressed, and one to save what is seen."""

    picture_wanted = Signal(bool)
    saving_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with the list."""
        super().__init__(parent)
        self.list, self.picture, self.save = (QPushButton() for _ in range(3))
        set_button_text(self.list, tr("List"))
        set_button_text(self.picture, tr("Picture"))
        set_button_text(self.save, tr("Save picture…"))
        set_tooltip(self.picture, tr("Who stands how to whom, as a diagram"))
        for button in (self.list, self.picture, self.save):
            button.setObjectName("view")
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.unit(self.font()))
        for button in (self.list, self.picture):
            button.setCheckable(True)
            group.addButton(button)
            row.addWidget(button)
        row.addWidget(self.save)
        self.show_picture(shown=False)
        self.list.clicked.connect(lambda: self.picture_wanted.emit(False))
        self.picture.clicked.connect(lambda: self.picture_wanted.emit(True))
        self.save.clicked.connect(self.saving_wanted)

    def show_picture(self, *, shown: bool) -> None:
        """Press the button of what is shown."""
        (self.picture if shown else self.list).setChecked(True)
        self.save.setVisible(shown)


class PartiesTab(RecordTab):
    """The people, groups, organizations, States and bodies of the case."""

    tab = Tab.PARTIES

    def __init__(
        self, session: Session, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        """Show the view that was seen last."""
        super().__init__(session, preferences, parent)
        self.drawing, self.switch = PartyDrawing(), ViewSwitch()
        self.diagram = self.drawing.diagram
        self.is_picture = bool(preferences.get("parties_view") == "picture")
        self._drawn: tuple[Case, frozenset[int]] | None = None
        self.pane.add_view(self.drawing, self.switch)
        self.switch.picture_wanted.connect(self._take)
        self.switch.saving_wanted.connect(lambda: self.wished.emit("save_picture", None))
        self.diagram.party_selected.connect(self.pane.list.select_record)
        self.diagram.party_followed.connect(self.follow_row)
        self.pane.made_low.connect(self.bar.set_low)
        if self.is_picture:
            self._show()

    def toggle_picture(self) -> None:
        """Show the picture in place of the list, or the list again."""
        self._take(picture=not self.is_picture)

    def painted_picture(self) -> PaintedPicture:
        """The picture as it is, to be painted on paper."""
        self._redraw()
        self.drawing.settle()
        return self.diagram.on_paper(tr("Parties") if self._drawn is None else self._drawn[0].title)

    @override
    def side(self) -> QWidget:
        self.bar = CopyBar()
        self.bar.copy_wanted.connect(lambda: self.wished.emit("copy", None))
        return self.below(self.bar)

    @override
    def empty_words(self) -> str:
        return tr("This file names no parties.")

    @override
    def focus_list(self) -> None:
        self.pane.focus_view()

    @override
    def show_case(self, opened: OpenedCase) -> None:
        super().show_case(opened)
        model = self.model()
        if model is not None:
            model.modelReset.connect(self._redraw_if_shown)
        self._redraw_if_shown()

    @override
    def show_location(self, location: Location) -> None:
        super().show_location(location)
        self.diagram.select(self.pane.list.current_record())

    def _take(self, picture: bool) -> None:  # noqa: FBT001 # a signal's value
        self.is_picture = picture  # in this window; others that come begin with it
        self._preferences.set("parties_view", "picture" if picture else "list")
        self._show()
        self.pane.focus_view()

    def _show(self) -> None:
        self.switch.show_picture(shown=self.is_picture)
        self.pane.show_view(self.drawing if self.is_picture else self.pane.list)
        self._redraw_if_shown()

    def _redraw_if_shown(self) -> None:
        if self.is_picture:
            self._redraw()

    def _redraw(self) -> None:
        """Draw the parties that the list shows, if others are drawn."""
        model, opened = self.model(), self._opened
        if model is None or opened is None:
            return
        places = frozenset(model.shown_places())
        if self._drawn is None or self._drawn[0] is not opened.case or self._drawn[1] != places:
            self._drawn = (opened.case, places)
            ids = [str(getattr(model.table.rows[place], "id", "")) for place in places]
            self.drawing.show_parties(opened, ids, self.pane.list.current_record())
