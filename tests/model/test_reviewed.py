import pytest

from caseviewer.model.reviewed import Compared, Finding, Reviewed, Rule, Sum, SumKind, Term


@pytest.mark.parametrize(
    ("kind", "values", "recorded", "rest", "news"),
    [
        (SumKind.GROUPS, (28,), (), 1, True),
        (SumKind.GROUPS, (28,), ("x",), 1, False),
        (SumKind.GROUPS, (29,), (), 0, False),
        (SumKind.GROUPS, (30,), (), -1, False),
        (SumKind.PARTS, (27, 1), (), 1, False),
    ],
)
def test_a_sum_is_news_where_it_leaves_something_open(
    kind: SumKind, values: tuple[int, ...], recorded: tuple[str, ...], rest: int, news: bool
) -> None:
    made = Sum(kind, "whole", 29, tuple(Term(value) for value in values), recorded)
    assert (made.rest, made.is_news) == (rest, news)
    assert made.records == ("whole",)


def test_what_was_found_is_counted_by_rule_and_in_all() -> None:
    found = Reviewed(
        findings=(Finding(Rule.SYMBOL, ("a",)), Finding(Rule.STEPS, ("b",))),
        sums=(Sum(SumKind.GROUPS, "w", 3, (Term(2, "v"),)),),
        unlisted=((Rule.SYMBOL, 4),),
        recorded=((Rule.STEPS, 2),),
    )
    assert (found.count(Rule.SYMBOL), found.count(Rule.STEPS), found.news) == (5, 1, 7)
    assert found.recorded_counts()[Rule.STEPS] == 2
    assert found.recorded_counts()[Rule.SYMBOL] == 0
    assert found.sums[0].records == ("w", "v")


def test_what_rests_on_a_hidden_record_goes_with_it() -> None:
    value = Compared("24", "e", asserted_by=("p",), passages=("t",))
    found = Reviewed(
        findings=(Finding(Rule.SYMBOL, ("a", "b"), (value,), ("x",)), Finding(Rule.STEPS, ("c",))),
        sums=(Sum(SumKind.GROUPS, "w", 3, (Term(2, "v"),), ("x",)),),
        unlisted=((Rule.SYMBOL, 4),),
        unlisted_sums=2,
        recorded=((Rule.STEPS, 2),),
    )
    assert found.without(frozenset()) is found
    assert not found.partial
    assert found.without({"other"}) == Reviewed(found.findings, found.sums, partial=True)
    for hidden in ("a", "b", "e", "p", "t"):
        assert found.without({hidden}).findings == found.findings[1:]
    assert found.without({"v"}).sums == found.without({"w"}).sums == ()
    seen = found.without({"x"})
    assert [one.recorded for one in seen.findings] == [(), ()]
    assert seen.sums[0].is_news
