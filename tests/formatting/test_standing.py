from dataclasses import replace

from caseviewer.formatting.page import Page
from caseviewer.formatting.standing import (
    marked_page,
    marked_passages,
    standing_page,
    uncited_page,
)
from caseviewer.model.opened import OpenedCase, PassageState
from tests.formatting import samples


def lines(page: Page) -> list[str]:
    return [block.text for block in page.blocks]


def with_state(opened: OpenedCase, passage: str, state: PassageState) -> OpenedCase:
    states = {**opened.passage_states, passage: state}
    return replace(opened, passages=tuple(states.items()))


def test_the_records_that_stand_on_words_are_links() -> None:
    opened = samples.first()
    page = standing_page(opened, ["t-mother-1"])
    (line,) = lines(page)
    assert line.startswith("On these words stand: ")
    assert "Q1" in line
    targets = {target.record for target in page.links()}
    assert {"t-mother-1", opened.case.quotations[0].id} <= targets


def test_of_very_many_passages_some_are_named_and_all_are_counted() -> None:
    opened = samples.first()
    names = [passage.id for passage in opened.case.passages]
    assert len(names) > 30
    links, count = lines(standing_page(opened, names))
    assert links.count(", ") == 29
    assert count == f"{len(names)} passages in all; select less to see each."


def test_words_on_which_nothing_stands() -> None:
    assert lines(standing_page(samples.first(), [])) == [
        "Nothing in this file stands on these words."
    ]


def test_what_is_marked_is_told_with_its_paragraph() -> None:
    opened = samples.first()
    quotation = opened.case.quotations[0]
    names = [one.passage for one in quotation.fragments]
    for name in names:
        opened = with_state(opened, name, PassageState.FOUND)
    assert lines(marked_page(opened, quotation.id, "report", names)) == [
        "Q1 is marked: 2 runs of words (paragraph 10). All that is cited is underlined."
    ]
    assert [one.id for one in marked_passages(opened, names[0])] == [names[0]]
    assert lines(marked_page(opened, names[0], "report", names)) == [
        (
            f"{opened.index.short(names[0])} is marked: 1 run of words (paragraph 10)."
            " All that is cited is underlined."
        )
    ]


def test_what_is_not_marked_says_why() -> None:
    opened = samples.first()
    quotation = opened.case.quotations[0]
    first, second = (one.passage for one in quotation.fragments)
    opened = with_state(opened, first, PassageState.NOT_FOUND)
    assert lines(marked_page(opened, first, "report", [])) == [
        f"{opened.index.short(first)} is not marked: not found"
    ]
    opened = with_state(opened, second, PassageState.MOVED)
    told = lines(marked_page(opened, quotation.id, "report", [second]))
    short = opened.index.short
    assert told == [
        "Q1 is marked: 1 run of words (paragraph 10). All that is cited is underlined.",
        f"{short(first)} is not marked: not found",
        f"{short(second)} is marked: moved: the words stand elsewhere in the document",
    ]


def test_of_a_passage_of_another_source_it_is_told_where_it_stands() -> None:
    opened = samples.first()
    passage = opened.case.quotations[0].fragments[0].passage
    opened = with_state(opened, passage, PassageState.FOUND)
    page = marked_page(opened, passage, "another", [])
    assert lines(page) == [f"{opened.index.short(passage)} stands in S1"]
    assert {target.record for target in page.links()} == {passage, "report"}


def test_of_other_records_nothing_is_marked() -> None:
    opened = samples.first()
    assert marked_page(opened, "report", "report", []) == Page()
    assert marked_page(opened, "one-mother", "report", []) == Page()
    assert marked_passages(opened, "nowhere") == []


def test_what_nothing_cites_is_listed_with_its_number() -> None:
    page = uncited_page([("", "Head\nof it"), ("2", "words " * 40)])
    title, count, first, second = lines(page)
    assert title == "Not cited by anything"
    assert count == "2 paragraphs or pages, in their order"
    assert first == "Head of it"
    assert second.startswith("2: words words")
    assert second.endswith("…")


def test_of_very_many_only_some_are_listed() -> None:
    page = uncited_page([(str(at), "words") for at in range(503)])
    assert lines(page)[-1] == "3 more are not listed."
    assert len(page.blocks) == 503
