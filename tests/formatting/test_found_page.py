from dataclasses import replace

from caseviewer.formatting.found_page import found_page, looked_page, sum_page
from caseviewer.formatting.found_rows import Rules, found_at
from caseviewer.formatting.found_words import SENTENCES, looked_words
from caseviewer.formatting.page import Tab, Target
from caseviewer.formatting.pages import page_for, row_of, tab_of
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
        ("Source dated", "20 May 2019, updated 21 May 2019 | 20 May 2019, updated 21 May 2019"),
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


def test_every_rule_is_told_on_a_line_that_leads_to_it() -> None:
    case = replace(samples.first(), reviewed=Reviewed(
        unlisted=((Rule.SYMBOL, 1_000), (Rule.STEPS, 1)),
        recorded=((Rule.SPELLING, 1), (Rule.STEPS, 2))))  # fmt: skip
    page = page_for(case, Target("found:rules"))
    assert head(page) == ("What the program looks for", "found by the program")
    assert headings(page) == ["Found", "Nothing found", "Sums"]
    assert under(page, "Found") == [
        "Steps of a quotation in the wrong order: 1 found, 2 that the compiler recorded as well",
        "Another spelling than the preferred name: 1 that the compiler recorded as well",
        "Symbols that differ in one part: 1,000 found",
    ]
    quiet = under(page, "Nothing found")
    assert len(quiet) == len(Rule) - 3
    assert quiet[0] == "May be one event, dated differently"
    assert len(list(page.links())) == len(Rule) + len(SumKind)
    assert all(len(block.text) < 130 for block in page.blocks[3:])


def test_before_the_program_has_looked_every_rule_is_looked_for() -> None:
    page = found_page(opened(), Rules())
    assert headings(page) == ["Looked for", "Sums"]
    assert len(under(page, "Looked for")) == len(Rule)


def test_a_rule_is_told_in_full_on_its_own_page() -> None:
    case = replace(opened(), reviewed=Reviewed(unlisted=((Rule.STEPS, 1),)))
    for target in page_for(case, Target("found:rules")).links():
        page = page_for(case, target)
        assert head(page)[1] == "looked for by the program"
        assert tab_of(case, target) is Tab.REVIEW
        assert row_of(case, target) == "found:rules"
    texts = [block.text for block in page_for(case, Target("found:rules:steps")).blocks]
    assert texts[2:4] == [SENTENCES[Rule.STEPS], "1 found"]
    texts = [block.text for block in page_for(case, Target("found:rules:symbol")).blocks]
    assert texts[3] == "nothing found"
    texts = [block.text for block in page_for(opened(), Target("found:rules:symbol")).blocks]
    assert "nothing found" not in texts


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
    page = looked_page(seen)
    assert headings(page) == ["Found", "Looked for", "Sums"]
    assert under(page, "Found") == ["Steps of a quotation in the wrong order: 1 found at least"]
    assert len(under(page, "Looked for")) == len(Rule) - 1
    of_rule = page_for(seen, Target("found:rules:symbol"))
    assert not [block for block in of_rule.blocks if "found" in block.text.removeprefix("looked")]
    assert "could find more" in looked_words(seen)
    nothing = replace(whole, reviewed=whole.reviewed.without({"crossing"}))
    assert "found nothing" not in looked_words(nothing)
    assert "could find more" in looked_words(nothing)


def test_only_what_is_there_can_be_named() -> None:
    case = found()
    assert found_at(case, "found:rules") == Rules()
    assert found_at(case, "sum:1") is not None
    for name in ("found:3", "sum:2", "sum:x", "sum:", "found", "group", "found:rules:x"):
        assert found_at(case, name) is None
    assert found_at(opened(), "found:0") is None
    assert page_for(opened(), Target("found:0")).blocks[0].text == "Not in this file"
