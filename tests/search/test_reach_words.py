"""What is said where nothing was found."""

from dataclasses import replace

from caseviewer.model.dates import day_number
from caseviewer.model.opened import DocumentPresence, DocumentState
from caseviewer.search.case_search import CaseSearch
from caseviewer.search.document_texts import document_text, not_searched
from caseviewer.search.hits import Reach
from caseviewer.search.reach_words import nothing_found
from tests.documents.readables import readable
from tests.formatting.making import checked, opened
from tests.formatting.samples import first
from tests.search.finding import report, search, whole_sample


def told(made: CaseSearch, typed: str) -> tuple[str, ...]:
    return nothing_found(made.opened, made.find(typed))


def test_what_was_searched_is_told() -> None:
    found = told(search(report()), "zzz")
    assert found[0] == "Nothing found for zzz."
    assert found[1] == (
        "Searched: 1 proceeding, 5 parties, 2 events, 1 deadline, 2 quotations, 2 sources,"
        " 5 passages, 1 difference, 1 gap, the text of 1 document (S1)."
    )
    assert found[2].startswith("Fields: title, language, day up to which the file speaks, ")
    assert "other forms of the name" in found[2]
    assert "other forms of the name, " in found[2]  # each once, without those of its parts
    assert found[2].count("date,") == 1
    assert found[3] == ("Not searched, as this file names no document of it: the text of S2.")
    assert len(found) == 4


def test_documents_that_were_not_searched_are_told() -> None:
    made = search(not_searched("report", Reach.NOT_READ, "“report.txt” is not read. It is broken."))
    assert "S1: “report.txt” is not read. It is broken." in told(made, "zzz")
    for reach, sentence in (
        (Reach.NOT_HERE, ("Not searched, as it is not here: the document of S1. Attach a copy to"
                         " do so.")),
        (Reach.NO_WORDS, ("Not searched, as it holds no words that can be read: the document of"
                         " S1.")),
        (Reach.NOT_READ_YET, "Not read yet: the document of S1."),
    ):  # fmt: skip
        assert sentence in told(search(not_searched("report", reach)), "zzz")


def test_changed_documents_are_told() -> None:
    report_, reprint = (
        document_text(source, readable(), changed=True) for source in ("report", "reprint")
    )
    assert (
        "Searched, but not the file that was read, as its hash differs: the document of S1."
        in told(search(report_), "zzz")
    )
    assert (
        "Searched, but not the files that were read, as their hashes differ: the documents of"
        " S1, S2."
    ) in told(search(report_, reprint), "zzz")


def test_documents_that_are_not_known_yet() -> None:
    assert "Not read yet: the document of S1." in told(search(), "zzz")
    state = DocumentState("report", DocumentPresence.NOT_HERE)
    made = CaseSearch(checked(opened(), (state,)))
    assert any("not here: the document of S1" in sentence for sentence in told(made, "zzz"))


def test_many_documents_are_told_in_short() -> None:
    found = told(whole_sample(1), "zzzzqq")
    assert "10 proceedings, 41 parties" in found[1]
    assert "the text of 6 documents (S1, S3, S4, S5, S6, S7)" in found[1]
    assert found[-1].endswith("the texts of S2, S9, S10, S11, S12, S13, S14, S15, S16, S17,"
                              " and 1 more.")  # fmt: skip


def test_words_that_stand_apart_are_told() -> None:
    found = told(search(), "border woman")
    assert found[1] == (
        "Each of these stands somewhere, but nothing holds them all: border (4), woman (1)."
    )
    for typed in ("people border kind:gap", "people border -taken"):  # they do stand together
        assert len(search().find("people border")) > 0
        found = told(search(), typed)

        assert found[1] == "Found without the conditions, each for itself: people (4), border (4)."
    found = told(search(), "woman kind:gap")
    assert found[1] == "Found without the conditions: woman (1)."
    assert "stands somewhere" not in " ".join(told(search(), "border zzz"))


def test_as_at_a_day_it_is_told_what_is_left_out() -> None:
    whole = first()
    case = whole.seen_from(replace(whole.standpoint, as_at=day_number(2012, 6, 25)))
    assert case.account is not None
    assert told(CaseSearch(case), "zzzz")[-1] == (
        f"As at 25 June 2012: {len(case.account.hidden)} of the records of this file are left"
        " out, and were not searched."
    )
    late = whole.seen_from(replace(whole.standpoint, as_at=day_number(2030, 1, 1)))
    assert late.account is not None
    assert bool(late.account.hidden) is any(
        "left out" in words for words in told(CaseSearch(late), "zzzz")
    )


def test_an_empty_file_was_searched_too() -> None:
    lists = ("proceedings", "parties", "chronology", "deadlines", "quotations", "sources",
             "passages", "differences", "gaps")  # fmt: skip
    made = search(**{name: [] for name in lists})
    assert told(made, "zzz")[1] == "Searched: what this file says of itself."


def test_nothing_is_said_where_nothing_was_looked_for() -> None:
    assert told(search(), "kind:spaceship") == ()
    assert told(search(), "") == ()


def test_what_was_typed_is_shown_visibly() -> None:
    assert told(search(), "zzz\u202e\x1b")[0] == "Nothing found for zzz⟨U+202E⟩⟨U+001B⟩."
