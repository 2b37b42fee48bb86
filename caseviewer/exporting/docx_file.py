"""A Word file (DOCX), made by pandoc from text elements that nothing parses.

How it looks is told by the parts in `resources/docx`: a landscape page with its number, and a
table whose head stands on every page.
"""

import io
import json
import re
import tempfile
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

from caseviewer.citations.ast import API_VERSION, Element, inlines
from caseviewer.citations.engine import EngineError, run_pandoc
from caseviewer.exporting.paper import (
    PROGRAM_LANGUAGE,
    ExportError,
    Fact,
    Grid,
    Paper,
    Part,
    Words,
    one_line,
)
from caseviewer.formatting.translate import tr
from caseviewer.places import resources
from caseviewer.processes import Stop, never

_BASE_SECONDS = 20.0
_SECONDS_A_ROW = 0.01


def docx_bytes(paper: Paper, should_stop: Stop = never) -> bytes:
    """The paper as a file; `ExportError` where the engine makes none."""
    rows = sum(len(part.grid.rows) for part in paper.parts if part.grid is not None)
    try:
        with tempfile.TemporaryDirectory(prefix="caseviewer-") as folder:
            reference = Path(folder) / "reference.docx"
            reference.write_bytes(reference_docx())
            options = ["--from=json", "--to=docx", "--output=-", f"--data-dir={folder}"]
            made = run_pandoc(
                [*options, f"--reference-doc={reference}"],
                json.dumps(document(paper)).encode(),
                _BASE_SECONDS + rows * _SECONDS_A_ROW,
                should_stop,
            )
    except EngineError as error:
        raise ExportError(_failed(str(error))) from None
    except OSError as error:
        raise ExportError(_failed(error.strerror or type(error).__name__)) from None
    if not zipfile.is_zipfile(io.BytesIO(made)):
        raise ExportError(_failed(tr("It gave an answer that is no Word file.")))
    return _fitted(made)


def _fitted(made: bytes) -> bytes:
    """The file with its tables as wide as our page, and no row of them broken across two.

    Pandoc reckons with a page of its own. No text can look like what is replaced here, as in a
    text every “<” is escaped.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "word/document.xml":
                content = _GRID.sub(_wider, content)
                content = content.replace(b"<w:trPr>", b"<w:trPr><w:cantSplit/>")
                content = content.replace(b"<w:tr><w:tc>", _WHOLE_ROW)
            new.writestr(entry, content)
    return stream.getvalue()


def _wider(match: re.Match[bytes]) -> bytes:
    return b'<w:gridCol w:w="%d" />' % (int(match[1]) * _TEXT_WIDTH // _PANDOC_WIDTH)


_PANDOC_WIDTH = 7920
_TEXT_WIDTH = 16838 - 2 * 1134
"""The width of the page less its margins, as `resources/docx/document.xml` tells them."""
_GRID = re.compile(rb'<w:gridCol w:w="([0-9]+)" />')
_WHOLE_ROW = b"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>"


def _failed(reason: str) -> str:
    return tr(
        "No Word file was made: pandoc, the engine for citations, makes it, and did not. {reason}"
        " The other formats need no engine.",
        reason=reason,
    )


def reference_docx() -> bytes:
    """The file that pandoc takes the look from: styles, the size of the page, its foot."""
    folder = resources() / "docx"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in _PARTS.items():
            archive.writestr(name, (folder / part).read_bytes())
    return stream.getvalue()


_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "package_rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/document.xml": "document.xml",
    "word/footer1.xml": "footer.xml",
    "word/styles.xml": "styles.xml",
}


def document(paper: Paper) -> Element:
    """The paper as pandoc's document tree."""
    metadata = {
        "title": {"t": "MetaInlines", "c": _said(paper.title)},
        "subtitle": {"t": "MetaInlines", "c": inlines(one_line(paper.subtitle))},
        "lang": {"t": "MetaInlines", "c": inlines(PROGRAM_LANGUAGE)},
    }
    blocks = [
        {"t": "Para", "c": [{"t": "Strong", "c": inlines(one_line(warning))}]}
        for warning in paper.warnings
    ]
    blocks += map(_fact, paper.facts)
    for part in paper.parts:
        blocks += _part(part)
    return {"pandoc-api-version": API_VERSION, "meta": metadata, "blocks": blocks}


def _part(part: Part) -> list[Element]:
    blocks = [{"t": "Header", "c": [1, _attributes(), inlines(one_line(part.heading))]}]
    blocks += [{"t": "Para", "c": inlines(one_line(note))} for note in part.notes]
    if part.grid is not None:
        blocks.append(_table(part.grid))
    return [*blocks, *map(_fact, part.items)]


def _fact(fact: Fact) -> Element:
    label = {"t": "Strong", "c": inlines(f"{one_line(fact.label)}:")}
    return {"t": "Plain", "c": [label, {"t": "Space"}, *_said(fact.words)]}


def _table(grid: Grid) -> Element:
    total = sum(column.weight for column in grid.columns)
    widths = [
        [{"t": "AlignDefault"}, {"t": "ColWidth", "c": column.weight / total}]
        for column in grid.columns
    ]
    head = _row([_cell(Words(column.title)) for column in grid.columns])
    languages = [column.language for column in grid.columns]
    rows = [
        _row([_cell(Words(*cell)) for cell in zip(row, languages, strict=True)])
        for row in grid.rows
    ]
    body = [_attributes(), 0, [], rows]
    caption: list[Any] = [None, []]
    parts = [_attributes(), caption, widths, [_attributes(), [head]], [body], [_attributes(), []]]
    return {"t": "Table", "c": parts}


def _row(cells: list[Any]) -> list[Any]:
    return [_attributes(), cells]


def _cell(words: Words) -> list[Any]:
    plain: Element = {"t": "Plain", "c": _said(words)}
    if _runs_left(words.text):
        plain = {"t": "Div", "c": [_attributes(dir="rtl"), [plain]]}
    return [_attributes(), {"t": "AlignDefault"}, 1, 1, [plain]]


def _said(words: Words) -> list[Element]:
    """A text with its language, so that nobody's spelling is marked as wrong, and its direction."""
    found = inlines(one_line(words.text))
    named = {}
    if words.language != PROGRAM_LANGUAGE:
        named["lang"] = words.language
    if _runs_left(words.text):
        named["dir"] = "rtl"
    return [{"t": "Span", "c": [_attributes(**named), found]}] if named else found


def _runs_left(text: str) -> bool:
    """Whether the first letter with a direction is one of those written from right to left."""
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L"


def _attributes(**named: str) -> list[Any]:
    return ["", [], [list(pair) for pair in named.items()]]
