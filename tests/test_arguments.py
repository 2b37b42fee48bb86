"""What the command line understands."""

import argparse
import json
import re
from collections.abc import Callable

import pytest

from caseviewer import arguments
from caseviewer.formatting import show
from caseviewer.model.dates import day_number
from caseviewer.search.case_search import CaseSearch
from caseviewer.search.filters import Field
from caseviewer.search.hit_lines import found_values
from tests.formatting.making import opened

PARSERS = [
    arguments.open_parser,
    arguments.check_parser,
    arguments.show_parser,
    arguments.render_parser,
    arguments.deadline_parser,
    arguments.search_parser,
]


def test_paths_may_start_with_a_dash() -> None:
    assert arguments.open_parser().parse_args(["a", "--", "-b", "check"]).paths == [
        "a",
        "-b",
        "check",
    ]
    assert arguments.check_parser().parse_args(["--json", "--", "-b"]).path == "-b"


def test_pictures_are_plain_unless_told() -> None:
    asked = arguments.render_parser().parse_args(["case.json", "--out", "here"])
    assert (asked.size, asked.scheme, asked.scale, asked.text_size, asked.tab) == (
        (1280, 800),
        "light",
        1.0,
        100,
        None,
    )


@pytest.mark.parametrize(
    ("option", "text", "value"),
    [
        ("--size", "320x4096", (320, 4096)),
        ("--size", "640X480", (640, 480)),
        ("--size", "800×600", (800, 600)),
        ("--scheme", "dark", "dark"),
        ("--scale", "1.5", 1.5),
        ("--scale", "4", 4.0),
        ("--text-size", "100", 100),
        ("--text-size", "200", 200),
        ("--tab", "Review", "review"),
    ],
)
def test_wishes_for_pictures(option: str, text: str, value: object) -> None:
    asked = arguments.render_parser().parse_args(["c", "--out", "o", option, text])
    assert getattr(asked, option.removeprefix("--").replace("-", "_")) == value


@pytest.mark.parametrize(
    ("option", "text", "words"),
    [
        ("--size", "319x400", "write it like 1280x800, each side from 320 to 4096"),
        ("--size", "400x4097", "write it like 1280x800"),
        ("--size", "400", "write it like 1280x800"),
        ("--size", "٤٠٠x400", "write it like 1280x800"),
        ("--scheme", "blue", "invalid choice: 'blue'"),
        ("--scale", "0.5", "a number from 1 to 4"),
        ("--scale", "nan", "a number from 1 to 4"),
        ("--scale", "two", "a number from 1 to 4"),
        ("--text-size", "99", "a number from 100 to 200"),
        ("--text-size", "150.5", "a number from 100 to 200"),
        ("--tab", "people", "invalid choice: 'people'"),
    ],
)
def test_a_wish_that_cannot_be_met_is_told(
    option: str, text: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        arguments.render_parser().parse_args(["c", "--out", "o", option, text])
    assert ended.value.code == 2
    assert words in capsys.readouterr().err


def test_pictures_need_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        arguments.render_parser().parse_args(["case.json"])
    assert "--out" in capsys.readouterr().err


@pytest.mark.parametrize("parser", PARSERS)
def test_help_fits_the_page_and_names_every_option(
    parser: Callable[[], argparse.ArgumentParser], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    made = parser()
    text = made.format_help()
    assert max(map(len, text.splitlines())) <= 100
    for action in made._actions:
        assert action.help
        assert all(option in text for option in action.option_strings)


def test_help_tells_the_commands_and_how_to_open_what_is_called_like_one() -> None:
    text = arguments.open_parser().format_help()
    for words in (
        "caseviewer check", "caseviewer show", "caseviewer render", "caseviewer search", "./check",
        "--",
    ):  # fmt: skip
        assert words in text


def test_options_are_not_guessed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        arguments.check_parser().parse_args(["case.json", "--js"])
    assert "--js" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "day"),
    [("2011-06-10", (2011, 6, 10)), ("10 June 2011", (2011, 6, 10)), ("2011", (2011, 12, 31))],
)
def test_a_day_is_read_as_it_is_typed_in_the_window(text: str, day: tuple[int, int, int]) -> None:
    expected = day_number(*day)
    assert arguments.show_parser().parse_args(["case.json", "--as-at", text]).as_at == expected
    drawn = arguments.render_parser().parse_args(["case.json", "--out", "o", "--as-at", text])
    assert drawn.as_at == expected
    assert arguments.show_parser().parse_args(["case.json"]).as_at is None


def test_what_is_no_day_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        arguments.show_parser().parse_args(["case.json", "--as-at", "10/06/2011"])
    assert "could be misread" in capsys.readouterr().err


def test_the_help_names_every_key_of_the_answer() -> None:
    said = arguments.check_parser().format_help()
    of_all, _ = said[said.index("Keys of --json") :].split("Each problem has")
    told = re.findall(r"\w+", of_all)
    values = show.check_values(opened())
    assert set(values) <= set(told)


def test_the_help_of_search_names_every_key_of_its_answer() -> None:
    said = arguments.search_parser().format_help()
    told = set(re.findall(r"\w+", said[said.index("Keys of --json") :]))
    search = CaseSearch(opened())
    values = json.loads(json.dumps(found_values(search, search.find("people"))))
    assert set(values) <= told
    assert set(values["hits"][0]) <= told
    assert set(values["hits"][0]["reasons"][0]) <= told
    assert set(values["searched"]) <= told


def test_the_help_of_search_tells_every_condition() -> None:
    said = arguments.search_parser().format_help()
    assert all(f"{field}:" in said for field in Field)
