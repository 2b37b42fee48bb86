import io
import stat
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from caseviewer.citations import engine
from caseviewer.exporting import docx_file
from caseviewer.exporting.chronology import chronology
from caseviewer.exporting.chronology_paper import chronology_paper
from caseviewer.exporting.docx_file import docx_bytes, reference_docx
from caseviewer.exporting.paper import ExportError, Fact, Paper, Words
from caseviewer.places import resources
from tests.exporting.pandoc_reading import blocks, markup, tables, text
from tests.exporting.papers import HOSTILE, MADE, hostile_paper
from tests.formatting.samples import NAMES, sample

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SMALL = Paper(Words("T"), "S", (), (Fact("a", Words("b")),), ())
Xml = Any


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def body(content: bytes) -> Xml:
    return etree.fromstring(parts(content)["word/document.xml"])


@pytest.fixture(scope="module")
def hostile() -> bytes:
    return docx_bytes(hostile_paper())


def words(element: Xml) -> str:
    return "".join(part.text or "" for part in element.iter(f"{W}t"))


def test_every_text_stands_in_the_file(hostile: bytes) -> None:
    (table,) = body(hostile).iter(f"{W}tbl")
    rows = [[words(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
    assert rows == [["No.", "a|b"], *([f"E{at}", seen] for at, seen in enumerate(HOSTILE.values()))]
    paragraphs = [words(one) for one in body(hostile).iter(f"{W}p")]
    assert paragraphs[:5] == [
        "<b>T</b> | *x* ⟨U+202E⟩# {y}", "Chronology", "<i>Fiction</i>", "Handling: </dd><script>",
        "Made: now",
    ]  # fmt: skip
    said = [f"S{at}: {seen}" for at, seen in enumerate(HOSTILE.values())]
    assert paragraphs[-len(said) :] == said


def test_pandoc_reads_the_same_and_finds_no_markup(hostile: bytes) -> None:
    found = blocks(hostile, "docx")
    assert markup(found) == set()
    (table,) = tables(found)
    assert [row[1].strip("\u00a0") for row in table[1:]] == [
        seen.strip("\u00a0") for seen in HOSTILE.values()
    ]
    assert "Handling: </dd><script>" in map(text, found)


def test_nothing_in_the_file_leads_elsewhere(hostile: bytes) -> None:
    found = parts(hostile)
    for name, content in found.items():
        if name.endswith(".rels"):
            assert b"External" not in content, name
    assert not [name for name in found if "media" in name or "vba" in name.lower()]
    fields = {one.text.strip() for name in found if name.endswith(".xml")
              for one in etree.fromstring(found[name]).iter(f"{W}instrText")}  # fmt: skip
    assert fields == {"PAGE", "NUMPAGES"}


def test_the_page_lies_on_its_side_and_has_its_number(hostile: bytes) -> None:
    (section,) = body(hostile).iter(f"{W}sectPr")
    (size,) = section.iter(f"{W}pgSz")
    assert (size.get(f"{W}orient"), size.get(f"{W}w"), size.get(f"{W}h")) == (
        "landscape", "16838", "11906",
    )  # fmt: skip
    (foot,) = section.iter(f"{W}footerReference")
    name = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    relations = etree.fromstring(parts(hostile)["word/_rels/document.xml.rels"])
    targets = {one.get("Id"): one.get("Target") for one in relations}
    assert b"PAGE" in parts(hostile)["word/" + targets[foot.get(name)]]


def test_tables_fill_the_page_and_their_heads_stand_on_every_page(hostile: bytes) -> None:
    (table,) = body(hostile).iter(f"{W}tbl")
    widths = [int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")]
    assert sum(widths) == pytest.approx(16838 - 2 * 1134, abs=5)
    assert widths[1] == pytest.approx(3 * widths[0], abs=5)
    rows = list(table.iter(f"{W}tr"))
    assert [len(list(row.iter(f"{W}tblHeader"))) for row in rows] == [1] + [0] * (len(rows) - 1)
    assert {len(list(row.iter(f"{W}cantSplit"))) for row in rows} == {1}


def test_the_width_of_the_page_is_the_one_in_its_part() -> None:
    page = etree.fromstring((resources() / "docx" / "document.xml").read_bytes())
    (size,), (margins,) = page.iter(f"{W}pgSz"), page.iter(f"{W}pgMar")
    sides = [int(margins.get(f"{W}{side}")) for side in ("left", "right")]
    assert int(size.get(f"{W}w")) - sum(sides) == docx_file._TEXT_WIDTH


def test_languages_and_directions_are_told(hostile: bytes) -> None:
    (table,) = body(hostile).iter(f"{W}tbl")
    at = list(HOSTILE).index("שלום a") + 1
    row = list(table.iter(f"{W}tr"))[at]
    _, cell = row.iter(f"{W}tc")
    assert list(cell.iter(f"{W}bidi"))
    assert list(cell.iter(f"{W}rtl"))
    assert {one.get(f"{W}val") for one in cell.iter(f"{W}lang")} == {"ru"}
    first = list(table.iter(f"{W}tr"))[1]
    assert not list(first.iter(f"{W}bidi"))


def test_every_style_that_is_named_is_there(hostile: bytes) -> None:
    found = parts(hostile)
    styles = {
        one.get(f"{W}styleId")
        for one in etree.fromstring(found["word/styles.xml"]).iter(f"{W}style")
    }
    used = {
        one.get(f"{W}val")
        for name in ("word/document.xml", "word/footer1.xml")
        for kind in ("pStyle", "rStyle", "tblStyle")
        for one in etree.fromstring(found[name]).iter(f"{W}{kind}")
    }
    assert used <= styles
    assert {"Title", "Subtitle", "Heading1", "Table", "Footer"} <= used


def test_the_parts_of_the_reference_are_well_formed() -> None:
    found = parts(reference_docx())
    assert len(found) == len(list((resources() / "docx").iterdir()))
    for content in found.values():
        etree.fromstring(content)


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_has_all_its_rows(name: str) -> None:
    paper = chronology_paper(chronology(sample(name), MADE))
    found = list(body(docx_bytes(paper)).iter(f"{W}tbl"))
    grids = [part.grid for part in paper.parts if part.grid is not None]
    assert [len(list(table.iter(f"{W}tr"))) - 1 for table in found] == [
        len(grid.rows) for grid in grids
    ]


def test_the_same_paper_is_the_same_file() -> None:
    assert parts(docx_bytes(SMALL)) == parts(docx_bytes(SMALL))


# What goes wrong is a sentence.


def script(folder: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    path = folder / "pandoc"
    path.write_text(f"#!{sys.executable}\n{program}\n", "utf-8")
    path.chmod(stat.S_IRWXU)
    monkeypatch.setattr(engine, "pandoc_path", lambda: path)


def refused(made: Callable[[], bytes] = lambda: docx_bytes(SMALL)) -> str:
    with pytest.raises(ExportError) as caught:
        made()
    assert str(caught.value).startswith("No Word file was made: pandoc, the engine for citations,")
    assert str(caught.value).endswith(" The other formats need no engine.")
    return str(caught.value)


def test_no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda _: None)
    assert "is not installed" in refused()


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("import sys; sys.stdin.read(); sys.exit('out of luck')", "gave up: out of luck"),
        ("import os; os.kill(os.getpid(), 9)", "was ended from outside"),
        ("print('no file')", "It gave an answer that is no Word file."),
        ("", "It gave an answer that is no Word file."),
    ],
)
def test_an_engine_that_fails(
    program: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, monkeypatch, program)
    assert words in refused()


def test_an_engine_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(tmp_path, monkeypatch, "import time; time.sleep(60)")
    monkeypatch.setattr(docx_file, "_BASE_SECONDS", 0.3)
    assert "it took more than 0 seconds" in refused()


def test_work_that_is_not_needed_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(tmp_path, monkeypatch, "import time; time.sleep(60)")
    assert "its work is not needed" in refused(lambda: docx_bytes(SMALL, lambda: True))


@pytest.mark.parametrize(
    ("error", "words"),
    [(OSError(28, "No space left on device"), "No space left on device"), (OSError(), "OSError")],
)
def test_no_room_for_the_reference(
    error: OSError, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(tempfile, "TemporaryDirectory", fail)
    assert words in refused()
