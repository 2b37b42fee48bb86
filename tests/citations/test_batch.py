import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseviewer.citations import batch
from caseviewer.citations.batch import bibliography, cite, cite_places
from caseviewer.citations.engine import EngineError
from caseviewer.citations.forms import Citations, Form, Wanted
from caseviewer.citations.items import Item
from caseviewer.citations.pinpoints import Pinpoint, parse_pinpoint
from caseviewer.citations.runs import html, plain
from caseviewer.citations.styles import Style, make_style
from tests.citations.small import BIBLIOGRAPHY, SHORTER, small_style, small_xml

ARTICLES = (
    '<locale xml:lang="en"><terms><term name="article-locator" form="short">'
    "<single>art</single><multiple>arts</multiple></term></terms></locale>"
)


def item(source: str = "s", title: str = "Title", **data: Any) -> Item:
    return Item(source, {"type": "report", "title": title, **data})


def at(text: str, source: str = "s") -> Wanted:
    return Wanted(source, parse_pinpoint(text))


def words(found: Citations, wanted: Wanted, form: Form = Form.FULL) -> str | None:
    runs = found.get(wanted, form)
    return None if runs is None else plain(runs)


def test_a_source_in_every_form() -> None:
    style = small_style(shorter=SHORTER, bibliography=BIBLIOGRAPHY.format(options=""))
    author = [{"literal": "Institute & <i>Co</i>"}]
    found = cite([item(author=author)], [at("paragraph 9"), Wanted("s")], style)
    assert words(found, Wanted("s")) == "Institute & <i>Co</i>, Title"
    assert words(found, at("paragraph 9")) == "Institute & <i>Co</i>, Title, paragraph 9"
    again = "Title again (n __): Institute & <i>Co</i>, Title"
    assert words(found, Wanted("s"), Form.SHORT) == again
    assert words(found, at("paragraph 9"), Form.SHORT) == f"{again}, paragraph 9"
    assert words(found, Wanted("s"), Form.BIBLIOGRAPHY) == "Institute & <i>Co</i>, Title."
    assert words(found, at("paragraph 9"), Form.BIBLIOGRAPHY) is None
    assert words(found, at("paragraph 10")) is None


def test_faces_are_kept() -> None:
    found = cite([item(title="A & <b>")], [], small_style())
    runs = found.get(Wanted("s"))
    assert runs is not None
    assert html(runs) == "<i>A &amp; &lt;b&gt;</i>"


def test_a_style_without_a_bibliography_has_no_entries() -> None:
    found = cite([item()], [], small_style())
    assert words(found, Wanted("s"), Form.BIBLIOGRAPHY) is None
    assert bibliography([item()], small_style()) == []
    assert bibliography([], small_style(bibliography=BIBLIOGRAPHY.format(options=""))) == []


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("paragraph 9", "para. 9"),
        ("paragraphs 9, 11-13", "paras 9, 11–13"),
        ("page xii-xv", "pp. xii–xv"),
        ("page A-12", "p. A-12"),
        ("section 6(a)(1)", "sect. 6(a)(1)"),
        ("sections 4-6", "sects 4–6"),
        ("article 3", "art 3"),
        ("articles 3, 5", "arts 3, 5"),
        ("appendix B", "appendix B"),
        ("lines 3-5", "ll. 3–5"),
        ("note 4", "n. 4"),
        ("figure 1", "fig. 1"),
        ("chapter 2", "ch. 2"),
    ],
)
def test_pinpoints_are_printed_as_the_style_says(typed: str, printed: str) -> None:
    style = small_style(form="short", middle=ARTICLES)
    text = words(cite([item()], [at(typed)], style), at(typed))
    assert text is not None
    assert text.replace("sects.", "sects").replace("paras.", "paras") == f"Title, {printed}"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("paragraph 7", "Title [7]"),
        ("paragraphs 7, 58", "Title [7], [58]"),
        ("paragraphs 6-8, 12.3", "Title [6]–[8], [12.3]"),
        ("paragraphs 7(a) and 9", "Title [7(a)] and [9]"),
        ("pages 7, 58", "Title [7, 58]"),
    ],
)
def test_brackets_close_around_each_paragraph(typed: str, printed: str) -> None:
    locator = b'<text variable="locator" prefix="[" suffix="]"/>'
    content = small_xml().replace(b'<text variable="locator"/>', locator)
    content = content.replace(b'<label variable="locator" form="long"/>', b"")
    content = content.replace(b'delimiter=", "', b'delimiter=" "')
    found = cite([item()], [at(typed)], make_style("x", content))
    assert words(found, at(typed)) == printed


def test_a_style_in_another_language_understands_our_labels() -> None:
    style = small_style(lang="fr-FR", form="short")
    found = cite([item()], [at("paragraph 9"), at("article 3")], style)
    assert words(found, at("paragraph 9")) == "Title, paragr. 9"
    assert words(found, at("article 3")) == "Title, article 3"  # plain words


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("“She” and “he”: a ‘x’", "‘“She” and “he”: a ‘x’’"),
        ("“left open", "‘“left open’"),
        ("closed”", "‘closed”’"),
    ],
)
def test_quotation_marks_inside_others_are_those_of_the_style(title: str, printed: str) -> None:
    content = small_xml().replace(b'font-style="italic"', b'quotes="true"')
    found = cite([item(title=title)], [], make_style("x", content))
    assert words(found, Wanted("s")) == printed


def test_a_style_may_label_editors() -> None:
    editors = b'<names variable="editor"><label prefix="(" suffix=") "/></names><date '
    content = small_xml().replace(b"<date ", editors, 1)
    editor = [{"family": "Odrin"}]
    found = cite([item(editor=editor)], [], make_style("x", content))
    assert words(found, Wanted("s")) == "Title, (editor) Odrin"


def test_dates_are_as_exact_as_they_are() -> None:
    dates: dict[str, dict[str, Any]] = {
        "day": {"date-parts": [[2012, 6, 26]]},
        "month": {"date-parts": [[2010, 12]]},
        "range": {"date-parts": [[2011, 6, 9], [2012, 6, 26]]},
        "season": {"date-parts": [[2019, 23]]},
        "words": {"literal": "after 1 June 2012"},
        "none": {},
    }
    items = [item(name, name, issued=date) for name, date in dates.items()]
    found = cite(items, [], small_style())
    assert [words(found, Wanted(name)) for name in dates] == [
        "day, 26 June 2012",
        "month, December 2010",
        "range, 9 June 2011–26 June 2012",
        "season, Autumn 2019",
        "words, after 1 June 2012",
        "none",
    ]


def test_a_bibliography_is_sorted_as_the_style_says() -> None:
    style = small_style(bibliography=BIBLIOGRAPHY.format(options=""))
    entries = bibliography([item("b", "Zebra"), item("a", "Apple"), item("c", "Moth")], style)
    assert [(source, plain(entry)) for source, entry in entries] == [
        ("a", "Apple."),
        ("c", "Moth."),
        ("b", "Zebra."),
    ]


def test_each_entry_of_a_bibliography_names_its_author() -> None:
    options = ' subsequent-author-substitute="———"'
    style = small_style(bibliography=BIBLIOGRAPHY.format(options=options))
    author = [{"literal": "Institute"}]
    items = [item("a", "Apple", author=author), item("b", "Bee", author=author)]
    assert [plain(entry) for _, entry in bibliography(items, style)] == [
        "Institute, Apple.",
        "Institute, Bee.",
    ]


YEAR = '<text variable="year-suffix" prefix=" "/>'


@pytest.mark.parametrize("cls", ["note", "in-text"])
def test_sources_are_told_apart_as_the_style_wishes(cls: str) -> None:
    style = small_style(cls, options=' disambiguate-add-year-suffix="true"', end=YEAR)
    items = [
        item(name, "Same", issued={"date-parts": [[2012]]}, author=[{"literal": "One"}])
        for name in ("s", "t")
    ]
    found = cite(items, [at("paragraph 9"), at("paragraph 10"), at("paragraph 1", "t")], style)
    assert words(found, Wanted("s")) == "One, Same, 2012 a"
    assert words(found, Wanted("t")) == "One, Same, 2012 b"
    assert words(found, at("paragraph 10")) == "One, Same, 2012, paragraph 10 a"
    assert words(found, at("paragraph 1", "t")) == "One, Same, 2012, paragraph 1 b"


def test_in_the_text_a_citation_is_never_taken_for_a_repetition() -> None:
    style = small_style("in-text", shorter=SHORTER)
    found = cite([item()], [at("paragraph 9"), at("paragraph 10")], style)
    assert words(found, at("paragraph 10")) == "Title, paragraph 10"
    assert words(found, Wanted("s"), Form.SHORT) is None


def test_in_the_text_a_source_has_no_short_form() -> None:
    found = cite([item()], [at("paragraph 9"), at("paragraph 10")], small_style("in-text"))
    assert words(found, at("paragraph 9")) == "Title, paragraph 9"
    assert words(found, at("paragraph 10")) == "Title, paragraph 10"
    assert words(found, Wanted("s"), Form.SHORT) is None


def test_a_style_that_looks_around_costs_a_bounded_number_of_calls(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(batch, "ROUNDS_LIMIT", 2)
    style = small_style(options=' disambiguate-add-names="true"')
    found = cite([item()], [at("paragraph 9"), at("paragraph 10")], style)
    assert words(found, at("paragraph 9")) == "Title, paragraph 9"
    assert words(found, at("paragraph 10")) is None


def test_a_large_case_is_formatted_in_several_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "SHEET_LIMIT", 3)
    items = [item(f"s{n}", f"T{n}") for n in range(4)]
    places = [at("paragraph 9", f"s{n}") for n in range(4)]
    found = cite(items, places, small_style())
    assert [words(found, place) for place in places] == [f"T{n}, paragraph 9" for n in range(4)]


@pytest.mark.parametrize("options", ["", ' disambiguate-add-names="true"'])
def test_more_places_are_added_to_what_is_known(
    monkeypatch: pytest.MonkeyPatch, options: str
) -> None:
    style = small_style(options=options, bibliography=BIBLIOGRAPHY.format(options=""))
    items = [item("s", "S"), item("t", "T")]
    known = cite(items, [at("paragraph 9")], style)
    monkeypatch.setattr(batch, "SHEET_LIMIT", 2)
    wanted = [at("paragraph 9"), at("page 3"), at("page 4", "t"), at("page 5"), at("9", "gone")]
    found = cite_places(items, wanted, known)
    assert words(found, at("page 3")) == "S, page 3"
    assert words(found, at("page 5")) == "S, page 5"
    assert words(found, at("page 4", "t")) == "T, page 4"
    assert words(found, at("9", "gone")) is None
    assert words(found, Wanted("t"), Form.BIBLIOGRAPHY) == "T."
    assert {**found.forms, **known.forms} == found.forms


def test_nothing_to_cite_costs_no_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "run_citeproc", None)
    assert cite([], [], small_style()).forms == {}
    assert (
        cite([], [at("paragraph 9")], small_style(options=' disambiguate-add-names="1"')).forms
        == {}
    )


@settings(max_examples=25)
@given(
    st.text(
        # What stands between quotation marks gets those of the style.
        st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="“”"),
        min_size=1,
    )
)
def test_any_title_comes_out_to_the_letter(title: str) -> None:
    text = " ".join(title.split(" "))
    found = words(cite([item(title=f"A{text}z")], [], small_style()), Wanted("s"))
    assert found is not None
    assert [word for word in found.split(" ") if word] == [
        word for word in f"A{text}z".split(" ") if word
    ]


def refs(content: object) -> dict[str, Any]:
    return {"t": "Div", "c": [["refs", [], []], content]}


NOTE = {"t": "Para", "c": [{"t": "Note", "c": [{"t": "Para", "c": [{"t": "Str", "c": "x"}]}]}]}


@pytest.mark.parametrize(
    "blocks",
    [
        [],
        [{}, {}, {}],
        [{"t": "Para", "c": []}] * 3,
        [{"t": "Para", "c": [{"t": "Note", "c": "x"}]}] * 3,
        [NOTE, NOTE, NOTE, {"t": "Para"}, refs("x")],
        [
            NOTE,
            NOTE,
            NOTE,
            refs([{"t": "Div", "c": [["ref-r0"], [{"t": "Para", "c": [{"t": "Image"}]}]]}]),
        ],
    ],
)
def test_an_answer_that_is_no_citation_is_never_shown(
    monkeypatch: pytest.MonkeyPatch, blocks: list[Any]
) -> None:
    monkeypatch.setattr(
        batch, "run_citeproc", lambda *_: {"blocks": json.loads(json.dumps(blocks))}
    )
    style: Style = small_style(bibliography=BIBLIOGRAPHY.format(options=""))
    with pytest.raises(EngineError, match="The engine for citations"):
        cite([item()], [], style)


def test_a_pinpoint_without_its_source_is_left_out() -> None:
    place = Wanted("elsewhere", Pinpoint(parse_pinpoint("9").label, "9"))
    assert words(cite([item()], [place], small_style()), place) is None
