"""What is shown of a hit."""

from typing import Any

from caseviewer.formatting.page import Tab
from caseviewer.model.references import Kind
from caseviewer.search.document_texts import document_text
from caseviewer.search.hit_words import hit_notes
from caseviewer.search.hits import Because
from tests.documents.readables import readable
from tests.formatting.making import changed
from tests.search.finding import (
    hit,
    hits,
    marked,
    persons,
    reasons,
    report,
    search,
    whole_sample,
)

SPELLING = {"text": "Kazakstan", "note": "the publisher's spelling, throughout the report"}
RUSSIAN = {"text": "Казахстан", "language": "ru"}


def parties(*names: str) -> dict[str, Any]:
    return {"parties": persons("Kazakhstan", *names, variants=[SPELLING, RUSSIAN])}


def test_the_field_that_holds_most_is_shown() -> None:
    found = hit(search(), "people border", "crossing")
    assert (found.tab, found.kind, found.where) == (Tab.CHRONOLOGY, Kind.EVENT, "title")
    assert found.snippet.text == "12 people are taken back to the border"
    assert marked(found) == ["people", "border"]
    assert found.more == 1  # the place
    assert found.span is None


def test_of_fields_that_hold_as_much_the_one_is_shown_by_which_the_record_is_called() -> None:
    made = whole_sample(1)
    found = hit(made, "appeal", "e-appeal")  # its kind is an appeal, too
    assert (found.where, found.snippet.text) == ("title", "She appeals")


def test_the_file_itself_is_a_hit() -> None:
    found = hit(search(), "crossing", "")
    assert (found.tab, found.kind, found.where) == (Tab.OVERVIEW, None, "title")
    assert hit(search(), "-nothing", "").snippet.text == "A crossing on 3 May 2019"


def test_a_record_that_is_named_shows_its_title() -> None:
    found = hit(search(), "e1", "crossing")
    assert found.where == ""
    assert found.snippet.text == "3 May 2019: 12 people are taken back to the border"
    assert reasons(found) == ["is E1"]
    assert reasons(hit(search(), "(E1),", "crossing")) == ["is E1"]
    assert hit(search(), "kind:gap", "names").snippet.text == "The names of the twelve."


def test_a_number_and_words_together() -> None:
    found = hit(search(), "E1 border", "crossing")
    assert marked(found) == ["border"]
    assert reasons(found) == ["is E1"]


def test_other_forms_say_why() -> None:
    made = search(**parties("Kazakstan Bureau", "В Казахстане"))
    assert reasons(hit(made, "kazakhstan", "p2")) == [
        "matched Kazakstan: the publisher's spelling of Kazakhstan"
    ]
    assert reasons(hit(made, "kazakhstan", "p3")) == ["matched Казахстане: Kazakhstan in Russian"]
    assert reasons(hit(made, "kazakhstan", "p1")) == []
    assert reasons(hit(made, "kazakstan", "p2")) == []
    assert reasons(hit(made, "казахстан", "p2")) == [
        # the case does not tell what it is to the Russian form
        "matched Kazakstan: the publisher's spelling of Kazakhstan"
    ]
    assert reasons(hit(made, "казахстан", "p1")) == [
        "matched Kazakhstan: which is Казахстан in Russian"
    ]


def test_what_is_shown_beside_the_typed_word_says_why_too() -> None:
    made = search(**parties("Kazakhstan, or Kazakstan"))
    found = hit(made, "kazakhstan", "p2")
    assert marked(found) == ["Kazakhstan", "Kazakstan"]
    assert [reason.because for reason in found.reasons] == [Because.WORDS, Because.VARIANT]


def test_transliterations_and_near_words_say_why() -> None:
    made = search(**parties("Жовтис"))
    assert reasons(hit(made, "zhovtis", "p2")) == ["matched Жовтис: a transliteration of zhovtis"]
    assert reasons(hit(made, "kazakhstax", "p1")) == [
        "matched Kazakhstan: spelt almost like kazakhstax"
    ]


def test_a_date_that_only_may_lie_there_says_so() -> None:
    made = search(**changed("chronology", date={"edtf": "2018/2019"}))
    assert reasons(hit(made, "before:2019", "crossing")) == [
        "dated 2018 to 2019, so perhaps before:2019"
    ]
    assert reasons(hit(made, "after:2016", "crossing")) == []


def test_a_date_that_may_lie_between_two_days_says_so_once() -> None:
    made = search(**changed("chronology", date={"edtf": "2018/2019"}))
    assert reasons(hit(made, "after:2017 before:2019 -before:2018-06", "crossing")) == [
        "dated 2018 to 2019, so perhaps after:2017 before:2019",
        "dated 2018 to 2019, so perhaps before:2018-06",
    ]


def test_a_block_of_a_document_tells_its_place() -> None:
    found = hit(search(report()), "never asked", "report")
    assert (found.tab, found.kind, found.where) == (Tab.DOCUMENTS, None, "paragraph 2")
    assert marked(found) == ["never", "asked"]
    assert found.span is not None
    start, end = found.span
    assert report().blocks.text[start:end] == "never"


def test_words_that_stand_apart_in_a_document_say_why() -> None:
    text = "The guards came from Казахстан.\n\nThe mother of Жовтис said it."
    made = search(report(text), **parties())
    (found,) = [one for one in hits(made, "kazakhstan zhovtis") if one.tab is Tab.DOCUMENTS]
    assert marked(found) == ["Казахстан"]
    assert found.apart
    assert list(hit_notes(found)) == [
        "the words stand apart in this document; here is the first",
        "matched Казахстан: Kazakhstan in Russian",
        "matched Жовтис: a transliteration of zhovtis",
    ]
    assert not hit(made, "guards", "report").apart


def test_a_changed_document_says_so() -> None:
    changed_document = document_text("report", readable(), changed=True)
    for typed in ("never asked", "kind:document"):
        found = hit(search(changed_document), typed, "report")
        assert found.changed
        assert hit_notes(found)[0] == (
            "this document is not the file that was read: its hash differs"
        )
        assert hit_notes(hit(search(report()), typed, "report")) == ()


def test_a_phrase_that_goes_on_in_the_next_block_is_marked_whole() -> None:
    made = search(report("The guards came.\n\nThe mother said it."))
    found = hit(made, '"came the mother"', "report")
    assert marked(found) == ["came.\n\nThe mother"]


def test_a_document_as_a_whole_shows_its_title() -> None:
    found = hit(search(report()), "kind:document", "report")
    assert (found.where, found.snippet.text) == ("", "A report on a crossing")
    assert found.span is None


def test_a_long_field_shows_the_first_place() -> None:
    words = " ".join(f"word{at}" for at in range(20_000))[:90_000]
    made = search(**changed("parties", description=f"{words} needle {words} needle"))
    found = hit(made, "needle", "group")
    assert marked(found) == ["needle"]
    assert found.more == 1
    assert found.snippet.cut_before
    assert found.snippet.cut_after


def test_more_places_are_counted() -> None:
    made = search(**changed("parties", description="border " * 100))
    found = hit(made, "border", "group")
    assert len(found.snippet.marks) + found.more == 100
    assert hit(made, "border bord", "group").more == found.more
