"""What is handed over, as plain values: a title, facts, tables, lists; every format writes these.

All of it is text, and no format takes any of it for markup.
"""

import re
from dataclasses import dataclass

from caseviewer.model.visible import visible_text

PROGRAM_LANGUAGE = "en"
"""The language of the program's own words."""


class ExportError(Exception):
    """Nothing was written; its text is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text and the language that it is in: a tag of BCP 47, by default that of the program."""

    text: str
    language: str = PROGRAM_LANGUAGE


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: what it is called, its share of the width, the language of its cells.

    strong: whether its cells name their rows.
    """

    title: str
    weight: int
    language: str = PROGRAM_LANGUAGE
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its columns, and in each row as many texts."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says."""

    label: str
    words: Words


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, and beneath it sentences, a table and a list, as far as they are there."""

    heading: str
    notes: tuple[str, ...] = ()
    grid: Grid | None = None
    items: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """The whole: whose it is, what a reader must know first, the facts of its making, its parts."""

    title: Words
    subtitle: str
    warnings: tuple[str, ...]
    facts: tuple[Fact, ...]
    parts: tuple[Part, ...]


def one_line(text: str) -> str:
    """A text on one line, with what nobody can see in it made visible; no-break spaces stay."""
    return visible_text(_BREAKS.sub(" ", text)).strip(" ")


_BREAKS = re.compile("[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")
