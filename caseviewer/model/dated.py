"""A date in a record: what is known of it, and on what that rests."""

from pydantic import model_validator

from caseviewer.model.dates import EdtfDate, parse
from caseviewer.model.kinds import DateBasis, Sense
from caseviewer.model.record_base import record
from caseviewer.model.scalars import Edtf, Line


@record
class Date:
    """A date as exact as the source gives it, never more.

    `edtf` is the date for sorting and words; it is left out where the source's own
    words (`verbatim`) cannot be written as one. `sense` tells, for an interval, whether
    the event filled it or happened some time within it.
    """

    edtf: Edtf | None = None
    verbatim: Line | None = None
    basis: DateBasis = DateBasis.STATED
    sense: Sense | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Date":
        if self.edtf is None and self.verbatim is None:
            raise ValueError("a date needs “edtf”, “verbatim” or both")
        return self

    @property
    def value(self) -> EdtfDate | None:
        """The parsed date, or None where only the source's words are known."""
        return None if self.edtf is None else parse(self.edtf)
