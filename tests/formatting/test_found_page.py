from dataclasses import replace

from caseviewer.formatting.found_page import found_page, looked_page, sum_page
from caseviewer.formatting.found_rows import Rules, found_at
from caseviewer.formatting.found_words import looked_words
from caseviewer.formatting.page import Target
from caseviewer.formatting.pages import page_for
from caseviewer.model.reviewed import Finding, Reviewed, Rule, Sum, SumKind, Term
from tests.formatting import samples
from tests.formatting.making import blocks_under, head, headings, opened, under
from tests.formatting.reviews import found


def test_a_finding_sets_the_facts_side_by_side_and_picks_none() -> None:
    case = found()
    page = page_for(case, Target("found:0"))
    assert head(page) == ("Told before it happened", "found by the program")
    assert headings(page) == ["Side by side", "The rule", "Concerns"]
    where = "T1 S1, paragraph 1 (counted): “The guards took 12 people back” · not checked"
    assert [(row.label, row.text) for row in blocks_under(page, "Side by side")] == [
        ("Value", "20 January 2020 | 20 May 2019"),
        ("Who says so", "P5 The Border Press; P2 One woman (anonymous) | P5 The Border Press"),
        ("Source dated", "20 May 2019 | 20 May 2019"),
        ("Where", f"{where} | S1 A report on a crossing"),
        ("Note", "E3 20 January 2020: In Kazakstan | –"),
        (
            "",
            (
                "The program sets these facts beside each other. It does not say which of them is"
                " right, nor that any of them is wrong."
            ),
        ),
    ]
    assert under(page, "Concerns") == ["E3 20 January 2020: In Kazakstan",
                                       "S1 A report on a crossing"]  # fmt: skip


def test_what_has_no_facts_to_compare_has_the_rule_and_the_record() -> None:
    case = found()
    page = page_for(case, Target("found:2"))
    assert headings(page) == ["The rule", "Concerns"]
    assert under(page, "Concerns") == ["P8 alone"]


def test_a_sum_tells_its_terms_and_who_recorded_what_is_left() -> None:
    case = samples.first()
    page = page_for(case, Target("sum:0"))
    assert head(page) == ("29 − 28 = 1 not accounted for", "sum checked by the program")
    assert under(page, "Whole") == ["P5 29 individuals (unnamed): 29"]
    assert under(page, "Groups within it") == ["P6 28 individuals extradited (unnamed): 28"]
    assert [words[:2] for words in under(page, "Recorded by the compiler")] == ["X1", "G1"]
    parts = page_for(case, Target("sum:1"))
    assert under(parts, "Parts") == ["27", "2"]
    assert "Recorded by the compiler" not in headings(parts)


def test_of_very_many_terms_some_are_counted() -> None:
    many = Sum(SumKind.PARTS, "group", 20, tuple(Term(1) for _ in range(20)))
    assert under(sum_page(opened(), many), "Parts")[-1] == "and 8 more"


def test_every_rule_is_told_with_what_came_of_it() -> None:
    case = replace(samples.first(), reviewed=Reviewed(
        unlisted=((Rule.SYMBOL, 1_000),), recorded=((Rule.SPELLING, 1),)))  # fmt: skip
    page = page_for(case, Target("found:rules"))
    assert head(page) == ("What the program looks for", "found by the program")
    assert len(headings(page)) == len(Rule) + 1
    assert under(page, "Symbols that differ in one part")[0] == "found: 1,000"
    assert under(page, "Another spelling than the preferred name")[0] == (
        "found: 0; also recorded by the compiler: 1"
    )
    unseen = found_page(opened(), Rules())
    assert len(under(unseen, "Symbols that differ in one part")) == 1


def test_on_a_day_no_rule_is_said_to_have_found_so_much_and_no_more() -> None:
    """What is only counted, or also recorded, cannot be told apart by the day."""
    whole = replace(
        opened(),
        reviewed=Reviewed(
            (Finding(Rule.STEPS, ("crossing",)),),
            unlisted=((Rule.STEPS, 10),),
            recorded=((Rule.SYMBOL, 2),),
        ),
    )
    assert whole.reviewed is not None
    seen = replace(whole, reviewed=whole.reviewed.without({"elsewhere"}))
    told = [block.text for block in looked_page(seen).blocks]
    assert "found: 1 at least" in told
    assert told.count("found: 0 at least") == len(Rule) - 1
    assert not [words for words in told if "recorded by the compiler" in words]
    assert "could find more" in looked_words(seen)
    nothing = replace(whole, reviewed=whole.reviewed.without({"crossing"}))
    assert "found nothing" not in looked_words(nothing)
    assert "could find more" in looked_words(nothing)


def test_only_what_is_there_can_be_named() -> None:
    case = found()
    assert found_at(case, "found:rules") == Rules()
    assert found_at(case, "sum:1") is not None
    for name in ("found:3", "sum:2", "sum:x", "sum:", "found", "group"):
        assert found_at(case, name) is None
    assert found_at(opened(), "found:0") is None
    assert page_for(opened(), Target("found:0")).blocks[0].text == "Not in this file"
