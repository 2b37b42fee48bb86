import re

from caseviewer.model.case_index import all_records
from caseviewer.notes.of_case import case_key, quote, saw, shelf_of
from caseviewer.notes.store import Shelf
from caseviewer.notes.values import Quote, Saw
from tests.builders import bundle
from tests.formatting.making import opened


def test_what_a_record_was_is_kept_with_the_revision_of_the_file() -> None:
    case = opened(compiled=bundle()["compiled"] | {"revision": "2 of May"})
    woman = case.case.parties[1]
    found = saw(case.index, woman, "One woman")
    assert found == Saw(found.says, "parties", "P2", "One woman", "2 of May")
    assert re.fullmatch("[0-9a-f]{24}", found.says)
    assert saw(opened().index, woman, "a" * 300) == Saw(
        found.says, "parties", "P2", "a" * 199 + "…", "2020-02-02"
    )


def test_of_a_passage_the_words_are_kept_and_of_nothing_else() -> None:
    case = opened()
    found = {one.id: quote(one) for one in all_records(case.case)}
    quoted = {name: words for name, words in found.items() if words is not None}
    selectors = {one.id: one.selector for one in case.case.passages if one.selector is not None}
    assert quoted == {
        name: Quote(one.exact, one.prefix, one.suffix) for name, one in selectors.items()
    }
    assert len(quoted) < len(case.case.passages)


def test_a_case_is_named_by_a_digest() -> None:
    assert re.fullmatch("[0-9a-f]{24}", case_key(opened().case))
    assert shelf_of(opened().case) == Shelf(
        case_key(opened().case), "small-case", "A crossing on 3 May 2019"
    )
    assert len(shelf_of(opened(title="a" * 900).case).title) == 200
