"""Which rows and blocks hold what is looked for."""

from caseviewer.search.matching import DocumentMatching
from caseviewer.search.query import Query, parse
from caseviewer.search.slices import at_once
from caseviewer.search.understanding import Understanding
from caseviewer.search.wanted import Wanted
from tests.formatting.making import changed, opened
from tests.search.finding import ids, report, search

TEXT = "The guards came.\n\nThe mother said that.\n\nThe guards left the mother.\n\nEnd of it"


def wanted(typed: str | Query) -> Wanted:
    query = parse(typed) if isinstance(typed, str) else typed
    return at_once(Understanding(opened()).wanted(query, ()))


def blocks(typed: str, text: str = TEXT) -> tuple[list[int], bool]:
    run = DocumentMatching(report(text)).run(wanted(typed), ())
    return list(run.rows), run.apart


def test_blocks_that_hold_all_words() -> None:
    assert blocks("guards") == ([0, 2], False)
    assert blocks("guards mother") == ([2], False)
    assert blocks('"the guards"') == ([0, 2], False)
    assert blocks("nobody") == ([], False)
    assert blocks("guards nobody") == ([], False)


def test_words_that_stand_apart_are_one_place() -> None:
    assert blocks("guards said") == ([0], True)
    assert blocks("said end") == ([1], True)


def test_a_phrase_may_cross_blocks() -> None:
    assert blocks('"came the mother"') == ([0], False)


def test_blocks_with_what_must_not_be_there_are_left_out() -> None:
    assert blocks("guards -mother") == ([0], False)
    assert blocks("mother -guards") == ([1], False)
    assert blocks("guards said -end") == ([], False)


def test_without_wanted_words_a_document_is_one_place() -> None:
    assert blocks("-nobody") == ([0], False)
    assert blocks("-mother") == ([], False)
    assert blocks("-nobody", "… –") == ([], False)


def test_a_beginning_that_is_typed_on_is_found_again() -> None:
    matching = DocumentMatching(report(TEXT))
    for typed in ("g", "gu", "guards", "guard", "g"):
        assert list(matching.run(wanted(typed), ()).rows) == [0, 2]


def test_few_answers_are_kept() -> None:
    words = " ".join(f"word{at}" for at in range(100))
    matching = DocumentMatching(report(words))
    for at in range(100):
        assert matching.run(wanted(f"word{at} "), ()).rows
    assert len(matching._known) <= 64


def test_one_kind_or_the_other_is_enough() -> None:
    made = search()
    assert ids(made.find("kind:gap kind:difference")) == ["how-many", "names"]
    assert ids(made.find("standing:alleged standing:undisputed")) == ["crossing", "complaint"]
    assert ids(made.find("kind:gap kind:difference -kind:gap")) == ["how-many"]


def test_each_party_must_take_part() -> None:
    made = search()
    assert ids(made.find("party:xandria party:press")) == ["crossing", "how-many"]
    assert ids(made.find("party:xandria -party:press")) == ["xandria", "answer"]


def test_conditions_without_a_date_leave_out_what_has_none() -> None:
    made = search()
    assert ids(made.find("-before:2019-05-04 kind:event")) == ["complaint"]
    found = made.find("-before:2019-05-04 people")
    assert ids(found) == []
    assert found.undated > 0


def test_what_is_left_out_for_its_date_is_counted() -> None:
    made = search()
    found = made.find("people before:2030")
    assert "group" not in ids(found)
    everything = made.find("people")
    assert found.undated == len(everything.places) - len(found.places)
    assert made.find("people kind:event before:2030").undated == 0
    assert made.find("crossing before:2030 -people").undated < found.undated + 10


def test_documents_are_narrowed_with_their_sources() -> None:
    made = search(report())
    assert ids(made.find("guards kind:document")) == ["report"]
    assert ids(made.find("guards source:S1 -kind:passage")) == ["report", "report"]
    assert ids(made.find("guards source:S2")) == []
    found = made.find("guards -kind:document")
    assert [place.block for place in found.places] == [-1, -1]
    assert "report" not in ids(made.find("guards standing:alleged"))


def test_a_date_is_asked_of_documents_as_of_records() -> None:
    words = "A woman spoke."
    made = search(report(words), report(words, "reprint"))  # the reprint has no date
    assert ids(made.find("woman kind:document before:2030")) == ["report"]
    assert made.find("woman kind:document before:2030").undated == 1
    assert ids(made.find("woman kind:document -before:2000")) == ["report"]
    assert made.find("woman kind:document before:2000 after:1900").undated == 1


def test_what_the_file_says_of_itself_has_no_date() -> None:
    made = search()
    assert ids(made.find("crossing"))[0] == ""
    for typed in ("crossing -before:1900", "crossing before:2030"):
        found = made.find(typed)
        assert "" not in ids(found)
        assert (len(found), found.undated) == (1, 1)  # the report; the record without a date


def test_an_answer_for_one_day_is_none_for_two() -> None:
    chain = [{"link": "said", "date": {"edtf": "2017"}},
             {"link": "published", "date": {"edtf": "2020"}}]  # fmt: skip
    made = search(**changed("quotations", chain=chain))
    for _ in range(2):
        assert "asked" in ids(made.find("after:2018"))
        assert "asked" not in ids(made.find("after:2018 before:2020"))
        assert "asked" in ids(made.find("before:2018 kind:quotation"))
