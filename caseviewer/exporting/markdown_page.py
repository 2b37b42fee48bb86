"""A page of Markdown with tables, as GitHub and many editors read it; every text means itself."""

import re

from caseviewer.exporting.paper import Grid, Paper, Part, one_line


def markdown_bytes(paper: Paper) -> bytes:
    """The page as a file."""
    blocks = [f"# {_text(paper.title.text)}", _text(paper.subtitle)]
    blocks += [f"**{_text(warning)}**" for warning in paper.warnings]
    blocks.append("\n".join(_item(one.label, one.words.text) for one in paper.facts))
    for part in paper.parts:
        blocks += _part(part)
    return ("\n\n".join(blocks) + "\n").encode()


def _part(part: Part) -> list[str]:
    blocks = [f"## {_text(part.heading)}", *map(_text, part.notes)]
    if part.grid is not None:
        blocks.append(_table(part.grid))
    if part.items:
        blocks.append("\n".join(_item(one.label, one.words.text) for one in part.items))
    return blocks


def _item(label: str, text: str) -> str:
    return f"- **{_text(label)}:** {_text(text)}"


def _table(grid: Grid) -> str:
    head = _row([column.title for column in grid.columns])
    line = "|".join(["", *("---" for _ in grid.columns), ""])
    return "\n".join((head, line, *map(_row, grid.rows)))


def _row(cells: tuple[str, ...] | list[str]) -> str:
    return f"| {' | '.join(map(_text, cells))} |"


def _text(text: str) -> str:
    """A text that holds no markup where it stands, which is never at the start of a line.

    A colon and a full stop are marks only where an address, or the name of a picture, hangs on
    them.
    """
    return _MARKS.sub(r"\\\g<0>", one_line(text))


_MARKS = re.compile(r"[\\`*_{}\[\]<>|~^&$@#]|:(?=\S)|(?<=www)\.", re.IGNORECASE)
