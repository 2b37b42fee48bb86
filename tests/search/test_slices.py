from caseviewer.search.slices import Slices, at_once, in_turn


def counted(done: list[int]) -> Slices[str]:
    for step in range(3):
        done.append(step)
        yield
    return "the result"


def test_all_slices_are_done_at_once() -> None:
    done: list[int] = []
    assert at_once(counted(done)) == "the result"
    assert done == [0, 1, 2]


def test_others_are_asked_before_each_slice() -> None:
    done: list[int] = []
    asked: list[int] = []

    def go_on() -> bool:
        asked.append(len(done))
        return True

    assert in_turn(counted(done), go_on) == "the result"
    assert asked == [0, 1, 2, 3]


def test_work_that_is_given_up_ends_before_the_next_slice() -> None:
    done: list[int] = []
    work = counted(done)
    assert in_turn(work, lambda: len(done) < 2) is None
    assert done == [0, 1]
    assert list(work) == []
