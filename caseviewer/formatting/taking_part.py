"""Who takes part in an event: by the event itself, and by the parties' own roles in it."""

from collections.abc import Callable
from functools import cache

from caseviewer.model.events import Event
from caseviewer.model.opened import OpenedCase

TakingPart = Callable[[Event], tuple[str, ...]]


def taking_part(opened: OpenedCase) -> TakingPart:
    """Gives the ids of the parties that take part in an event, each once.

    The roles of all parties are looked through once, when the first event is asked for.
    """

    @cache
    def by_roles() -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for party in opened.case.parties:
            for role in party.roles:
                if role.within is not None:
                    found.setdefault(role.within, []).append(party.id)
        return found

    def of(event: Event) -> tuple[str, ...]:
        named = [one.party for one in event.participants]
        return tuple(dict.fromkeys([*named, *by_roles().get(event.id, ())]))

    return of
