import pytest

from caseviewer.ui.commands.look_commands import LookCommands
from caseviewer.ui.preferences import SCHEMES, TEXT_SIZES, Preferences
from tests.ui.some_windows import SomeWindows


@pytest.fixture
def windows() -> SomeWindows:
    return SomeWindows()


def test_text_grows_and_shrinks_by_steps_to_their_ends(
    windows: SomeWindows, preferences: Preferences
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
    assert windows.asked.count("look") == len(TEXT_SIZES) + 3


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_scheme_is_remembered_and_shown(
    windows: SomeWindows, preferences: Preferences, scheme: str
) -> None:
    LookCommands(windows, preferences).handlers()[f"scheme_{scheme}"]()
    assert Preferences(preferences.folder).get("scheme") == scheme
    assert windows.asked == ["look"]
