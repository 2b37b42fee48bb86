"""A picture of parties is laid out in the window where they are few, else beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont

from caseviewer.pictures.party_network import PartyNetwork
from caseviewer.pictures.party_picture import PartyPicture
from caseviewer.ui.background import Job, Turn
from caseviewer.ui.widgets.party_paint import FontMeasure

BESIDE = 300
"""Of so many parties all can be drawn; looking through more takes time by itself."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Parties that are shown, and their picture."""

    network: PartyNetwork
    picture: PartyPicture


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be drawn: of a network those parties that are shown, None for all of them.

    font: told by its words, as fonts of the window are not for others to look into. selected:
    the party around which is drawn, where there are too many.
    """

    network: PartyNetwork
    shown: Sequence[str] | None
    font: str
    selected: str

    def laid(self) -> Laid:
        """Lay it out."""
        from caseviewer.pictures.party_layout import party_picture

        font = QFont()
        font.fromString(self.font)
        kept = self.network if self.shown is None else self.network.only(self.shown)
        made = Laid(kept, party_picture(kept, FontMeasure(font), self.selected))
        if self.selected in kept.by_id:
            kept.sentence(self.selected)  # what it looks up is kept for the window
        return made


class PictureMaking:
    """Makes one picture after another; a new wish replaces the one under way."""

    def __init__(self, owner: QObject, take: Callable[[Laid], object]) -> None:
        """`take` gets what was made, in the window."""
        self._turn, self._take = Turn(owner), take
        self._wish: Wish | None = None

    @property
    def busy(self) -> bool:
        """Whether a picture is under way."""
        return self._turn.busy

    def make(self, wish: Wish) -> None:
        """Make a picture, at once where that is quick."""
        self._wish = wish
        self._turn.stop()
        if len(wish.network.nodes) <= BESIDE:
            self._end(wish.laid())
            return

        def work(job: Job) -> Laid | None:
            return wish.laid() if job.give_way() else None

        self._turn.start(work, self._end, _raise)

    def settle(self) -> None:
        """Make now what is under way."""
        if self._wish is not None and self.busy:
            self._turn.stop()
            self._end(self._wish.laid())

    def _end(self, made: Laid | None) -> None:
        if made is not None:
            self._wish = None
            self._take(made)


def _raise(error: Exception) -> None:
    """What goes wrong here is a mistake of the program."""
    raise error
