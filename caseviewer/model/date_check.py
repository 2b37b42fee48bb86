"""Whether a text is a date, told quickly: most dates need not be taken apart for that."""

import re

from caseviewer.model.dates import parse

# What can be read whatever its digits are. Days are those of every year: not 29 February.
_SURE_PARTS = (
    r"-XX(?:-XX)?"
    r"|-2[1-4]"
    r"|-(?:0[1-9]|1[0-2])(?:-(?:XX|0[1-9]|1[0-9]|2[0-8]))?"
    r"|-(?:0[13-9]|1[0-2])-(?:29|30)"
    r"|-(?:0[13578]|1[02])-31"
)
_SURE_SIDE = (
    rf"(?:(?:-(?!0000))?[0-9]{{4}}(?:{_SURE_PARTS})?|[0-9]{{2}}XX|[0-9]{{3}}X|Y-?[1-9][0-9]{{4,11}})"
    r"[?~%]?"
)
_SURE = re.compile(rf"{_SURE_SIDE}(?:/(?:\.\.)?)?|(?:\.\.)?/{_SURE_SIDE}")


def checked(text: str) -> str:
    """The text, if `parse` reads it; DateError otherwise. The usual forms are not parsed."""
    if not _SURE.fullmatch(text):
        parse(text)
    return text
