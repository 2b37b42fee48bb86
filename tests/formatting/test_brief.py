"""Quotations as they are copied for a brief."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from caseviewer.citations.batch import cite
from caseviewer.citations.forms import Citations, Form, Wanted
from caseviewer.citations.runs import Face, Run
from caseviewer.citations.styles import our_style
from caseviewer.formatting.brief import brief_clip, brief_places
from caseviewer.formatting.brief_parts import PART_NAMES, BriefParts, brief_parts
from caseviewer.formatting.citing import case_items
from caseviewer.model.opened import Checked, OpenedCase, PassageState
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.ladders import quotation
from tests.formatting.making import changed, checked, opened

REPORT = (
    "Institute for War and Peace Reporting, UN Rebuke for Kazakstan Over Refugee Return, 26 June"
    " 2012, CRS Issue 647, available at: [accessed 29 November 2015], para. {} (paragraphs counted)"
)
ZHOVTIS = (
    "— Yevgeny Zhovtis, head of the Kazakstan Bureau for Human Rights and Rule of Law, opinion; "
)
WITHHELD = "(anonymous: name withheld by the source)"

# The first and the third to the letter as the lawyer pastes them.
EXPECTED = {
    "Q1": (
        "“When we said we would appeal, the judge rudely told me we had no right of appeal, and he"
        " added that if we did so anyway, we would only be harming our son in prison,” she said."
        " “He advised us not complain [sic], but to accept the sentence, and in a few years our"
        " son would be let out under an amnesty.”\n"
        "— one mother (anonymous: name withheld by the source), relaying a judge’s words;"
        " Institute for War and Peace Reporting, UN Rebuke for Kazakstan Over Refugee Return,"
        " 26 June 2012, CRS Issue 647, available at: [accessed 29 November 2015], para. 10"
        " (paragraphs counted)"
    ),
    "Q2": (
        "That no appeal was open to the family, and that trying would only make prison worse for"
        " their son; they had better live with the sentence, since an amnesty would free him"
        " within a few years. (indirect speech: the compiler’s account)\n"
        f"— the judge, as relayed by one mother {WITHHELD}; {REPORT.format(10)}"
    ),
    "Q3": (
        "“The authorities will take this ruling as a recommendation that doesn't imply any legal"
        " obligation to take action,” Zhovtis […] said. “And they can always cite the Minsk and"
        " Kishinev conventions that require members of the Commonwealth of Independent States to"
        " assist one another on legal matters.”\n"
        "— Yevgeny Zhovtis, head of the Kazakstan Bureau for Human Rights and Rule of Law,"
        " opinion; Institute for War and Peace Reporting, UN Rebuke for Kazakstan Over Refugee"
        " Return, 26 June 2012, CRS Issue 647, available at: [accessed 29 November 2015], para. 12"
        " (paragraphs counted)"
    ),
    "Q4": (
        "The decision harms the country's good name, and may make the government think twice"
        " before it sends asylum-seekers back. (paraphrase: the compiler’s account)\n"
        f"{ZHOVTIS}{REPORT.format(13)}"
    ),
    "Q5": (
        "The trials were hurried and had many faults. (paraphrase: the compiler’s account)\n"
        f"— Parents of two of those extradited {WITHHELD}; {REPORT.format(7)}"
    ),
    "Q6": (
        "The trial hardly looked fair, and the accused could not say anything."
        " (paraphrase: the compiler’s account)\n"
        f"— one mother {WITHHELD}; {REPORT.format(9)}"
    ),
}


@cache
def cited(name: str) -> Citations:
    """The citations of a sample at the places of its quotations."""
    case = samples.sample(name)
    places = dict.fromkeys(p for one in case.case.quotations for p in brief_places(case, one))
    return cite(case_items(case), list(places), our_style("refworld"))


def first(*shorts: str, **parts: bool) -> Any:
    case = samples.first()
    found = [quotation(case, short) for short in shorts]
    return brief_clip(case, cited(samples.NAMES[0]), found, brief_parts(parts))


@pytest.mark.parametrize(("short", "text"), EXPECTED.items())
def test_the_exact_strings_of_the_first_sample(short: str, text: str) -> None:
    made = first(short)
    assert made.clip.plain == text
    assert made.what == short
    assert made.remarks.startswith("no web address, paragraphs counted; S1, paragraph ")
    assert made.remarks.endswith(": not checked against the document")


def test_the_citation_keeps_its_italics_and_the_words_stand_as_a_block() -> None:
    clip = first("Q3").clip
    assert clip.html.startswith("<blockquote><p>“The authorities will take this ruling")
    assert "doesn&#x27;t" in clip.html
    assert "</p></blockquote><p>— Yevgeny" in clip.html
    assert "<i>UN Rebuke for Kazakstan Over Refugee Return</i>" in clip.html
    assert "{\\i UN Rebuke for Kazakstan Over Refugee Return}" in clip.rtf


def test_several_stand_apart_and_many_are_counted() -> None:
    made = first("Q1", "Q3")
    assert made.clip.plain == f"{EXPECTED['Q1']}\n\n{EXPECTED['Q3']}"
    assert made.what == "Q1, Q3"
    assert made.remarks.endswith("; 2 places: not checked against the document")
    assert made.clip.rtf.count("\\par}") == 1
    assert first(*EXPECTED).what == "6 quotations"


@pytest.mark.parametrize(
    ("part", "there"),
    [
        ("attribution", "she said."),
        ("sic", "[sic]"),
        ("speaker", "one mother"),
        ("ladder", "relaying"),
        ("citation", "Institute for War"),
        ("counted", "counted"),
        ("marks", "“"),
    ],
)
def test_each_part_can_be_left_out(part: str, there: str) -> None:
    assert there in first("Q1").clip.plain
    assert there not in first("Q1", **{part: False}).clip.plain


def test_without_any_part_the_words_alone_remain() -> None:
    text = first("Q4", **dict.fromkeys(PART_NAMES, False)).clip.plain
    assert text == EXPECTED["Q4"].splitlines()[0]
    text = first("Q4", speaker=False, ladder=False).clip.plain
    assert text.splitlines()[1] == f"— {REPORT.format(13)}"


def test_a_disclaimer_is_there_where_it_is_wished() -> None:
    lines = first("Q4", disclaimer=True).clip.plain.splitlines()
    assert lines[:2] == EXPECTED["Q4"].splitlines()
    assert lines[2].startswith("Disclaimer of UNHCR: This is not a UNHCR publication.")
    raw = bundle()["sources"]
    raw[0]["disclaimers"] = [{"text": "We do not answer for it."}]
    case = opened(sources=raw)
    plain = brief_clip(case, None, [quotation(case)], BriefParts(disclaimer=True)).clip.plain
    assert plain.endswith("\nDisclaimer of the source: We do not answer for it.")


@pytest.mark.parametrize(
    ("short", "note"),
    [
        ("Q31", ("Translation into English by the translator of the statement: “I heard him"
                " knocking on the door and calling for a doctor”"
                " (from the English translation, para. 5)")),
        ("Q34", ("Translation into English by the translator of the statement: “The doctor will be"
                " here in the morning”")),
        ("Q36", "Translated from Russian by the translator of the statement."),
    ],
)  # fmt: skip
def test_translations_of_the_second_sample(short: str, note: str) -> None:
    case = samples.second()
    one = quotation(case, short)
    citations = cited(samples.NAMES[1])
    assert brief_clip(case, citations, [one], BriefParts()).clip.plain.splitlines()[-1] == note
    without = brief_clip(case, citations, [one], BriefParts(translation=False)).clip.plain
    assert len(without.splitlines()) == 2


def test_a_translator_need_not_be_known() -> None:
    case = opened(
        **changed(
            "quotations",
            translated_from="ru",
            translations=[{"text": "Nie.", "language": "pl"}],
        )
    )
    lines = brief_clip(case, None, [quotation(case)], BriefParts()).clip.plain.splitlines()
    assert lines[-2:] == ["Translated from Russian.", "Translation into Polish: “Nie.”"]


# Without the engine, and what should be known


def test_without_the_engine_the_own_citation_stands_there_and_a_word_says_so() -> None:
    case = opened()
    made = brief_clip(case, None, [quotation(case)], BriefParts())
    assert "; The Border Press, A report on a crossing, 20 May 2019, paragraph 2" in made.clip.plain
    assert made.clip.plain.splitlines()[1].endswith(" (paragraphs counted)")
    assert made.remarks.startswith("S1: the source’s own citation; ")
    raw = bundle()["sources"]
    del raw[0]["cite_as"]
    case = opened(sources=raw)
    made = brief_clip(case, None, [quotation(case)], BriefParts())
    assert "; A report on a crossing, paragraph 2" in made.clip.plain
    assert "S1: its title only" in made.remarks


def test_a_source_that_is_not_there_is_called_by_its_id() -> None:
    raw = bundle()["passages"]
    for one in raw:
        one["source"] = "gone"
    case = opened(passages=raw)
    made = brief_clip(case, None, [quotation(case)], BriefParts(disclaimer=True))
    assert "; gone, paragraph 2" in made.clip.plain
    assert "gone: its title only" in made.remarks


def test_counted_stands_before_the_last_full_stop_and_sources_are_set_apart() -> None:
    case = opened()
    one = quotation(case)
    (place,) = brief_places(case, one)
    italic = frozenset({Face.ITALIC})
    made = Citations(
        our_style("refworld"), {(place, Form.FULL): (Run("Press "), Run("para 2.", italic))}
    )
    clip = brief_clip(case, made, [one], BriefParts()).clip
    assert clip.plain.splitlines()[1].endswith("; Press para 2 (paragraphs counted).")
    assert "<i>para 2</i> (paragraphs counted)<i>.</i>" in clip.html
    raw = bundle()["passages"]
    fragments = [fragment.passage for fragment in one.fragments]
    for record in raw:
        if record["id"] == fragments[-1]:
            record["source"] = "reprint"
    case = opened(passages=raw)
    plain = brief_clip(case, None, [quotation(case)], BriefParts(counted=False)).clip.plain
    assert plain.count("; ") == 2


def test_what_the_file_lacks_is_told() -> None:
    case = opened(**changed("quotations", fragments=[], text=None))
    made = brief_clip(case, None, [quotation(case)], BriefParts())
    assert made.clip.plain.startswith("[words not in this file]\n— ")
    assert made.remarks == (
        "Q1: words of it are not in this file; Q1: no place in a source is given"
    )


@pytest.mark.parametrize(
    ("state", "done", "words"),
    [
        (PassageState.FOUND, Checked.DONE, ""),
        (PassageState.NOT_FOUND, Checked.DONE, "not found in the document"),
        (PassageState.MOVED, Checked.DONE, "moved: the words stand elsewhere in the document"),
        (PassageState.UNCHECKED, Checked.DONE, "not checked against the document"),
        (PassageState.UNCHECKED, Checked.UNDER_WAY, "being checked"),
    ],
)
def test_a_check_that_found_something_else_is_told(
    state: PassageState, done: Checked, words: str
) -> None:
    case: OpenedCase = opened()
    one = quotation(case)
    case = checked(case, passages={fragment.passage: state for fragment in one.fragments})
    case = replace(case, checked=done)
    made = brief_clip(case, None, [one], BriefParts(citation=False))
    assert made.remarks == (f"S1, paragraph 2: {words}" if words else "")
    assert "crossing" not in made.clip.plain


def test_lines_of_the_words_stay_lines() -> None:
    raw = bundle()["quotations"]
    raw[1] |= {"text": "One <line>\nand another", "mode": "paraphrase"}
    case = opened(quotations=raw)
    clip = brief_clip(case, None, [quotation(case, "Q2")], BriefParts()).clip
    assert clip.plain.startswith("One <line>\nand another")
    assert clip.html.startswith("<blockquote><p>One &lt;line&gt;<br>and another")
    assert "One <line>\\line and another" in clip.rtf


def test_the_places_of_a_quotation_are_those_of_its_fragments() -> None:
    case = samples.first()
    (place,) = brief_places(case, quotation(case, "Q1"))
    assert isinstance(place, Wanted)
    assert place.pinpoint is not None
    assert (place.source, place.pinpoint.value) == ("report", "10")
