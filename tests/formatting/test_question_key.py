from caseviewer.formatting.question_key import key_words
from caseviewer.formatting.questions import question
from caseviewer.formatting.review_table import review_table
from caseviewer.formatting.table import Item
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reviewed import Compared, Finding, Rule, Sum, SumKind, Term
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import opened
from tests.formatting.reviews import found
from tests.review.looks import group, party


def told(case: OpenedCase, *items: Item) -> list[str]:
    asked = [(item, question(case, item)) for item in items]
    return key_words(case, asked).split("; ")


def test_an_outsider_is_told_what_the_numbers_are_each_once() -> None:
    case = samples.first()
    rows = review_table(case).rows
    assert told(case, *rows) == [
        "P5: 29 individuals (unnamed)",
        "P6: 28 individuals extradited (unnamed)",
        "S1: UN Rebuke for Kazakstan Over Refugee Return, 26 June 2012",
        "S2: Toirjon Abdussamatov and 28 other complainants v. Kazakhstan, 1 June 2012",
        "X with a number: a difference that the compiler recorded",
        "G with a number: a gap that the compiler recorded",
    ]


def test_a_finding_names_what_it_sets_side_by_side() -> None:
    case = found()
    late, spelling, alone = (row for row in review_table(case).rows if isinstance(row, Finding))
    assert told(case, late) == ["E3: 20 January 2020: In Kazakstan",
                                "S1: A report on a crossing, 20 May 2019"]  # fmt: skip
    assert told(case, spelling) == ["E3: 20 January 2020: In Kazakstan", "P9: Kazakhstan"]
    assert told(case, alone) == ["P8: alone"]


def test_a_passage_is_told_with_its_source() -> None:
    case = found()
    in_words = Finding(Rule.SYMBOL, ("t-words",), (Compared("A/1", "t-words"),))
    assert told(case, in_words) == ["T2: S1, paragraph 2"]
    assert told(case, case.case.passages[1]) == [
        "S1: A report on a crossing, 20 May 2019",
        "T2: S1, paragraph 2",
    ]


def test_numbers_stand_in_their_order() -> None:
    groups = [group("all", 12), *(party(f"n{at}") for at in range(9)), group("some", 11, of="all")]
    case = opened(parties=[*bundle()["parties"], *groups])
    made = Sum(SumKind.GROUPS, "some", 12, (Term(11, "all"),))
    numbers = [words.split(":")[0] for words in told(case, made)]
    assert numbers == ["P6", "P16"]


def test_a_number_in_the_words_of_the_file_is_none_of_ours() -> None:
    gap = bundle()["gaps"][0] | {"missing": "What P1 and S2 mean.", "basis": []}
    case = opened(gaps=[gap])
    assert told(case, case.case.gaps[0]) == ["G with a number: a gap that the compiler recorded"]


def test_of_very_many_some_are_told() -> None:
    case = opened(parties=[party(f"n{at}") for at in range(45)])
    alone = [Finding(Rule.PARTY_ALONE, (one.id,)) for one in case.case.parties]
    assert told(case, *alone)[-2:] == ["P40: n39", "and 5 more"]


def test_where_nothing_is_named_nothing_is_told() -> None:
    case = found()
    (problem,) = case.problems
    assert told(case, problem) == [""]
    assert told(case, Finding(Rule.PARTY_ALONE, ("gone",))) == [""]
