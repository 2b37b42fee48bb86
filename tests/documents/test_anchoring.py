import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.documents.anchoring import anchor
from caseviewer.documents.passages import Readable, look_up
from caseviewer.documents.text import Paragraph, gathered, numbered_lines, paragraphs
from caseviewer.model.kinds import LocatorLabel, Numbering
from caseviewer.model.opened import PassageState
from caseviewer.model.sources import Document, Locator
from tests.builders import TEXT
from tests.documents.readables import readable

PAGES = Readable(
    "One page.\n\f\nThe other page.",
    {LocatorLabel.PAGE: gathered([Paragraph("iv", 0, 9, "One page.")])},
    offsets_hold=False,
)


def test_words_become_a_passage_as_the_document_has_them() -> None:
    found = anchor("They never  asked us\nanything,", readable(), "report", "t-9")
    passage = found.passage
    assert passage is not None
    assert (passage.id, passage.source) == ("t-9", "report")
    assert passage.selector is not None
    assert passage.selector.exact == "They never asked us anything,"
    assert (passage.selector.prefix, passage.selector.suffix) == ("", "")
    assert passage.position is not None
    assert TEXT[passage.position.start : passage.position.end] == passage.selector.exact
    assert passage.locator == Locator(label=LocatorLabel.PARAGRAPH, value="2")


def test_words_in_several_places_are_listed_with_what_is_around_them() -> None:
    found = anchor("They", readable(), "report", "t")
    assert found.passage is None
    assert len(found.places) == TEXT.count("They")
    assert all("[They]" in place.excerpt for place in found.places)


def test_a_paragraph_chooses_between_several_places() -> None:
    within = Locator(label=LocatorLabel.PARAGRAPH, value="2")
    places = anchor("said", readable("said one.\n\nsaid two."), "s", "t").places
    assert len(places) == 2
    found = anchor("said", numbered("said one.\n\nsaid two."), "s", "t", within)
    assert found.passage is not None
    assert found.passage.locator == within
    assert found.passage.selector is not None
    assert found.passage.selector.suffix == " two."


def numbered(text: str) -> Readable:
    document = Document(
        file="a",
        sha256="0" * 64,
        bytes=1,
        media_type="text/plain",
        paragraph_numbering=Numbering.COUNTED,
    )
    return Readable(text, {LocatorLabel.PARAGRAPH: paragraphs(text, document)})


def test_words_that_do_not_stand_there_have_the_nearest_text() -> None:
    found = anchor("They never asked us everything,", readable(), "report", "t")
    assert (found.passage, found.places) == (None, ())
    assert any("anything" in piece.text for piece in found.nearest)
    assert anchor("xyzzy plugh", readable(), "report", "t").nearest == ()
    assert anchor(" ", readable(), "report", "t").places == ()


def test_a_page_is_cited_where_no_paragraph_is_and_no_position_where_offsets_do_not_hold() -> None:
    passage = anchor("One page", PAGES, "s", "t").passage
    assert passage is not None
    assert passage.locator == Locator(label=LocatorLabel.PAGE, value="iv")
    assert passage.position is None
    other = anchor("other page", PAGES, "s", "t").passage
    assert other is not None
    assert other.locator is None


def test_words_that_nothing_tells_apart_keep_all_that_is_around_them() -> None:
    text = "la " * 200
    within = Locator(label=LocatorLabel.PARAGRAPH, value="1")
    assert anchor("la la", numbered(text), "s", "t", within).places != ()


def test_words_that_nothing_around_them_tells_apart_are_told_by_their_position() -> None:
    text = "\n\n".join(["The same words."] * 40)
    within = Locator(label=LocatorLabel.PARAGRAPH, value="20")
    passage = anchor("same words", numbered(text), "s", "t", within).passage
    assert passage is not None
    assert passage.selector is not None
    assert len(passage.selector.suffix) == 64
    assert look_up(passage, numbered(text)).state is PassageState.FOUND


def test_words_that_stand_elsewhere_than_asked_are_listed_there() -> None:
    ninth = Locator(label=LocatorLabel.PARAGRAPH, value="9")
    found = anchor("never asked", readable(), "s", "t", ninth)
    assert found.elsewhere
    assert [place.locator for place in found.places] == [
        Locator(label=LocatorLabel.PARAGRAPH, value="2")
    ]
    assert found.nearest == ()


def test_of_many_places_the_one_that_is_asked_for_is_taken() -> None:
    text = "\n\n".join(["The State party said so."] * 39)
    within = Locator(label=LocatorLabel.PARAGRAPH, value="30")
    passage = anchor("The State party", numbered(text), "s", "t", within).passage
    assert passage is not None
    assert passage.locator == within
    assert look_up(passage, numbered(text)).state is PassageState.FOUND


def test_a_page_that_is_asked_for_is_cited_where_paragraphs_are_numbered_too() -> None:
    text = "1. One.\n\f\n2. Two."
    pages = gathered([Paragraph("1", 0, 7, "1. One."), Paragraph("2", 10, 17, "2. Two.")])
    both = {LocatorLabel.PARAGRAPH: numbered_lines(text), LocatorLabel.PAGE: pages}
    page = Locator(label=LocatorLabel.PAGE, value="2")
    passage = anchor("Two", Readable(text, both, offsets_hold=False), "s", "t", page).passage
    assert passage is not None
    assert passage.locator == page


def test_the_words_around_do_not_begin_with_an_accent() -> None:
    text = "e\u0301xactly words. " * 2 + "end"
    made = readable(text)
    within = text.index("words", 20)
    passage = anchor("words. end", made, "s", "t").passage
    assert passage is not None
    assert passage.position is not None
    assert passage.position.start == within
    twice = numbered("xe\u0301xxxxxx word\n\nye\u0301xxxxxx word")
    second = Locator(label=LocatorLabel.PARAGRAPH, value="2")
    found = anchor("word", twice, "s", "t", second).passage
    assert found is not None
    assert found.selector is not None
    assert not found.selector.prefix.startswith("\u0301")


@given(st.data())
def test_what_is_anchored_is_found(data: st.DataObject) -> None:
    text = data.draw(st.text(st.sampled_from("ab \n“\u00ad"), min_size=1, max_size=60))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    made = numbered(text)
    passage = anchor(text[start:end], made, "s", "t").passage
    if passage is not None:
        assert look_up(passage, made).state is PassageState.FOUND


@pytest.mark.parametrize("most", [1, 20])
def test_no_more_places_are_listed_than_are_of_use(most: int) -> None:
    found = anchor("x", readable("x " * most), "s", "t")
    assert len(found.places) <= 20
