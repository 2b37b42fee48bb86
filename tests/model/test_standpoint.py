from caseviewer.model.kinds import CountingRule
from caseviewer.model.standpoint import Assumption, Standpoint

CLEAR = Assumption("d-1", rule=CountingRule.CLEAR_DAYS)
SECOND = Assumption("d-1", trigger=1)
OTHER = Assumption("d-2", trigger=0)


def test_nothing_is_assumed_at_first() -> None:
    assert Standpoint().assumption("d-1") is None


def test_each_deadline_has_its_own_assumption() -> None:
    both = Standpoint(as_at=1, today=2).assuming(CLEAR).assuming(OTHER)
    assert both == Standpoint(1, 2, (CLEAR, OTHER))
    assert (both.assumption("d-1"), both.assumption("d-2")) == (CLEAR, OTHER)


def test_an_assumption_takes_the_place_of_the_one_before() -> None:
    assert Standpoint().assuming(CLEAR).assuming(SECOND).assumptions == (SECOND,)


def test_to_assume_nothing_is_to_go_back_to_the_file() -> None:
    assert Standpoint().assuming(CLEAR).assuming(Assumption("d-1")).assumptions == ()
