"""All actions as data: name, text, shortcut, menu; what they do is found by their name."""

from dataclasses import dataclass
from enum import StrEnum

from caseviewer.formatting.page import Tab
from caseviewer.ui.widgets.menus import LibraryMenu, Menu


class Needs(StrEnum):
    """What has to be there for an action to be offered."""

    NOTHING = "nothing"
    CASE = "case"
    BACK = "back"
    FORWARD = "forward"
    RECENT = "recent"
    COPIES = "copies"
    LIBRARY = "library"
    FOLDERS = "folders"
    AT_REST = "at_rest"
    INDEXING = "indexing"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: `name` is that of the command, `text` has its letter marked with &."""

    name: str
    menu: Menu | LibraryMenu
    text: str
    shortcut: str
    needs: Needs = Needs.NOTHING
    checkable: bool = False
    separated: bool = False


ACTIONS = (
    ActionSpec("open", Menu.FILE, "&Open a case file…", "Ctrl+O"),
    ActionSpec("open_folder", Menu.FILE, "Open a case &folder…", "Ctrl+Shift+O"),
    ActionSpec("new_window", Menu.FILE, "&New window", "Ctrl+N"),
    ActionSpec("library", Menu.FILE, "&Library…", "Ctrl+L"),
    ActionSpec("reload", Menu.FILE, "&Reload", "Ctrl+R", Needs.CASE, separated=True),
    ActionSpec("attach_document", Menu.FILE, "&Attach a document…", "Ctrl+Shift+A", Needs.CASE),
    ActionSpec(
        "forget_copies", Menu.FILE, "Forget attached doc&uments", "Ctrl+Alt+Del", Needs.COPIES
    ),
    ActionSpec(
        "export_chronology", Menu.FILE, "&Export chronology…", "Ctrl+E", Needs.CASE, separated=True
    ),
    ActionSpec(
        "remember_recent", Menu.FILE, "Re&member recent files", "Ctrl+Shift+M", checkable=True
    ),
    ActionSpec("forget_recent", Menu.FILE, "For&get recent files", "Ctrl+Shift+Del", Needs.RECENT),
    ActionSpec("close", Menu.FILE, "&Close window", "Ctrl+W", separated=True),
    ActionSpec("quit", Menu.FILE, "&Quit", "Ctrl+Q"),
    ActionSpec("copy", Menu.EDIT, "&Copy selected rows", "Ctrl+C", Needs.CASE),
    ActionSpec("copy_page", Menu.EDIT, "Copy what is &read", "Ctrl+Shift+P", Needs.CASE),
    ActionSpec("copy_elapsed", Menu.EDIT, "Copy elapsed &time", "Ctrl+Shift+E", Needs.CASE),
    ActionSpec("select_all", Menu.EDIT, "Select &all rows", "Ctrl+A", Needs.CASE),
    ActionSpec("find", Menu.EDIT, "Fi&nd in the case…", "Ctrl+F", Needs.CASE, separated=True),
    ActionSpec("find_next", Menu.EDIT, "Ne&xt hit", "F3", Needs.CASE),
    ActionSpec("find_previous", Menu.EDIT, "&Previous hit", "Shift+F3", Needs.CASE),
    ActionSpec("filter", Menu.EDIT, "&Filter the list", "Ctrl+Shift+F", Needs.CASE),
    ActionSpec("own_order", Menu.EDIT, "List in its &own order", "Ctrl+0", Needs.CASE),
    ActionSpec(
        "copy_questions", Menu.EDIT, "Copy as &questions", "Ctrl+Alt+Q", Needs.CASE, separated=True
    ),
    ActionSpec("mark_seen", Menu.EDIT, "&Mark as seen or not seen", "Ctrl+M", Needs.CASE),
    ActionSpec("forget_seen", Menu.EDIT, "Forget what was &seen", "Ctrl+Alt+G", Needs.CASE),
    ActionSpec("copy_citation", Menu.CITE, "&Copy citation", "Ctrl+Shift+C", Needs.CASE),
    ActionSpec("copy_brief", Menu.CITE, "Copy &quotation for a brief", "Ctrl+Alt+C", Needs.CASE),
    ActionSpec("cite_defects", Menu.CITE, "Copy with what to &know", "Ctrl+Alt+K", Needs.CASE),
    ActionSpec("cite_short", Menu.CITE, "Copy &short form", "Ctrl+Alt+S", Needs.CASE),
    ActionSpec("cite_entry", Menu.CITE, "Copy bibliography &entry", "Ctrl+Alt+E", Needs.CASE),
    ActionSpec("cite_footnote", Menu.CITE, "Copy &Markdown footnote", "Ctrl+Alt+M", Needs.CASE),
    ActionSpec(
        "cite_verbatim",
        Menu.CITE,
        "Copy own citation, to the &letter",
        "Ctrl+Alt+L",
        Needs.CASE,
        separated=True,
    ),
    ActionSpec(
        "cite_clean", Menu.CITE, "Copy own citation, with &plain spaces", "Ctrl+Alt+P", Needs.CASE
    ),
    ActionSpec(
        "bibliography_selected",
        Menu.CITE,
        "Copy &bibliography of what is selected",
        "Ctrl+Alt+B",
        Needs.CASE,
        separated=True,
    ),
    ActionSpec(
        "bibliography_all", Menu.CITE, "Copy bibliography of &all sources", "Ctrl+Alt+A", Needs.CASE
    ),
    ActionSpec("cite_ris", Menu.CITE, "Copy as &RIS", "Ctrl+Alt+R", Needs.CASE, separated=True),
    ActionSpec("cite_biblatex", Menu.CITE, "Copy as BibLaTe&X", "Ctrl+Alt+X", Needs.CASE),
    ActionSpec("cite_csl", Menu.CITE, "Copy as CSL-&JSON", "Ctrl+Alt+J", Needs.CASE),
    ActionSpec("pinpoint", Menu.CITE, "To the p&inpoint", "Ctrl+Alt+I", Needs.CASE, separated=True),
    ActionSpec("add_style", Menu.CITE, "A&dd a style…", "Ctrl+Alt+D", separated=True),
    ActionSpec("find_style", Menu.CITE, "&Find a style…", "Ctrl+Alt+F"),
    ActionSpec("star", Menu.NOTES, "&Star, or take the star away", "Ctrl+B", Needs.CASE),
    ActionSpec("mark_read", Menu.NOTES, "Mark as &read or not read", "Ctrl+Shift+R", Needs.CASE),
    ActionSpec("note", Menu.NOTES, "&Write a note…", "Ctrl+Shift+N", Needs.CASE),
    ActionSpec("confirm_note", Menu.NOTES, "Still &holds", "Ctrl+Alt+N", Needs.CASE),
    ActionSpec(
        "export_notes", Menu.NOTES, "&Export my notes…", "Ctrl+Alt+O", Needs.CASE, separated=True
    ),
    ActionSpec("import_notes", Menu.NOTES, "&Import notes…", "Ctrl+Alt+U", Needs.CASE),
    ActionSpec(
        "forget_notes", Menu.NOTES, "&Forget all notes of this case…", "Ctrl+Alt+W", Needs.CASE
    ),
    ActionSpec("larger", Menu.VIEW, "&Larger text", "Ctrl++"),
    ActionSpec("smaller", Menu.VIEW, "&Smaller text", "Ctrl+-"),
    ActionSpec("usual_size", Menu.VIEW, "&Usual size of text", "Ctrl+Shift+0"),
    ActionSpec(
        "scheme_system",
        Menu.VIEW,
        "&Colours of the system",
        "Ctrl+Shift+S",
        checkable=True,
        separated=True,
    ),
    ActionSpec("scheme_light", Menu.VIEW, "L&ight", "Ctrl+Shift+L", checkable=True),
    ActionSpec("scheme_dark", Menu.VIEW, "&Dark", "Ctrl+Shift+D", checkable=True),
    ActionSpec(
        "timeline", Menu.VIEW, "&Timeline", "Ctrl+T", Needs.CASE, checkable=True, separated=True
    ),
    ActionSpec(
        "parties_picture", Menu.VIEW, "&Parties as list or picture", "Ctrl+Shift+G", Needs.CASE
    ),
    ActionSpec("save_picture", Menu.VIEW, "Sa&ve picture…", "Ctrl+Shift+T", Needs.CASE),
    ActionSpec("as_at", Menu.VIEW, "&As at a day…", "Ctrl+D", Needs.CASE),
    ActionSpec(
        "show_notes", Menu.VIEW, "My &notes", "Ctrl+Shift+H", checkable=True, separated=True
    ),
    ActionSpec("full_screen", Menu.VIEW, "&Full screen", "F11", checkable=True),
    ActionSpec("back", Menu.GO, "&Back", "Alt+Left", Needs.BACK),
    ActionSpec("forward", Menu.GO, "&Forward", "Alt+Right", Needs.FORWARD),
    ActionSpec("go_to", Menu.GO, "&Go to…", "Ctrl+K", separated=True),
    ActionSpec("focus_list", Menu.GO, "To the &list", "F6", Needs.CASE, separated=True),
    ActionSpec("focus_page", Menu.GO, "To the &page", "Shift+F6", Needs.CASE),
    ActionSpec("focus_timeline", Menu.GO, "To the ti&meline", "Ctrl+F6", Needs.CASE),
    *(
        ActionSpec(
            f"tab_{tab.value}",
            Menu.GO,
            f"&{number} {tab.value.capitalize()}",
            f"Ctrl+{number}",
            Needs.CASE,
            separated=number == 1,
        )
        for number, tab in enumerate(Tab, start=1)
    ),
    ActionSpec("shortcuts", Menu.HELP, "&Keyboard shortcuts", "F1"),
    ActionSpec("about", Menu.HELP, "&About Case Viewer", "Shift+F1"),
)


def plain_text(spec: ActionSpec) -> str:
    """The text of an action without the mark of its letter and without "…"."""
    return spec.text.replace("&", "").removesuffix("…")
