from typing import Any

import pytest

from caseviewer.review.identifiers import case_numbers, symbols
from tests.review.looks import difference, facts, look, passage, source

FORTY_EIGHT, FORTY_SEVEN = "CAT/C/48/D/444/2010", "CAT/C/47/D/444/2010"


def proceeding(*values: str, scheme: str = "Communication No.", name: str = "c") -> dict[str, Any]:
    return {
        "id": name, "title": "A v. B", "body": "p", "kind": "individual_communication",
        "status": "decided",
        "identifiers": [{"scheme": scheme, "value": value} for value in values],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (FORTY_SEVEN, True),
        (f"See UN Doc. {FORTY_SEVEN}, para. 3", True),
        (FORTY_EIGHT, False),
        # Other numbers and years are other cases.
        ("CAT/C/48/D/445/2010", False),
        ("CAT/C/48/D/444/2011", False),
        ("CAT/C/47/R/444/2010", False),
        ("CCPR/C/48/D/444/2010", False),
        ("CAT/C/47/D/444/2010/Rev.1", False),
        ("A/HRC/21/1", False),
    ],
)
def test_two_symbols_of_one_case_may_differ_in_a_part(other: str, found: bool) -> None:
    case = look(proceedings=[proceeding(FORTY_EIGHT)], sources=[source("s", cite_as=other)])
    values = [FORTY_EIGHT, FORTY_SEVEN]
    assert facts(symbols, case) == ([(("c", "s"), values, ())] if found else [])


def test_symbols_are_read_in_numbers_titles_and_words_of_sources() -> None:
    case = look(
        sources=[
            source("s", csl={"number": FORTY_EIGHT, "title": f"On {FORTY_EIGHT}"}),
            source("o", csl={"title": f"On {FORTY_SEVEN}"}),
        ],
        passages=[passage("t", "s", f"in {FORTY_EIGHT} it"), passage("u", "s")],
    )
    assert [records for records, _, _ in facts(symbols, case)] == [("s", "t", "o")]


@pytest.mark.parametrize(
    ("kind", "recorded"), [("identifier_variant", ("x",)), ("contradiction", ())]
)
def test_a_variant_may_be_recorded(kind: str, recorded: tuple[str, ...]) -> None:
    case = look(
        proceedings=[proceeding(FORTY_EIGHT)],
        sources=[source("s", cite_as=FORTY_SEVEN)],
        differences=[difference(kind, [], FORTY_SEVEN, "another")],
    )
    assert [one[2] for one in facts(symbols, case)] == [recorded]


@pytest.mark.parametrize(
    ("values", "csl", "found"),
    [
        (["31/2017", "CPC/C/9/D/31/2017"], {}, []),
        (["31/2017", "CPC/C/9/D/31/2016"], {}, ["31/2017", "CPC/C/9/D/31/2016"]),
        (["31/2017", "CPC/C/9/D/13/2017"], {}, ["31/2017", "CPC/C/9/D/13/2017"]),
        (["31/2017", "CPC/C/9/D/13/2016"], {}, []),
        (["31/2017"], {"number": "Communication No. 31/2018"}, ["31/2017", "31/2018"]),
        (["31/2017"], {"number": "Communication No. 31/2017"}, []),
        (["31/2017"], {"number": "No. 31/2018"}, []),
        (["31/2017"], {"number": "Communication No. 31/2018", "title": "Another"}, []),
        # Cases that were joined have several numbers.
        (["31/2017", "32/2017"], {"number": "Communications Nos. 31/2017 and 32/2017"}, []),
        (["31/2017", "32/2017", "33/2017"], {}, []),
        (["no number"], {"number": "Communication No. 31/2018"}, []),
    ],
)
def test_one_case_has_one_number(values: list[str], csl: dict[str, str], found: list[str]) -> None:
    case = look(
        proceedings=[proceeding(*values)], sources=[source("s", csl={"title": "A v. b", **csl})]
    )
    assert [one[1] for one in facts(case_numbers, case)] == ([found] if found else [])


def test_numbers_of_courts_are_not_compared() -> None:
    case = look(
        proceedings=[proceeding("73/2016", "74/2016", scheme="Case No.")], sources=[source("s")]
    )
    assert facts(case_numbers, case) == []
