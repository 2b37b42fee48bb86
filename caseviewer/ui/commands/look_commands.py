"""Colours and size of text, for all windows at once."""

from collections.abc import Callable
from functools import partial

from caseviewer.ui.commands.view import Windows
from caseviewer.ui.preferences import SCHEMES, TEXT_SIZES, Preferences


class LookCommands:
    """The commands of the View menu."""

    def __init__(self, windows: Windows, preferences: Preferences) -> None:
        """Change the look of `windows` and remember it."""
        self._windows = windows
        self._preferences = preferences

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action does, by its name."""
        return {
            "larger": lambda: self.step_size(1),
            "smaller": lambda: self.step_size(-1),
            "usual_size": lambda: self.set_size(TEXT_SIZES[0]),
            **{f"scheme_{scheme}": partial(self.set_scheme, scheme) for scheme in SCHEMES},
        }

    def step_size(self, steps: int) -> None:
        """Make the text larger or smaller by one step, as far as there is one."""
        at = TEXT_SIZES.index(self._preferences.get("text_size")) + steps
        self.set_size(TEXT_SIZES[max(0, min(at, len(TEXT_SIZES) - 1))])

    def set_size(self, per_cent: int) -> None:
        """Use a size of text and remember it."""
        self._preferences.set("text_size", per_cent)
        self._windows.apply_look()

    def set_scheme(self, scheme: str) -> None:
        """Use a colour scheme and remember it."""
        self._preferences.set("scheme", scheme)
        self._windows.apply_look()
