"""Which rows pass a filter, found faster while a reader types on."""

from collections.abc import Sequence


class RowFilter:
    """Looks for words in folded texts.

    It remembers what passed while the query grew: a longer query looks only among the rows
    that passed before, and one step back finds its answer as it was.
    """

    def __init__(self, folded: Sequence[str]) -> None:
        """`folded` are the texts of all rows."""
        self._folded = folded
        self._found: list[tuple[tuple[str, ...], Sequence[int]]] = [((), range(len(folded)))]

    def passing(self, wanted: tuple[str, ...]) -> Sequence[int]:
        """The rows that hold every word, from top to bottom; not to be changed."""
        while not _narrows(wanted, self._found[-1][0]):
            self._found.pop()
        known, rows = self._found[-1]
        if wanted != known:
            for word in set(wanted).difference(known):
                rows = self._holding(word, rows)
            self._found.append((wanted, rows))
        return rows

    def _holding(self, word: str, rows: Sequence[int]) -> Sequence[int]:
        folded = self._folded
        if len(rows) == len(folded):
            held = [row for row, text in enumerate(folded) if word in text]
        else:
            held = [row for row in rows if word in folded[row]]
        return rows if len(held) == len(rows) else held


def _narrows(wanted: tuple[str, ...], before: tuple[str, ...]) -> bool:
    """Whether what holds the wanted words holds those before for certain."""
    return all(any(word in longer for longer in wanted) for word in before)
