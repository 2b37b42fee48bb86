from pydantic import TypeAdapter

from caseviewer.model.kinds import Identity, PartyKind, Qualifier, Role
from caseviewer.model.parties import Party
from tests.builders import bundle

ADAPTER = TypeAdapter(Party)


def test_a_group_with_its_size_and_role() -> None:
    party = ADAPTER.validate_python(bundle()["parties"][0])
    assert (party.kind, party.identity) == (PartyKind.GROUP, Identity.UNNAMED)
    assert party.size is not None
    assert [part.value for part in party.size.parts] == [9, 3]
    assert party.size.qualifier is Qualifier.EXACT
    assert (party.roles[0].role, party.roles[0].within) == (Role.COMPLAINANT, "communication")


def test_a_party_needs_little() -> None:
    party = Party(id="a", kind=PartyKind.PERSON, identity=Identity.UNKNOWN, name="no byline")
    assert [party.roles, party.relations, party.basis] == [(), (), ()]
    assert [party.number, party.size, party.subset_of] == [None, None, None]
