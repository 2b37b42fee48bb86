import pytest

from caseviewer.model.reviewed import SumKind
from caseviewer.review.sums import sums
from tests.review.looks import difference, gap, group, look, party

PARTS = [{"value": 27}, {"value": 2}]


@pytest.mark.parametrize(
    ("parties", "found"),
    [
        ([group("a", 29, parts=PARTS)], [("parts", 29, 29, 0)]),
        ([group("a", 30, parts=PARTS)], [("parts", 30, 29, 1)]),
        ([group("a", 29, parts=PARTS, qualifier="about")], []),
        ([group("a", 29), group("b", 28, of="a")], [("groups", 29, 28, 1)]),
        ([group("a", 29), group("b", 28, of="a", qualifier="at_least")], []),
        ([group("a", 29, qualifier="about"), group("b", 28, of="a")], []),
        # Two among 28: the file does not set out to tell of all.
        ([group("a", 28), group("b", 2, of="a")], []),
        ([group("a", 4), group("b", 2, of="a")], []),
        ([group("a", 4), group("b", 2, of="a"), group("c", 1, of="a")], [("groups", 4, 3, 1)]),
        ([group("a", 4), group("b", 4, of="a")], [("groups", 4, 4, 0)]),
        # Two persons are the two of the group.
        (
            [group("a", 2), party("b", subset_of={"of": "a", "footing": "stated"}),
             group("c", 1, of="a")],
            [("groups", 2, 2, 0)],
        ),
        # One of them is not counted: nothing can be said.
        ([group("a", 4), group("b", 3, of="a"),
          party("c", kind="group", subset_of={"of": "a", "footing": "stated"})], []),
        # Groups that overlap are no fault; one that is too large is.
        ([group("a", 4), group("b", 3, of="a"), group("c", 3, of="a")], []),
        ([group("a", 4), group("b", 5, of="a"), group("c", 1, of="a")], [("groups", 4, 5, -1)]),
        ([party("a"), party("b")], []),
    ],
)  # fmt: skip
def test_counts_are_added_up(parties: list[object], found: list[tuple[str, int, int, int]]) -> None:
    made = list(sums(look(parties=parties)))
    assert [(one.kind.value, one.value, one.total, one.rest) for one in made] == found


@pytest.mark.parametrize(
    ("differences", "gaps", "recorded"),
    [
        ([], [], ()),
        ([difference("unexplained_difference", ["a", "b"])], [], ("x",)),
        ([difference("spelling", ["a", "b"])], [], ()),
        ([difference("unexplained_difference", ["a"])], [], ()),
        ([], [gap(["b", "a"])], ("g",)),
        ([], [gap(["a"])], ()),
    ],
)
def test_what_is_left_may_be_recorded(
    differences: list[object], gaps: list[object], recorded: tuple[str, ...]
) -> None:
    parties = [group("a", 29), group("b", 28, of="a")]
    (found,) = sums(look(parties=parties, differences=differences, gaps=gaps))
    assert found.kind is SumKind.GROUPS
    assert found.records == ("a", "b")
    assert found.recorded == recorded
    assert found.is_news is not bool(recorded)


def test_what_comes_out_is_recorded_by_nobody() -> None:
    parties = [group("a", 29), group("b", 29, of="a")]
    told = difference("unexplained_difference", ["a", "b"])
    (found,) = sums(look(parties=parties, differences=[told]))
    assert found.recorded == ()
    assert not found.is_news
