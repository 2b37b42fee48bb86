"""The windows of a program that opens none, for the tests of what asks for them."""

from collections.abc import Sequence

from caseviewer.formatting.page import Target
from caseviewer.search.hits import Hit


class SomeWindows:
    """Writes down what it is asked for."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def new_window(self) -> None:
        self.asked.append("new")

    def open_paths(self, paths: Sequence[str]) -> None:
        self.asked.append(list(paths))

    def open_at(self, path: str, place: Target | Hit) -> None:
        self.asked.append((path, place))

    def show_library(self) -> None:
        self.asked.append("library")

    def quit(self) -> None:
        self.asked.append("quit")

    def refresh_recent(self) -> None: ...

    def refresh_notes(self) -> None: ...

    def apply_look(self) -> None:
        self.asked.append("look")
