import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.model.case_index import all_records, kind_of
from caseviewer.model.opened import OpenedCase
from caseviewer.model.record_digest import digest, record_digest
from caseviewer.model.references import Kind
from tests.formatting.making import changed, opened
from tests.formatting.samples import first, second

KNOWN = ("052f6ce2481fb993d644325a", "b1c9e76df8f55fb16b134a49")


def digests(case: OpenedCase) -> dict[str, str]:
    return {one.id: record_digest(case.index, one) for one in all_records(case.case)}


def differing(before: OpenedCase, after: OpenedCase) -> list[str]:
    found = digests(after)
    return [name for name, said in digests(before).items() if found[name] != said]


@pytest.mark.parametrize("case", [first(), second(), opened()])
def test_records_of_every_kind_have_a_digest_of_their_own(case: OpenedCase) -> None:
    found = digests(case)
    assert {kind_of(one) for one in all_records(case.case)} == set(Kind)
    assert all(re.fullmatch("[0-9a-f]{24}", said) for said in found.values())
    assert found == digests(case)


def test_the_same_said_again_has_the_same_digest() -> None:
    assert differing(opened(), opened()) == []


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("parties", {"name": "13 people"}),
        ("chronology", {"title": "Another title"}),
        ("gaps", {"missing": "Another thing."}),
        ("sources", {"url": "https://example.org/other"}),
    ],
)
def test_what_says_something_else_has_another(kind: str, fields: dict[str, Any]) -> None:
    after = opened(**changed(kind, 0, **fields))
    (name,) = differing(opened(), after)
    assert name == getattr(after.case, kind)[0].id


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("parties", {"number": 7}),  # what it is called is not what it says
        ("parties", {"variants": []}),  # nothing is given either way
        ("deadlines", {"triggers": changed("deadlines")["deadlines"][0]["triggers"]}),
    ],
)
def test_what_says_the_same_has_the_same(kind: str, fields: dict[str, Any]) -> None:
    assert differing(opened(), opened(**changed(kind, 0, **fields))) == []


def test_a_quotation_says_the_words_that_it_quotes() -> None:
    passages = [dict(one) for one in changed("passages")["passages"]]
    for one in passages:
        if one["id"] == "t-words":
            one["selector"] = {"exact": "They asked us nothing"}
    assert differing(opened(), opened(passages=passages)) == ["asked", "t-words"]


def test_a_quotation_without_its_passages_has_a_digest() -> None:
    fragments = [{"passage": "gone"}, {"passage": "report"}]
    assert differing(opened(), opened(**changed("quotations", 0, fragments=fragments))) == ["asked"]


@given(st.text(st.characters()))
def test_any_text_has_a_digest(text: str) -> None:
    assert digest(text) == digest(text)
    assert digest(text) != digest(text + "a")


def test_digests_outlive_the_version_that_made_them() -> None:
    """Notes of readers rest on them: where this fails, every note would be told as outdated."""
    case = opened()
    found = digests(case)
    assert (found["group"], found["asked"]) == KNOWN
