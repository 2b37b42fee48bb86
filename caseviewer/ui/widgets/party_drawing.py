"""The picture of the parties with its buttons and its key, in step with the rows of a list."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseviewer.formatting.translate import tr
from caseviewer.model.case import Case
from caseviewer.model.opened import OpenedCase
from caseviewer.pictures.party_network import PartyNetwork, network_slices, party_network
from caseviewer.search.slices import in_turn
from caseviewer.ui import background
from caseviewer.ui.safe_text import set_button_text
from caseviewer.ui.widgets.facet_bar import QuietButton
from caseviewer.ui.widgets.flow_layout import FlowLayout
from caseviewer.ui.widgets.party_diagram import ZOOM_STEP, PartyDiagram
from caseviewer.ui.widgets.party_key import PartyKey
from caseviewer.ui.widgets.party_making import BESIDE


class PartyDrawing(QWidget):
    """Shows the parties of a case that a list shows; what takes long is made beside the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start with nothing to show."""
        super().__init__(parent)
        self.diagram = PartyDiagram()
        self.key = PartyKey()
        self.key.hide()
        self._of: Case | None = None
        self._opened: OpenedCase | None = None
        self._network: PartyNetwork | None = None
        self._shown: Sequence[str] = ()
        self._making = background.Turn(self)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.setSpacing(0)
        self.buttons = {
            "in": self._button(flow, tr("Zoom in"), lambda: self.diagram.zoom(ZOOM_STEP)),
            "out": self._button(flow, tr("Zoom out"), lambda: self.diagram.zoom(1 / ZOOM_STEP)),
            "fit": self._button(flow, tr("Show all"), self.diagram.fit),
            "key": self._button(flow, tr("Key"), self.toggle_key),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(buttons)
        column.addWidget(self.diagram, 1)
        column.addWidget(self.key)
        self.setFocusProxy(self.diagram)

    def show_parties(self, opened: OpenedCase, shown: Sequence[str], selected: str) -> None:
        """Show some parties of a case, by their ids."""
        self._shown = shown
        self.diagram.selected = selected
        if self._of is not opened.case:
            self._of, self._opened, self._network = opened.case, opened, None
            self._making.stop()
            self._make(opened)
        elif self._network is not None:
            self._take(self._network)

    def settle(self) -> None:
        """Make now what is under way beside the window."""
        if self._making.busy and self._opened is not None:
            self._making.stop()
            self._take(party_network(self._opened))
        self.diagram.settle()

    def toggle_key(self) -> None:
        """Show what the outlines mean, or put it away."""
        shown = self.key.isHidden()
        self.key.setVisible(shown)
        button = self.buttons["key"]
        button.setProperty("chosen", shown)
        button.style().polish(button)

    def _make(self, opened: OpenedCase) -> None:
        if len(opened.case.parties) <= BESIDE:
            self._take(party_network(opened))
            return
        self.diagram.show_waiting()
        self._making.start(
            lambda job: in_turn(network_slices(opened), job.give_way), self._take, _raise
        )

    def _take(self, network: PartyNetwork | None) -> None:
        if network is not None:
            self._network = network
            self.diagram.show_network(network, self._shown)

    def _button(self, flow: FlowLayout, words: str, do: Callable[[], object]) -> QuietButton:
        made = QuietButton()
        set_button_text(made, words)
        made.clicked.connect(lambda *_: do())
        made.left.connect(self.diagram.setFocus)
        flow.addWidget(made)
        return made


def _raise(error: Exception) -> None:
    """What goes wrong here is a mistake of the program."""
    raise error
