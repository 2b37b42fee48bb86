"""What is chosen in a list while its texts change."""

from dataclasses import replace

import pytest

from caseviewer.formatting.facets import Facet
from caseviewer.formatting.page import Tab
from caseviewer.formatting.table import Table
from caseviewer.formatting.tables import table_for
from caseviewer.model.opened import Checked
from caseviewer.search.row_facets import RowValues, values_of_few
from caseviewer.search.slices import at_once
from caseviewer.ui.item_models import row_choices
from caseviewer.ui.item_models.row_choices import RowChoices
from caseviewer.ui.item_models.row_work import index_facets
from tests.ui.kit import opened_sample

OLD = {"x": frozenset({"old"})}


def table_of(*words: str) -> Table:
    """A list of as many rows, each with one word."""
    rows = opened_sample().case.quotations[: len(words)]
    known = {row.id: word for row, word in zip(rows, words, strict=True)}
    facet = Facet("x", "X", lambda _, item: (known[item.id],))
    return replace(table_for(opened_sample(), Tab.QUOTATIONS), rows=rows, facets=(facet,))


def choices_of(*words: str) -> RowChoices:
    return RowChoices(opened_sample(), table_of(*words))


def test_choices_let_rows_pass_and_tell_whether_they_changed() -> None:
    made = choices_of("old", "new", "old")
    assert list(made.passing(range(3))) == [0, 1, 2]
    assert made.choose(OLD)
    assert list(made.passing(range(3))) == [0, 2]
    assert list(made.passing([1, 2])) == [2]
    assert not made.choose(OLD | {"y": frozenset({"old"})})
    assert made.choose({})
    assert list(made.passing(range(3))) == [0, 1, 2]


def test_nothing_can_be_chosen_that_no_row_has() -> None:
    made = choices_of("old", "new")
    assert not made.choose({"x": frozenset({"other"})})
    assert made.chosen == {}


def test_other_texts_drop_what_no_row_has_any_longer() -> None:
    made = choices_of("old", "new", "old")
    made.choose(OLD)
    made.replace(opened_sample(), table_of("new", "old", "new"))
    assert list(made.passing(range(3))) == [1]
    made.replace(opened_sample(), table_of("new", "newer", "new"))
    assert made.chosen == {}
    assert list(made.passing(range(3))) == [0, 1, 2]


def test_values_are_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def told(*values: object) -> object:
        asked.append(True)
        return index_facets(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(row_choices, "index_facets", told)
    made = choices_of("old", "new")
    assert asked == []
    made.choose(OLD)
    made.choose({})
    assert made.facets is not None
    assert asked == [True]


def test_nothing_is_known_or_chosen_before_what_is_awaited_comes() -> None:
    made = choices_of("old", "new")
    made.await_facets()
    assert made.facets is None
    assert not made.choose(OLD)
    facets = at_once(index_facets(opened_sample(), table_of("old", "new")))
    assert not made.take(facets)
    assert made.facets is facets
    assert made.choose(OLD)


def test_what_was_known_holds_until_the_new_comes() -> None:
    made = choices_of("old", "new", "old")
    made.choose(OLD)
    made.await_facets()
    other = table_of("new", "old", "new")
    made.replace(opened_sample(), other)
    assert list(made.passing(range(3))) == [0, 2]
    assert made.take(at_once(index_facets(opened_sample(), other)))
    assert list(made.passing(range(3))) == [1]


def test_what_was_known_of_other_rows_does_not_hold() -> None:
    made = choices_of("old", "new", "old")
    made.choose(OLD)
    made.await_facets()
    made.replace(opened_sample(), table_of("new", "old"))
    assert made.facets is None
    assert made.chosen == {}
    assert list(made.passing(range(2))) == [0, 1]


def test_what_is_found_later_is_chosen_by(qapp: object) -> None:
    under_way = opened_sample().with_checks(
        documents=(), passages=(), findings=(), checked=Checked.UNDER_WAY
    )
    table = table_for(under_way, Tab.QUOTATIONS)
    made = RowChoices(under_way, table)
    assert made.facets is not None
    assert set(made.facets.counts("check")) == {"not checked"}
    made.replace(opened_sample(), table_for(opened_sample(), Tab.QUOTATIONS))
    assert set(made.facets.counts("check")) == {"found", "not checked"}


def own_of(*words: str) -> tuple[str, RowValues]:
    """What rows have of the reader's own facet, a word each."""
    return "yours", values_of_few(len(words), (), {at: (word,) for at, word in enumerate(words)})


READ = {"yours": frozenset({"read"})}


def test_the_readers_own_can_be_chosen_with_the_rest_and_goes_as_a_whole() -> None:
    made = choices_of("old", "new", "old")
    assert not made.set_own(own_of("read", "read", "not"))
    assert made.choose(READ | OLD)
    assert list(made.passing(range(3))) == [0]
    assert made.set_own(own_of("not", "not", "read"))
    assert list(made.passing(range(3))) == [2]
    assert made.set_own(None)
    assert made.chosen == OLD
    assert list(made.passing(range(3))) == [0, 2]
    assert not made.choose(READ | OLD)


def test_other_texts_have_their_own_of_the_reader() -> None:
    made = choices_of("old", "new", "old")
    made.set_own(own_of("read", "not", "not"))
    made.choose(READ)
    made.replace(opened_sample(), table_of("new", "old"), own_of("not", "read"))
    assert list(made.passing(range(2))) == [1]
    made.replace(opened_sample(), table_of("new", "old"))
    assert made.chosen == {}


def test_the_readers_own_waits_for_the_other_facets() -> None:
    made = choices_of("old", "new")
    made.await_facets()
    made.set_own(own_of("read", "not"))
    assert made.facets is None
    made.take(at_once(index_facets(opened_sample(), table_of("old", "new"))))
    facets = made.facets
    assert facets is not None
    assert facets.counts("yours") == {"read": 1, "not": 1}
    assert made.choose(READ)
    made.await_facets()
    made.replace(opened_sample(), table_of("new", "old"), own_of("not", "read"))
    assert list(made.passing(range(2))) == [1]  # what is known holds until the rest comes
