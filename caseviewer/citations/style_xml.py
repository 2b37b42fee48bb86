"""CSL files as trees with line numbers, read without DTDs and entities, and written back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from xml.parsers.expat import ErrorString, ExpatError, ParserCreate

SIZE_LIMIT = 1 << 20
_DEPTH_LIMIT = 100


class StyleError(Exception):
    """A style that cannot be used; its text is a sentence for people, `line` counts from 1."""

    def __init__(self, reason: str, line: int | None = None) -> None:
        place = "" if line is None else f" (line {line})"
        super().__init__(f"{reason}{place}.")
        self.line = line


@dataclass(slots=True)
class Node:
    """An element of a style; text beside elements means nothing in CSL and is dropped."""

    tag: str
    attributes: dict[str, str]
    line: int
    children: list["Node"] = field(default_factory=list)
    text: str = ""

    def walk(self) -> Iterator["Node"]:
        """This element and all in it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, tag: str) -> "Node | None":
        """The first child with a tag."""
        return next((child for child in self.children if child.tag == tag), None)


def read_xml(content: bytes) -> Node:
    """The root of a file; `StyleError` names the line where it is at fault."""
    if len(content) > SIZE_LIMIT:
        raise StyleError(f"The file is larger than {SIZE_LIMIT >> 20} MB; a style is far smaller")
    reading = _Reading()
    return reading.root_of(content)


class _Reading:
    """Builds the tree while expat reads."""

    def __init__(self) -> None:
        self._parser = ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._add_text
        self._open: list[Node] = []
        self._root = Node("", {}, 0)

    def root_of(self, content: bytes) -> Node:
        try:
            self._parser.Parse(content, True)
        except ExpatError as error:
            reason = ErrorString(error.code) or "a fault"
            raise StyleError(f"The file is not well-formed XML: {reason}", error.lineno) from None
        except (LookupError, UnicodeError, ValueError):
            raise StyleError("The file is in an encoding that cannot be read", 1) from None
        return self._root

    def _refuse_doctype(self, *_: object) -> None:
        raise StyleError(
            "The file declares a document type, which a style never needs",
            self._parser.CurrentLineNumber,
        )

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        line = self._parser.CurrentLineNumber
        if len(self._open) >= _DEPTH_LIMIT:
            raise StyleError(f"Its elements are nested more than {_DEPTH_LIMIT} deep", line)
        node = Node(tag, attributes, line)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self._root = node
        self._open.append(node)

    def _end(self, _tag: str) -> None:
        self._open.pop()

    def _add_text(self, text: str) -> None:
        self._open[-1].text += text


def write_xml(root: Node) -> bytes:
    """A tree as a file in UTF-8."""
    return ('<?xml version="1.0" encoding="utf-8"?>\n' + _written(root)).encode()


def _written(node: Node) -> str:
    attributes = "".join(f' {name}="{escape(text)}"' for name, text in node.attributes.items())
    inner = "".join(map(_written, node.children)) or escape(node.text)
    return f"<{node.tag}{attributes}>{inner}</{node.tag}>"
