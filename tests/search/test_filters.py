"""Conditions: what is typed behind party, kind, source, before, after and standing."""

import pytest

from caseviewer.model.kinds import EventKind, PartyKind, SourceKind, Standing
from caseviewer.model.references import Kind
from caseviewer.search.filters import Field, FilterError, OtherKind, filter_of


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("event", {Kind.EVENT}),
        ("events", {Kind.EVENT}),
        ("Parties", {Kind.PARTY}),
        ("party", {Kind.PARTY}),
        ("chronology", {Kind.EVENT}),
        ("document", {OtherKind.DOCUMENT}),
        ("documents", {OtherKind.DOCUMENT}),
        ("extradition", {EventKind.EXTRADITION}),
        ("extraditions", {EventKind.EXTRADITION}),
        ("ill-treatment", {EventKind.ILL_TREATMENT}),
        ("ill_treatment", {EventKind.ILL_TREATMENT}),
        ("change of law", {EventKind.LAW_CHANGE}),
        ("person", {PartyKind.PERSON}),
        ("bodies", {PartyKind.BODY}),
        ("submission", {EventKind.SUBMISSION, SourceKind.SUBMISSION}),
        ("extr", {EventKind.EXTRADITION}),
        ("q", {Kind.QUOTATION}),
    ],
)
def test_kinds_in_singular_and_plural_and_by_their_beginnings(
    typed: str, choices: set[str]
) -> None:
    assert filter_of(Field.KIND, typed).choices == choices


def test_a_beginning_stands_for_all_that_begin_so() -> None:
    found = filter_of(Field.STANDING, "a").choices
    assert found == {Standing.ALLEGED, Standing.ANNOUNCED}
    assert filter_of(Field.STANDING, "ALLEGED").choices == {Standing.ALLEGED}


@pytest.mark.parametrize(
    ("field", "typed", "fault"),
    [
        (Field.KIND, "spaceship",
         ("kind:spaceship is no kind; there are proceeding, party, event, deadline, quotation, "
         "source, passage, difference, gap, document, and kinds of these such as arrest, "
         "extradition, person or news report")),
        (Field.STANDING, "true",
         ("standing:true is no standing; there are alleged, announced, found, disputed, "
         "undisputed")),
        (Field.STANDING, "", "standing: lacks a word; write standing:alleged"),
        (Field.KIND, "?", ("kind: lacks a word; write kind:event, kind:quotation or "
                          "kind:extradition")),
        (Field.SOURCE, "", 'source: lacks a name; write source:S1 or source:"UN Rebuke"'),
        (Field.AFTER, "", "after: lacks a date; write after:2011 or after:2011-06-09"),
        (Field.AFTER, "soon", ("after:soon is neither a year nor a date; write after:2011 or "
                              "after:2011-06-09")),
        (Field.BEFORE, "9/6/2011",
         ("before:9/6/2011: This could be misread, as the month is not told from the day. "
         "Write it like 10 June 2011, June 2011, 2011 or 2011-06-10.")),
        (Field.KIND, "\u202eevil" * 20, None),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_told(field: Field, typed: str, fault: str | None) -> None:
    with pytest.raises(FilterError) as told:
        filter_of(field, typed)
    if fault is None:
        assert "\u202e" not in str(told.value)
    else:
        assert str(told.value) == fault


def test_days_are_read_as_people_type_them() -> None:
    date = filter_of(Field.BEFORE, "9 June 2011").date
    assert date is not None
    assert date.text == "2011-06-09"
    date = filter_of(Field.AFTER, "2011").date
    assert date is not None
    assert date.text == "2011"


def test_names_are_kept_as_words() -> None:
    found = filter_of(Field.PARTY, "One Móther", without=True)
    assert (found.words, found.without) == (("one", "mother"), True)
