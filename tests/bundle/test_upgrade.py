import pytest

from caseviewer.bundle.upgrade import STEPS, JsonObject, Step, upgrade
from caseviewer.model.case import FORMAT_VERSION


def named(name: str) -> Step:
    """A step to 1.0 that renames a list."""

    def change(bundle: JsonObject) -> JsonObject:
        return {name if key == "people" else key: value for key, value in bundle.items()}

    return Step((1, 0), change)


STEPS_OF_THREE = {
    (0, 7): Step((0, 8), lambda bundle: bundle | {"walked": [7]}),
    (0, 8): Step((0, 9), lambda bundle: bundle | {"walked": [*bundle["walked"], 8]}),  # type: ignore[misc]
    (0, 9): named("parties"),
}


def test_every_step_is_taken_in_order() -> None:
    before: JsonObject = {"people": [1]}
    after, version = upgrade(before, (0, 7), STEPS_OF_THREE)
    assert after == {"parties": [1], "walked": [7, 8]}
    assert version == (1, 0)
    assert before == {"people": [1]}


@pytest.mark.parametrize("version", [(0, 1), (1, 0), (1, 3), (2, 0)])
def test_without_a_step_nothing_happens(version: tuple[int, int]) -> None:
    bundle: JsonObject = {"people": []}
    assert upgrade(bundle, version, STEPS_OF_THREE) == (bundle, version)


@pytest.mark.parametrize("to", [(1, 0), (0, 9)])
def test_a_step_leads_on(to: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="leads back"):
        upgrade({}, (1, 0), {(1, 0): Step(to, lambda bundle: bundle)})


def test_the_steps_of_this_program_end_at_its_version() -> None:
    assert all(upgrade({}, version)[1] == FORMAT_VERSION for version in STEPS)
