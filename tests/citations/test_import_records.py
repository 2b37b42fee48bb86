from pathlib import Path
from typing import Any

import pytest

from caseviewer.citations.import_entry import Entry
from caseviewer.citations.import_records import records
from tests.citations.import_checks import bundle_problems, check

NATURE = "“nature” was set to “original”; change it where a copy or a translation was read"
ADDRESS = (
    "No web address: “url_status” was set to “not_printed”; change it to “not_online” where the"
    " source is not on the web"
)
REPORT: dict[str, Any] = {
    "type": "report",
    "title": "Sent Back: a Story of the Border",
    "author": [{"family": "Odrin", "given": "Vera"}],
    "publisher": "Border Watch",
    "issued": {"date-parts": [[2012, 6]]},
    "accessed": {"date-parts": [[2015, 11, 29]]},
    "URL": "https://example.org/x",
    "language": "en-GB",
}


def one(data: dict[str, Any], **record: Any) -> tuple[dict[str, Any], list[str]]:
    (found,), told = records([Entry({"type": "book", **data}, record=record)])
    check([found])
    return found, told


def test_a_record_holds_what_the_entry_says(tmp_path: Path) -> None:
    record, told = one(REPORT)
    assert record == {
        "id": "odrin-sent-back-story-border-2012",
        "kind": "ngo_report",
        "csl": {"id": "odrin-sent-back-story-border-2012", **REPORT},
        "nature": "original",
        "published": {"edtf": "2012-06", "basis": "stated"},
        "accessed": {"edtf": "2015-11-29", "basis": "stated"},
        "url": "https://example.org/x",
        "url_status": "given",
        "language": "en-GB",
    }
    name = record["id"]
    assert told == [
        f"The kind “ngo_report” is a guess from the type “report”: {name}.",
        f"{NATURE}: {name}.",
        f"Link the parties for “Odrin, Vera” as “author”: {name}.",
        f"Link the party for “Border Watch” as “publisher”: {name}.",
    ]
    assert bundle_problems([record], tmp_path) == []


def test_an_empty_entry_is_still_a_record() -> None:
    record, told = one({})
    assert record == {
        "id": "source",
        "kind": "book",
        "csl": {"id": "source", "type": "book"},
        "nature": "original",
        "url_status": "not_printed",
    }
    assert told == [
        f"{NATURE}: source.",
        f"{ADDRESS}: source.",
        "No date of publication: source.",
        "No title: source.",
    ]


def test_what_the_file_says_of_the_record_itself_comes_first() -> None:
    record, told = one({}, nature="translation", url_status="not_online", note="A note")
    assert record["nature"] == "translation"
    assert record["url_status"] == "not_online"
    assert record["note"] == "A note"
    assert told == ["No date of publication: source.", "No title: source."]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ({"author": [{"literal": "Custody Watch of the World, Ltd"}]}, "custody-watch-world"),
        ({"editor": [{"family": "Müller-Ölz"}], "title": "Ça va"}, "muller-olz-ca-va"),
        ({"title": "Отчёт"}, "source"),
        ({"title": "Отчёт", "issued": {"date-parts": [[2012]]}}, "source"),
        ({"title": "x" * 200}, "x" * 56),
        ({"title": "Long title", "title-short": "Short"}, "short"),
        ({"author": [{"given": "Vera"}]}, "vera"),
    ],
)
def test_an_id_is_made_of_author_title_and_year(data: dict[str, Any], name: str) -> None:
    assert one(data)[0]["id"] == name


def test_ids_differ_from_each_other_and_from_those_in_use() -> None:
    entries = [Entry({"type": "book", "title": "T"}) for _ in range(3)]
    found, told = records(entries, taken=["t", "t-3"])
    assert [record["id"] for record in found] == ["t-2", "t-4", "t-5"]
    assert f"{NATURE}: t-2, t-4, t-5." in told


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"type": "article-journal"}, "journal_article"),
        ({"type": "treaty"}, "treaty"),
    ],
)
def test_a_kind_that_the_type_says_is_no_guess(data: dict[str, Any], kind: str) -> None:
    record, told = one(data)
    assert record["kind"] == kind
    assert not any("is a guess" in sentence for sentence in told)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ({"type": "legal_case"}, "national_judgment"),
        (
            {"type": "legal_case", "authority": "Committee against Torture"},
            "treaty_body_decision",
        ),
        (
            {"type": "legal_case", "authority": "European Court of Human Rights"},
            "international_judgment",
        ),
        ({"type": "report", "references": "UN Doc A/HRC/22/53"}, "un_document"),
        ({"type": "report", "number": "CAT/C/48/D/444/2010"}, "un_document"),
        ({"type": "report", "number": "CRS Issue 647"}, "ngo_report"),
        ({"type": "webpage"}, "news_report"),
        ({"type": "thesis"}, "book"),
        ({"type": "hearing"}, "submission"),
        ({"type": "map"}, "ngo_report"),
    ],
)
def test_a_guess_is_told(data: dict[str, Any], kind: str) -> None:
    record, told = one(data)
    assert record["kind"] == kind
    guess = f"The kind “{kind}” is a guess from the type “{data['type']}”"
    assert f"{guess}: {record['id']}." in told


@pytest.mark.parametrize("language", ["English", "en-" + "x" * 40, "en-" + "abcdefgh-" * 4 + "a"])
def test_a_language_that_is_no_tag_stays_in_the_data(language: str) -> None:
    record, told = one({"language": language})
    assert "language" not in record
    assert record["csl"]["language"] == language
    assert any("is no tag such as “en”: source." in sentence for sentence in told)


def test_what_the_model_does_not_take_is_left_behind() -> None:
    record, told = one({}, note="x" * 200_001, disclaimers=[{"text": "x" * 200_001}] * 2)
    assert "note" not in record
    assert "disclaimers" not in record
    assert "“note” is too long or of another form, and was left behind: source." in told
