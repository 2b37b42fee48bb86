"""On which side a party stands, and in which order parties are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from caseviewer.model.kinds import Role
from caseviewer.model.parties import Party
from caseviewer.model.sides import SIDES, Side, party_key, side_of

ROLES = st.lists(st.sampled_from(Role), max_size=5)


def party(*roles: str, number: int | None = None) -> Party:
    return TypeAdapter(Party).validate_python(
        {
            "id": "x",
            "number": number,
            "kind": "person",
            "identity": "named",
            "name": "X",
            "roles": [{"role": role} for role in roles],
        }
    )


@pytest.mark.parametrize(
    ("roles", "side"),
    [
        (["deciding_body"], Side.DECIDING),
        (["complainant"], Side.COMPLAINANTS),
        (["alleged_victim"], Side.COMPLAINANTS),
        (["representative"], Side.COMPLAINANTS),
        (["relative"], Side.COMPLAINANTS),
        (["state_party"], Side.STATES),
        (["sending_state"], Side.STATES),
        (["receiving_state"], Side.STATES),
        (["authority"], Side.STATES),
        (["alleged_perpetrator"], Side.STATES),
        (["witness"], Side.WITNESSES),
        (["expert"], Side.WITNESSES),
        (["reporter"], Side.PUBLISHING),
        (["publisher"], Side.PUBLISHING),
        (["republisher"], Side.PUBLISHING),
        (["judge"], Side.OTHERS),
        (["intervening_party"], Side.OTHERS),
        (["recipient"], Side.OTHERS),
        (["mentioned"], Side.OTHERS),
        ([], Side.OTHERS),
    ],
)
def test_each_role_puts_a_party_on_a_side(roles: list[str], side: Side) -> None:
    assert side_of(party(*roles)) is side


def test_the_first_role_with_a_side_decides() -> None:
    assert side_of(party("mentioned", "recipient", "witness", "relative")) is Side.WITNESSES
    assert side_of(party("relative", "witness")) is Side.COMPLAINANTS


@given(ROLES)
def test_every_mixture_of_roles_has_a_side(roles: list[Role]) -> None:
    side = side_of(party(*roles))
    alone = {side_of(party(role)) for role in roles}
    assert side in alone or (side is Side.OTHERS and alone <= {Side.OTHERS})


def test_sides_come_in_their_order_and_parties_by_number_in_them() -> None:
    parties = [
        party("witness", number=1),
        party("complainant", number=9),
        party("deciding_body", number=10),
        party("complainant", number=2),
        party("mentioned"),
    ]
    found = sorted(parties, key=party_key)
    assert [(side_of(item), item.number) for item in found] == [
        (Side.DECIDING, 10),
        (Side.COMPLAINANTS, 2),
        (Side.COMPLAINANTS, 9),
        (Side.WITNESSES, 1),
        (Side.OTHERS, None),
    ]
    assert tuple(Side) == SIDES
