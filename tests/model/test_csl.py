from typing import get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from caseviewer.model.csl import CslItem, CslType

ADAPTER = TypeAdapter(CslItem)


def test_an_item_with_the_names_of_csl_json() -> None:
    item = ADAPTER.validate_python({
        "type": "report",
        "title": "A report",
        "container-title": "Reports",
        "author": [{"family": "Berg", "non-dropping-particle": "van den"}, {"literal": "ACAT"}],
        "issued": {"date-parts": [[2012, "6", 26]], "circa": True},
        "volume": 4,
        "issue": "12b",
        "URL": "https://example.org",
    })  # fmt: skip
    assert item.container_title == "Reports"
    assert item.author[0].non_dropping_particle == "van den"
    assert item.issued is not None
    assert item.issued.date_parts == ((2012, "6", 26),)
    assert (item.volume, item.issue, item.url) == (4, "12b", "https://example.org")


@pytest.mark.parametrize("kind", get_args(CslType))
def test_every_type_of_csl(kind: str) -> None:
    assert ADAPTER.validate_python({"type": kind}).type == kind


@pytest.mark.parametrize(
    "change",
    [
        {"type": "decision"},
        {"volume": True},
        {"volume": 1.5},
        {"volume": " "},
        {"container_title": "Reports"},
        {"url": "https://example.org"},
        {"author": [{"name": "Berg"}]},
        {"issued": {"date-parts": []}},
        {"issued": {"date-parts": [[]]}},
        {"issued": {"date-parts": [[2012, 6, 26, 1]]}},
        {"issued": {"date-parts": [[2012], [2013], [2014]]}},
        {"issued": {"date-parts": [[True]]}},
        {"issued": "2012"},
    ],
)
def test_what_is_no_item_of_csl(change: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ADAPTER.validate_python({"type": "report"} | change)
