"""Whether a file is a CSL style that can be used by itself (CSL 1.0.2 specification)."""

from caseviewer.citations.style_xml import Node, StyleError

NAMESPACE = "http://purl.org/net/xbiblio/csl"


def check_style(root: Node) -> None:
    """Refuse what is no independent style: `StyleError` says what and where."""
    if root.tag != "style" or root.attributes.get("xmlns") != NAMESPACE:
        raise StyleError("This is no CSL style: its root is not “style” of CSL", root.line)
    _refuse_dependent(root)
    if root.attributes.get("class") not in {"note", "in-text"}:
        raise StyleError("A style has the class “note” or “in-text”", root.line)
    _check_elements(root)
    citation = root.find("citation")
    if citation is None or citation.find("layout") is None:
        raise StyleError("A style needs a “citation” with a “layout”", root.line)
    _check_macros(root)


def parent_of(root: Node) -> str:
    """The address of the style that a dependent style stands for; empty for others."""
    info = root.find("info")
    for child in [] if info is None else info.children:
        if child.tag == "link" and child.attributes.get("rel") == "independent-parent":
            return child.attributes.get("href", "")
    return ""


def _refuse_dependent(root: Node) -> None:
    parent = parent_of(root)
    if parent:
        name = parent.rstrip("/").rpartition("/")[2]
        raise StyleError(
            f"This style only points at another one, “{name}”, and nothing is fetched;"
            " choose the file of that style",
            root.line,
        )


def _check_elements(root: Node) -> None:
    for node in root.walk():
        if node.tag not in _ELEMENTS:
            raise StyleError(f"“{node.tag}” is no element of CSL", node.line)
        unmet = _NEEDED.get(node.tag, frozenset()) - node.attributes.keys()
        if unmet:
            raise StyleError(f"“{node.tag}” needs “{min(unmet)}”", node.line)


def _check_macros(root: Node) -> None:
    macros: dict[str, Node] = {}
    for node in root.children:
        name = node.attributes["name"] if node.tag == "macro" else ""
        if name in macros:
            raise StyleError(f"The macro “{name}” stands there twice", node.line)
        if name:
            macros[name] = node
    for node in root.walk():
        called = node.attributes.get("macro")
        if called is not None and called not in macros:
            raise StyleError(f"There is no macro “{called}”", node.line)
    done: set[str] = set()
    for name in macros:
        _refuse_recursion(name, macros, done)


def _refuse_recursion(start: str, macros: dict[str, Node], done: set[str]) -> None:
    """Follow the calls of macros, without recursion of our own: a file may nest many."""
    path: list[tuple[str, list[tuple[str, int]]]] = [(start, _calls(macros[start]))]
    on_path = {start}
    while path:
        name, calls = path[-1]
        if not calls:
            path.pop()
            on_path.discard(name)
            done.add(name)
            continue
        called, line = calls.pop()
        if called in on_path:
            raise StyleError(f"The macro “{called}” calls itself", line)
        if called not in done:
            on_path.add(called)
            path.append((called, _calls(macros[called])))


def _calls(macro: Node) -> list[tuple[str, int]]:
    return [
        (node.attributes["macro"], node.line) for node in macro.walk() if "macro" in node.attributes
    ]


_NAMES = (
    "style info title title-short id link author contributor name email uri category published"
    " summary rights updated issn eissn issnl locale style-options date date-part terms term"
    " single multiple macro citation bibliography layout sort key text number label names"
    " name-part et-al substitute group choose if else-if else institution institution-part"
)
_ELEMENTS = frozenset(_NAMES.split())
_NEEDED = {
    "macro": frozenset({"name"}),
    "term": frozenset({"name"}),
    "names": frozenset({"variable"}),
    "number": frozenset({"variable"}),
}
