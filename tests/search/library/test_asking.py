"""A search across cases finds the best first, counts what it can, and says what it could not do."""

from pathlib import Path

import pytest

from caseviewer.search.library import asking
from caseviewer.search.library.library import Library
from caseviewer.search.library.values import Chosen, Facet, Reach
from tests.builders import TEXT, Bundle, bundle
from tests.search.library.kit import go_on, library_of, no_progress, write_case
from tests.search.library.test_library_finds_the_same import searching


def about(title: str, times: int, word: str = "vicuna") -> Bundle:
    """A case that holds a word so many times, each in a record of its own."""
    gaps = [{"id": f"g{at}", "missing": f"A {word} is missing."} for at in range(times)]
    return bundle(title=title, gaps=gaps)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return library_of(tmp_path, about("None", 0), about("Some", 3), about("Most", 20))


def test_the_best_case_comes_first(library: Library) -> None:
    answer = library.search("vicuna")
    assert [(case.case.title, case.count) for case in answer.cases] == [("Most", 20), ("Some", 3)]
    assert (answer.records, answer.in_cases, answer.more) == (23, 2, False)


def test_of_a_case_some_hits_are_shown_with_those_of_others(library: Library) -> None:
    most, some = library.search("vicuna").cases
    assert (len(most.hits), len(some.hits)) == (10, 3)
    assert most.names["g0"].number == "G1"


def test_only_so_many_hits_are_made(library: Library) -> None:
    answer = library.search("vicuna", most=4)
    assert [len(case.hits) for case in answer.cases] == [4]
    assert answer.more
    assert answer.records == 23


def test_one_case_alone_is_asked_for_all_of_its_hits(library: Library) -> None:
    (key,) = (row.key for row in library.cases() if row.title == "Most")
    (case,) = library.hits_in("vicuna", key).cases
    assert len(case.hits) == 20
    assert library.hits_in("vicuna", 10**9).cases == ()


def test_several_words_are_found_in_one_record(library: Library, tmp_path: Path) -> None:
    apart = bundle(title="Apart", gaps=[{"id": "g", "missing": "A vicuna."},
                                        {"id": "h", "missing": "An okapi."}])  # fmt: skip
    write_case(tmp_path / "cases" / "apart", apart)
    write_case(tmp_path / "cases" / "both", about("Both", 2, "vicuna and an okapi"))
    library.refresh(no_progress, go_on)
    answer = library.search("vicuna okapi")
    assert [case.case.title for case in answer.cases] == ["Both"]
    assert (answer.records, answer.in_cases) == (2, 1)


def test_cases_can_be_chosen(library: Library) -> None:
    answer = library.search("vicuna", Chosen(text="some"))
    assert [case.case.title for case in answer.cases] == ["Some"]
    assert (answer.records, answer.in_cases) == (3, 1)
    nobody = Chosen({Facet.STATE: frozenset({"Nowhere"})})
    assert library.search("vicuna", nobody).cases == ()


def test_what_is_in_very_many_cases_is_not_counted(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "_FEW", 1)
    answer = library.search("vicuna")
    assert (answer.records, answer.in_cases, len(answer.cases)) == (None, 2, 2)
    answer = library.search("vicuna", most=1)
    assert (answer.in_cases, answer.more, [case.case.title for case in answer.cases]) == (
        2, True, ["Most"],
    )  # fmt: skip
    monkeypatch.setattr(asking, "_FEW", 0)
    answer = library.search("vicuna", Chosen(text="some"))
    assert (answer.records, answer.in_cases, answer.more) == (None, 1, False)


def test_words_of_more_than_half_of_the_cases_rank_them_by_their_hits(tmp_path: Path) -> None:
    few, many = about("Few", 2, "vicuna and an okapi"), about("Many", 5, "vicuna and an okapi")
    library = library_of(tmp_path, few, many, about("None", 0))
    answer = library.search("vicuna okapi")
    assert [(case.case.title, case.count) for case in answer.cases] == [("Many", 5), ("Few", 2)]


def test_what_is_only_known_when_it_is_looked_at_is_not_counted(library: Library) -> None:
    for typed in ("vicuna -crossing", "kind:event before:2020"):
        answer = library.search(typed)
        assert (answer.records, answer.in_cases) == (None, None)
        assert answer.cases


def test_cases_that_turn_out_to_hold_nothing_are_left_out(library: Library) -> None:
    assert library.search("kind:event before:2019-05-02").cases == ()
    assert library.search('"a vicuna" -missing').cases == ()


def test_conditions_alone_put_the_case_with_most_hits_first(library: Library) -> None:
    answer = library.search("kind:gap")
    assert [(case.case.title, case.count) for case in answer.cases] == [("Most", 20), ("Some", 3)]
    assert (answer.records, answer.in_cases) == (23, 2)


def test_documents_that_are_not_here_are_not_counted(tmp_path: Path) -> None:
    library = library_of(tmp_path, bundle(), bundle(), document=TEXT)
    for typed in ("kind:document", "party:committee", "-kind:event", "source:crossing"):
        answer = library.search(typed, most=1_000)
        assert answer.records == sum(case.count for case in answer.cases), typed
        assert answer.in_cases == len(answer.cases), typed
    assert library.search("kind:document").in_cases == 1


def test_what_cannot_be_understood_is_told(library: Library) -> None:
    answer = library.search("party:")
    assert "party: lacks a name" in answer.faults[0]
    assert library.search("").faults == ()
    nobody = library.search("vicuna party:nobody")
    assert (nobody.cases, nobody.records) == ((), 0)
    assert "No party of any case" in nobody.faults[0]


def test_a_name_of_more_forms_than_are_looked_for_is_told(tmp_path: Path) -> None:
    many = bundle()
    many["parties"][1]["variants"] = [{"text": f"Wanderer {at}"} for at in range(500)]
    library = library_of(tmp_path, many)
    (fault,) = library.search("One woman").faults
    assert fault in searching(tmp_path / "cases" / "000" / "case.json").find("One woman").faults


def test_cases_that_are_not_here_are_told(library: Library, tmp_path: Path) -> None:
    (tmp_path / "cases" / "000" / "case.json").write_text("{")
    library.refresh(no_progress, go_on)
    assert library.search("vicuna").told == ("1 case cannot be opened, and is not searched.",)
    (tmp_path / "cases").rename(tmp_path / "elsewhere")
    library.refresh(no_progress, go_on)
    answer = library.search("vicuna")
    assert len(answer.cases) == 2, "what the files said last can still be found"
    assert {case.case.reach for case in answer.cases} == {Reach.AWAY}
    assert "not reachable: what their files said last is searched" in answer.told[0]


def test_that_no_record_is_looked_for_by_its_number_is_told(library: Library) -> None:
    words = "Each case has numbers of its own: {} is looked for as a word alone."
    assert library.search("G1").told[0] == words.format("G1")
    assert library.search("vicuna e7 P2").told[0] == words.format("e7, P2")
    assert "numbers" not in " ".join(library.search('"G1" vicuna -g1 G1b').told)


def test_where_nothing_is_found_it_is_told_what_was_searched(tmp_path: Path) -> None:
    library = library_of(tmp_path, bundle(), bundle(), document=TEXT)
    assert library.search("crossing").told == ()
    answer = library.search("xylophone")
    assert answer.told == (
        "Searched: 2 cases, 1 document.",
        "Not searched: 1 document that is not here (of 1 case).",
    )
    assert library.search("xylophone -kind:event", Chosen(text="nowhere")).told == (
        "No case was searched.",
    )
    assert library.search("croxsing").told == (), "what is spelt almost like it was found"
