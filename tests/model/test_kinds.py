import re
from enum import StrEnum

import pytest

from caseviewer.model import kinds

ENUMERATIONS = [
    value
    for value in vars(kinds).values()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
]


def test_there_are_enumerations() -> None:
    assert len(ENUMERATIONS) == 25


@pytest.mark.parametrize("enumeration", ENUMERATIONS)
def test_words_of_the_file_are_lower_case_and_say_what_they_are(
    enumeration: type[StrEnum],
) -> None:
    assert enumeration.__doc__
    for member in enumeration:
        assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", member.value)
        assert str(member) == member.value


def test_the_words_for_names_that_are_kept_back_differ() -> None:
    assert {"anonymous", "unnamed", "unknown", "redacted"} < set(kinds.Identity)
