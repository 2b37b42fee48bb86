"""What is found as lines and as values."""

import json
from dataclasses import replace

from caseviewer.documents.passages import Readable
from caseviewer.documents.text import Paragraph, Paragraphs
from caseviewer.model.dates import day_number
from caseviewer.model.kinds import LocatorLabel
from caseviewer.search.case_search import CaseSearch
from caseviewer.search.document_texts import document_text
from caseviewer.search.hit_lines import BOLD, QUOTED, Marking, found_lines, found_values
from tests.formatting.making import changed
from tests.formatting.samples import first
from tests.search.finding import persons, report, search


def lines(made: CaseSearch, typed: str, marking: Marking = QUOTED) -> list[str]:
    return list(found_lines(made, made.find(typed), marking))


def test_hits_stand_by_tabs() -> None:
    assert lines(search(report()), "never asked") == [
        "A crossing on 3 May 2019 (small)",
        "3 places: Quotations 1, Citations 1, Documents 1",
        "",
        "Quotations",
        "  Q1    quoted words · They »never« »asked« us anything, she said. They only counted us.",
        "",
        "Citations",
        "  T2    words · They »never« »asked« us anything,",
        "",
        "Documents",
        (
            '  S1    paragraph 2 · "They »never« »asked« us anything," she said.'
            ' "They only counted us."'
        ),
        "",
    ]


def test_reasons_stand_below_their_hits() -> None:
    made = search(parties=persons("Жовтис"))
    assert lines(made, "zhovtis")[3:] == [
        "Parties",
        "  P1    name · »Жовтис«",
        "        matched Жовтис: a transliteration of zhovtis",
        "",
    ]


def test_a_terminal_gets_bold_words() -> None:
    made = search()
    assert "  E2    title · The group \x1b[1mcomplains\x1b[22m" in lines(made, "complains", BOLD)


def test_the_file_itself_has_no_number() -> None:
    assert "  file  title · A »crossing« on 3 May 2019" in lines(search(), "crossing")


def test_long_texts_are_cut_and_more_places_counted() -> None:
    made = search(**changed("parties", description="words " * 50 + "border " * 50))
    (shown,) = [line for line in lines(made, "border") if line.startswith("  P1")]
    assert shown.startswith("  P1    description · …")
    assert shown.rstrip(" more0123456789").endswith("… ·")


def test_what_could_steer_a_terminal_is_visible() -> None:
    made = search(parties=persons("Evil\x1b[2J name\u202e"))
    shown = "\n".join(lines(made, "evil", BOLD))
    assert "»" not in shown
    assert "⟨U+001B⟩[2J name⟨U+202E⟩" in shown.replace("\x1b[1m", "").replace("\x1b[22m", "")
    assert shown.count("\x1b") == 2


def test_the_label_of_a_page_cannot_steer_a_terminal() -> None:
    text = "Some words."
    pages = Paragraphs((Paragraph("1\x1b[2J", 0, len(text), text),))
    made = search(document_text("report", Readable(text, {LocatorLabel.PAGE: pages})))
    (shown,) = [line for line in lines(made, "words") if "Some" in line]
    assert shown == "  S1    page 1⟨U+001B⟩[2J · Some »words«."


def test_line_breaks_are_spaces() -> None:
    made = search(report("A line\nand\tanother\u00a0one"))
    assert any(line.endswith(" · A »line« and another one") for line in lines(made, "line"))


def test_nothing_found_tells_what_was_searched() -> None:
    shown = lines(search(report()), "zzz")
    assert shown[0] == "A crossing on 3 May 2019 (small)"
    assert shown[1] == "Nothing found for zzz."
    assert shown[2].startswith("Searched: ")


def test_remarks_stand_above() -> None:
    shown = lines(search(), "complaims")
    assert shown[1].startswith("No word begins with “complaims”.")


def test_a_day_is_told() -> None:
    whole = first()
    case = whole.seen_from(replace(whole.standpoint, as_at=day_number(2012, 6, 27)))
    made = CaseSearch(case)
    assert lines(made, "kazakhstan")[1] == "As at 27 June 2012"
    assert found_values(made, made.find("x"))["as_at"] == "2012-06-27"


def test_values_are_plain() -> None:
    made = search(report())
    values = json.loads(json.dumps(found_values(made, made.find("never asked"))))
    assert values["count"] == len(values["hits"]) == 3
    assert values["counts"]["documents"] == 1
    found = next(one for one in values["hits"] if one["tab"] == "documents")
    assert found["number"] == "S1"
    assert found["kind"] is None
    assert found["where"] == "paragraph 2"
    assert [found["text"][a:b] for a, b in found["marks"]] == ["never", "asked"]
    assert report().blocks.text[found["span"][0] : found["span"][1]] == "never"
    assert found["changed"] is False
    assert [one["because"] for one in found["reasons"]] == ["words", "words"]
    assert values["searched"]["documents"][0] == {
        "source": "report",
        "reach": "searched",
        "fault": "",
        "changed": False,
    }
    assert values["searched"]["records"]["parties"] == 5
    assert values["nothing_found"] == []
    nothing = found_values(made, made.find("zzz"))
    assert nothing["hits"] == []
    assert nothing["nothing_found"]
