import pytest

from caseviewer.citations.forms import Citations, Form, Wanted
from caseviewer.citations.pinpoints import Pinpoint
from caseviewer.citations.runs import Face, Run
from caseviewer.citations.styles import our_style
from caseviewer.formatting.citation_clip import CopyAs, citation_clip, place_words, runs_clip
from caseviewer.model.kinds import LocatorLabel
from tests.formatting.making import opened

PLACE = Wanted("report", Pinpoint(LocatorLabel.PARAGRAPH, "2"))
WHOLE = Wanted("report")
OTHER = Wanted("reprint")
ITALIC = frozenset({Face.ITALIC})
CITATIONS = Citations(
    our_style("refworld"),
    {
        (WHOLE, Form.FULL): (Run("Press, "), Run("A & B", ITALIC)),
        (PLACE, Form.FULL): (Run("Press, para. 2"),),
        (WHOLE, Form.SHORT): (Run("Press"),),
        (WHOLE, Form.BIBLIOGRAPHY): (Run("Press (list)"),),
        (OTHER, Form.FULL): (Run("Reprint"),),
    },
)


@pytest.mark.parametrize(
    ("form", "wanted", "plain", "html", "remarks"),
    [
        (CopyAs.FORMATTED, WHOLE, "Press, A & B", "<p>Press, <i>A &amp; B</i></p>", ""),
        (CopyAs.FORMATTED, PLACE, "Press, para. 2", None, "paragraphs counted"),
        (CopyAs.WITH_DEFECTS, PLACE, "Press, para. 2 [paragraphs counted]", None,
         "paragraphs counted"),
        (CopyAs.WITH_DEFECTS, WHOLE, "Press, A & B", None, ""),
        (CopyAs.SHORT, WHOLE, "Press", None, ""),
        (CopyAs.BIBLIOGRAPHY, PLACE, "Press (list)", None, ""),
        (CopyAs.FOOTNOTE, WHOLE, "[^report]: Press, *A \\& B*",
         "<p>[^report]: Press, *A \\&amp; B*</p>", ""),
        (CopyAs.VERBATIM, WHOLE, "The Border Press, A report on a crossing,\u00a020 May 2019",
         "<p>The Border Press, A report on a crossing,\u00a020 May 2019</p>", "a no-break space"),
        (CopyAs.CLEAN, PLACE, "The Border Press, A report on a crossing, 20 May 2019", None,
         "a no-break space"),
    ],
)  # fmt: skip
def test_a_copy_in_each_form(
    form: CopyAs, wanted: Wanted, plain: str, html: str | None, remarks: str
) -> None:
    made = citation_clip(opened(), CITATIONS, [wanted], form)
    assert made.clip.plain == plain
    assert html is None or made.clip.html == html
    assert made.remarks == remarks
    assert made.missing == ""
    assert made.what == place_words(opened(), wanted)


def test_several_citations_are_a_line_each_and_what_is_not_there_is_told() -> None:
    made = citation_clip(opened(), CITATIONS, [WHOLE, OTHER, PLACE], CopyAs.FORMATTED)
    assert made.clip.plain == "Press, A & B\nReprint\nPress, para. 2"
    assert made.clip.rtf.count("\\par}") == 1
    assert made.clip.rtf.count("\\pard") == 3
    assert made.what == "S1, S2, S1, paragraph 2"
    short = citation_clip(opened(), CITATIONS, [WHOLE, OTHER, Wanted("gone")], CopyAs.SHORT)
    assert short.clip.plain == "Press"
    assert short.missing == "S2, gone"


def test_the_own_string_needs_no_engine() -> None:
    made = citation_clip(opened(), None, [WHOLE, OTHER], CopyAs.CLEAN)
    assert made.clip.plain == "The Border Press, A report on a crossing, 20 May 2019"
    assert made.missing == "S2"
    assert citation_clip(opened(), None, [WHOLE], CopyAs.FORMATTED).missing == "S1"


def test_nothing_is_an_empty_copy() -> None:
    made = citation_clip(opened(), CITATIONS, [], CopyAs.FOOTNOTE)
    assert made.clip.plain == ""
    assert made.clip.html == ""


def test_lines_in_every_form_of_the_clipboard() -> None:
    clip = runs_clip([(Run("a"),), (Run("b", ITALIC),)])
    assert (clip.plain, clip.html) == ("a\nb", "<p>a</p><p><i>b</i></p>")
    assert clip.rtf.startswith("{\\rtf1")
