"""Why a document is not read: a word in the process that reads, a sentence in the program."""

from collections.abc import Mapping

MOST_CHARACTERS = 32_000_000
MOST_POINTS = 100_000_000
"""How many points a picture may have: they are all in memory while it is scaled."""

_SENTENCES = {
    "broken": "The {noun} cannot be read: it is damaged, or not whole. Ask for another copy.",
    "deep": (
        "The {noun} cannot be read: its parts lie too deep in one another. Ask for another copy."
    ),
    "long": (
        f"The {{noun}} holds more than {MOST_CHARACTERS:,} characters, more than can be read here."
        " Open it in another program."
    ),
    "memory": "The {noun} needs more memory than it is given here. Open it in another program.",
    "page": "The {noun} has no such page.",
    "password": (
        "The {noun} can only be opened with a password, which cannot be given here."
        " Ask for a copy without one."
    ),
    "picture": (
        "This is no picture that can be shown here: PNG, JPEG, GIF, TIFF, WebP and BMP can be."
    ),
}
_POINTS = (
    "The picture has {width:,} × {height:,} points, more than can be shown here"
    f" ({MOST_POINTS // 1_000_000} million). Ask for a smaller copy."
)


class RefusedError(Exception):
    """A document is not read; `code` says why, and width and height belong to “points”."""

    def __init__(self, code: str, width: int = 0, height: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.width = width
        self.height = height

    def told(self) -> dict[str, object]:
        """The answer that the reading process gives."""
        return {"refused": self.code, "width": self.width, "height": self.height}


def sentence(answer: Mapping[str, object], noun: str) -> str:
    """The sentence of such an answer; empty where it is none of ours."""
    code, width, height = (answer.get(name) for name in ("refused", "width", "height"))
    if code == "points" and isinstance(width, int) and isinstance(height, int):
        return _POINTS.format(width=width, height=height)
    return _SENTENCES.get(str(code), "").format(noun=noun)
