"""What the case leaves open: differences between statements, and gaps."""

from caseviewer.model.kinds import DifferenceKind
from caseviewer.model.record_base import record
from caseviewer.model.scalars import Id, Line, Many, Number, Text


@record
class StatedValue:
    """One of the values that differ, who says so and where."""

    value: Line
    asserted_by: Id | None = None
    passage: Id | None = None
    note: Line | None = None


@record
class Difference:
    """Two or more statements that do not say the same; none is preferred here."""

    id: Id
    number: Number | None = None
    kind: DifferenceKind
    summary: Text
    values: Many[StatedValue]
    about: Many[Id] = ()
    resolution: Text | None = None


@record
class Gap:
    """Something that the case does not say, and whom one would ask."""

    id: Id
    number: Number | None = None
    missing: Text
    about: Many[Id] = ()
    ask: Line | None = None
    basis: Many[Id] = ()
