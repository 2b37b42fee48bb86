"""A page of HTML in one file: it runs nothing, loads nothing, and can be printed.

It is built as a tree, whose texts the library escapes.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, tostring

from caseviewer.exporting.paper import PROGRAM_LANGUAGE, Grid, Paper, Part, Words, one_line

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light dark; font: 100%/1.4 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.warning { border-inline-start: .3rem solid; font-weight: bold; padding-inline-start: .7rem; }
dl { display: grid; gap: .2rem 1rem; grid-template-columns: max-content 1fr; }
dt { font-weight: bold; }
dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #999;
  overflow-wrap: break-word; padding: .3rem .5rem; text-align: start; vertical-align: top; }
thead th { border-bottom: 2px solid; vertical-align: bottom; }
@media print {
  @page { size: A4 landscape; margin: 15mm; }
  :root { color-scheme: light; font-size: 9pt; }
  body { margin: 0; max-width: none; padding: 0; }
  .wide { overflow: visible; }
  thead { display: table-header-group; }
  tr, dd { break-inside: avoid; }
  h2 { break-after: avoid; }
}
"""


def html_bytes(paper: Paper) -> bytes:
    """The page as a file."""
    page = Element("html", lang=PROGRAM_LANGUAGE)
    _fill_head(SubElement(page, "head"), paper)
    main = SubElement(SubElement(page, "body"), "main")
    _said(SubElement(main, "h1"), paper.title)
    SubElement(main, "p").text = one_line(paper.subtitle)
    for warning in paper.warnings:
        SubElement(main, "p", {"class": "warning"}).text = one_line(warning)
    _list(main, [(one.label, one.words) for one in paper.facts])
    for number, part in enumerate(paper.parts, start=1):
        _part(SubElement(main, "section"), part, f"part-{number}")
    text = tostring(page, encoding="unicode", method="html")
    return f"<!DOCTYPE html>\n{text}\n".encode()


def _fill_head(head: Element, paper: Paper) -> None:
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY})
    SubElement(head, "meta", name="referrer", content="no-referrer")
    SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    SubElement(head, "title").text = one_line(f"{paper.subtitle}: {paper.title.text}")
    SubElement(head, "style").text = _STYLE


def _part(section: Element, part: Part, name: str) -> None:
    section.set("aria-labelledby", name)
    SubElement(section, "h2", id=name).text = one_line(part.heading)
    for note in part.notes:
        SubElement(section, "p").text = one_line(note)
    if part.grid is not None:
        # A table that is wider than the screen is moved by keys, too.
        wide = {"class": "wide", "role": "region", "aria-labelledby": name, "tabindex": "0"}
        _table(SubElement(SubElement(section, "div", wide), "table"), part.grid)
    _list(section, [(one.label, one.words) for one in part.items])


def _list(parent: Element, items: list[tuple[str, Words]]) -> None:
    if not items:
        return
    listed = SubElement(parent, "dl")
    for label, words in items:
        SubElement(listed, "dt").text = one_line(label)
        _said(SubElement(listed, "dd"), words)


def _table(table: Element, grid: Grid) -> None:
    total = sum(column.weight for column in grid.columns)
    shares = SubElement(table, "colgroup")
    head = SubElement(SubElement(table, "thead"), "tr")
    for column in grid.columns:
        SubElement(shares, "col", style=f"width: {100 * column.weight / total:.1f}%")
        SubElement(head, "th", scope="col").text = one_line(column.title)
    body = SubElement(table, "tbody")
    for row in grid.rows:
        line = SubElement(body, "tr")
        for cell, words in _cells(line, grid, row):
            _said(cell, words)


def _cells(line: Element, grid: Grid, row: tuple[str, ...]) -> Iterator[tuple[Element, Words]]:
    for column, text in zip(grid.columns, row, strict=True):
        kind = {"scope": "row"} if column.strong else {}
        yield SubElement(line, "th" if column.strong else "td", kind), Words(text, column.language)


def _said(element: Element, words: Words) -> None:
    """Put a text in, with its language; its own first letter says which way it runs."""
    element.set("dir", "auto")
    if words.language != PROGRAM_LANGUAGE:
        element.set("lang", words.language)
    element.text = one_line(words.text)
