import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseviewer.citations import imports
from caseviewer.citations.import_entry import ImportFault
from caseviewer.citations.imports import Imported, import_sources
from caseviewer.model.visible import visible
from tests.citations.import_checks import PAGE, bundle_problems, check

RIS = "TY  - BOOK\nTI  - A Visit\nAU  - Odrin, Vera\nPY  - 2019\nER  - \n"
BIB = "@book{k, title = {A Visit}, author = {Odrin, Vera}, year = 2019}"
CSL = json.dumps([
    {
        "type": "book",
        "title": "A Visit",
        "author": [{"family": "Odrin", "given": "Vera"}],
        "issued": {"date-parts": [[2019]]},
    }
])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (RIS, "RIS"),
        (f"1.\n{RIS}", "RIS"),
        (RIS.replace("AU", "N1  - \n@book{x}\nAU"), "RIS"),
        (BIB, "BibTeX or BibLaTeX"),
        (BIB.replace("A Visit", "A Visit\nTY  - "), "BibTeX or BibLaTeX"),
        (f" {CSL}", "CSL-JSON"),
        (PAGE, "a page in the form of Refworld"),
    ],
)
def test_the_form_is_told_by_the_content(text: str, form: str, tmp_path: Path) -> None:
    found = import_sources("x.txt", text.encode())
    assert found.told[0] == f"Read as {form}."
    check(found.sources)
    assert bundle_problems(found.sources, tmp_path) == []


def test_every_form_says_the_same_of_the_same_book() -> None:
    ris, bib, csl = (import_sources("x", text.encode()) for text in (RIS, BIB, CSL))
    assert ris.sources == bib.sources == csl.sources
    assert ris.sources == [
        {
            "id": "odrin-visit-2019",
            "kind": "book",
            "csl": {"id": "odrin-visit-2019", **json.loads(CSL)[0]},
            "nature": "original",
            "published": {"edtf": "2019", "basis": "stated"},
            "url_status": "not_printed",
        }
    ]


def test_ids_in_use_are_not_used_again() -> None:
    (source,) = import_sources("x", RIS.encode(), taken=["odrin-visit-2019"]).sources
    assert source["id"] == "odrin-visit-2019-2"


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_marks_and_line_ends_make_no_difference(mark: bytes, end: str) -> None:
    content = mark + RIS.replace("\n", end).encode()
    assert import_sources("x", content) == import_sources("x", RIS.encode())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "“x”: The file is empty."),
        (b" \n\xc2\xa0", "“x”: The file is empty."),
        (b"TY\0", "“x”: The file is no text: it holds a NUL character."),
        (
            b"a\n\xe9",
            "“x”: The file is no text in UTF-8 (byte E9 in line 2); save it again as UTF-8.",
        ),
        ("ä".encode("utf-16"), "“x”: The file is no text in UTF-8 (byte FF in line 1);"),
        (b"<html>", "“x”: The file is HTML or XML; save the page as plain text."),
        (b"hello", "“x”: The file is none of RIS, BibTeX, BibLaTeX, CSL-JSON and the text of"),
        (b"[]", "“x”: The file was read as CSL-JSON, but holds no source."),
        (b"[1]", "holds no source. Item 1 is no object in braces, and was left aside."),
        (b"[", "“x”: The file is no JSON:"),
        (b"[" * 100_000, "“x”: The file is nested too deeply"),
    ],
)
def test_what_cannot_be_imported_is_refused_with_a_sentence(content: bytes, words: str) -> None:
    with pytest.raises(ImportFault) as fault:
        import_sources("x", content)
    assert words in str(fault.value)
    assert str(fault.value).endswith(".")


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "MOST_BYTES", 2 * 2**20)
    with pytest.raises(ImportFault, match="“x⟨U\\+001B⟩”: The file has more than 2 MB"):
        import_sources("x\x1b", b" " * (2 * 2**20 + 1))


def test_not_everything_is_told_of_a_hopeless_file() -> None:
    found = import_sources("x", ("stray\n" * 600 + RIS).encode())
    assert len(found.told) == 501
    assert found.told[-1] == "There is more to tell, which was left out here."
    assert len(found.sources) == 1


def sound(found: Imported) -> None:
    check(found.sources)
    assert all(sentence.endswith(".") for sentence in found.told)
    assert all(visible(sentence, 10_000) == sentence for sentence in found.told)


def read_or_refuse(content: bytes) -> None:
    with contextlib.suppress(ImportFault):
        sound(import_sources("x", content))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    read_or_refuse(content)


@settings(max_examples=100)
@given(
    st.sampled_from([RIS, CSL, PAGE]).map(str.encode),
    st.lists(
        st.tuples(
            st.integers(0, 500),
            st.integers(0, 20),
            st.binary(max_size=4)
            | st.sampled_from(
                [b"NaN", b"1e999", b'"\\ud800"', b"[[", b"\xc2\xa0", b"\xe2\x80\xae"]
            ),
        ),
        max_size=4,
    ),
)
def test_a_mutated_file_is_read_or_refused(
    content: bytes, cuts: list[tuple[int, int, bytes]]
) -> None:
    for at, length, put in cuts:
        content = content[:at] + put + content[at + length :]
    read_or_refuse(content)
