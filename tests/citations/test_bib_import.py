import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caseviewer.citations import bib_import
from caseviewer.citations.bib_import import read_bib
from caseviewer.citations.engine import EngineError
from caseviewer.citations.import_entry import Entry, ImportFault
from caseviewer.citations.import_records import records
from tests.citations.import_checks import check

MISC = "The type “@misc” says little; choose one of CSL"


def one(text: str) -> Entry:
    (entry,), told = read_bib(text)
    assert told == []
    return entry


def field(text: str, name: str) -> Any:
    entry = one(f"@book{{k, {text}}}")
    assert entry.remarks == []
    return entry.data.get(name)


def test_an_entry_of_biblatex() -> None:
    entry = one(
        "@report{watch, author = {{Border Watch} and Odrin, Vera}, title = {Sent Back: The Story},"
        " date = {2012-06~}, institution = {Border Watch}, number = {CRS 647}, foo = {bar},"
        " url = {https://example.org/a%20b}, urldate = {2015-11-29}, type = {Report}}"
    )
    assert entry.data == {
        "type": "report",
        "author": [{"literal": "Border Watch"}, {"family": "Odrin", "given": "Vera"}],
        "title": "Sent Back: The Story",
        "issued": {"raw": "2012-06~"},
        "publisher": "Border Watch",
        "number": "CRS 647",
        "URL": "https://example.org/a%20b",
        "accessed": {"raw": "2015-11-29"},
        "genre": "Report",
    }
    assert entry.remarks == ["The field “foo” was left behind"]


def test_an_entry_of_bibtex() -> None:
    entry = one(
        '@string{jhr = "Journal of Rights"}\n@article{o, author = "Odrin, Vera", journal = jhr,'
        " title = {On the {UN} \\& caf\\'e}, year = 2019, month = jun, pages = {1--2}}"
    )
    assert entry.data == {
        "type": "article-journal",
        "author": [{"family": "Odrin", "given": "Vera"}],
        "container-title": "Journal of Rights",
        "title": "On the UN & café",
        "issued": {"date-parts": [[2019, 6]]},
        "page": "1-2",
    }
    assert entry.remarks == []


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("date = {2012}, year = {2012}", {"raw": "2012"}),
        ("date = {2012/..}", {"raw": "2012/.."}),
        ("date = {after {2012}}", {"literal": "after 2012"}),
        ("year = {1999?}", {"raw": "1999?"}),
        ("year = {in press}", {"literal": "in press"}),
        ("year = 1999, month = {June}", {"date-parts": [[1999, 6]]}),
        ("year = {forthcoming}, month = {Spring}", {"literal": "Spring forthcoming"}),
        ("title = {T}", None),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(text: str, issued: object) -> None:
    assert field(text, "issued") == issued


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("langid = {english}", "en"),
        ("langid = {british}", "en-GB"),
        ("langid = {en-AU}", "en-AU"),
        ("langid = {kk}, language = {ru}", "kk"),
        ("language = {ru}", "ru"),
        ("langid = {kazakh}", "kazakh"),
    ],
)
def test_a_language_gets_no_region_that_is_not_said(text: str, language: str) -> None:
    assert one(f"@book{{k, title = {{T}}, {text}}}").data["language"] == language


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("author = {A, B and others}", "“and others” in “author” was left behind: it is no name"),
        ("month = {Spring}, year = 2012", "The field “month” was left behind"),
        ("a+b = {x}", "The field “a+b” was left behind"),
        ("language = {english}", "The field “language” was left behind"),
        ("crossref = {nobody}", "The field “crossref” was left behind"),
        (
            "eprint = {1234.5}, eprinttype = {arxiv}",
            "The address that pandoc made of “eprint” was left out",
        ),
        (
            r"howpublished = {\url{https://example.org/x}}",
            "“howpublished” holds an address, and was read as one",
        ),
        ("note = x", "The abbreviation “x” is not defined in the file"),
    ],
)
def test_what_is_left_behind_or_read_in_its_own_way_is_told(text: str, remark: str) -> None:
    assert remark in one(f"@book{{k, title = {{T}}, {text}}}").remarks


def test_an_address_in_another_place_is_one() -> None:
    entry = one(r"@misc{k, howpublished = {\url{https://example.org/x}}}")
    assert entry.data == {"type": "document", "URL": "https://example.org/x"}
    assert MISC in entry.remarks
    entry = one(r"@book{k, howpublished = {\url{https://a.org}}, url = {https://b.org}}")
    assert entry.data == {"type": "book", "URL": "https://b.org"}
    assert entry.remarks == [
        "“howpublished” holds an address, and was left behind, as there is another"
    ]


def test_a_percent_sign_takes_nothing_with_it() -> None:
    assert field(r"note = {50% of \% all}", "note") == "50% of % all"


def test_a_title_is_not_cut_at_its_colon() -> None:
    assert field("title = {One: Two}", "title-short") is None
    assert field("title = {One: Two}, shorttitle = {One}", "title-short") == "One"


def test_an_entry_takes_from_another_that_it_names() -> None:
    entries, told = read_bib(
        "@xdata{x, publisher = {P}}\n@set{s, entryset = {a,b}}\n"
        "@book{a, title = {A}, xdata = {X}}\n@inbook{b, title = {B}, crossref = {a}}"
    )
    first, second = entries
    assert first.data["publisher"] == "P"
    assert second.data["container-title"] == "A"
    assert told == []


def test_a_broken_entry_takes_no_other_with_it() -> None:
    entries, told = read_bib("@book{a, title = {A}\n@book{b, title = {B}}")
    assert [entry.data["title"] for entry in entries] == ["B"]
    (sentence,) = told
    assert sentence == (
        "The entry in line 1 cannot be read: the end stands where a field or the end of the entry"
        " was expected."
    )


class Engine:
    """In the place of pandoc: it gives up where it meets a word, or whatever it gets."""

    def __init__(self, *, refuses: str = "", answer: str | None = None) -> None:
        self.refuses = refuses
        self.answer = answer

    def __call__(self, options: list[str], source: bytes, seconds: float) -> bytes:
        assert options[1:] == ["--to=csljson"]
        assert seconds > 0
        text = source.decode()
        if self.refuses in text:
            raise EngineError("The engine gave up.")
        if self.answer is not None:
            return self.answer.encode()
        names = [part.partition(",")[0] for part in text.split("@book{")[1:]]
        return json.dumps([{"id": name, "type": "book"} for name in names]).encode()


def set_engine(monkeypatch: pytest.MonkeyPatch, engine: Engine) -> None:
    monkeypatch.setattr(bib_import, "run_pandoc", engine)


BOOKS = "\n".join(f"@book{{k{number}, title = {{T{number}}}}}" for number in range(9))


def test_an_entry_that_pandoc_cannot_read_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    set_engine(monkeypatch, Engine(refuses="{{T5}}"))
    entries, told = read_bib(BOOKS)
    assert len(entries) == 8
    assert told == ["The entry in line 6 cannot be read by pandoc."]


@pytest.mark.parametrize(
    ("engine", "words"),
    [
        (Engine(), "The engine gave up"),
        (Engine(refuses="@book", answer="{"), "cannot be read"),
        (Engine(refuses="never", answer='[{"type": "book"}]'), "cannot be read"),
        (Engine(refuses="never", answer="[" * 100_000), "cannot be read"),
        (Engine(refuses="never", answer="[3]"), "cannot be read"),
    ],
)
def test_where_nothing_can_be_read_a_sentence_says_so(
    monkeypatch: pytest.MonkeyPatch, engine: Engine, words: str
) -> None:
    set_engine(monkeypatch, engine)
    with pytest.raises(ImportFault, match=words):
        read_bib(BOOKS)


def test_a_file_that_fails_only_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    set_engine(monkeypatch, Engine(refuses="-title"))  # only the probes fail
    with pytest.raises(ImportFault, match="The engine gave up"):
        read_bib(BOOKS)


def test_the_search_for_bad_entries_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    set_engine(monkeypatch, Engine(refuses="@book"))
    monkeypatch.setattr(bib_import, "_MOST_CALLS", 5)
    with pytest.raises(ImportFault, match="Too many entries"):
        read_bib(BOOKS)


def test_an_entry_that_pandoc_leaves_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    set_engine(monkeypatch, Engine(refuses="never", answer="[]"))
    entries, told = read_bib("@book{k, title = {T}}")
    assert entries == []
    assert told == ["The entry in line 1 is none that pandoc reads."]


def test_fields_are_not_tried_out_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bib_import, "_PROBES", 3)
    entries, told = read_bib(BOOKS.replace("title", "foo"))
    assert told == ["From line 4 on it was not looked into which fields were left behind."]
    assert [bool(entry.remarks) for entry in entries] == [True] * 3 + [False] * 6


WHOLE = (
    "@string{a = {b}}\n@article{x1, author = {A, B and {C D}}, title = {T \\emph{u} $x$},\n"
    'journal = a # "c", year = 2019, month = jun}\n@misc{x2, date = {2012/2013}, url = {http://a}}'
)


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(WHOLE)), st.sampled_from(list('{}"\\,@=#%$&\n~^_')) | st.text()
        ),
        max_size=4,
    )
)
def test_a_mutated_file_gives_sound_records_or_a_sentence(cuts: list[tuple[int, str]]) -> None:
    text = WHOLE
    for at, put in cuts:
        text = text[:at] + put + text[at + 1 :]
    entries, told = read_bib(text)
    check(records(entries)[0])
    assert all(sentence.endswith(".") for sentence in told)
