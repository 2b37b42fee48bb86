"""Pinpoints: the paragraph, page or article of a source that a citation leads to."""

import re
from dataclasses import dataclass

from caseviewer.model.kinds import LocatorLabel
from caseviewer.model.sources import Locator

VALUE_LIMIT = 200


class PinpointError(ValueError):
    """A pinpoint that cannot be read; its text is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Pinpoint:
    """A label and what is counted with it: paragraph "9", pages "3-5, 8", article "3(1)"."""

    label: LocatorLabel
    value: str

    def words(self) -> str:
        """The pinpoint as people write it: "paragraph 9", "pages 3-5"."""
        plural = "s" if are_several(self.value) else ""
        if self.label is LocatorLabel.APPENDIX and plural:
            return f"appendices {self.value}"
        return f"{self.label}{plural} {self.value}"


def are_several(value: str) -> bool:
    """Whether a value names several places: "9, 11", "3-5"; "A-12" is one page."""
    return _SEVERAL.fullmatch(value) is not None


def of_locator(locator: Locator | None) -> Pinpoint | None:
    """The pinpoint of a passage; None where it has no locator that can be one."""
    if locator is None or _refusal(locator.value.strip()):
        return None
    return Pinpoint(locator.label, locator.value.strip())


def parse_pinpoint(text: str, otherwise: LocatorLabel = LocatorLabel.PARAGRAPH) -> Pinpoint:
    """Read "paragraph 9", "paras 9, 11-13", "§ 4", "p. 3", "art 3(1)".

    A bare value such as "9" or "xii" is counted in `otherwise`. `PinpointError` says what is
    expected.
    """
    label, value = otherwise, text.strip()
    match = _LABELLED.fullmatch(value)
    if match is not None:
        word = match["word"].lower()
        if word not in _LABELS:
            known = ", ".join(LocatorLabel)
            raise PinpointError(f"“{match['word']}” is no label of a place. Known are {known}.")
        label, value = _LABELS[word], match["value"]
    refusal = _refusal(value)
    if refusal:
        raise PinpointError(refusal)
    return Pinpoint(label, value)


def _refusal(value: str) -> str:
    if not _VALUE.fullmatch(value):
        return (
            "Give a place such as “paragraph 9”, “pp 3-5” or “article 3(1)”: it begins with a"
            " letter or a digit and has no braces and no line ends."
        )
    if len(value) > VALUE_LIMIT:
        return f"A place has at most {VALUE_LIMIT} characters."
    return ""


def _words_of(label: LocatorLabel, *others: str) -> dict[str, LocatorLabel]:
    return dict.fromkeys((label, f"{label}s", *others), label)


_LABELLED = re.compile(
    r"(?:(?P<word>[^\W\d_]+|[¶§]{1,2})(?:\.\s*|\s+|(?<=[¶§])|(?=\d)))(?P<value>\S.*)", re.DOTALL
)
_VALUE = re.compile(r"[^\W_][^{}\n\r\t]*")
_SEVERAL = re.compile(
    r"\d[\w.()]*(?:(?: *[–-] *|[,;] | and | & )\d[\w.()]*)+|[A-Z](?:(?:, | and )[A-Z])+"
)
_LABELS: dict[str, LocatorLabel] = {
    **_words_of(LocatorLabel.PARAGRAPH, "para", "paras", "par", "pars", "¶", "¶¶"),
    **_words_of(LocatorLabel.PAGE, "p", "pp", "pg"),
    **_words_of(LocatorLabel.ARTICLE, "art", "arts"),
    **_words_of(LocatorLabel.SECTION, "s", "ss", "sec", "secs", "sect", "§", "§§"),
    **_words_of(LocatorLabel.CHAPTER, "ch", "chs", "chap", "c"),
    **_words_of(LocatorLabel.LINE, "l", "ll"),
    **_words_of(LocatorLabel.NOTE, "n", "nn", "fn", "footnote", "footnotes"),
    **_words_of(LocatorLabel.FIGURE, "fig", "figs"),
    **_words_of(LocatorLabel.APPENDIX, "appendices", "app", "annex", "annexes"),
}
