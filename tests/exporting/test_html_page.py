import re

import lxml.html
import pytest

from caseviewer.exporting.chronology import chronology
from caseviewer.exporting.chronology_paper import chronology_paper
from caseviewer.exporting.html_page import html_bytes
from tests.exporting.papers import HOSTILE, MADE, hostile_paper
from tests.formatting.making import opened
from tests.formatting.samples import NAMES, sample

HOSTILE_PAGE = html_bytes(hostile_paper())
TREE = lxml.html.document_fromstring(HOSTILE_PAGE.decode())
KNOWN = {
    "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "dl", "dt", "dd",
    "section", "div", "table", "colgroup", "col", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


def test_hostile_words_make_no_element_and_no_attribute() -> None:
    assert {element.tag for element in TREE.iter()} == KNOWN
    names = {name for element in TREE.iter() for name in element.attrib}
    assert names == {
        "lang", "dir", "charset", "http-equiv", "content", "name", "class", "aria-labelledby", "id",
        "role", "tabindex", "style", "scope",
    }  # fmt: skip


def test_every_text_is_read_back() -> None:
    (table,) = TREE.iter("table")
    rows = [[cell.text_content() for cell in row] for row in table.iter("tr")]
    assert rows[0] == ["No.", "a|b"]
    assert rows[1:] == [[f"E{at}", seen] for at, seen in enumerate(HOSTILE.values())]
    listed = [one.text_content() for one in TREE.iter("dd")]
    assert listed == ["</dd><script>", "now", *HOSTILE.values()]
    assert TREE.findtext(".//h1") == "<b>T</b> | *x* ⟨U+202E⟩# {y}"


def test_the_page_loads_and_runs_nothing() -> None:
    text = HOSTILE_PAGE.decode()
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    (found,) = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert found == policy
    assert [element.tag for element in TREE.find("head")][:2] == ["meta", "meta"]
    (style,) = TREE.iter("style")
    assert "url(" not in style.text
    assert "@import" not in style.text
    assert re.match(r'<!DOCTYPE html>\n<html lang="en">', text)
    assert '<meta charset="utf-8">' in text[:200]


def test_languages_and_directions_are_told() -> None:
    (table,) = TREE.iter("table")
    assert [cell.get("lang") for cell in table.findall(".//tbody/tr")[0]] == [None, "ru"]
    assert {cell.get("dir") for cell in table.findall(".//tbody/tr/*")} == {"auto"}
    assert (TREE.get("lang"), TREE.find(".//h1").get("lang")) == ("en", "ru")


def test_heads_of_columns_and_rows_are_told_apart() -> None:
    (table,) = TREE.iter("table")
    assert {cell.get("scope") for cell in table.findall(".//thead/tr/th")} == {"col"}
    assert {cell.get("scope") for cell in table.findall(".//tbody/tr/th")} == {"row"}
    assert [col.get("style") for col in table.iter("col")] == ["width: 25.0%", "width: 75.0%"]
    ids = [heading.get("id") for heading in TREE.iter("h2")]
    assert ids == [one.get("aria-labelledby") for one in TREE.iter("section")]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_has_all_its_rows(name: str) -> None:
    case = sample(name)
    page = lxml.html.document_fromstring(
        html_bytes(chronology_paper(chronology(case, MADE))).decode()
    )
    rows = [row.text_content() for row in page.findall(".//tbody/tr")]
    assert len(rows) == len(case.case.chronology) + len(case.case.deadlines)
    for event in case.case.chronology:
        assert any(event.title in row for row in rows)


def test_a_paper_without_sources_has_no_empty_list() -> None:
    case = opened(chronology=[], deadlines=[])
    page = html_bytes(chronology_paper(chronology(case, MADE))).decode()
    assert page.count("<dl>") == 1
    assert "<table" not in page
