import pytest

from caseviewer.search.case_search import CaseSearch
from caseviewer.search.hits import Found, Hit, Searched, Snippet
from caseviewer.search.query import parse
from caseviewer.search.shown_hits import HitLine, hit_line, marks_of, told_words, whole_words
from tests.search.finding import report, search, whole_sample


def lines(made: CaseSearch, typed: str) -> list[HitLine]:
    found = made.find(typed)
    return [hit_line(made.opened, found, made.hit(found, at)) for at in range(len(found))]


def line(made: CaseSearch, typed: str, number: str) -> HitLine:
    return next(one for one in lines(made, typed) if one.number == number)


def marked(snippet: Snippet | None) -> list[str]:
    assert snippet is not None
    return [words for words, is_marked in snippet.pieces() if is_marked]


def test_a_title_that_has_the_words_tells_them_alone() -> None:
    found = line(whole_sample(0), "kazakhstan", "P2")
    assert (found.title.text, found.words, found.where) == ("Kazakhstan", None, "name")
    assert found.found == "Kazakhstan"
    assert found.place == "P2, name"
    assert found.sentence == "P2, Kazakhstan, name. 4 more places in it"


def test_words_of_another_field_stand_beneath_the_title() -> None:
    found = line(whole_sample(0), "kazakhstan", "P5")
    assert found.title == Snippet("29 individuals (unnamed)")
    assert marked(found.words) == ["Kazakhstan"]
    assert found.sentence.startswith("P5, 29 individuals (unnamed), description: Asylum-seekers")


def test_a_title_that_holds_a_part_of_the_words_does_not_stand_for_them() -> None:
    made = search()
    found = made.find("one")
    cut = Snippet("One wom", ((0, 3),), cut_after=True)
    hit = Hit(made.hit(found, 0).tab, "woman", None, "name", cut)
    assert hit_line(made.opened, found, hit).words == cut


def test_a_hit_that_is_no_plain_one_says_why() -> None:
    found = line(whole_sample(0), "kazakhstan", "P17")
    assert found.notes.startswith("matched Kazakstan: the publisher's spelling of Kazakhstan")
    assert found.sentence.endswith(found.notes)


def test_a_document_is_told_by_its_source_and_the_place_in_it() -> None:
    made = search(report())
    found = next(one for one in lines(made, "spokesman") if one.in_document)
    assert found.place == f"{found.number} {found.where}"
    assert marked(found.words) == ["spokesman"]


def test_what_the_file_says_of_itself_has_no_number() -> None:
    (found,) = [one for one in lines(search(), "invented") if not one.number]
    assert found.title.text == "A crossing on 3 May 2019"
    assert found.place == found.where
    assert found.sentence.startswith("A crossing on 3 May 2019, summary: An invented case")


@pytest.mark.parametrize(
    ("more", "notes"),
    [(0, ""), (1, "1 more place in it"), (1_200, "1,200 more places in it")],
)
def test_further_places_are_counted(more: int, notes: str) -> None:
    made = search()
    found = made.find("woman")
    hit = Hit(made.hit(found, 0).tab, "woman", None, "name", Snippet("One woman"), (), more)
    assert hit_line(made.opened, found, hit).notes == notes


def test_a_query_without_words_marks_nothing() -> None:
    made = search()
    found = made.find("kind:party")
    assert marks_of(found, "One woman") == []
    first = hit_line(made.opened, found, made.hit(found, 0))
    assert first.found == ""
    nothing = Found(parse(""), (), {}, Searched({}))
    assert marks_of(nothing, "One woman") == ()


def test_the_place_among_the_hits_is_told() -> None:
    made = whole_sample(0)
    assert told_words(line(made, "kazakhstan", "P2"), 2, 1_037) == (
        "3 of 1,037 · Kazakhstan, in P2, name"
    )
    turned = told_words(line(made, "kazakhstan", "P2"), 0, 2, again="from the beginning again")
    assert turned == "1 of 2 · Kazakhstan, in P2, name · from the beginning again"
    plain = HitLine("", Snippet(""), "", None, "")
    assert told_words(plain, 0, 1) == "1 of 1"
    unmarked = HitLine("P2", Snippet("Kazakhstan"), "", None, "")
    assert told_words(unmarked, 0, 1) == "1 of 1 · P2"
    nowhere = HitLine("", Snippet("Kazakhstan", ((0, 10),)), "", None, "")
    assert told_words(nowhere, 0, 1) == "1 of 1 · Kazakhstan"


def test_words_that_go_on_end_in_dots() -> None:
    assert whole_words(Snippet("a b", (), cut_before=True)) == "…a b"
    assert whole_words(Snippet("a b", (), cut_after=True)) == "a b…"


def test_words_that_stand_apart_in_a_document_are_said_to() -> None:
    found = next(one for one in lines(search(report()), "guards spokesman") if one.in_document)
    assert "the words stand apart in this document" in found.notes
