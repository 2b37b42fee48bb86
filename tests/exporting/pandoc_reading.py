"""What pandoc reads in a file: an independent reader, and its document tree as plain texts."""

import json
from typing import Any

from caseviewer.citations.engine import run_pandoc

_MARKUP = {
    "Code", "Emph", "Image", "LineBreak", "Link", "Math", "Note", "RawInline", "SmallCaps",
    "Strikeout", "Subscript", "Superscript", "Underline",
}  # fmt: skip


def blocks(content: bytes, form: str) -> list[dict[str, Any]]:
    """The blocks that pandoc finds in a file of a format."""
    found = json.loads(run_pandoc([f"--from={form}", "--to=json"], content, 60))
    return list(found["blocks"])


def text(node: Any) -> str:
    """The words of a part of the tree; spans and strong words are only gone through."""
    if isinstance(node, list):
        return "".join(map(text, node))
    if not isinstance(node, dict):
        return ""
    if node["t"] == "Str":
        return str(node["c"])
    if node["t"] in {"Space", "SoftBreak"}:
        return " "
    return text(node.get("c", []))


def markup(node: Any) -> set[str]:
    """The kinds of markup in a part of the tree that no text of a stranger may make."""
    if isinstance(node, list):
        return set().union(*map(markup, node))
    if not isinstance(node, dict):
        return set()
    inside = markup(node.get("c", []))
    return inside | ({node["t"]} & _MARKUP)


def tables(found: list[dict[str, Any]]) -> list[list[list[str]]]:
    """The texts of all tables, row by row, their heads first."""
    made = []
    for block in found:
        if block["t"] == "Table":
            _, _, _, head, bodies, _ = block["c"]
            rows = [*head[1], *(row for body in bodies for row in body[3])]
            made.append([[text(cell[4]) for cell in row[1]] for row in rows])
    return made
