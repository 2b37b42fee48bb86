"""The entries of a BibTeX or BibLaTeX file as they are written, each field by itself.

pandoc gives up a whole file over one entry and does not say what it left aside; so the file is
taken apart here, and pandoc gets entries that are well formed.
"""

import re
from dataclasses import dataclass, field

from caseviewer.citations.import_entry import quoted, require_few, tell

_START = re.compile(r"@[ \t]*(?P<kind>[A-Za-z]+)\s*(?P<open>[{(])")
_LINE_START = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]", re.MULTILINE)
_KEY = re.compile(r"\s*+(?P<key>[^\s,{}()\"=%#~\\]*+)\s*+(?:,|(?=[})]))")
_FIELD = re.compile(r"[\s,]*+(?P<name>[^\s,{}()\"=%#]++)\s*+=\s*+")
_MACRO = re.compile(r"[^\s,{}()\"=%#@]+")
_JOIN = re.compile(r"\s*+#\s*+")
_SPACE = re.compile(r"[\s,]*")
_MARKS = re.compile(r"\\.|[{}\"]", re.DOTALL)
_WHITE = re.compile(r"\s+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class BibEntry:
    """One entry: type and field names in lower case, values with one space for white space."""

    kind: str
    key: str
    line: int
    fields: dict[str, str]
    remarks: list[str] = field(default_factory=list)


class _Fault(Exception):  # noqa: N818 - of the file; says what was expected
    """The entry cannot be read further."""


def scan(text: str) -> tuple[list[BibEntry], list[str]]:
    """The entries of a file, and sentences about what cannot be read.

    An entry that begins a line ends whatever stands before it: one that is not closed takes no
    other with it.
    """
    found: list[BibEntry] = []
    told: list[str] = []
    macros = {month: month for month in _MONTHS}
    starts = [match.start() for match in _LINE_START.finditer(text)]
    line = 1
    for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
        piece = text[start:end]
        _scan_piece(piece, line, macros, found, told)
        line += piece.count("\n")
    return found, told


def _scan_piece(
    text: str, first: int, macros: dict[str, str], found: list[BibEntry], told: list[str]
) -> None:
    at = counted = 0
    line = first
    while match := _START.search(text, at):
        _tell_outside(text[at : match.start()], told)
        line += text.count("\n", counted, match.start())
        counted = match.start()
        try:
            at = _Reader(text, macros).entry(match, line, found)
        except _Fault as fault:
            tell(told, f"The entry in line {line:,} cannot be read: {fault}.")
            return
    _tell_outside(text[at:], told)


def _tell_outside(text: str, told: list[str]) -> None:
    """Text between entries is a comment in BibTeX; it is told once, unless it is marked as one."""
    lines = [part.strip() for part in text.split("\n")]
    if any(part and not part.startswith("%") for part in lines) and _OUTSIDE not in told:
        told.append(_OUTSIDE)


_OUTSIDE = "Text outside of the entries was left aside."


class _Reader:
    """Reads one entry; knows the abbreviations defined so far."""

    def __init__(self, text: str, macros: dict[str, str]) -> None:
        self._text = text
        self._macros = macros
        self._remarks: list[str] = []

    def entry(self, start: re.Match[str], line: int, found: list[BibEntry]) -> int:
        """Read the entry that starts at a match; the place behind it."""
        kind, closing = start["kind"].lower(), "}" if start["open"] == "{" else ")"
        at = start.end()
        if kind in {"comment", "preamble"}:
            return self._end_of(at, closing)
        if kind == "string":
            fields, at = self._fields(at, closing)
            self._macros.update(fields)
            return at
        match = _KEY.match(self._text, at)
        if match is None:
            raise _Fault("its key is missing or holds characters that a key may not have")
        fields, at = self._fields(match.end(), closing)
        found.append(BibEntry(kind, match["key"], line, fields, self._remarks))
        require_few(len(found))
        return at

    def _fields(self, at: int, closing: str) -> tuple[dict[str, str], int]:
        fields: dict[str, str] = {}
        while match := _FIELD.match(self._text, at):
            name = match["name"].lower()
            value, at = self._value(match.end(), name)
            if name in fields:
                tell(self._remarks, f"The field {quoted(name)} stands twice; the first counts")
            elif value:
                fields[name] = value
        space = _SPACE.match(self._text, at)
        at = space.end() if space else at
        if self._text[at : at + 1] != closing:
            rest = self._text[at : at + 20].partition("\n")[0]
            got = quoted(rest) if rest else "the end"
            raise _Fault(f"{got} stands where a field or the end of the entry was expected")
        return fields, at + 1

    def _value(self, at: int, name: str) -> tuple[str, int]:
        pieces = []
        while True:
            piece, at = self._piece(at, name)
            pieces.append(piece)
            join = _JOIN.match(self._text, at)
            if join is None:
                return _WHITE.sub(" ", "".join(pieces)).strip(), at
            at = join.end()

    def _piece(self, at: int, name: str) -> tuple[str, int]:
        mark = self._text[at : at + 1]
        if mark in {"{", '"'}:
            end = self._end_of(at + 1, "}" if mark == "{" else mark)
            return self._text[at + 1 : end - 1], end
        match = _MACRO.match(self._text, at)
        if match is None:
            raise _Fault(f"the field {quoted(name)} has no value")
        word = match[0]
        known = self._macros.get(word.lower())
        if known is None and not word.isdigit():
            tell(self._remarks, f"The abbreviation {quoted(word)} is not defined in the file")
        return word if known is None else known, match.end()

    def _end_of(self, at: int, closing: str) -> int:
        """The place behind the mark that closes what is open; braces inside have to pair."""
        depth = 0
        for match in (_PARENTHESES if closing == ")" else _MARKS).finditer(self._text, at):
            mark = match[0]
            if mark == closing and depth == 0:
                return match.end()
            if mark == "{":
                depth += 1
            elif mark == "}":
                depth -= 1
                if depth < 0:
                    break
        raise _Fault("its braces or quotation marks do not pair")


_PARENTHESES = re.compile(r"\\.|[{})]", re.DOTALL)
