"""A tab that commands of tests stand before."""

from collections.abc import Callable

from caseviewer.citations.forms import Wanted
from caseviewer.citations.pinpoints import Pinpoint
from caseviewer.formatting.clip import ClipText
from caseviewer.model.quotations import Quotation


class Front:
    """A tab that writes down what it is asked for."""

    def __init__(
        self,
        found: tuple[ClipText, str] | None = None,
        cited: tuple[Wanted, ...] = (),
        fault: str = "",
        quotations: tuple[Quotation, ...] = (),
    ) -> None:
        self.selected = quotations
        self.found, self.places, self.fault = found, cited, fault
        self.between: tuple[ClipText, str] | None = None
        self.asked: list[str] = []
        self.spans: list[tuple[int, int] | None] = []
        self.pinpoints: list[Pinpoint | None] = []

    def clip(self) -> tuple[ClipText, str] | None:
        return self.found

    def elapsed(self) -> tuple[ClipText, str] | None:
        return self.between

    def cited(self) -> tuple[Wanted, ...]:
        return self.places

    def place_fault(self) -> str:
        return self.fault

    def quotations(self) -> tuple[Quotation, ...]:
        return self.selected

    def page_clip(self) -> ClipText:
        return ClipText("the page", "<p>the page</p>")

    def show_found(self, span: tuple[int, int] | None) -> None:
        self.spans.append(span)

    def focus_pinpoint(self, pinpoint: Pinpoint | None) -> None:
        self.pinpoints.append(pinpoint)

    def __getattr__(self, name: str) -> Callable[[], None]:
        return lambda: self.asked.append(name)
