from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.citations.import_records import records
from caseviewer.citations.ris import TYPES, to_ris
from caseviewer.citations.ris_import import TYPES_BACK, date_back, name_back, read_ris
from tests.citations.import_checks import check

FOREIGN = """1.
TY  - EJOUR
ID  - 77
T1  - A Visit
  to the Coast
A1  - Odrin, Vera
A2  - Berg, Anna, Jr.
JF  - Journal
JO  - J.
KW  - one
KW  - two
SN  - 978-3-16-148410-0
Y1  - 2019/6/5
DA  - June 5
UR  - https://example.org/a;b
UR  - https://example.org/c
C1  - custom
QQ  - 1
UK  - 2
N1  - Read twice.
N1  -
AB  -
ER  - \x20
"""


def data(text: str) -> dict[str, Any]:
    (entry,), told = read_ris(text)
    assert told == []
    assert entry.remarks == []
    return entry.data


def remarks(lines: str) -> list[str]:
    (entry,), _ = read_ris(f"TY  - BOOK\n{lines}\nER  - ")
    return entry.remarks


def test_an_entry_of_another_program() -> None:
    (entry,), told = read_ris(FOREIGN)
    assert entry.data == {
        "type": "article-journal",
        "title": "A Visit to the Coast",
        "author": [{"family": "Odrin", "given": "Vera"}],
        "editor": [{"family": "Berg", "given": "Anna", "suffix": "Jr."}],
        "container-title": "Journal",
        "keyword": "one, two",
        "ISBN": "978-3-16-148410-0",
        "issued": {"date-parts": [[2019, 6, 5]]},
        "URL": "https://example.org/a;b",
    }
    assert entry.record == {"note": "Read twice."}
    assert told == []
    assert entry.remarks == [
        "The tag “QQ” has no place in a bundle and was left behind",
        "The tag “XX” has no place in a bundle and was left behind",
        "The date “June 5” was left behind, as “2019/6/5” counts",
        "A second “container-title” was left behind (“J.”)",
        "A second “URL” was left behind (“https://example.org/c”)",
        "The field “custom1” has no place in a bundle and was left behind",
        "Notes were put into “note”",
    ]


@pytest.mark.parametrize(
    ("lines", "field", "value"),
    [
        ("TI - One space", "title", "One space"),
        ("SP  - 3\nEP  - 4", "page", "3-4"),
        ("SP  - 3", "page", "3"),
        ("EP  - 4", "page", "-4"),
        ("SN  - 1234-5678", "ISSN", "1234-5678"),
        ("PY  - 2019", "issued", {"date-parts": [[2019]]}),
        ("DA  - 2019/06//\nPY  - 2019", "issued", {"date-parts": [[2019, 6]]}),
        ("DA  - in press", "issued", {"literal": "in press"}),
        ("Y2  - yesterday", "accessed", {"literal": "yesterday"}),
        ("N1  - ISBN: 3", "ISBN", "3"),
        ("N1  - recipient: A, B; C", "recipient", [name_back("A, B"), name_back("C")]),
        ("N1  - submitted: 2019-06", "submitted", {"date-parts": [[2019, 6]]}),
        ("N1  - submitted: in June", "submitted", {"literal": "in June"}),
        ("A1  - A, B\nAU  - C, D", "author", [name_back("A, B"), name_back("C, D")]),
    ],
)
def test_fields(lines: str, field: str, value: object) -> None:
    assert data(f"TY  - BOOK\n{lines}\nER  - ") == {"type": "book", field: value}


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("PY  - 2019\nDA  - 2018", ["The date “2019” was left behind, as “2018” counts"]),
        ("TI  - A\nTI  - B", ["A second “title” was left behind (“B”)"]),
        ("Y2  - 2018\nY2  - 2019", ["A second “accessed” was left behind (“2019”)"]),
        ("TI  - A\nT1  - A", []),
        ("N1  - title: B\nTI  - A", ["Notes were put into “note”"]),
        ("N1  - ISBN: 1\nN1  - ISBN: 2", ["Notes were put into “note”"]),
    ],
)
def test_what_stands_twice_is_told(lines: str, told: list[str]) -> None:
    assert remarks(lines) == told


@pytest.mark.parametrize(
    ("kind", "csl", "remark"),
    [
        ("GEN", "document", "The type “GEN” of RIS says little; choose one of CSL"),
        ("LEGAL", "regulation", "The type “LEGAL” of RIS says little; choose one of CSL"),
        ("WHAT", "document", "The type “WHAT” is none of RIS"),
    ],
)
def test_a_type_that_says_little_is_told(kind: str, csl: str, remark: str) -> None:
    (entry,), _ = read_ris(f"TY  - {kind}\nER  - ")
    assert entry.data == {"type": csl}
    assert entry.remarks == [remark]


def test_what_stands_outside_of_entries_is_told() -> None:
    text = (
        "Provider: X\n\nAU  - A\nTY  - BOOK\nTI  - A\nTY  - BOOK\nER  - \nER  - \nTY  - MAP\nmore"
    )
    entries, told = read_ris(text)
    assert [entry.data["type"] for entry in entries] == ["book", "book", "document"]
    assert told == [
        "Line 1 stands in no entry, and was left aside.",
        "Line 3 stands in no entry, and was left aside.",
        "The entry before line 6 has no end (ER), and was read as far as it goes.",
        "Line 8 stands in no entry, and was left aside.",
        "The entry before the end of the file has no end (ER), and was read as far as it goes.",
    ]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2012///circa", {"date-parts": [[2012]], "circa": True}),
        ("2019///autumn", {"date-parts": [[2019, 23]]}),
        ("2019///Fall", {"date-parts": [[2019, 23]]}),
        ("2019/06//spring", {"date-parts": [[2019, 6]], "literal": "spring"}),
        ("2011/06/09/to 2012-06", {"date-parts": [[2011, 6, 9], [2012, 6]]}),
        ("2011///to 2012, to 2013", {"date-parts": [[2011], [2012]], "literal": "to 2013"}),
        ("2011///to 2012-02-03, x", {"date-parts": [[2011], [2012, 2, 3]], "literal": "x"}),
        ("2012---circa", {"date-parts": [[2012]], "circa": True}),
        ("///after 1/6", {"literal": "after 1/6"}),
        ("///", None),
        ("2019//05/", None),
        ("1 June", None),
    ],
)
def test_dates(text: str, date: dict[str, Any] | None) -> None:
    assert date_back(text) == date


@pytest.mark.parametrize("text", ["A, B, C, D", "A,", ", B"])
def test_a_name_that_cannot_be_taken_apart_is_kept_whole(text: str) -> None:
    assert name_back(text) == {"literal": text}


# What `to_ris` writes and can be had back: RIS knows no particles, no two fields under one tag.

WORD = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)
LINE = st.lists(WORD | st.sampled_from(["ER", "-", "TY  -"]), min_size=1, max_size=4).map(
    lambda words: " ".join(" ".join(words).split())
)
NAME = st.one_of(
    st.fixed_dictionaries({"literal": WORD}),
    st.fixed_dictionaries({"family": WORD, "given": WORD}),
    st.fixed_dictionaries({"family": WORD, "given": WORD, "suffix": WORD}),
)
NAMES = st.lists(NAME, min_size=1, max_size=3)
PARTS = st.one_of(
    st.tuples(st.integers(1, 9999)),
    st.tuples(st.integers(1, 9999), st.integers(1, 12)),
    st.tuples(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 28)),
).map(list)
DATE = st.one_of(
    st.fixed_dictionaries({"date-parts": st.lists(PARTS, min_size=1, max_size=2)}),
    st.fixed_dictionaries({"date-parts": st.tuples(PARTS).map(list), "circa": st.just(True)}),
    st.fixed_dictionaries(
        {
            "date-parts": st.tuples(
                st.tuples(st.integers(1, 9999), st.integers(21, 24)).map(list)
            ).map(list)
        }
    ),
    st.fixed_dictionaries({"literal": st.just("after the summer")}),
)
UNIQUE = sorted(
    csl for csl, ris in TYPES.items() if TYPES_BACK[ris] == csl and ris not in {"GEN", "LEGAL"}
)
FIELDS = {
    **dict.fromkeys(
        (
            "title", "title-short", "container-title", "container-title-short", "collection-title",
            "publisher", "publisher-place", "volume", "issue", "number", "references", "genre",
            "source", "archive", "edition", "section", "language", "DOI", "abstract", "URL",
            "jurisdiction", "authority", "event-title", "note", "keyword", "ISBN", "status",
        ),
        LINE,
    ),
    **dict.fromkeys(("author", "editor", "translator", "recipient", "interviewer"), NAMES),
    **dict.fromkeys(("issued", "accessed", "original-date", "event-date", "submitted"), DATE),
    "page": st.from_regex("[1-9]{1,4}(-[1-9]{1,4})?", fullmatch=True),
}  # fmt: skip
ITEM = st.fixed_dictionaries({"type": st.sampled_from(UNIQUE)}, optional=FIELDS)


@given(st.lists(ITEM, min_size=1, max_size=3))
def test_what_is_written_as_ris_comes_back(items: list[dict[str, Any]]) -> None:
    entries, told = read_ris(to_ris(items))
    assert told == []
    assert [entry.data for entry in entries] == items
    assert [(entry.remarks, entry.record) for entry in entries] == [([], {})] * len(items)


PIECES = st.lists(
    st.sampled_from(["TY  - ", "ER  - ", "UK  - ", "AU  - ", "DA  - ", "N1  - ", "\n", "BOOK", "/"])
    | st.text(max_size=6),
    max_size=40,
).map("".join)


@given(PIECES)
def test_any_text_gives_sound_records(text: str) -> None:
    entries, _ = read_ris(text)
    check(records(entries)[0])
