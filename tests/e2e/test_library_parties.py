"""The same party in other cases, from the index that a reader would have."""

import json
from pathlib import Path

from caseviewer.search.library.library import Library
from caseviewer.search.library.values import SameBy
from tests.ui.kit import ABDUSSAMATOV, copy_of


def test_a_body_or_a_person_of_a_country_is_not_that_state(tmp_path: Path) -> None:
    copy_of(ABDUSSAMATOV, tmp_path / "shelf" / "one")
    other = copy_of(ABDUSSAMATOV, tmp_path / "shelf" / "two") / "case.json"
    case = json.loads(other.read_text("utf-8"))
    for party in case["parties"]:
        party["name"] = f"{party['name']} elsewhere"
        party.pop("variants", None)
    other.write_text(json.dumps(case), "utf-8")
    library = Library(tmp_path / "settings", tmp_path / "cache")
    library.add_folder(tmp_path / "shelf")
    library.refresh(lambda _: None, lambda: True)
    first = library.details(library.cases()[0].key)
    assert first is not None
    (state,) = [one for one in first.parties if one.name.startswith("Kazakhstan")]
    of_the_country = [one for one in first.parties if one.country == state.country]
    assert len(of_the_country) > 1
    found = library.same_party(first.row.key, state.record)
    assert [one.party.name.split()[0] for one in found if one.by is SameBy.COUNTRY] == [
        "Kazakhstan"
    ]
    library.close()
