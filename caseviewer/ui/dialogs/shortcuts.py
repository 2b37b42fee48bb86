"""The sheet of keyboard shortcuts (F1)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from caseviewer.formatting.page import Page, PageBuilder
from caseviewer.formatting.translate import tr
from caseviewer.ui.actions import ACTIONS, ActionSpec, plain_text
from caseviewer.ui.library_actions import LIBRARY_ACTIONS
from caseviewer.ui.widgets.page_dialog import PageDialog

_IN_LISTS = (
    ("Up, Down", "select the next row"),
    ("Home, End", "to the first or the last row"),
    ("Shift with these keys", "select several rows"),
    ("Enter", "read the page of the selected row"),
    ("Esc", "leave the filter and show all rows"),
)
_IN_SEARCH = (
    ("Up, Down", "select the next or previous hit"),
    ("Page Up, Page Down", "select a hit further up or down"),
    ("Enter", "go to the selected hit"),
    ("F3, Shift+F3", "go to the next or previous hit, from anywhere"),
    ("Esc", "close the search, and go back to where you were before it"),
)
_ON_PAGES = (
    ("Tab, Shift+Tab", "to the next or previous link"),
    ("Enter", "follow the link"),
    ("Arrow keys, Home, End", "move the caret"),
    ("Shift with these keys", "select words; Ctrl+C copies them"),
)
_IN_NOTES = (
    ("Esc, Ctrl+Enter", "leave the field; what you write is saved as you write it"),
    ("Tab, Shift+Tab", "leave it for what stands beside it"),
)
_IN_TIMELINE = (
    ("Left, Right", "select the mark before or after"),
    ("Up, Down", "to the lane above or below"),
    ("Home, End", "to the first or the last mark"),
    ("+, -", "zoom in or out; so does the wheel"),
    ("0", "show all days"),
    ("Page Up, Page Down", "earlier or later days"),
    ("Shift+Left, Shift+Right", "a little earlier or later"),
    ("Enter", "open the cluster, or read the page"),
    ("Esc", "back to the list"),
)
_IN_LIBRARY = (
    ("Up, Down", "select the next row"),
    ("Home, End", "to the first or the last row"),
    ("Enter", "open the case, at the hit if there is one"),
    ("Esc", "leave the search; the list is as it was"),
)
_Places = Sequence[tuple[str, Sequence[tuple[str, str]]]]
_BY_PLACE: _Places = (
    ("In lists", _IN_LISTS),
    ("In the search (field and hits)", _IN_SEARCH),
    ("In the timeline", _IN_TIMELINE),
    ("On pages", _ON_PAGES),
    ("While you write a note", _IN_NOTES),
)
_IN_LIBRARY_BY_PLACE: _Places = (("In lists", _IN_LIBRARY), ("On pages", _ON_PAGES))


def shortcuts_page(specs: Sequence[ActionSpec] = ACTIONS, places: _Places = _BY_PLACE) -> Page:
    """Every action with its shortcut, menu by menu."""
    builder = PageBuilder()
    builder.title(tr("Keyboard shortcuts"))
    for menu in dict.fromkeys(spec.menu for spec in specs):
        builder.heading(tr(menu.value).replace("&", ""))
        for spec in specs:
            if spec.menu is menu:
                builder.field(spec.shortcut, tr(plain_text(spec)))
    for head, rows in places:
        builder.heading(tr(head))
        for keys, meaning in rows:
            builder.field(keys, tr(meaning))
    return builder.page()


def show_shortcuts(parent: QWidget) -> PageDialog:
    """Show the sheet."""
    return PageDialog.shown(parent, tr("Keyboard shortcuts"), shortcuts_page())


def show_library_shortcuts(parent: QWidget) -> PageDialog:
    """Show the sheet of the library's window."""
    page = shortcuts_page(LIBRARY_ACTIONS, _IN_LIBRARY_BY_PLACE)
    return PageDialog.shown(parent, tr("Keyboard shortcuts"), page)
