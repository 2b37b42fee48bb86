"""Links that say the same are drawn as one line that forks, with one label."""

from collections.abc import Iterable
from dataclasses import dataclass

from caseviewer.pictures.party_boxes import Face, Line, Measure, wrapped
from caseviewer.pictures.party_links import PartyLink, place_lines

_ROOM = 9
_WORD_LINES = 5
_NOTE_LINES = 3
_PLACE_LINES = 2
_MOST_STATES = 6


@dataclass(frozen=True, slots=True)
class Bundle:
    """Links with the same words that have one end in common."""

    links: tuple[PartyLink, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The parties that the line comes from."""
        return tuple(dict.fromkeys(link.source for link in self.links))

    @property
    def targets(self) -> tuple[str, ...]:
        """The parties that the line leads to."""
        return tuple(dict.fromkeys(link.target for link in self.links))

    def lines(self, measure: Measure) -> tuple[Line, ...]:
        """The words on the line, with all notes and places beside them."""
        first, room = self.links[0], _ROOM * measure.height(Face.NAME)
        notes = wrapped(" · ".join(first.notes), Face.NOTE, room, _NOTE_LINES, measure)
        places = place_lines(place for link in self.links for place in link.places)
        shown = list(places[:_MOST_STATES])
        if len(places) > _MOST_STATES:
            shown[-1] += " …"
        numbers = [wrapped(line, Face.NOTE, room, _PLACE_LINES, measure) for line in shown]
        return (
            *wrapped(first.words, Face.LINK, room, _WORD_LINES, measure),
            *notes,
            *(line for lines in numbers for line in lines),
        )


def bundled(links: Iterable[PartyLink]) -> tuple[Bundle, ...]:
    """All links, each in one bundle: by what they come from, else by what they lead to."""
    out = _gathered(links, by_source=True)
    alone = [group[0] for group in out if len(group) == 1]
    found = [group for group in out if len(group) > 1] + _gathered(alone, by_source=False)
    return tuple(Bundle(tuple(group)) for group in found)


def _gathered(links: Iterable[PartyLink], *, by_source: bool) -> list[list[PartyLink]]:
    found: dict[tuple[object, ...], list[PartyLink]] = {}
    for link in links:
        end = link.source if by_source else link.target
        found.setdefault((end, link.words, link.notes, link.about), []).append(link)
    return list(found.values())
