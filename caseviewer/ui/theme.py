"""Colours, fonts and spaces: two palettes with measured contrast, three sizes of type."""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

STYLE = ("-style", "fusion")
"""How the application is asked for its style: setting one later costs several milliseconds."""

NAME_SCALE = 1.15
TITLE_SCALE = 1.4
NOTE_SCALE = 0.92

_SERIF = (
    "Noto Serif",
    "Georgia",
    "Charter",
    "Liberation Serif",
    "DejaVu Serif",
    "Times New Roman",
)


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one scheme; each text colour has at least 4.5 : 1 on the page."""

    window: str
    page: str
    stripe: str
    text: str
    muted: str
    link: str
    warning: str
    line: str
    selected: str
    selected_text: str
    notice: str
    button: str
    mark: str
    found: str
    span: str
    own: str


LIGHT = Colours(
    window="#f3f2ef",
    page="#ffffff",
    stripe="#f8f7f5",
    text="#1d1d1b",
    muted="#5c5b57",
    link="#1a4f8b",
    warning="#98361c",
    line="#d5d3cd",
    selected="#d6e4f3",
    selected_text="#101010",
    notice="#e9eef4",
    button="#ebe9e4",
    mark="#f6e7a8",
    found="#ffcf91",
    span="#cddcec",
    own="#edf3e8",
)
DARK = Colours(
    window="#232426",
    page="#1b1c1e",
    stripe="#202123",
    text="#e6e4df",
    muted="#a8a69f",
    link="#8fbcec",
    warning="#f0a184",
    line="#3c3d40",
    selected="#2e4a68",
    selected_text="#ffffff",
    notice="#2a323b",
    button="#303134",
    mark="#4f4516",
    found="#74500f",
    span="#34506d",
    own="#222b23",
)


def palette(colours: Colours) -> QPalette:
    """The Qt palette of a scheme."""
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.page,
        QPalette.ColorRole.AlternateBase: colours.stripe,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Button: colours.button,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.BrightText: colours.warning,
        QPalette.ColorRole.ToolTipBase: colours.notice,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Link: colours.link,
        QPalette.ColorRole.LinkVisited: colours.link,
        QPalette.ColorRole.Highlight: colours.selected,
        QPalette.ColorRole.HighlightedText: colours.selected_text,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Accent: colours.link,
    }
    made = QPalette()
    for role, name in roles.items():
        made.setColor(role, QColor(name))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made


def colours_for(scheme: str) -> Colours:
    """The colours of "light", "dark", or what the system asks for."""
    if scheme == "system":
        asked = QGuiApplication.styleHints().colorScheme()
        return DARK if asked is Qt.ColorScheme.Dark else LIGHT
    return DARK if scheme == "dark" else LIGHT


class Theme:
    """The look of the whole program: one scheme, one text size.

    Its colours are those of the style that `STYLE` asks for.
    """

    def __init__(self, app: QApplication) -> None:
        """Remember the system's font size, which 100 % stands for."""
        self._app = app
        self._base = app.font().pointSizeF()
        self.colours = LIGHT

    def apply(self, scheme: str, text_size: int) -> None:
        """Use a scheme ("system", "light", "dark") and a text size in per cent."""
        self.colours = colours_for(scheme)
        self._app.setPalette(palette(self.colours))
        font = QFont(self._app.font())
        font.setPointSizeF(self._base * text_size / 100)
        self._app.setFont(font)
        self._app.setStyleSheet(_style_sheet(self.colours))


def colours_of(app: QApplication) -> Colours:
    """The colours in use, told from the palette."""
    return DARK if app.palette().color(QPalette.ColorRole.Base).lightness() < 128 else LIGHT


def scaled(font: QFont, factor: float) -> QFont:
    """A font of another size."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    return made


def serif(font: QFont) -> QFont:
    """The system's serif face in the size of `font`, a little larger for quotations."""
    made = scaled(font, NAME_SCALE)
    made.setStyleHint(QFont.StyleHint.Serif)
    made.setFamilies(list(_serif_families()))
    return made


@cache
def _serif_families() -> list[str]:
    wanted = (
        "Noto Serif",
        "Georgia",
        "Charter",
        "Liberation Serif",
        "DejaVu Serif",
        "Times New Roman",
    )
    known = set(QFontDatabase.families())
    return [name for name in wanted if name in known] or ["serif"]


def unit(font: QFont) -> int:
    """The grid: 4 pixels at the usual size of type, growing with the font."""
    return max(4, round(QFontMetricsF(font).height() / 4.5))


def _style_sheet(colours: Colours) -> str:
    """What palettes cannot say: quiet frames, roomy tabs, a focus that can be seen."""
    return f"""
    QTableView, QTextBrowser, QPlainTextEdit {{ border: 1px solid {colours.line}; }}
    QLineEdit {{
        border: 1px solid {colours.line}; border-radius: 3px; padding: 0.25em 0.4em;
        background: {colours.page};
    }}
    QLineEdit:focus {{ border-color: {colours.link}; }}
    QPushButton:checked {{
        background: {colours.selected}; color: {colours.selected_text};
        border: 1px solid {colours.link}; border-radius: 3px;
    }}
    QPushButton#entry {{ text-align: left; padding: 0.4em 0.7em; }}
    QPushButton#view {{
        background: {colours.button}; border: 1px solid {colours.line}; border-radius: 3px;
        padding: 0.15em 0.7em;
    }}
    QPushButton#view:checked {{
        background: {colours.selected}; color: {colours.selected_text};
        border-color: {colours.link};
    }}
    QPushButton#view:focus {{ border: 1px solid {colours.text}; }}
    QPushButton#facet {{
        border: 1px solid transparent; border-radius: 3px; padding: 0.1em 0.3em;
        background: transparent; color: {colours.muted};
    }}
    QPushButton#facet:hover {{ border-color: {colours.line}; }}
    QPushButton#facet:focus {{ border-color: {colours.link}; }}
    QPushButton#facet[chosen="true"] {{ color: {colours.link}; }}
    QTextBrowser#header {{ border: none; background: {colours.window}; }}
    QTableView:focus, QTextBrowser:focus, QPlainTextEdit:focus {{
        border: 1px solid {colours.link};
    }}
    QTextBrowser#header:focus {{ border: 1px dotted {colours.link}; }}
    QHeaderView::section {{
        background: {colours.window}; color: {colours.muted}; border: none;
        border-bottom: 1px solid {colours.line}; padding: 0.3em 0.5em; text-align: left;
    }}
    QTabBar::tab {{ padding: 0.45em 0.65em; border: none; border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ border-bottom: 2px solid {colours.link}; }}
    QTabBar::tab:focus {{ border: 1px dotted {colours.link}; }}
    QTabWidget::pane {{ border: none; border-top: 1px solid {colours.line}; }}
    QLabel#order {{ color: {colours.muted}; }}
    #go_to {{ background: {colours.notice}; border: 1px solid {colours.link}; border-radius: 4px; }}
    #notice {{ background: {colours.notice}; }}
    #unsaved {{ background: {colours.notice}; border-bottom: 2px solid {colours.warning}; }}
    #as_at {{ background: {colours.mark}; border-bottom: 1px solid {colours.line}; }}
    QSplitter::handle {{ background: {colours.window}; }}
    """
