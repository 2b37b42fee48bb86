import json

from caseviewer.formatting import show
from caseviewer.formatting.found_values import found_lines, found_values
from tests.formatting import samples
from tests.formatting.making import opened
from tests.formatting.reviews import found


def test_what_was_found_is_counted_by_rule() -> None:
    assert list(found_lines(found())) == [
        "",
        "Found by the program: 4 (to read it: show --tab review)",
        "– told before it happened: 1",
        "– may be another spelling of a name: 1",
        "– party never mentioned: 1",
        "– all: 29 − 28 = 1 not accounted for",
    ]
    assert list(found_lines(opened())) == []


def test_of_the_samples_nothing_is_left_to_tell() -> None:
    for case in (samples.first(), samples.second()):
        assert list(found_lines(case)) == []
    assert "– party never mentioned: 1" in list(show.check_lines(found()))


def test_values_hold_every_finding_and_every_sum() -> None:
    case = found()
    values = found_values(case)
    assert [one["rule"] for one in values] == [
        "told_too_early", "near_spelling", "party_alone", "sum", "sum",
    ]  # fmt: skip
    assert values[0] == {
        "rule": "told_too_early",
        "records": ["late", "report"],
        "sentence": "In Kazakstan: 20 January 2020 (E3) – 20 May 2019 (S1)",
        "values": [
            {
                "value": "20 January 2020",
                "record": "late",
                "asserted_by": ["press", "woman"],
                "passages": ["t-group"],
            },
            {"value": "20 May 2019", "record": "report", "asserted_by": ["press"], "passages": []},
        ],
    }
    assert values[3] == {
        "rule": "sum",
        "records": ["all", "most"],
        "sentence": "all: 29 − 28 = 1 not accounted for",
        "rest": 1,
        "recorded": [],
    }
    assert json.loads(json.dumps(values)) == values
    assert found_values(opened()) == []
