"""The actions of the library's window, as data; what they do is found by their name."""

from caseviewer.ui.actions import ActionSpec, Needs
from caseviewer.ui.widgets.menus import LibraryMenu

LIBRARY_ACTIONS = (
    ActionSpec("open", LibraryMenu.FILE, "&Open a case file…", "Ctrl+O"),
    ActionSpec("open_folder", LibraryMenu.FILE, "Open a case &folder…", "Ctrl+Shift+O"),
    ActionSpec("new_window", LibraryMenu.FILE, "&New window", "Ctrl+N"),
    ActionSpec("close", LibraryMenu.FILE, "&Close window", "Ctrl+W", separated=True),
    ActionSpec("quit", LibraryMenu.FILE, "&Quit", "Ctrl+Q"),
    ActionSpec("add_folder", LibraryMenu.LIBRARY, "&Add a folder…", "Ctrl+Shift+A", Needs.LIBRARY),
    ActionSpec("refresh", LibraryMenu.LIBRARY, "&Refresh", "F5", Needs.AT_REST, separated=True),
    ActionSpec(
        "pause", LibraryMenu.LIBRARY, "&Pause indexing", "Ctrl+P", Needs.INDEXING, checkable=True
    ),
    ActionSpec("stop", LibraryMenu.LIBRARY, "&Stop indexing", "Ctrl+.", Needs.INDEXING),
    ActionSpec(
        "erase",
        LibraryMenu.LIBRARY,
        "&Erase the index…",
        "Ctrl+Shift+Del",
        Needs.FOLDERS,
        separated=True,
    ),
    ActionSpec("use", LibraryMenu.LIBRARY, "&Use the library", "Ctrl+U", checkable=True),
    ActionSpec("larger", LibraryMenu.VIEW, "&Larger text", "Ctrl++"),
    ActionSpec("smaller", LibraryMenu.VIEW, "&Smaller text", "Ctrl+-"),
    ActionSpec("usual_size", LibraryMenu.VIEW, "&Usual size of text", "Ctrl+Shift+0"),
    ActionSpec(
        "scheme_system",
        LibraryMenu.VIEW,
        "&Colours of the system",
        "Ctrl+Shift+S",
        checkable=True,
        separated=True,
    ),
    ActionSpec("scheme_light", LibraryMenu.VIEW, "L&ight", "Ctrl+Shift+L", checkable=True),
    ActionSpec("scheme_dark", LibraryMenu.VIEW, "&Dark", "Ctrl+Shift+D", checkable=True),
    ActionSpec(
        "own_order",
        LibraryMenu.VIEW,
        "List in its &own order",
        "Ctrl+0",
        Needs.FOLDERS,
        separated=True,
    ),
    ActionSpec("show_all", LibraryMenu.VIEW, "Show &all cases", "Ctrl+Alt+0", Needs.FOLDERS),
    ActionSpec("find", LibraryMenu.GO, "&Search all cases", "Ctrl+F", Needs.FOLDERS),
    ActionSpec("find_next", LibraryMenu.GO, "&Next hit", "F3", Needs.FOLDERS),
    ActionSpec("find_previous", LibraryMenu.GO, "&Previous hit", "Shift+F3", Needs.FOLDERS),
    ActionSpec("focus_list", LibraryMenu.GO, "To the &list", "F6", Needs.FOLDERS, separated=True),
    ActionSpec("focus_page", LibraryMenu.GO, "To the pa&ge", "Shift+F6", Needs.FOLDERS),
    ActionSpec("open_case", LibraryMenu.GO, "&Open what is selected", "Ctrl+Return", Needs.FOLDERS),
    ActionSpec("shortcuts", LibraryMenu.HELP, "&Keyboard shortcuts", "F1"),
    ActionSpec("about", LibraryMenu.HELP, "&About Case Viewer", "Shift+F1"),
)
