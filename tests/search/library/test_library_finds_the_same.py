"""What the library finds in a case is what the search of the open case finds, record for record."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from caseviewer.documents.opening import begin
from caseviewer.formatting.page import Tab
from caseviewer.places import samples
from caseviewer.search.case_search import CaseSearch
from caseviewer.search.document_reading import read_documents
from caseviewer.search.hits import Hit, Reason
from caseviewer.search.library.library import Library
from tests.builders import TEXT, Bundle, bundle
from tests.search.library.kit import go_on, no_progress, write_case

Found = set[tuple[Tab, str]]


def searching(path: Path) -> CaseSearch:
    """The search of the open case and its documents."""
    opened = begin(path).opened
    search = CaseSearch(opened)
    search.add_documents(read_documents(opened, {}, lambda: False))
    return search


def found_in_case(path: Path, typed: str) -> Found:
    """What the open case finds by the words themselves: the tab and the record of each place."""
    found = searching(path).find(typed)
    return set() if found.near else {(place.tab, place.record) for place in found.places}


def found_in_library(library: Library, path: Path, typed: str) -> Found:
    (key,) = (row.key for row in library.cases() if row.path == str(path))
    answer = library.hits_in(typed, key, 100_000)
    return {(hit.tab, hit.record) for case in answer.cases for hit in case.hits}


@contextmanager
def library_of(*bundles: Bundle) -> Iterator[tuple[Library, list[Path]]]:
    """A library of some cases, the first of which has its document."""
    folder = Path(tempfile.mkdtemp())
    try:
        paths = [
            write_case(folder / "cases" / str(at), one, document="" if at else TEXT)
            for at, one in enumerate(bundles)
        ]
        library = Library(folder / "settings", folder / "index")
        assert library.add_folder(folder / "cases") == ""
        assert library.refresh(no_progress, go_on).ending == "done"
        yield library, paths
        library.close()
    finally:
        shutil.rmtree(folder)


WORDS = st.sampled_from(  # as people write them
    [
        "crossing",
        "Crossed",
        "guard",
        "GUARDS",
        "été",
        "Straße",
        "3/2019",
        "24-hour",
        "no-one’s",
        "Ёлка",
        "ёлки",
        "محمد",
        "東京",
        "ﬁle",
        "x²",
        "o'clock",
        "naïve",
        "co\xadope\xadrate",
        "á",
        "¶",
        "\u200bzero",
        "soft\xadhyphen",
        "½",
        "№5",
        "4A",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)


@st.composite
def cases(draw: st.DrawFn) -> Bundle:
    """A small case, in which some of the words are drawn."""
    made = bundle(title=draw(TEXTS), summary=draw(TEXTS))
    for name in ("parties", "chronology", "gaps"):
        for record in made[name]:
            if draw(st.booleans()):
                record["missing" if name == "gaps" else "description"] = draw(TEXTS)
    for one in made["parties"]:
        one.pop("variants", None)  # other forms of names are those of all cases in the library
    return made


@st.composite
def queries(draw: st.DrawFn) -> str:
    """A word, the beginning of one, several, or a phrase."""
    words = draw(TEXTS)
    match draw(st.sampled_from("wbp")):
        case "w":
            return words
        case "b":
            return words[: draw(st.integers(1, len(words)))]
        case _:
            return f'"{words}"'


@given(st.lists(cases(), min_size=1, max_size=3), st.lists(queries(), min_size=1, max_size=8))
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@example([bundle()], ["guards", '"12 people back"', "t", '"asked us anything she"'])
@example([bundle(title="№5 №5")], ["№5", '"5 no"', '"no5"', "¶"])
def test_words_beginnings_and_phrases(made: list[Bundle], typed: list[str]) -> None:
    with library_of(*made) as (library, paths):
        for query in typed:
            expected = {path: found_in_case(path, query) for path in paths}
            found = {path: found_in_library(library, path, query) for path in paths}
            if any(expected.values()) or query.startswith('"'):
                assert found == expected, query  # else near words are looked for, case by case
                counted = library.search(query).records or 0
                assert counted == sum(map(len, expected.values())), query


def test_conditions_find_the_same_in_the_samples(tmp_path: Path) -> None:
    library = Library(tmp_path / "settings", tmp_path / "index")
    library.add_folder(samples()[0].parent)
    library.refresh(no_progress, go_on)
    for path in (folder / "case.json" for folder in samples()):
        for typed in QUERIES:
            expected = found_in_case(path, typed)
            assert found_in_library(library, path, typed) == expected, (path, typed)
    library.close()


DAYS = st.sampled_from(
    ["2010", "2010-06", "2010/2012", "2011-06-09", "2012", "2012~", "2009/..", "../2011", "201X"]
)
CONDITIONS = st.builds(
    "{}{}:{}".format,
    st.sampled_from(["", "", "-"]),
    st.sampled_from(["before", "after"]),
    st.sampled_from(["2009", "2010", "2011", "2011-06-09", "2012", "2013"]),
)


@given(st.lists(DAYS, min_size=1, max_size=6), st.lists(CONDITIONS, min_size=1, max_size=3))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@example(["2010", "2012"], ["after:2010", "before:2012"])
def test_conditions_on_dates_are_met_by_one_date(days: list[str], conditions: list[str]) -> None:
    made = bundle()
    chain = [{"link": "said", "date": {"edtf": day}} for day in days]
    made["quotations"][0]["chain"] = chain
    made["chronology"][0]["date"] = {"edtf": days[0]}
    made["proceedings"][0]["decision"] = "crossing"
    made["chronology"][1]["date"] = {"edtf": days[-1]}
    typed = " ".join(conditions)
    with library_of(made) as (library, (path,)):
        assert found_in_library(library, path, typed) == found_in_case(path, typed), typed
        (row,) = library.cases()
        hits = [hit for case in library.hits_in(typed, row.key).cases for hit in case.hits]
        search = searching(path)
        found = search.find(typed)
        expected = [search.hit(found, at) for at in range(len(found))]
    assert reasons(hits) == reasons(expected)


def reasons(hits: list[Hit]) -> dict[tuple[Tab, str], tuple[Reason, ...]]:
    """Why each was found; of a deadline the index keeps no words for its window."""
    return {(hit.tab, hit.record): hit.reasons for hit in hits if hit.record != "answer"}


QUERIES = (
    "kazakhstan", "kazakhstan extradit", '"right of appeal"', "without -kazakhstan",
    "party:kazakhstan", "party:kazakhstan kind:event", "-party:kazakhstan kind:quotation",
    "kind:event before:2011", "kind:event after:2010-06", "-before:2011 kind:event",
    "standing:alleged", "kind:arrest kind:release", "source:uN kind:passage", "kind:document",
    "committee kind:document", "before:2013", "standing:found party:committee", "said -no",
    "after:2010 before:2012", "kind:event after:2010-06 before:2011-06 -before:2010",
    "\"Institute for War\" kind:source", "Zhovtis", "party:nobodyatall", "источник",
)  # fmt: skip
