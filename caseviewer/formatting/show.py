"""A case, and what is wrong with it, as lines of text and as plain values for JSON.

Lines may go to a terminal: every character that could steer it is shown as ⟨U+001B⟩.

The values of a case (`case_values`):
    case    id, title, proceeding, receipt
    as_at   day, sentence, notes; null where the whole file is shown
    elapsed  instead of tabs: the time between two records in a line; with it their page
    tabs    for each tab: tab, title, count, columns (name, title), page, rows
    row     id, number, group, cells (column name to text; a second line after a line
            break), page, parts (passages of a source: id, number, page)
    page    blocks: kind, label, level, mark (of a rung: known, unknown, read, read_unknown,
            speech; else empty), text, links (text, record, number, tab)

The values of a check (`check_values`, `refusal_values`; always the same keys):
    path, opened, valid, case (id, title; null where it cannot be opened), receipt,
    problems (severity, code, message, found, expected, record, short, field, path,
    place, hint, line_text, sentence), unlisted_problems, found (what the program
    found by itself: see `formatting.found_values`), citations (what to know
    before a citation is copied: source, number, kind, concerns, sentence)
"""

import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from caseviewer.citations.defects import defects
from caseviewer.formatting.as_at_words import as_at_line, as_at_notes, nothing_known_words
from caseviewer.formatting.dates import iso_day
from caseviewer.formatting.defect_words import defect_sentence
from caseviewer.formatting.elapsed_page import Dated, elapsed_page, elapsed_words
from caseviewer.formatting.found_values import found_lines, found_values
from caseviewer.formatting.overview_page import overview_page, proceeding_line
from caseviewer.formatting.page import Block, BlockKind, Page, Tab, Target
from caseviewer.formatting.pages import page_for, record_page
from caseviewer.formatting.passage_states import state_lines, state_values
from caseviewer.formatting.receipt import receipt_line
from caseviewer.formatting.table import Column, Item, is_record, number_text, row_id
from caseviewer.formatting.tables import table_for
from caseviewer.formatting.tabs import tab_count, tab_title
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import heading_word
from caseviewer.model.case import Record
from caseviewer.model.opened import OpenedCase
from caseviewer.model.problems import Severity
from caseviewer.model.references import How
from caseviewer.model.visible import visible_text

Values = dict[str, object]

_STEP = "  "


@dataclass(frozen=True, slots=True)
class _Line:
    """A line before it is wrapped: what it starts with, and what the rest of it hangs on."""

    text: str = ""
    first: str = ""
    rest: str = ""


# The case as lines --------------------------------------------------------------------------


def case_lines(opened: OpenedCase, tabs: Sequence[Tab], width: int | None = None) -> Iterator[str]:
    """Some tabs of a case as lines; wrapped where a width is given."""
    if opened.account is not None:
        yield from (*_written([_Line(as_at_line(opened))], width), "")
    for place, tab in enumerate(tabs):
        lines = _overview(opened) if tab is Tab.OVERVIEW else _list(opened, tab)
        if place:
            yield from ("", "")
        yield from _written(lines, width)


def page_lines(page: Page, width: int | None = None) -> Iterator[str]:
    """One page as lines."""
    return _written(_page(page.blocks), width)


def elapsed_lines(
    opened: OpenedCase, one: Dated, other: Dated, width: int | None = None
) -> Iterator[str]:
    """The page of the time between two records as lines."""
    return page_lines(elapsed_page(opened, one, other), width)


def _overview(opened: OpenedCase) -> Iterator[_Line]:
    yield from _underlined(opened.case.title, "=")
    yield from map(_Line, filter(None, (proceeding_line(opened), receipt_line(opened))))
    page = overview_page(opened)
    known = {BlockKind.TITLE, BlockKind.SUBTITLE}
    yield _Line()
    yield from _page(block for block in page.blocks if block.kind not in known)
    said = {block for block in page.blocks if block.kind in {BlockKind.FIELD, BlockKind.TEXT}}
    for proceeding in opened.case.proceedings:
        yield _Line()
        blocks = record_page(opened, proceeding).blocks
        yield from _page(block for block in blocks if block not in said)


def _list(opened: OpenedCase, tab: Tab) -> Iterator[_Line]:
    yield from _underlined(f"{tab_title(tab)} {tab_count(opened, tab)}", "=")
    table = table_for(opened, tab)
    if table.order:
        yield _Line(table.order)
    if not table.rows and (words := nothing_known_words(opened, tab)):
        yield from (_Line(), _Line(words))
    for group, items in groupby(table.rows, lambda item: table.group(opened, item)):
        yield _Line()
        yield from _underlined(group, "-") if group else ()
        for item in items:
            for page in (_row_page(opened, tab, item), *_part_pages(opened, tab, item)):
                yield _Line()
                yield from _page(page.blocks)


def _underlined(text: str, mark: str) -> Iterator[_Line]:
    line = visible_text(text.replace("\n", " "))
    yield _Line(line)
    yield _Line(mark * min(len(line), 72))


def _page(blocks: Iterable[Block]) -> Iterator[_Line]:
    """The blocks of a page: its title at the margin, the rest indented, more under headings."""
    margin, before = _STEP, BlockKind.SUBTITLE
    for block in blocks:
        if _stands_apart(block.kind, before):
            yield _Line()
        if block.kind is BlockKind.HEADING:
            margin = _STEP
        yield from _block(block, margin)
        if block.kind is BlockKind.HEADING:
            margin = _STEP * 2
        before = block.kind


_DASHED = frozenset({BlockKind.ITEM, BlockKind.RUNG})
_LISTED = frozenset({*_DASHED, BlockKind.QUOTE, BlockKind.NOTE})
_HEAD = frozenset({BlockKind.TITLE, BlockKind.SUBTITLE})


def _stands_apart(kind: BlockKind, before: BlockKind) -> bool:
    """Whether an empty line goes between two blocks."""
    if kind in _HEAD:
        return False
    if before in _HEAD or kind is BlockKind.HEADING or before is BlockKind.TEXT:
        return True
    if kind is BlockKind.TEXT:
        return before is not BlockKind.HEADING
    return kind in {BlockKind.FIELD, BlockKind.ROW} and before in _LISTED


def _block(block: Block, margin: str) -> Iterator[_Line]:
    margin = "" if block.kind in _HEAD else margin + _STEP * block.level
    first, rest = margin, margin
    text = block.text
    if block.kind in _DASHED:
        first, rest = f"{margin}– ", margin + _STEP
    elif block.kind in {BlockKind.QUOTE, BlockKind.NOTE}:
        first = rest = margin + _STEP
    elif block.kind in {BlockKind.FIELD, BlockKind.ROW}:
        text, rest = f"{block.label}: {text}", margin + _STEP
    for line in text.split("\n"):
        yield _Line(line, first, rest)
        first = rest


def _written(lines: Iterable[_Line], width: int | None) -> Iterator[str]:
    """The lines as they are shown, never two empty ones in a row."""
    empty = True
    for line in lines:
        if line.text.strip():
            yield from _wrapped(line, width)
            empty = False
        elif not empty:
            yield ""
            empty = True


def _wrapped(line: _Line, width: int | None) -> Iterator[str]:
    text = visible_text(line.text)
    if width is None:
        yield line.first + text
        return
    yield from textwrap.wrap(
        text,
        max(width, 20),
        initial_indent=line.first,
        subsequent_indent=line.rest,
        expand_tabs=False,
        break_long_words=False,
        break_on_hyphens=False,
    )


# The case as values -------------------------------------------------------------------------


def case_values(opened: OpenedCase, tabs: Sequence[Tab]) -> Values:
    """Some tabs of a case as plain values."""
    return {
        "case": _head_values(opened),
        "as_at": as_at_values(opened),
        "tabs": [_tab_values(opened, tab) for tab in tabs],
    }


def elapsed_values(opened: OpenedCase, one: Dated, other: Dated) -> Values:
    """The time between two records as plain values."""
    return {
        "case": _head_values(opened),
        "as_at": as_at_values(opened),
        "elapsed": elapsed_words(opened, one, other),
        "page": page_values(opened, elapsed_page(opened, one, other)),
    }


def _head_values(opened: OpenedCase) -> Values:
    return {
        "id": opened.case.id,
        "title": opened.case.title,
        "proceeding": proceeding_line(opened),
        "receipt": receipt_line(opened),
    }


def as_at_values(opened: OpenedCase) -> Values | None:
    """The day of which it is told, as plain values; None for the whole file."""
    if opened.account is None:
        return None
    notes = list(as_at_notes(opened))
    return {"day": iso_day(opened.account.day), "sentence": as_at_line(opened), "notes": notes}


def _tab_values(opened: OpenedCase, tab: Tab) -> Values:
    head: Values = {
        "tab": tab.value,
        "title": tab_title(tab),
        "count": tab_count(opened, tab),
    }
    if tab is Tab.OVERVIEW:
        page = page_values(opened, overview_page(opened))
        rows = [
            _row_values(opened, tab, item, group="", columns=()) for item in opened.case.proceedings
        ]
        return {**head, "columns": [], "page": page, "rows": rows}
    table = table_for(opened, tab)
    columns = table.shown_columns()
    rows = [
        _row_values(opened, tab, item, group=table.group(opened, item), columns=columns)
        for item in table.rows
    ]
    names = [{"name": column.name, "title": column.title} for column in columns]
    return {**head, "columns": names, "page": [], "rows": rows}


def _row_values(
    opened: OpenedCase, tab: Tab, item: Item, *, group: str, columns: Sequence[Column]
) -> Values:
    return {
        "id": row_id(opened, item),
        "number": number_text(opened, item),
        "group": group,
        "cells": {column.name: _cell(opened, column, item) for column in columns},
        "page": page_values(opened, _row_page(opened, tab, item)),
        "parts": [
            {
                "id": part.id,
                "number": opened.index.short(part.id),
                "page": page_values(opened, record_page(opened, part)),
            }
            for part in _parts(opened, tab, item)
        ],
    }


def _cell(opened: OpenedCase, column: Column, item: Item) -> str:
    lines = [column.text(opened, item)]
    if column.second_line is not None:
        lines.append(column.second_line(opened, item))
    return "\n".join(lines)


def page_values(opened: OpenedCase, page: Page) -> list[Values]:
    """One page as values, block by block."""
    return [
        {
            "kind": block.kind.value,
            "label": block.label,
            "level": block.level,
            "mark": "" if block.mark is None else block.mark.value,
            "text": block.text,
            "links": [
                _link_values(opened, span.text, span.target)
                for span in block.spans
                if span.target is not None
            ],
        }
        for block in page.blocks
    ]


def _link_values(opened: OpenedCase, text: str, target: Target) -> Values:
    return {
        "text": text,
        "record": target.record,
        "number": opened.index.short(target.record),
        "tab": "" if target.tab is None else target.tab.value,
    }


def _row_page(opened: OpenedCase, tab: Tab, item: Item) -> Page:
    return page_for(opened, Target(row_id(opened, item), tab))


def _part_pages(opened: OpenedCase, tab: Tab, item: Item) -> Iterator[Page]:
    return (record_page(opened, part) for part in _parts(opened, tab, item))


def _parts(opened: OpenedCase, tab: Tab, item: Item) -> Iterator[Record]:
    """The passages of a source, which have no row of their own."""
    if tab is not Tab.CITATIONS or not is_record(item):
        return
    for mention in opened.index.mentions(item.id):
        if mention.how is How.SOURCE:
            yield mention.by


# What is wrong ------------------------------------------------------------------------------


def check_lines(opened: OpenedCase, width: int | None = None) -> Iterator[str]:
    """The receipt, and every problem on a line of its own, the gravest first."""
    return _written(_check(opened), width)


def _check(opened: OpenedCase) -> Iterator[_Line]:
    yield _Line(receipt_line(opened))
    for severity in Severity:
        problems = [item for item in opened.problems if item.severity is severity]
        if problems:
            yield _Line()
            yield _Line(f"{heading_word(severity)} ({len(problems)})")
        for problem in problems:
            yield _Line(problem.sentence().replace("\n", " "), "– ", _STEP)
    if opened.case.passages:
        yield _Line()
        yield _Line(tr("Passages ({count})", count=len(opened.case.passages)))
    for line in state_lines(opened):
        yield _Line(line.replace("\n", " "), "– ", _STEP)
    yield from map(_Line, found_lines(opened))
    known = defects(opened.case, opened.index)
    if known:
        yield _Line()
        yield _Line(tr("Citations: to know before copying ({count})", count=len(known)))
    for defect in known:
        number = opened.index.short(defect.source)
        yield _Line(f"{number}: {defect_sentence(defect)}", "– ", _STEP)


def check_values(opened: OpenedCase) -> Values:
    """What a check found, as plain values."""
    return {
        "path": str(opened.path),
        "opened": True,
        "valid": opened.count(Severity.SET_ASIDE) == 0,
        "case": {"id": opened.case.id, "title": opened.case.title},
        "receipt": receipt_line(opened),
        "problems": [problem.as_json() for problem in opened.problems],
        "unlisted_problems": opened.unlisted_problems,
        "passages": state_values(opened),
        "found": found_values(opened),
        "citations": [
            {
                "source": defect.source,
                "number": opened.index.short(defect.source),
                "kind": defect.kind.value,
                "concerns": defect.concerns.value,
                "sentence": defect_sentence(defect),
            }
            for defect in defects(opened.case, opened.index)
        ],
    }


def json_text(values: Values, *, ascii_only: bool = False) -> str:
    """Values as JSON in which characters that could steer a terminal are escaped."""
    text = json.dumps(values, ensure_ascii=ascii_only, indent=1)
    hidden = {mark for mark in set(text) if visible_text(mark) != mark}
    return text.translate({ord(mark): json.dumps(mark)[1:-1] for mark in hidden})
