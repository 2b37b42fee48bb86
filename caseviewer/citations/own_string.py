"""The source's own citation: to the letter, clean, and with its odd spaces made visible."""

NO_BREAK_SPACES = "\u00a0\u202f\u2007"
"""NO-BREAK SPACE, NARROW NO-BREAK SPACE, FIGURE SPACE: they look like spaces and are none."""

VISIBLE_MARK = "␣"

_CLEAN = str.maketrans(dict.fromkeys(NO_BREAK_SPACES, " "))
_VISIBLE = str.maketrans(dict.fromkeys(NO_BREAK_SPACES, VISIBLE_MARK))


def clean(text: str) -> str:
    """The citation with plain spaces, as it can be typed and found."""
    return text.translate(_CLEAN)


def visible_spaces(text: str) -> str:
    """The citation with its no-break spaces made visible."""
    return text.translate(_VISIBLE)


def count_no_break(text: str) -> int:
    """How many no-break spaces it holds."""
    return sum(map(text.count, NO_BREAK_SPACES))
