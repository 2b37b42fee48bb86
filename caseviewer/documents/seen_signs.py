"""The signs of a text that can be seen: what stays when spaces and ends of lines do not count."""

_UNSEEN = "\x00\x02\u00ad\u200b\u2060\ufeff\ufffe"
_WITHOUT = {ord(sign): None for sign in _UNSEEN}


def seen(text: str) -> str:
    """A text without white space, and without hyphens that only an end of a line shows."""
    return "".join(text.translate(_WITHOUT).split())
