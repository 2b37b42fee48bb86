from pathlib import PurePath

import pytest

from caseviewer.exporting.chronology import chronology
from caseviewer.exporting.formats import Format, What, chronology_bytes, format_of, usual_name
from tests.exporting.papers import MADE
from tests.formatting.making import opened


@pytest.mark.parametrize(
    ("form", "start"),
    [
        (Format.CSV, b'\xef\xbb\xbf"Kind","No."'),
        (Format.HTML, b"<!DOCTYPE html>"),
        (Format.DOCX, b"PK"),
        (Format.MARKDOWN, b"# A crossing on 3 May 2019\n"),
    ],
)
def test_each_format_has_its_writer(form: Format, start: bytes) -> None:
    assert chronology_bytes(chronology(opened(), MADE), form).startswith(start)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.csv", Format.CSV),
        ("a.b.HTML", Format.HTML),
        ("a.htm", Format.HTML),
        ("a.docx", Format.DOCX),
        ("a.md", Format.MARKDOWN),
        ("a.markdown", Format.MARKDOWN),
        ("a.doc", None),
        ("a", None),
        (".csv", None),
    ],
)
def test_a_name_tells_the_format(name: str, form: Format | None) -> None:
    assert format_of(PurePath(name)) is form


def test_the_usual_name() -> None:
    assert usual_name("a-v-b", What.CHRONOLOGY, Format.CSV) == "a-v-b-chronology.csv"
