"""A formatted citation: text in pieces that each have one look, and the forms it is copied in."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from html import escape


class Face(StrEnum):
    """How a piece of a citation is set."""

    ITALIC = "italic"
    BOLD = "bold"
    SMALL_CAPS = "small_caps"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    UNDERLINE = "underline"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text and its faces; the text is never markup."""

    text: str
    faces: frozenset[Face] = frozenset()


Runs = tuple[Run, ...]


def joined(runs: Iterable[Run]) -> Runs:
    """The same text in as few pieces as its faces allow."""
    found: list[Run] = []
    for run in runs:
        if found and found[-1].faces == run.faces:
            found[-1] = Run(found[-1].text + run.text, run.faces)
        elif run.text:
            found.append(run)
    return tuple(found)


def plain(runs: Runs) -> str:
    """The text alone."""
    return "".join(run.text for run in runs)


def html(runs: Runs) -> str:
    """Minimal HTML: the text escaped, and elements for its faces, nothing else."""
    return _set(runs, escape, _HTML)


def rtf(runs: Runs) -> str:
    """One paragraph as a whole RTF document, in ASCII (Rich Text Format 1.9)."""
    return rtf_lines([runs])


def rtf_lines(lines: Iterable[Runs]) -> str:
    """Paragraphs as one RTF document."""
    body = "".join(f"\\pard\\uc0 {_set(line, _rtf_text, _RTF)}\\par" for line in lines)
    return f"{{\\rtf1\\ansi\\deff0{{\\fonttbl{{\\f0 ;}}}}{body}}}"


def markdown(runs: Runs) -> str:
    """Markdown (CommonMark) in which every character of the text means itself."""
    return _set(runs, _markdown_text, _MARKDOWN)


def footnote(source: str, runs: Runs) -> str:
    """A citation as the text of a Markdown footnote, labelled with the id of its source."""
    label = _NO_LABEL.sub("-", source)
    return f"[^{label}]: {markdown(runs)}"


def _set(runs: Runs, write: Callable[[str], str], marks: dict[Face, tuple[str, str]]) -> str:
    pieces = []
    for run in runs:
        # In Markdown a mark beside a space is no mark: the spaces stand outside.
        inner = run.text.strip(" ")
        before, _, after = run.text.partition(inner) if inner else (run.text, "", "")
        text = write(inner)
        for face in Face:
            if face in run.faces and inner:
                opening, closing = marks[face]
                text = f"{opening}{text}{closing}"
        pieces.append(f"{before}{text}{after}")
    return "".join(pieces)


def _rtf_text(text: str) -> str:
    return "".join(map(_rtf_character, text))


def _rtf_character(character: str) -> str:
    if character in "\\{}":
        return "\\" + character
    if character == "\n":
        return "\\line "
    if " " <= character <= "~":
        return character
    units = character.encode("utf-16-le")
    numbers = (
        int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)
    )
    return "".join(f"\\u{number} " for number in numbers)


def _markdown_text(text: str) -> str:
    return "".join("\\" + sign if sign in _MARKDOWN_SIGNS else sign for sign in text)


_NO_LABEL = re.compile(r"[^A-Za-z0-9_-]")
_MARKDOWN_SIGNS = frozenset("\\`*_{}[]<>()#+-.!|~^&$@\"':=")

_HTML = {
    Face.ITALIC: ("<i>", "</i>"),
    Face.BOLD: ("<b>", "</b>"),
    Face.SMALL_CAPS: ('<span style="font-variant: small-caps">', "</span>"),
    Face.SUPERSCRIPT: ("<sup>", "</sup>"),
    Face.SUBSCRIPT: ("<sub>", "</sub>"),
    Face.UNDERLINE: ("<u>", "</u>"),
}
_RTF = {
    Face.ITALIC: ("{\\i ", "}"),
    Face.BOLD: ("{\\b ", "}"),
    Face.SMALL_CAPS: ("{\\scaps ", "}"),
    Face.SUPERSCRIPT: ("{\\super ", "}"),
    Face.SUBSCRIPT: ("{\\sub ", "}"),
    Face.UNDERLINE: ("{\\ul ", "}"),
}
_MARKDOWN = {
    Face.ITALIC: ("*", "*"),
    Face.BOLD: ("**", "**"),
    Face.SMALL_CAPS: ("", ""),
    Face.SUPERSCRIPT: ("", ""),
    Face.SUBSCRIPT: ("", ""),
    Face.UNDERLINE: ("", ""),
}
