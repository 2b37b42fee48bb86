import pytest

from caseviewer.citations.forms import Citations, Form, Wanted
from caseviewer.citations.runs import Face, Run, Runs
from caseviewer.citations.styles import our_style
from caseviewer.formatting.citation_lines import add_citations, run_spans
from caseviewer.formatting.citing import Cited
from caseviewer.formatting.page import Look, Page, PageBuilder, Span
from caseviewer.model.opened import OpenedCase
from caseviewer.model.sources import Source
from tests.formatting.making import blocks_under, changed, fields, headings, opened, under

STYLE = our_style("refworld")
HEAD = "In the style: Refworld"
KNOW = "To know before copying"


def page(case: OpenedCase, cited: Cited | None = None, short: str = "S1") -> Page:
    source = case.index.by_short(short)
    assert isinstance(source, Source)
    builder = PageBuilder()
    add_citations(builder, case, source, cited)
    return builder.page()


def cited(**forms: Runs) -> Cited:
    made = {(Wanted("report"), Form(name)): runs for name, runs in forms.items()}
    return Cited("Refworld", citations=Citations(STYLE, made))


def test_the_forms_stand_beside_each_other() -> None:
    full = (Run("A, "), Run("Title", frozenset({Face.ITALIC})), Run("!", frozenset({Face.BOLD})))
    found = page(opened(), cited(full=full, bibliography=(Run("A."),)))
    assert headings(found)[0] == HEAD
    assert fields(found) == {
        "Formatted": "A, Title!",
        "Short form": "the style has none",
        "Bibliography": "A.",
        "To the letter": "The Border Press, A report on a crossing,␣20 May 2019",
        "Clean": "The Border Press, A report on a crossing, 20 May 2019",
    }
    assert [span.look for span in blocks_under(found, HEAD)[0].spans] == [
        Look.PLAIN,
        Look.ITALIC,
        Look.STRONG,
    ]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Cited("Refworld"), "The citations are being formatted…"),
        (Cited("Refworld", fault="The engine is gone."), "The engine is gone."),
    ],
)
def test_what_is_not_there_is_said_and_the_own_string_remains(found: Cited, words: str) -> None:
    shown = page(opened(), found)
    assert under(shown, HEAD) == [words]
    assert "Clean" in fields(shown)


def test_without_a_style_only_the_own_words_are_shown() -> None:
    shown = page(opened(), short="S2")
    assert headings(shown) == ["Cite as, in the source’s own words", KNOW]
    assert under(shown, "Cite as, in the source’s own words") == [
        "The source gives no citation of its own."
    ]


def test_defects_are_told_and_those_of_every_form_stand_out() -> None:
    case = opened(**changed("sources", url=None, url_status="not_printed", document=None))
    shown = page(case)
    assert under(shown, KNOW) == [
        (
            "The source’s own citation holds a no-break space, which looks like a space and is not"
            " found as one."
        ),
        "The source was read online, but no web address is known.",
    ]
    assert [block.spans[0].look for block in blocks_under(shown, KNOW)] == [
        Look.PLAIN,
        Look.WARNING,
    ]


def test_a_source_without_defects_has_no_list_of_them() -> None:
    case = opened(**changed("sources", cite_as="The Border Press, 2019", document=None))
    assert KNOW not in headings(page(case))


def test_the_pieces_of_a_citation() -> None:
    assert run_spans((Run("<b>"),)) == (Span("<b>"),)
