import gc
from collections.abc import Iterator

import pytest

from caseviewer.bundle.quiet import collector_off


@pytest.fixture(autouse=True)
def collector_as_it_was() -> Iterator[None]:
    was_on = gc.isenabled()
    yield
    gc.unfreeze()
    gc.enable() if was_on else gc.disable()


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_left_as_it_was_found(was_on: bool) -> None:
    gc.enable() if was_on else gc.disable()
    with collector_off():
        assert not gc.isenabled()
    assert gc.isenabled() is was_on


def test_also_after_an_error() -> None:
    gc.enable()
    with pytest.raises(KeyError), collector_off():
        raise KeyError
    assert gc.isenabled()


@pytest.mark.parametrize("freeze", [True, False])
def test_only_who_asks_has_the_heap_frozen(freeze: bool) -> None:
    gc.unfreeze()
    with collector_off(freeze=freeze):
        pass
    assert bool(gc.get_freeze_count()) is freeze
