"""Groups of alternatives, one of which has to occur."""

from caseviewer.search.hits import Because, Reason
from caseviewer.search.wanted import Alternative, Group, Wanted

REASON = Reason(Because.WORDS, "x", "x")
GROUP = Group("x", (Alternative((" a ", " b"), REASON), Alternative((" c ",), REASON)))
WITHOUT = Group("y", (Alternative((" d",), REASON),), without=True)


def test_groups_are_told_apart() -> None:
    wanted = Wanted((GROUP, WITHOUT))
    assert wanted.positive == (GROUP,)
    assert wanted.negative == (WITHOUT,)
    assert list(wanted.needles()) == [" a ", " b", " c "]
