"""Above the page of a quotation: copy it for a brief, and with which parts."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from caseviewer.formatting.brief_parts import (
    PART_NAMES,
    BriefParts,
    brief_parts,
    chosen_parts,
    part_words,
)
from caseviewer.formatting.translate import tr
from caseviewer.ui import theme
from caseviewer.ui.safe_text import control_text, new_action, set_button_text
from caseviewer.ui.widgets.facet_bar import ChoiceMenu, MenuButton, open_below


class BriefBar(QWidget):
    """The button that copies, and beside it the menu of what is copied."""

    copy_wanted = Signal()
    parts_chosen = Signal(object)

    def __init__(
        self, chosen: Callable[[], Mapping[str, bool]], parent: QWidget | None = None
    ) -> None:
        """`chosen` gives the parts as they are remembered, by name."""
        super().__init__(parent)
        self._chosen = chosen
        self.button = QPushButton()
        set_button_text(self.button, tr("Copy for a brief"))
        self.parts = MenuButton()
        self.parts.setAccessibleDescription(tr("opens a list of what is copied"))
        self.menu = ChoiceMenu(self.parts)
        self.menu.setAccessibleName(tr("What is copied with a quotation"))
        self.menu.aboutToShow.connect(self._fill)
        self.button.clicked.connect(self.copy_wanted)
        self.parts.clicked.connect(lambda: open_below(self.menu, self.parts))
        step = theme.unit(self.font())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * step, step, 2 * step, step)
        layout.setSpacing(step)
        layout.addWidget(self.button)
        layout.addWidget(self.parts)
        layout.addStretch(1)
        self.show_parts()

    def show_parts(self) -> None:
        """Tell whether the parts are other than usual."""
        usual = brief_parts(self._chosen()) == BriefParts()
        told = tr("Parts that are copied") if usual else tr("Parts that are copied: changed")
        self.parts.show_words(tr("Parts"), told, chosen=not usual)

    def _fill(self) -> None:
        """Show the parts as they are now: another window may have changed them."""
        now = chosen_parts(brief_parts(self._chosen()))
        self.menu.clear()
        for name in PART_NAMES:
            action = new_action(control_text(part_words(name)), self.menu)
            action.setCheckable(True)
            action.setChecked(now[name])
            action.toggled.connect(partial(self._toggle, name))
            self.menu.addAction(action)

    def _toggle(self, name: str, checked: bool) -> None:  # noqa: FBT001 - so Qt calls it
        self.parts_chosen.emit({**self._chosen(), name: checked})
        self.show_parts()
