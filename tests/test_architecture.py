"""The house keeps its rules, and each rule is shown to bite."""

import ast
import dataclasses
import enum
import importlib
import pkgutil
import subprocess
import sys
import types
import typing
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic.dataclasses import is_pydantic_dataclass

from tests import architecture_rules as rules

ROOT = Path(__file__).parent.parent
CORE = (
    "model",
    "bundle",
    "review",
    "documents",
    "citations",
    "notes",
    "formatting",
    "search",
    "pictures",
    "exporting",
)
ENTRY = ("caseviewer.cli", "caseviewer.__main__")


def modules_in(*folders: str) -> list[rules.Module]:
    found = (path for folder in folders for path in sorted((ROOT / folder).rglob("*.py")))
    return [
        rules.Module.parsed(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        for path in found
    ]


PROGRAM = modules_in("caseviewer")
EVERYTHING = PROGRAM + modules_in("tests")

VIEW = "caseviewer/ui/views/parties.py"
ITEM_MODEL = "caseviewer/ui/item_models/parties.py"
TOOLTIP = "def data(role):\n    return name if role == Qt.ItemDataRole.ToolTipRole else None\n"

HOUSE_RULES: list[rules.Rule] = [
    rules.short_files,
    rules.short_functions,
]
PROGRAM_RULES: list[rules.Rule] = [
    rules.bare_packages,
    rules.modal_boxes_in_messages,
    rules.style_sheets_in_theme,
    rules.rich_widgets_in_safe_text,
    rules.rich_setters_in_safe_text,
    rules.actions_in_safe_text,
    rules.tooltips_from_safe_text,
    rules.item_models_know_no_widgets,
    rules.no_network,
    rules.model_opens_nothing,
    rules.no_sender,
]

BREAKS: list[tuple[rules.Rule, str, str]] = [
    (rules.short_files, VIEW, "x = 1\n" * 401),
    (rules.short_functions, VIEW, "def f():\n" + "    x = 1\n" * 50),
    (rules.short_functions, VIEW, "class C:\n    async def f():\n" + "        x = 1\n" * 50),
    (rules.bare_packages, "caseviewer/ui/__init__.py", ""),
    (rules.bare_packages, "caseviewer/ui/__init__.py", '"""A room."""\nfrom a import b\n'),
    (rules.bare_packages, "caseviewer/ui/__init__.py", '"""A room.\n\nAnd more.\n"""\n'),
    (rules.modal_boxes_in_messages, VIEW, "from PySide6.QtWidgets import QMessageBox"),
    (rules.modal_boxes_in_messages, VIEW, "QtWidgets.QFileDialog.getOpenFileName()"),
    (rules.style_sheets_in_theme, VIEW, "label.setStyleSheet('color: red')"),
    *(
        (rules.rich_widgets_in_safe_text, VIEW, f"{name}(text)")
        for name in sorted(rules.RICH_WIDGETS)
    ),
    (rules.rich_widgets_in_safe_text, VIEW, "QtWidgets.QLabel(text)"),
    (rules.rich_widgets_in_safe_text, VIEW, "class Pane(QTextBrowser): ..."),
    (rules.rich_widgets_in_safe_text, VIEW, "class Pane(QtWidgets.QWizard): ..."),
    (rules.rich_widgets_in_safe_text, VIEW, "QInputDialog.getText(self, title, text)"),
    (rules.rich_widgets_in_safe_text, VIEW, "QToolTip.showText(point, text)"),
    *(
        (rules.rich_setters_in_safe_text, VIEW, f"x.{name}(text)")
        for name in sorted(rules.RICH_SETTERS)
    ),
    (rules.rich_setters_in_safe_text, VIEW, "self.pane().setHtml(text)"),
    (rules.rich_setters_in_safe_text, rules.CLIPBOARD, "x.setToolTip(text)"),
    (rules.actions_in_safe_text, VIEW, "QAction(text, self)"),
    (rules.actions_in_safe_text, VIEW, "class Copy(QtGui.QAction): ..."),
    (rules.actions_in_safe_text, VIEW, "menu.addAction('Copy')"),
    (rules.actions_in_safe_text, VIEW, "menu.addAction(icon, self.tr('Copy'))"),
    (rules.actions_in_safe_text, VIEW, "menu.addAction(f'Copy {name}')"),
    (rules.actions_in_safe_text, VIEW, "menu.addAction('{}'.format(name))"),
    (rules.actions_in_safe_text, VIEW, "self._copy_action.setText(name)"),
    (rules.tooltips_from_safe_text, ITEM_MODEL, TOOLTIP),
    (rules.item_models_know_no_widgets, ITEM_MODEL, "from PySide6.QtWidgets import QTableView"),
    (rules.item_models_know_no_widgets, ITEM_MODEL, "from PySide6 import QtWidgets"),
    (rules.item_models_know_no_widgets, ITEM_MODEL, "import PySide6.QtWidgets"),
    (rules.no_network, VIEW, "from PySide6.QtNetwork import QNetworkAccessManager"),
    (rules.no_network, VIEW, "from PySide6 import QtNetwork"),
    (rules.no_network, VIEW, "import urllib.request"),
    (rules.no_network, VIEW, "from urllib import request"),
    (rules.no_network, VIEW, "from http.client import HTTPConnection"),
    (rules.model_opens_nothing, "caseviewer/model/dates.py", "open('x')"),
    (rules.no_sender, VIEW, "self.sender()"),
]

ALLOWED: list[tuple[rules.Rule, str, str]] = [
    (rules.short_files, VIEW, "x = 1\n" * 400),
    (rules.short_functions, VIEW, "def f():\n" + "    x = 1\n" * 49),
    (rules.bare_packages, "caseviewer/ui/__init__.py", '"""A room."""\n'),
    (rules.bare_packages, VIEW, "import a\n"),
    (rules.modal_boxes_in_messages, rules.MESSAGES, "QMessageBox(parent)"),
    (rules.style_sheets_in_theme, rules.THEME, "label.setStyleSheet('')"),
    (rules.rich_widgets_in_safe_text, rules.SAFE_TEXT, "QLabel(text)"),
    (rules.rich_widgets_in_safe_text, VIEW, "def title(self) -> QLabel: ..."),
    (rules.rich_setters_in_safe_text, rules.SAFE_TEXT, "label.setToolTip(text)"),
    (rules.rich_setters_in_safe_text, rules.CLIPBOARD, "mime.setHtml(clip.html)"),
    (rules.actions_in_safe_text, rules.SAFE_TEXT, "QAction(text)"),
    (rules.actions_in_safe_text, VIEW, "menu.addAction(self._copy)"),
    (rules.actions_in_safe_text, VIEW, "self._field.setText(text)"),
    (
        rules.tooltips_from_safe_text,
        ITEM_MODEL,
        "from caseviewer.ui.safe_text import tooltip\n" + TOOLTIP,
    ),
    (rules.item_models_know_no_widgets, ITEM_MODEL, "from PySide6.QtCore import Qt"),
    (rules.item_models_know_no_widgets, VIEW, "from PySide6.QtWidgets import QTableView"),
    (rules.no_network, VIEW, "from urllib.parse import urlsplit"),
    (rules.model_opens_nothing, "caseviewer/bundle/container.py", "open('x')"),
    (rules.no_sender, VIEW, "letter.sender()"),
]


def label(value: object) -> str | None:
    if callable(value):
        return getattr(value, "__name__", None)
    return value[:60] if isinstance(value, str) else None


@pytest.mark.parametrize("rule", HOUSE_RULES + PROGRAM_RULES, ids=label)
def test_the_house_keeps_the_rule(rule: rules.Rule) -> None:
    modules = EVERYTHING if rule in HOUSE_RULES else PROGRAM
    assert [fault for module in modules for fault in rule(module)] == []


@pytest.mark.parametrize(("rule", "path", "source"), BREAKS, ids=label)
def test_the_rule_bites(rule: rules.Rule, path: str, source: str) -> None:
    assert list(rule(rules.Module.parsed(path, source)))


@pytest.mark.parametrize(("rule", "path", "source"), ALLOWED, ids=label)
def test_the_rule_lets_good_code_be(rule: rules.Rule, path: str, source: str) -> None:
    assert list(rule(rules.Module.parsed(path, source))) == []


def test_every_rule_has_an_example_of_each_kind() -> None:
    in_use = set(HOUSE_RULES + PROGRAM_RULES)
    assert {rule for rule, _, _ in BREAKS} == in_use == {rule for rule, _, _ in ALLOWED}


def test_at_most_one_module_opens_addresses() -> None:
    assert len({module.path for module in PROGRAM if list(rules.opens_addresses(module))}) <= 1


def test_opening_an_address_is_seen() -> None:
    module = rules.Module.parsed(VIEW, "QDesktopServices.openUrl(url)")
    assert list(rules.opens_addresses(module)) == [f"{VIEW}:1: openUrl"]


# Every module has its tests.


def where_tested(path: str) -> str:
    """`caseviewer/ui/theme.py` in `tests/ui/test_theme.py`, `__main__.py` in `test_main.py`."""
    folder, _, name = path.removeprefix("caseviewer/").removesuffix(".py").rpartition("/")
    return "/".join(filter(None, ("tests", folder, f"test_{name.strip('_')}.py")))


def without_tests(paths: list[str], exists: Callable[[str], bool]) -> list[str]:
    modules = (path for path in paths if not path.endswith("/__init__.py"))
    return [
        f"{path} is tested nowhere: {where_tested(path)} is missing"
        for path in modules
        if not exists(where_tested(path))
    ]


def test_every_module_has_its_tests() -> None:
    paths = [module.path for module in PROGRAM]
    assert without_tests(paths, lambda path: (ROOT / path).is_file()) == []


def test_a_module_without_tests_is_named() -> None:
    paths = [
        "caseviewer/__init__.py",
        "caseviewer/__main__.py",
        "caseviewer/ui/views/parties.py",
        "caseviewer/cli.py",
    ]
    there = {"tests/test_main.py", "tests/ui/views/test_parties.py"}
    assert without_tests(paths, there.__contains__) == [
        "caseviewer/cli.py is tested nowhere: tests/test_cli.py is missing"
    ]


# Records cannot change.


def mutable_parts(hint: object, seen: set[object]) -> Iterator[str]:
    """Which parts of a type could change under its owner."""
    hint = getattr(hint, "__value__", hint)
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:  # before any look-up: what is noted on a type may have no hash
        yield from mutable_parts(args[0], seen)
    elif hint in {str, int, bool, float, None, type(None), Ellipsis} or origin is typing.Literal:
        return
    elif origin in {typing.Union, types.UnionType, tuple}:
        for arg in args:
            yield from mutable_parts(arg, seen)
    elif isinstance(hint, type) and issubclass(hint, enum.Enum):
        return
    elif isinstance(hint, type) and dataclasses.is_dataclass(hint):
        yield from mutable_fields(hint, seen)
    else:
        yield str(hint)


def mutable_fields(record: type, seen: set[object]) -> Iterator[str]:
    if record in seen:
        return
    seen.add(record)
    params = getattr(record, "__dataclass_params__", None)
    if not getattr(params, "frozen", False):
        yield f"{record.__name__} is not frozen"
    for name, hint in typing.get_type_hints(record, include_extras=True).items():
        for part in mutable_parts(hint, seen):
            yield part if part.endswith("not frozen") else f"{record.__name__}.{name}: {part}"


def records() -> list[type]:
    """Every Pydantic dataclass that the model defines."""
    package = importlib.import_module("caseviewer.model")
    found = [
        value
        for info in pkgutil.walk_packages(package.__path__, "caseviewer.model.")
        for value in vars(importlib.import_module(info.name)).values()
        if isinstance(value, type) and value.__module__ == info.name
    ]
    return [value for value in found if is_pydantic_dataclass(value)]


def test_every_field_of_every_record_is_immutable() -> None:
    found = records()
    assert "Case" in {record.__name__ for record in found}
    seen: set[object] = set()
    assert [fault for record in found for fault in mutable_fields(record, seen)] == []


@dataclasses.dataclass(frozen=True)
class Sound:
    text: typing.Annotated[str, "short"]
    kind: typing.Literal["a", "b"] | None
    parts: tuple["Sound", ...]


@dataclasses.dataclass
class Loose:
    text: str


@dataclasses.dataclass(frozen=True)
class Leaky:
    sound: Sound
    words: list[str]
    table: tuple[dict[str, int], ...]
    inner: Loose | None


def test_a_field_that_could_change_is_named() -> None:
    assert list(mutable_fields(Sound, set())) == []
    assert list(mutable_fields(Leaky, set())) == [
        "Leaky.words: list[str]",
        "Leaky.table: dict[str, int]",
        "Loose is not frozen",
    ]


# The core and the command line load no Qt.

WATCH = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
    if any(module.split(".")[0] in {"PySide6", "shiboken6"} for module in sys.modules):
        sys.exit(f"importing {name} loads Qt")
"""


def loading_qt(*names: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", WATCH, *names], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stderr.strip()


def test_core_and_command_line_load_no_qt() -> None:
    paths = [module.path.removesuffix(".py").replace("/", ".") for module in PROGRAM]
    names = [
        path.removesuffix(".__init__")
        for path in paths
        if path in ENTRY or path.split(".")[1] in CORE
    ]
    assert names
    assert loading_qt(*names) == ""


# What reads documents of strangers is loaded in a process of its own, and not here.

WATCH_READERS = """
import importlib, sys
for name in sys.argv[1:]:
    importlib.import_module(name)
    for library in ("PIL", "html_text", "lxml", "pypdfium2"):
        if library in sys.modules:
            sys.exit(f"importing {name} loads {library}")
"""


def loading_readers(*names: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", WATCH_READERS, *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr.strip()


def test_the_program_loads_no_reader_of_documents() -> None:
    names = ("documents.opening", "documents.kinds", "documents.reading_process", "app", "cli")
    assert loading_readers(*(f"caseviewer.{name}" for name in names)) == ""


@pytest.mark.parametrize("library", ["PIL", "html_text", "lxml", "pypdfium2"])
def test_loading_a_reader_is_seen(library: str) -> None:
    assert "loads" in loading_readers("json", library)


def test_only_their_own_modules_name_the_readers() -> None:
    libraries = {"PIL", "html_text", "lxml", "pypdfium2"}
    naming = {
        module.path
        for module in PROGRAM
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
        )
        if name.split(".")[0] in libraries
    }
    names = ("page_marks", "pdf_parsing", "picture_parsing", "web_parsing")
    parsing = {f"caseviewer/documents/{name}.py" for name in names}
    assert naming == parsing


def test_loading_qt_is_seen() -> None:
    assert loading_qt("json", "PySide6.QtCore") == "importing PySide6.QtCore loads Qt"


def test_dotted_names_are_read_as_written() -> None:
    expression = ast.parse("QtWidgets.QLabel", mode="eval").body
    assert (rules.dotted(expression), rules.last(expression)) == ("QtWidgets.QLabel", "QLabel")
