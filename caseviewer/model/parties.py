"""Who is who: parties, their names, counts, roles and relations."""

from pydantic import Field

from caseviewer.model.kinds import (
    Footing,
    Identity,
    PartyKind,
    Qualifier,
    RelationKind,
    Role,
    WithheldBy,
)
from caseviewer.model.record_base import record
from caseviewer.model.scalars import Count, Country, Id, Language, Line, Many, Number, Text


@record
class Variant:
    """Another form of a name: another spelling, script or language."""

    text: Line
    language: Language | None = None
    note: Line | None = None


@record
class SizePart:
    """A part of a group that the source counts apart."""

    value: Count
    nationality: Country | None = None
    label: Line | None = None


@record
class Size:
    """How many people or bodies a group has; the parts add up to the whole."""

    value: Count
    qualifier: Qualifier = Qualifier.EXACT
    parts: Many[SizePart] = ()


@record
class Subset:
    """The larger group that this one lies within, and whether a source says so."""

    of: Id
    footing: Footing


@record
class PartyRole:
    """What a party is in a proceeding or an event, and for whom it acts there.

    Without `in` the role holds for the case as a whole.
    """

    role: Role
    within: Id | None = Field(default=None, alias="in")
    on_behalf_of: Many[Id] = ()
    note: Line | None = None


@record
class Relation:
    """How this party stands to another: "this party heads that party"."""

    kind: RelationKind
    to: Id
    note: Line | None = None


@record
class Party:
    """A person, group, organization, State or body that the case speaks of.

    `name` is always there: the name where it is known, else the words that the source
    uses ("One mother", "the judge"). What may be shown of the name is said by
    `identity`; `withheld_by` says who keeps it back.
    """

    id: Id
    number: Number | None = None
    kind: PartyKind
    identity: Identity
    name: Line
    withheld_by: WithheldBy | None = None
    identity_note: Line | None = None
    variants: Many[Variant] = ()
    country: Country | None = None
    description: Text | None = None
    size: Size | None = None
    subset_of: Subset | None = None
    roles: Many[PartyRole] = ()
    relations: Many[Relation] = ()
    basis: Many[Id] = ()
