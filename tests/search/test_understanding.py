"""From queries to what is looked for."""

import pytest

from caseviewer.search.case_search import CaseSearch
from caseviewer.search.hits import Because
from caseviewer.search.query import parse
from caseviewer.search.slices import at_once
from caseviewer.search.understanding import Understanding, corrected
from caseviewer.search.vocabulary import Vocabulary
from caseviewer.search.wanted import Wanted
from tests.formatting.making import opened
from tests.search.finding import persons

PARTIES = persons(
    "Kazakhstan",
    "Committee against Torture",
    variants=[
        {"text": "Kazakstan", "note": "the publisher's spelling, throughout the report"},
        {"text": "Қазақстан", "language": "kk"},
        {"text": "RK", "note": "abbreviation"},
        {"text": "К."},
    ],
)
PARTIES[1]["variants"] = [{"text": "CAT"}]
CASE = opened(parties=PARTIES)


def wanted(typed: str, *words: str) -> Wanted:
    vocabularies = [Vocabulary(words)] if words else []
    return at_once(Understanding(CASE).wanted(parse(typed), vocabularies))


def needles(typed: str, *words: str) -> list[list[tuple[str, ...]]]:
    groups = wanted(typed, *words).groups
    return [[one.needles for one in group.alternatives] for group in groups]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kazakhstan", [[(" kazakhstan",), (" kazakstan",), (" қазақстан",), (" rk ",)]]),
        ("kazakh", [[(" kazakh",), (" kazakstan",), (" қазақстан",), (" rk ",)]]),
        ("kaza", [[(" kaza",), (" қазақстан",), (" rk ",)]]),
        ("kaz", [[(" kaz",)]]),
        ("rk", [[(" rk",), (" kazakhstan",), (" kazakstan",), (" қазақстан",)]]),
        ("ҚАЗАҚ", [[(" қазақ",), (" kazakhstan",), (" kazakstan",), (" rk ",)]]),
        ('"kazakhstan"', [[(" kazakhstan ",)]]),
        ("cat", [[(" cat",), (" committee against torture",)]]),
        ("committee against torture",
         [[(" committee", " against", " torture"), (" cat ",)]]),
        ("the committee against torture said",
         [[(" the",)], [(" committee", " against", " torture"), (" cat ",)], [(" said",)]]),
        ("committee torture", [[(" committee",)], [(" torture",)]]),
        ("committee against kazakstan",
         [[(" committee",)], [(" against",)],
          [(" kazakstan",), (" kazakhstan",), (" қазақстан",), (" rk ",)]]),
        ('committee "against" torture', [[(" committee",)], [(" against ",)], [(" torture",)]]),
        ("committee -against torture", [[(" committee",)], [(" against",)], [(" torture",)]]),
        ("committee-against-torture", [[(" committee against torture",), (" cat ",)]]),
    ],
)  # fmt: skip
def test_forms_of_names_are_alternatives(typed: str, found: list[list[tuple[str, ...]]]) -> None:
    assert needles(typed) == found


def test_what_is_left_out_is_left_out_in_every_form() -> None:
    (group,) = wanted("-kazakhstan").groups
    assert group.without
    assert [one.needles for one in group.alternatives][1] == (" kazakstan",)
    words = [one.typed for one in wanted("-committee -against -torture").groups]
    assert words == ["committee", "against", "torture"]


def test_reasons_tell_which_form_the_case_speaks_of() -> None:
    (group,) = wanted("kazakhstan").groups
    spelling, language = group.alternatives[1].reason, group.alternatives[2].reason
    assert (spelling.because, spelling.typed, spelling.note) == (
        Because.VARIANT,
        "Kazakhstan",
        "the publisher's spelling, throughout the report",
    )
    assert (language.language, language.turned) == ("kk", False)
    (group,) = wanted("kazakstan").groups
    name = group.alternatives[1].reason
    assert (name.typed, name.turned) == ("Kazakstan", True)


def test_of_very_many_forms_the_first_are_looked_for() -> None:
    variants = [{"text": f"f{at}"} for at in range(1_000)]
    case = opened(parties=persons("Kazakhstan", variants=variants))
    made = at_once(Understanding(case).wanted(parse("kazakhstan"), []))
    (group,) = made.groups
    assert [one.needles[0] for one in group.alternatives] == [" kazakhstan"] + [
        f" f{at} " for at in range(100)
    ]
    assert made.faults == (
        "“kazakhstan” has more than 100 other forms: only the first 100 are looked for.",
    )
    assert CaseSearch(case).find("kazakhstan").faults == made.faults
    assert wanted("kazakhstan").faults == ()


def test_words_of_other_scripts_are_alternatives() -> None:
    found = needles("zhovtis said", "жовтис", "жовтиса", "said", "саид")
    assert found == [
        [(" zhovtis",), (" жовтис ",), (" жовтиса ",)],
        [(" said",), (" саид ",)],
    ]
    assert needles("жовтис", "zhovtis") == [[(" жовтис",), (" zhovtis ",)]]
    assert needles('"zhovtis"', "жовтис") == [[(" zhovtis ",)]]
    assert needles("-zhovtis", "жовтис") == [[(" zhovtis",)]]  # a guess leaves nothing out
    assert needles("zhovtis-said", "жовтис") == [[(" zhovtis said",)]]
    assert len(needles("zhovtis", *(f"жовтис{chr(1072 + at)}" for at in range(32)))[0]) == 13


def test_a_form_that_is_known_is_no_guess() -> None:
    found = needles("kazakstan", "қазақстан", "қазақстанда")
    assert found == [[(" kazakstan",), (" kazakhstan",), (" қазақстан",), (" rk ",)]]


def test_short_numbers_are_known() -> None:
    assert [group.record for group in wanted("P2 p2, E1 Z1 P99 P2-x").groups] == [
        "p2", "p2", "crossing", None, None, None,
    ]  # fmt: skip
    assert wanted('"P2"').groups[0].record is None


def test_near_words_stand_for_those_that_are_nowhere() -> None:
    known = [Vocabulary(["kazakstan", "state", "mother"]), Vocabulary(["kazakstap"])]
    query = parse('kazakstn state -kazakstn "kazakstn"')
    found = corrected(query, wanted('kazakstn state -kazakstn "kazakstn"'), known)
    assert found is not None
    assert [(one.typed, one.words) for one in found.near] == [("kazakstn", ("kazakstan",))]
    assert [[one.needles for one in group.alternatives] for group in found.wanted.groups] == [
        [(" kazakstan ",)],
        [(" state",)],
        [(" kazakstn",)],
        [(" kazakstan ",)],
    ]


def test_words_that_occur_have_no_near_ones() -> None:
    known = [Vocabulary(["kazakstan", "state"])]
    for typed in ("kaz", "state", '"kazakstn"', "xyz", "state-kazakstn"):
        assert corrected(parse(typed), wanted(typed), known) is None


def test_the_nearest_are_taken_and_few_of_them() -> None:
    known = [Vocabulary([f"kazakst{sign}n" for sign in "abcdef"])]
    found = corrected(parse("kazakstn"), wanted("kazakstn"), known)
    assert found is not None
    assert found.near[0].words == ("kazakstan", "kazakstbn", "kazakstcn")


def test_few_words_are_corrected() -> None:
    typed = " ".join(f"mothex{sign}" for sign in "abcdefgh")
    found = corrected(parse(typed), wanted(typed), [Vocabulary(["mother"])])
    assert found is not None
    assert len(found.near) == 5
