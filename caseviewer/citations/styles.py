"""Citation styles: our own, those a user adds, and what is changed in them for the engine."""

from dataclasses import dataclass, replace
from pathlib import Path

from caseviewer.citations.style_check import check_style
from caseviewer.citations.style_xml import SIZE_LIMIT, Node, StyleError, read_xml, write_xml
from caseviewer.model.kinds import LocatorLabel
from caseviewer.places import resources

OUR_STYLES = {
    "refworld": "Refworld, “cite as” form (UNHCR, as printed in 2015)",
    "un-editorial": "United Nations Editorial Manual (online, footnotes and other references)",
    "oscola": "OSCOLA (4th edition, 2012)",
    "bluebook": "The Bluebook, court documents (21st edition, 2020)",
    "aglc": "AGLC (4th edition, 2018)",
    "mcgill": "McGill Guide (Canadian Guide to Uniform Legal Citation, 10th edition, 2023)",
    "chicago-note": "Chicago, notes and bibliography (17th edition, 2017)",
}
"""Our styles by name, with their titles, in the order of the menu."""

DEFAULT_STYLE = "refworld"

BLANK_NOTE_NUMBER = "__"
"""Stands where a short form names the note of the first citation, which only a brief knows."""

ENGINE_LABELS = {
    LocatorLabel.PARAGRAPH: "paragraph",
    LocatorLabel.PAGE: "page",
    LocatorLabel.SECTION: "section",
    LocatorLabel.CHAPTER: "chapter",
    LocatorLabel.LINE: "line",
    LocatorLabel.NOTE: "note",
    LocatorLabel.FIGURE: "figure",
}
"""The labels that pandoc knows, under their names in CSL; others are plain words to it."""

# pandoc 3.9 knows the locators of CSL 1.0.1 only, among which “article” is not. Verses are
# none of ours: where a style has words for articles, pandoc is told that they are verses.
_ARTICLE, _STAND_IN = "article-locator", "verse"


@dataclass(frozen=True, slots=True)
class Style:
    """A style, checked and ready for the engine.

    name: what the command line and the preferences call it; for a file, its path.
    by_itself: whether a citation looks the same whatever is cited around it.
    content: the style as the engine gets it.
    ours: whether it is one of `OUR_STYLES`.
    labels: the labels of pinpoints that the style has words for.
    """

    name: str
    title: str
    note: bool
    bibliography: bool
    by_itself: bool
    content: bytes
    labels: frozenset[LocatorLabel]
    ours: bool = False


def our_style(name: str) -> Style:
    """One of `OUR_STYLES`."""
    content = (resources() / "styles" / f"{name}.csl").read_bytes()
    return replace(make_style(name, content), ours=True)


def style_from_file(path: Path) -> Style:
    """A style of the user's; `StyleError` says why it cannot be used."""
    try:
        if not path.is_file():
            raise StyleError("There is no such file" if not path.exists() else "This is no file")
        with path.open("rb") as stream:
            content = stream.read(SIZE_LIMIT + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StyleError(f"The file cannot be read: {reason}") from None
    return make_style(str(path), content)


def make_style(name: str, content: bytes) -> Style:
    """Check the content of a style and make it ready."""
    root = read_xml(content)
    check_style(root)
    note = root.attributes["class"] == "note"
    labels = set(ENGINE_LABELS)
    if _has_articles(root):
        labels.add(LocatorLabel.ARTICLE)
    _adapt(root, frozenset(labels))
    return Style(
        name=name,
        title=_title(root) or name,
        note=note,
        bibliography=root.find("bibliography") is not None,
        by_itself=not any(_looks_around(node, note=note) for node in root.walk()),
        content=write_xml(root),
        labels=frozenset(labels),
    )


def _title(root: Node) -> str:
    info = root.find("info")
    title = None if info is None else info.find("title")
    return "" if title is None else " ".join(title.text.split())


def _looks_around(node: Node, *, note: bool) -> bool:
    disambiguates = any(name.startswith("disambiguate") for name in node.attributes)
    return disambiguates or (not note and "position" in node.attributes)


def _has_articles(root: Node) -> bool:
    return any(node.tag == "term" and node.attributes["name"] == _ARTICLE for node in root.walk())


def _adapt(root: Node, labels: frozenset[LocatorLabel]) -> None:
    """Leave blank what only the brief knows, and teach the engine our words for places."""
    for node in root.walk():
        attributes = node.attributes
        if node.tag in {"text", "number"} and (
            attributes.get("variable") == "first-reference-note-number"
        ):
            del attributes["variable"]
            node.tag = "text"
            attributes.pop("form", None)
            attributes["value"] = BLANK_NOTE_NUMBER
        _rename_article(node, "name" if node.tag == "term" else "locator")
        # Each entry is copied by itself, where a dash for the author of the one before would lie.
        attributes.pop("subsequent-author-substitute", None)
    root.children.append(_words(labels))


def _rename_article(node: Node, attribute: str) -> None:
    words = node.attributes.get(attribute, "").split()
    if _ARTICLE in words:
        renamed = (_STAND_IN if word == _ARTICLE else word for word in words)
        node.attributes[attribute] = " ".join(renamed)


def _words(labels: frozenset[LocatorLabel]) -> Node:
    """Terms in a form that is never printed, from which pandoc learns English labels."""
    terms = Node("terms", {}, 0)
    for label in sorted(labels):
        name = ENGINE_LABELS.get(label, _STAND_IN)
        single, several = Node("single", {}, 0), Node("multiple", {}, 0)
        single.text, several.text = label.value, f"{label.value}s"
        terms.children.append(Node("term", {"name": name, "form": "verb"}, 0, [single, several]))
    return Node("locale", {}, 0, [terms])
