"""On which side a party stands, as its roles tell; the order in which parties are shown."""

from enum import StrEnum

from caseviewer.model.kinds import Role
from caseviewer.model.parties import Party


class Side(StrEnum):
    """The groups of the list of parties, in the order in which they are shown."""

    DECIDING = "deciding"
    COMPLAINANTS = "complainants"
    STATES = "states"
    WITNESSES = "witnesses"
    PUBLISHING = "publishing"
    OTHERS = "others"


_SIDE_OF_ROLE = {
    Role.DECIDING_BODY: Side.DECIDING,
    Role.JUDGE: Side.OTHERS,
    Role.COMPLAINANT: Side.COMPLAINANTS,
    Role.ALLEGED_VICTIM: Side.COMPLAINANTS,
    Role.REPRESENTATIVE: Side.COMPLAINANTS,
    Role.RELATIVE: Side.COMPLAINANTS,
    Role.STATE_PARTY: Side.STATES,
    Role.SENDING_STATE: Side.STATES,
    Role.RECEIVING_STATE: Side.STATES,
    Role.AUTHORITY: Side.STATES,
    Role.ALLEGED_PERPETRATOR: Side.STATES,
    Role.WITNESS: Side.WITNESSES,
    Role.EXPERT: Side.WITNESSES,
    Role.INTERVENING_PARTY: Side.OTHERS,
    Role.REPORTER: Side.PUBLISHING,
    Role.PUBLISHER: Side.PUBLISHING,
    Role.REPUBLISHER: Side.PUBLISHING,
    Role.RECIPIENT: Side.OTHERS,
    Role.MENTIONED: Side.OTHERS,
}

SIDES = tuple(Side)
_RANK = {side: rank for rank, side in enumerate(SIDES)}


def side_of(party: Party) -> Side:
    """The side of a party: that of the first of its roles that puts it on one."""
    for role in party.roles:
        side = _SIDE_OF_ROLE[role.role]
        if side is not Side.OTHERS:
            return side
    return Side.OTHERS


def party_key(party: Party) -> tuple[int, int]:
    """Sort key of a party: its side, then its number."""
    return (_RANK[side_of(party)], party.number or 0)
