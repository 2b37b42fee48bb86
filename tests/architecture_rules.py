"""The rules of the house that no linter knows, each a function from a module to what breaks it."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

FILE_LINES = 400
FUNCTION_LINES = 50

SAFE_TEXT = "caseviewer/ui/safe_text.py"
MESSAGES = "caseviewer/ui/messages.py"
CLIPBOARD = "caseviewer/ui/clipboard.py"
THEME = "caseviewer/ui/theme.py"

RICH_WIDGETS = frozenset({
    "QErrorMessage", "QInputDialog", "QLabel", "QProgressDialog", "QSplashScreen", "QStaticText",
    "QSystemTrayIcon", "QTextBrowser", "QTextEdit", "QToolTip", "QWhatsThis", "QWizard",
    "QWizardPage",
})  # fmt: skip
"""Classes that render markup found in their texts; `QAction` has a rule of its own."""

RICH_SETTERS = frozenset({
    "addRow", "appendHtml", "insertHtml", "insertRow", "setHtml", "setInformativeText",
    "setLabelText", "setMarkdown", "setToolTip", "setWhatsThis",
})  # fmt: skip
"""Methods that render markup found in their argument, whatever the object."""

NETWORK = frozenset({
    "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebChannel", "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets", "PySide6.QtWebView", "asyncio", "ftplib",
    "http", "imaplib", "poplib", "requests", "smtplib", "socket", "socketserver", "ssl",
    "urllib.request", "urllib.robotparser", "urllib3", "webbrowser", "xmlrpc",
})  # fmt: skip
"""Modules that reach other machines, told apart more finely than import contracts can."""


@dataclass(frozen=True)
class Module:
    """A source file: its path from the root, its text, its tree."""

    path: str
    source: str
    tree: ast.Module

    @classmethod
    def parsed(cls, path: str, source: str) -> "Module":
        return cls(path, source, ast.parse(source))

    def in_room(self, *rooms: str) -> bool:
        return any(self.path.startswith(f"caseviewer/{room}/") for room in rooms)

    def at(self, node: ast.AST, what: str) -> str:
        return f"{self.path}:{getattr(node, 'lineno', 1)}: {what}"


Rule = Callable[[Module], Iterator[str]]


def dotted(node: ast.expr) -> str:
    """A name with its dots as written: `QtWidgets.QLabel`; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


def last(node: ast.expr) -> str:
    """The last part of a dotted name, also where a call stands before it: `a().b` is `b`."""
    return dotted(node).rpartition(".")[2]


def imported(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Everything that a module imports, in full: `PySide6.QtWidgets.QLabel`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield node, f"{node.module}.{alias.name}"


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def names(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Every name and attribute that a module mentions."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node, node.id
        elif isinstance(node, ast.Attribute):
            yield node, node.attr
        elif isinstance(node, ast.alias):
            yield node, node.name.rpartition(".")[2]


def short_files(module: Module) -> Iterator[str]:
    count = len(module.source.splitlines())
    if count > FILE_LINES:
        yield f"{module.path}: {count} lines, at most {FILE_LINES}"


def short_functions(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno:
            count = node.end_lineno - node.lineno + 1
            if count > FUNCTION_LINES:
                yield module.at(node, f"{node.name} has {count} lines, at most {FUNCTION_LINES}")


def bare_packages(module: Module) -> Iterator[str]:
    """An `__init__.py` is one docstring of one line, so that nothing slips through a re-export."""
    if PurePosixPath(module.path).name != "__init__.py":
        return
    docstring = ast.get_docstring(module.tree)
    if not docstring or "\n" in docstring or len(module.tree.body) != 1:
        yield f"{module.path}: holds more or less than a docstring of one line"


def modal_boxes_in_messages(module: Module) -> Iterator[str]:
    if module.path != MESSAGES:
        for node, name in names(module.tree):
            if name in {"QMessageBox", "QFileDialog"}:
                yield module.at(node, f"{name} belongs in {MESSAGES}")


def style_sheets_in_theme(module: Module) -> Iterator[str]:
    if module.path != THEME:
        for node, name in names(module.tree):
            if name == "setStyleSheet":
                yield module.at(node, f"{name} belongs in {THEME}")


def rich_widgets_in_safe_text(module: Module) -> Iterator[str]:
    """Widgets that render markup are made, derived from and asked statically in one module."""
    if module.path == SAFE_TEXT:
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef):
            used = [last(base) for base in node.bases]
        elif isinstance(node, ast.Call):
            used = dotted(node.func).split(".")
        else:
            continue
        for name in RICH_WIDGETS.intersection(used):
            yield module.at(node, f"{name} is made in {SAFE_TEXT}")


def rich_setters_in_safe_text(module: Module) -> Iterator[str]:
    if module.path == SAFE_TEXT:
        return
    for call in calls(module.tree):
        if not isinstance(call.func, ast.Attribute) or call.func.attr not in RICH_SETTERS:
            continue
        if (
            module.path == CLIPBOARD and call.func.attr == "setHtml"
        ):  # of QMimeData: renders nothing
            continue
        yield module.at(call, f"{call.func.attr} is called in {SAFE_TEXT}")


def _is_text(node: ast.expr) -> bool:
    """Whether an expression is visibly a text: a literal, an f-string, a translation."""
    if isinstance(node, ast.Call):
        return last(node.func) in {"tr", "translate"} or (
            isinstance(node.func, ast.Attribute) and node.func.attr in {"format", "tr"}
        )
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _faulty_action(call: ast.Call) -> str:
    """What is wrong with a call that has to do with an action; empty when nothing is."""
    if last(call.func) == "QAction":
        return f"QAction is made in {SAFE_TEXT}"
    if not isinstance(call.func, ast.Attribute):
        return ""
    if call.func.attr == "addAction" and any(map(_is_text, call.args)):
        return f"addAction makes a QAction from a text; use {SAFE_TEXT}"
    if call.func.attr == "setText" and "action" in last(call.func.value).lower():
        return f"a QAction's text is set in {SAFE_TEXT}"
    return ""


def actions_in_safe_text(module: Module) -> Iterator[str]:
    """A tool button shows its action's text as markup in the tooltip, so texts are set once."""
    if module.path == SAFE_TEXT:
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.ClassDef) and "QAction" in map(last, node.bases):
            yield module.at(node, f"QAction is made in {SAFE_TEXT}")
        if isinstance(node, ast.Call) and (fault := _faulty_action(node)):
            yield module.at(node, fault)


def tooltips_from_safe_text(module: Module) -> Iterator[str]:
    """Who answers for a tooltip's role asks `safe_text` how to say it."""
    home = SAFE_TEXT.removesuffix(".py").replace("/", ".")
    if module.path == SAFE_TEXT or any(name.startswith(home) for _, name in imported(module.tree)):
        return
    for node, name in names(module.tree):
        if name in {"ToolTipRole", "WhatsThisRole"}:
            yield module.at(node, f"answers for a tooltip without {SAFE_TEXT}")


def item_models_know_no_widgets(module: Module) -> Iterator[str]:
    if module.path.startswith("caseviewer/ui/item_models"):
        for node, name in imported(module.tree):
            if name.startswith("PySide6.QtWidgets"):
                yield module.at(node, "an item model imports widgets")


def no_network(module: Module) -> Iterator[str]:
    for node, name in imported(module.tree):
        parts = name.split(".")
        if NETWORK.intersection(".".join(parts[: n + 1]) for n in range(len(parts))):
            yield module.at(node, f"{name} reaches other machines")


def model_opens_nothing(module: Module) -> Iterator[str]:
    if module.in_room("model"):
        for call in calls(module.tree):
            if isinstance(call.func, ast.Name) and call.func.id == "open":
                yield module.at(call, "the model reads no files")


def no_sender(module: Module) -> Iterator[str]:
    """A handler is told what it handles; it does not ask who called."""
    for call in calls(module.tree):
        if dotted(call.func) == "self.sender":
            yield module.at(call, "sender() hides where a call comes from")


def opens_addresses(module: Module) -> Iterator[str]:
    """Not a fault in itself: one module at most may do it."""
    for node, name in names(module.tree):
        if name == "openUrl":
            yield module.at(node, "openUrl")
