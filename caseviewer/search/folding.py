"""Folding: what two texts have in common for a reader who searches.

Case, accents and odd spaces do not count. Text and query are folded by the same
function, so that what is read can be typed.
"""

import unicodedata


def fold(text: str) -> str:
    """A text for comparison: lower case, without accents, each run of spaces as one."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return " ".join(text.casefold().split())


def needles(query: str) -> tuple[str, ...]:
    """The words of a filter, folded; each of them has to occur."""
    return tuple(fold(query).split())


def matches(folded: str, wanted: tuple[str, ...]) -> bool:
    """Whether a folded text holds every word."""
    return all(word in folded for word in wanted)
