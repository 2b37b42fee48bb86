import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseviewer.citations.bib_scan import BibEntry, scan
from caseviewer.citations.import_entry import ImportFault


def one(text: str) -> BibEntry:
    (entry,), told = scan(text)
    assert told == []
    return entry


def test_an_entry_is_taken_apart() -> None:
    entry = one('@Book{k1,\n Title = {A {B}\n  C}, year = 2012, note = "x {"} y", }')
    assert entry == BibEntry(
        "book", "k1", 1, {"title": "A {B} C", "year": "2012", "note": 'x {"} y'}
    )


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("@book{k}", {}),
        ("@book{k,}", {}),
        ("@book(k, a = {x)}, b = 1)", {"a": "x)", "b": "1"}),
        ('@book{k, a = "x" # { y} # jan}', {"a": "x yjan"}),
        (r"@book{k, a = {\} \{ \"}}", {"a": r"\} \{ \""}),
        ("@book{, a = {x}}", {"a": "x"}),
        ("@book{k, a = {}, b = {x}}", {"b": "x"}),
        ("@string{j = {Journal}}\n@string(k = j # { X})@book{k, a = J, b = k}",
         {"a": "Journal", "b": "Journal X"}),
        ('@comment{x {y}}\n% hm\n@preamble("p")@book{k, a = 1}', {"a": "1"}),
    ],
)  # fmt: skip
def test_what_may_stand_in_an_entry(text: str, fields: dict[str, str]) -> None:
    assert one(text).fields == fields


def test_what_is_odd_is_told_with_the_entry() -> None:
    entry = one("@book{k, a = {x}, A = {y}, b = jhr}")
    assert entry.fields == {"a": "x", "b": "jhr"}
    assert entry.remarks == [
        "The field “a” stands twice; the first counts",
        "The abbreviation “jhr” is not defined in the file",
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("@book{k, a = {x}", "“the end” stands where"),
        ("@book{k, a = {x", "its braces or quotation marks do not pair"),
        ('@book{k, a = "x}"}', "its braces or quotation marks do not pair"),
        ("@book{k x, a = {x}}", "its key is missing or holds characters"),
        ("@book{k, a = {x} b = {y}}", ""),
        ("@book{k, a b = {y}}", "“a b = {y}}” stands where a field"),
        ("@book{k, a = }", "the field “a” has no value"),
        ("@book{k, a = {x})", "“)” stands where"),
    ],
)
def test_an_entry_that_cannot_be_read_takes_no_other_with_it(text: str, fault: str) -> None:
    entries, told = scan(f"\n{text}\n@book{{other, year = 1}}")
    assert [entry.key for entry in entries][-1] == "other"
    assert [entry.line for entry in entries][-1] == 3
    if fault:
        (sentence,) = told
        assert sentence.startswith("The entry in line 2 cannot be read: ")
        assert fault.replace("“the end”", "the end") in sentence


def test_text_outside_is_told_once() -> None:
    _, told = scan("one\n% two\n@book{a} three\n@book{b}\nfour")
    assert told == ["Text outside of the entries was left aside."]


def test_lines_are_those_of_the_file() -> None:
    entries, _ = scan("\n@book{a,\n x = 1}\n @book{b} @book{c,\n x = 1} @book{d}")
    assert [(entry.key, entry.line) for entry in entries] == [
        ("a", 2),
        ("b", 4),
        ("c", 4),
        ("d", 5),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "@a{x,b={" * 100_000,
        "\n@a{x,b={" * 100_000,
        "@a{" + " " * 1_000_000 + "x y",
        "@a{x, " + "b " * 500_000,
        "@a" * 500_000,
        "@a{x,b=" + "{" * 1_000_000,
    ],
)
def test_a_hostile_file_is_read_in_one_go(text: str) -> None:
    assert scan(text)[0] == []


def test_too_many_entries_are_refused() -> None:
    with pytest.raises(ImportFault, match="more than 20,000"):
        scan("@a{b}" * 20_001)


@given(st.text(alphabet='@ab{}(),="#\\% \n1', max_size=60))
def test_any_text_is_read_or_told(text: str) -> None:
    entries, told = scan(text)
    for entry in entries:
        assert all(value.strip() for value in entry.fields.values())
    assert all(sentence.endswith(".") for sentence in told)
