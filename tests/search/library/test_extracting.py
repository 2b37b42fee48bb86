"""What a case gives to the index is what the open case says, record by record."""

import json
from pathlib import Path
from typing import Any

import pytest

from caseviewer.documents.opening import begin
from caseviewer.model.case_index import all_records
from caseviewer.model.problems import BundleError
from caseviewer.model.references import Kind
from caseviewer.places import samples
from caseviewer.search.dated import Dates
from caseviewer.search.hits import Reach
from caseviewer.search.library.extracting import Extract, Form, digest_of, extract
from caseviewer.search.library.texts import StoredRow
from caseviewer.search.record_fields import RecordFields
from tests.builders import TEXT, bundle
from tests.search.library.kit import write_case


def extracted(path: Path) -> Extract:
    return extract(str(path), lambda: False)


@pytest.fixture
def small(tmp_path: Path) -> Extract:
    return extracted(write_case(tmp_path / "one", bundle(), document=TEXT))


def row(found: Extract, record: str) -> StoredRow:
    (one,) = (row for row in found.texts.rows if row.record == record)
    return one


@pytest.mark.parametrize("folder", samples())
def test_every_record_is_there_with_its_words_and_dates(folder: Path) -> None:
    opened = begin(folder).opened
    fields, dates = RecordFields(opened), Dates(opened)
    found = extracted(folder)
    assert found.fingerprint == opened.fingerprint
    header, *rows = found.texts.rows
    assert header.fields == tuple(fields.of_header())
    for item, one in zip(all_records(opened.case), rows, strict=True):
        assert (one.record, one.fields) == (item.id, tuple(fields.of(item)))
        assert one.short == opened.index.short(item.id)
        assert [(date.earliest, date.latest, date.guide) for date in one.dates] == [
            (date.earliest, date.latest, date.is_guide) for date in dates.of(item)
        ]


def test_records_name_parties_and_sources(small: Extract) -> None:
    crossing = row(small, "crossing")
    assert set(crossing.parties) == {"group", "xandria", "press"}
    assert crossing.sources == ("report",), "through the passage that it rests on"
    assert row(small, "press").parties[-1] == "press", "a party names itself"
    assert set(row(small, "reprint").sources) == {"report", "reprint"}
    assert row(small, "t-group").sources == ("report",)
    assert set(small.texts.names) == {
        "group", "woman", "xandria", "committee", "press", "report", "reprint",
    }  # fmt: skip


def test_ids_that_lead_nowhere_name_nobody(tmp_path: Path) -> None:
    value = bundle()
    value["gaps"][0]["about"] = ["nobody", "crossing"]
    found = extracted(write_case(tmp_path / "one", value))
    assert row(found, "names").parties == ()


def test_records_are_tagged_by_kind_and_standing(small: Extract) -> None:
    assert row(small, "crossing").tags == "¶kchronology ¶kextradition ¶talleged"
    assert row(small, "t-group").tags == "¶kpassages"
    assert row(small, "").tags == "¶kfile"
    assert {one.kind for one in small.texts.rows} == {None, *Kind}


def test_documents_are_read_by_block(small: Extract) -> None:
    (document,) = small.texts.documents
    assert (document.source, document.reach) == ("report", Reach.SEARCHED)
    assert document.title == "A report on a crossing"
    blocks = dict(document.blocks())
    assert blocks["paragraph 3"] == "A spokesman said that everybody had been heard."
    assert document.dates[0].edtf == "2019-05-20"
    assert document.parties == ("press",)


def test_a_document_that_is_not_here_is_told(tmp_path: Path) -> None:
    found = extracted(write_case(tmp_path / "one", bundle()))
    (document,) = found.texts.documents
    assert (document.reach, document.text, document.where) == (Reach.NOT_HERE, "", ())


def test_a_document_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = write_case(tmp_path / "one", bundle(), document="x")
    (path.parent / "documents" / "report.txt").write_bytes(b"\xff\xfe\x00")
    (document,) = extracted(path).texts.documents
    assert document.reach is Reach.NOT_READ
    assert "report.txt" in document.fault


def test_names_are_told_with_all_their_forms(small: Extract) -> None:
    variants = json.dumps([("Одна женщина", "ru", None)])
    assert [form for form in small.forms if form.record == "woman"] == [
        Form("p", "woman", "one woman", "One woman", "One woman", variants),
        Form("p", "woman", "одна женщина", "Одна женщина", "One woman", variants),
    ]
    assert [form for form in small.forms if form.record == "xandria"] == [
        Form("p", "xandria", "xandria", "Xandria", "Xandria"),
        Form("c", "xandria", "XAN", "XAN", "Xandria"),
    ]
    (source,) = (form for form in small.forms if form.record == "report")
    assert source.letter == "s"
    assert source.folded == (
        "a report on a crossing ¶ the border press a report on a crossing 20 may 2019"
    )


def test_a_form_that_is_spelt_like_the_name_stands_once(tmp_path: Path) -> None:
    value = bundle()
    value["parties"][4]["variants"] = [{"text": "The Border Press"}]
    found = extracted(write_case(tmp_path / "one", value))
    assert len([form for form in found.forms if form.record == "press"]) == 1


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "broken.case.json"
    broken.write_text("{")
    with pytest.raises(BundleError):
        extracted(broken)
    with pytest.raises(BundleError):
        digest_of(str(tmp_path / "gone"))


def test_events_that_a_proceeding_names_give_it_dates(tmp_path: Path) -> None:
    value: Any = bundle()
    value["proceedings"][0]["decision"] = "group"
    found = extracted(write_case(tmp_path / "one", value))
    (date,) = row(found, "communication").dates
    assert (date.label, date.edtf) == ("complaint", "2019-05-04/2019-06-30")


def test_a_deadline_whose_window_is_not_known_has_no_dates(tmp_path: Path) -> None:
    value: Any = bundle()
    value["deadlines"][0]["triggers"] = [{"label": "some day"}]
    assert row(extracted(write_case(tmp_path / "one", value)), "answer").dates == ()
