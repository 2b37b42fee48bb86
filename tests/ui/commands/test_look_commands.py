from collections.abc import Sequence

import pytest

from caseviewer.formatting.page import Target
from caseviewer.search.hits import Hit
from caseviewer.ui.commands.look_commands import LookCommands
from caseviewer.ui.preferences import SCHEMES, TEXT_SIZES, Preferences


class Windows:
    """Counts how often the look is shown anew."""

    def __init__(self) -> None:
        self.shown = 0

    def new_window(self) -> None: ...

    def open_paths(self, paths: Sequence[str]) -> None: ...

    def open_at(self, path: str, place: Target | Hit) -> None: ...

    def show_library(self) -> None: ...

    def quit(self) -> None: ...

    def refresh_recent(self) -> None: ...

    def refresh_notes(self) -> None: ...

    def apply_look(self) -> None:
        self.shown += 1


@pytest.fixture
def windows() -> Windows:
    return Windows()


def test_text_grows_and_shrinks_by_steps_to_their_ends(
    windows: Windows, preferences: Preferences
) -> None:
    do = LookCommands(windows, preferences).handlers()
    seen = []
    for _ in TEXT_SIZES:
        do["larger"]()
        seen.append(preferences.get("text_size"))
    assert seen == [*TEXT_SIZES[1:], TEXT_SIZES[-1]]
    do["smaller"]()
    assert preferences.get("text_size") == TEXT_SIZES[-2]
    do["usual_size"]()
    do["smaller"]()
    assert preferences.get("text_size") == 100
    assert windows.shown == len(TEXT_SIZES) + 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_scheme_is_remembered_and_shown(
    windows: Windows, preferences: Preferences, scheme: str
) -> None:
    LookCommands(windows, preferences).handlers()[f"scheme_{scheme}"]()
    assert Preferences(preferences.folder).get("scheme") == scheme
    assert windows.shown == 1
