"""Between plain text and the elements of pandoc's document tree (pandoc-types 1.23).

Text goes in as `Str` and `Space` elements, which nothing parses: a tag, an ampersand or a
brace in a title stays what it is.
"""

import re
from collections.abc import Iterator
from typing import Any

from caseviewer.citations.runs import Face, Run, Runs, joined

Element = dict[str, Any]

API_VERSION = [1, 23, 1]


class UnknownElementError(ValueError):
    """Something in a result that no citation holds."""


def inlines(text: str) -> list[Element]:
    """Text as inline elements; line ends and tabs become spaces, no-break spaces stay."""
    elements: list[Element] = []
    for number, word in enumerate(_SPACE.split(text)):
        if number:
            elements.append({"t": "Space"})
        if word:
            elements.append({"t": "Str", "c": word})
    return elements


def quoted_inlines(text: str) -> list[Element]:
    """Text in which what stands between quotation marks is an element of its own.

    A style writes these in its own marks, and the others inside of them: a title with “…” in
    it, put between “ and ”, gets ‘…’.
    """
    elements: list[Element] = []
    rest = 0
    for match in _QUOTATION.finditer(text):
        elements += inlines(text[rest : match.start()])
        elements.append({"t": "Quoted", "c": [{"t": "DoubleQuote"}, inlines(match["words"])]})
        rest = match.end()
    return [*elements, *inlines(text[rest:])]


def meta_text(text: str) -> Element:
    """Text as a value of the document's metadata that is not parsed."""
    return {"t": "MetaInlines", "c": quoted_inlines(text)}


def meta(value: object) -> Element:
    """Lists, mappings, truths, numbers and texts as metadata."""
    if isinstance(value, bool):
        return {"t": "MetaBool", "c": value}
    if isinstance(value, dict):
        return {"t": "MetaMap", "c": {key: meta(part) for key, part in value.items()}}
    if isinstance(value, list):
        return {"t": "MetaList", "c": [meta(part) for part in value]}
    return meta_text(str(value))


def runs(elements: object) -> Runs:
    """The pieces of text in inline elements; `UnknownElementError` for what is no text."""
    if not isinstance(elements, list):
        raise UnknownElementError(type(elements).__name__)
    return joined(_pieces(elements, frozenset()))


def _pieces(elements: list[Any], faces: frozenset[Face]) -> Iterator[Run]:
    for element in elements:
        kind, content = element["t"], element.get("c")
        if kind == "Str":
            yield Run(content, faces)
        elif kind in _SPACES:
            yield Run(" ", faces)
        elif kind in _FACES:
            yield from _pieces(content, faces | {_FACES[kind]})
        elif kind == "Span":
            yield from _pieces(content[1], faces - _undone(content[0][1]))
        elif kind == "Quoted":
            opening, closing = _QUOTES[content[0]["t"]]
            yield Run(opening, faces)
            yield from _pieces(content[1], faces)
            yield Run(closing, faces)
        elif kind in {"Link", "Cite"}:
            yield from _pieces(content[1], faces)
        else:
            raise UnknownElementError(str(kind))


def _undone(classes: list[str]) -> set[Face]:
    return {face for name, face in _NOT.items() if name in classes}


_QUOTATION = re.compile("“(?P<words>[^“”]+)”")
_SPACE = re.compile("[ \t\r\n]+")
_SPACES = frozenset({"Space", "SoftBreak", "LineBreak"})
_FACES = {
    "Emph": Face.ITALIC,
    "Strong": Face.BOLD,
    "SmallCaps": Face.SMALL_CAPS,
    "Superscript": Face.SUPERSCRIPT,
    "Subscript": Face.SUBSCRIPT,
    "Underline": Face.UNDERLINE,
}
_NOT = {
    "csl-no-emph": Face.ITALIC,
    "csl-no-strong": Face.BOLD,
    "csl-no-smallcaps": Face.SMALL_CAPS,
}
_QUOTES = {"SingleQuote": ("‘", "’"), "DoubleQuote": ("“", "”")}
