import pytest

from caseviewer.citations import ast
from caseviewer.citations.ast import UnknownElementError, inlines, meta
from caseviewer.citations.runs import Face, Run, plain

ITALIC = frozenset({Face.ITALIC})


@pytest.mark.parametrize(
    "text", ["", "a", "a b", " a  b ", "no\u00a0break", "<i>x</i>", "a\u2028b", "Заявление"]
)
def test_text_goes_in_and_comes_out(text: str) -> None:
    assert plain(ast.runs(inlines(text))) == " ".join(text.replace("  ", " ").split(" "))


def test_line_ends_become_spaces_and_no_break_spaces_stay() -> None:
    assert plain(ast.runs(inlines("a\r\n\tb\u00a0c"))) == "a b\u00a0c"


def test_metadata_is_never_parsed() -> None:
    assert meta({"a": [True, 3, "*x*"]}) == {
        "t": "MetaMap",
        "c": {
            "a": {
                "t": "MetaList",
                "c": [
                    {"t": "MetaBool", "c": True},
                    {"t": "MetaInlines", "c": [{"t": "Str", "c": "3"}]},
                    {"t": "MetaInlines", "c": [{"t": "Str", "c": "*x*"}]},
                ],
            }
        },
    }


def test_every_element_of_a_citation_is_read() -> None:
    attributes: list[object] = ["", ["csl-no-emph"], []]
    word = [{"t": "Str", "c": "w"}]
    elements = [
        {"t": "Emph", "c": [*word, {"t": "Span", "c": [attributes, word]}]},
        {"t": "SoftBreak"},
        {"t": "Quoted", "c": [{"t": "SingleQuote"}, word]},
        {"t": "Link", "c": [["", [], []], word, ["file:///etc/passwd", ""]]},
        {"t": "Cite", "c": [[], word]},
    ]
    assert ast.runs(elements) == (
        Run("w", ITALIC),
        Run("w ‘w’ww"),
    )


@pytest.mark.parametrize(
    "elements", ["text", None, [{"t": "Image", "c": []}], [{"t": "RawInline", "c": ["html", "<"]}]]
)
def test_what_is_no_text_is_refused(elements: object) -> None:
    with pytest.raises(UnknownElementError):
        ast.runs(elements)
