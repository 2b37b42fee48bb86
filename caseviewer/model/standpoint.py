"""Where the reader stands: the day of which he wants to know, and what he assumes."""

from dataclasses import dataclass

from caseviewer.model.dated import Date
from caseviewer.model.kinds import CountingRule


@dataclass(frozen=True, slots=True)
class Assumption:
    """How the reader wants one deadline counted; None leaves it as the file says.

    deadline: its id. trigger: the place of one of its triggers in the whole file, counted from 0;
    it stays the same where some of them are not shown. event: the id of any event, which comes
    before `trigger`. start: a date of the reader's own, which comes before both.
    """

    deadline: str
    trigger: int | None = None
    start: Date | None = None
    rule: CountingRule | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What the reader asks of a case that the file does not say; the file itself stays as it is.

    as_at: the day, as a day number, of which the reader wants to know what could be known; None
    for all that the file says. today: the day on which the case was opened, where that is known.
    """

    as_at: int | None = None
    today: int | None = None
    assumptions: tuple[Assumption, ...] = ()

    def assumption(self, deadline: str) -> Assumption | None:
        """What the reader assumes of a deadline, if anything."""
        return next((one for one in self.assumptions if one.deadline == deadline), None)

    def assuming(self, wanted: Assumption) -> "Standpoint":
        """This standpoint with another assumption in the place of what was assumed before."""
        others = tuple(one for one in self.assumptions if one.deadline != wanted.deadline)
        says_nothing = wanted == Assumption(wanted.deadline)
        kept = others if says_nothing else (*others, wanted)
        return Standpoint(self.as_at, self.today, kept)


AS_THE_FILE_SAYS = Standpoint()
"""The standpoint of a reader who asks for nothing but what the file says."""
