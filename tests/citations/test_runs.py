import json
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.citations import ast
from caseviewer.citations.engine import run_pandoc
from caseviewer.citations.runs import Face, Run, Runs, footnote, html, joined, markdown, plain, rtf

ITALIC, BOLD, SMALL = (frozenset({face}) for face in (Face.ITALIC, Face.BOLD, Face.SMALL_CAPS))


@pytest.mark.parametrize(
    ("runs", "words", "as_html", "as_markdown"),
    [
        ((), "", "", ""),
        ((Run("a & b"),), "a & b", "a &amp; b", "a \\& b"),
        ((Run("<script>", ITALIC),), "<script>", "<i>&lt;script&gt;</i>", "*\\<script\\>*"),
        ((Run("A "), Run("t", ITALIC | BOLD)), "A t", "A <b><i>t</i></b>", "A ***t***"),
        ((Run(" in ", ITALIC),), " in ", " <i>in</i> ", " *in* "),
        ((Run(" ", ITALIC),), " ", " ", " "),
        (
            (Run("x", SMALL), Run("2", frozenset({Face.SUPERSCRIPT}))),
            "x2",
            '<span style="font-variant: small-caps">x</span><sup>2</sup>',
            "x2",
        ),
        ((Run("u", frozenset({Face.UNDERLINE, Face.SUBSCRIPT})),), "u", "<u><sub>u</sub></u>", "u"),
    ],
)
def test_a_citation_in_each_form(runs: Runs, words: str, as_html: str, as_markdown: str) -> None:
    assert plain(runs) == words
    assert html(runs) == as_html
    assert markdown(runs) == as_markdown


@pytest.mark.parametrize(
    ("runs", "body"),
    [
        ((Run("a\nb"),), "a\\line b"),
        ((Run("a"),), "a"),
        ((Run("{\\b x}", ITALIC),), r"{\i \{\\b x\}}"),
        ((Run("é ‘𝄞’"),), r"\u233  \u8216 \u-10188 \u-8930 \u8217 "),
        ((Run("x", SMALL | BOLD),), r"{\scaps {\b x}}"),
    ],
)
def test_rich_text_is_ascii_and_its_own_signs_are_text(runs: Runs, body: str) -> None:
    assert rtf(runs) == rf"{{\rtf1\ansi\deff0{{\fonttbl{{\f0 ;}}}}\pard\uc0 {body}\par}}"
    assert rtf(runs).isascii()


def test_pieces_of_one_look_become_one() -> None:
    assert joined([Run("a"), Run("b"), Run("", ITALIC), Run("c", ITALIC), Run("d", ITALIC)]) == (
        Run("ab"),
        Run("cd", ITALIC),
    )


# Of characters beyond U+FFFF pandoc's own reader of rich text makes two; the table has one.
TEXTS = st.text(
    st.characters(
        max_codepoint=0xFFFF,
        exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cf", "Cn", "Co"),
    ),
    min_size=1,
)


def read_back(text: str, form: str) -> str:
    answer = json.loads(run_pandoc([f"--from={form}", "--to=json"], text.encode(), 20))
    return composed("".join(plain(ast.runs(block["c"])) for block in answer["blocks"]))


def composed(text: str) -> str:
    """Text composed (NFC), as some of pandoc's readers make it."""
    return normalize("NFC", text)


@given(st.lists(st.tuples(TEXTS, st.sampled_from([frozenset(), ITALIC])), min_size=1, max_size=3))
def test_what_is_copied_reads_back_as_the_same_text(
    pieces: list[tuple[str, frozenset[Face]]],
) -> None:
    runs = joined([Run("a"), *(Run(text, faces) for text, faces in pieces), Run("z")])
    assert read_back(f"<p>{html(runs)}</p>", "html-smart") == composed(plain(runs))
    assert read_back(rtf(runs), "rtf") == composed(plain(runs))


@given(TEXTS)
def test_no_character_means_anything_in_markdown(text: str) -> None:
    assert read_back("a" + markdown((Run(text),)) + "z", "commonmark") == composed(f"a{text}z")


def test_a_footnote_in_markdown() -> None:
    runs = (Run("A_b, "), Run("Title", ITALIC))
    assert footnote("s.1", runs) == "[^s-1]: A\\_b, *Title*"
