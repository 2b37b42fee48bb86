import pytest
from pydantic import TypeAdapter, ValidationError

from caseviewer.bundle.report import Remark
from caseviewer.bundle.wording import _PATTERNS, kind_of, remarks, shown
from caseviewer.model import scalars
from caseviewer.model.case import Case
from caseviewer.model.references import RECORD_TYPES, Kind
from tests.builders import bundle
from tests.bundle.checking import Change, drop, put

BLANK = "the text is blank"
NO_MONTH_13 = (
    "“2019-13” has no month 13; months are 01 to 12, and 21 to 24 after a year are "
    "spring, summer, autumn and winter."
)
TEXT = "a text in quotation marks"


def found(kind: Kind, change: Change, at: int = 0) -> list[Remark]:
    """The remarks on one record of the small bundle after a change."""
    raw = bundle()
    change(raw[kind.value][at])
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(RECORD_TYPES[kind]).validate_python(raw[kind.value][at])
    return remarks(caught.value, raw[kind.value][at])


@pytest.mark.parametrize(
    ("kind", "change", "path", "message", "quoted", "expected"),
    [
        (Kind.PARTY, drop("name"), "name", "“name” is missing", "", ""),
        (Kind.PARTY, put("name", value=5), "name", "a number stands here", "5", TEXT),
        (Kind.PARTY, put("name", value=1.5), "name", "a number stands here", "1.5", TEXT),
        (Kind.PARTY, put("name", value=None), "name", "null (nothing) stands here", "", TEXT),
        (Kind.PARTY, put("name", value=True), "name", "true or false stands here", "true", TEXT),
        (Kind.PARTY, put("name", value=["a"]), "name", "a list stands here", "", TEXT),
        (Kind.PARTY, put("name", value={"a": 1}), "name", "an object stands here", "", TEXT),
        (Kind.PARTY, put("name", value=""), "name", BLANK, "", "words, or no such field"),
        (Kind.PARTY, put("name", value=" \t"), "name", BLANK, " \t", "words, or no such field"),
        (
            Kind.PARTY, put("name", value="x" * 20_001), "name",
            "the text has 20,001 characters; at most 20,000 are read", "", "",
        ),
        (
            Kind.PARTY, put("basis", value=["a"] * 10_001), "basis",
            "the list has 10,001 entries; at most 10,000 are read", "", "",
        ),
        (
            Kind.PARTY, put("roles", value="judge"), "roles",
            "a text stands here", "judge", "a list in brackets [ ]",
        ),
        (
            Kind.PARTY, put("roles", value=["judge"]), "roles/0",
            "a text stands here", "judge", "an object in braces { }",
        ),
        (
            Kind.PARTY, put("number", value="4"), "number",
            "a text stands here", "4", "a whole number",
        ),
        (
            Kind.PARTY, put("number", value=0), "number",
            "the number is too small", "0", "at least 1",
        ),
        (
            Kind.PARTY, put("number", value=10**6), "number",
            "the number is too large", "1000000", "at most 999,999",
        ),
        (
            Kind.PARTY, put("country", value="Kaz"), "country",
            "this is not a country code", "Kaz", "three capitals of ISO 3166-1, such as “KAZ”",
        ),
        (
            Kind.PARTY, put("id", value="a b"), "id", "this is not an id", "a b",
            "letters A–Z, digits, “.”, “_” and “-”, a letter or digit first",
        ),
        (
            Kind.PARTY, put("kind", value=3), "kind", "a number stands here", "3", TEXT,
        ),
        (
            Kind.PARTY, put("kind", value="firm"), "kind",
            "this word is not one that the format knows here", "firm",
            "“person”, “group”, “organization”, “state” or “body”",
        ),
        (
            Kind.PARTY, put("roles", 0, "titel", value=1), "roles/0/titel",
            "the field “titel” is not part of the format", "", "",
        ),
        (
            Kind.PARTY, put("int", value=1), "int",
            "the field “int” is not part of the format", "", "",
        ),
        (
            Kind.EVENT, put("date", "edtf", value="2019-13"), "date/edtf",
            NO_MONTH_13, "", "",
        ),
        (
            Kind.EVENT, put("date", value={}), "date",
            "a date needs “edtf”, “verbatim” or both", "", "",
        ),
        (
            Kind.DEADLINE, put("triggers", 0, "stated", value="yes"), "triggers/0/stated",
            "a text stands here", "yes", "true or false",
        ),
        (
            Kind.SOURCE, put("csl", "volume", value={"int": 1}), "csl/volume",
            "an object stands here", "", "a whole number or a text in quotation marks",
        ),
        (
            Kind.SOURCE, put("csl", "volume", value=" "), "csl/volume",
            BLANK, " ", "words, or no such field",
        ),
        (
            Kind.SOURCE, put("csl", "issued", value={"circa": 1.5}), "csl/issued/circa",
            "a number stands here", "1.5",
            "true or false or a whole number or a text in quotation marks",
        ),
        (
            Kind.SOURCE, put("csl", "issued", "date-parts", value=[[]]), "csl/issued/date-parts/0",
            "the list is empty", "", "at least one entry",
        ),
        (
            Kind.SOURCE, put("csl", "issued", "date-parts", 0, 0, value=None),
            "csl/issued/date-parts/0/0", "null (nothing) stands here", "",
            "a whole number or a text in quotation marks",
        ),
        (
            Kind.PARTY, put("name", value="\ud800"), "name",
            "a text stands here", "\ud800", "a text without half characters",
        ),
    ],
)  # fmt: skip
def test_each_error_in_words(
    kind: Kind, change: Change, path: str, message: str, quoted: str, expected: str
) -> None:
    (remark,) = found(kind, change)
    assert "/".join(map(str, remark.path)) == path
    assert (remark.message, remark.found, remark.expected) == (message, quoted, expected)


def test_a_word_that_is_nearly_right() -> None:
    (remark,) = found(Kind.PARTY, put("kind", value="Persons"))
    assert remark.hint == "Is “person” meant?"


def test_a_long_list_of_words_is_cut() -> None:
    (remark,) = found(Kind.SOURCE, put("csl", "type", value="xyz"))
    assert remark.expected.startswith("one of 45 words: “article”, “article-journal”")
    assert remark.expected.endswith("“document” …")
    assert remark.hint == ""


def test_one_word_only() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Case).validate_python(bundle(format="bundle"))
    (remark,) = remarks(caught.value, bundle(format="bundle"))
    assert remark.expected == "“casebundle”"


def test_an_error_that_has_no_words_of_its_own() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(dict[str, int]).validate_python([])
    (remark,) = remarks(caught.value, [])
    assert remark.message == "this is not what the format allows here"


def test_several_faults_of_one_record() -> None:
    raw = {"kind": "person", "identity": "x", "surname": "A"}
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(RECORD_TYPES[Kind.PARTY]).validate_python(raw)
    paths = {remark.path for remark in remarks(caught.value, raw)}
    assert paths == {("id",), ("name",), ("identity",), ("surname",)}


def test_every_pattern_has_its_words() -> None:
    def patterns(value: object) -> set[str]:
        if isinstance(value, dict):
            own = {value["pattern"]} if isinstance(value.get("pattern"), str) else set()
            return own.union(*map(patterns, value.values()))
        return set().union(*map(patterns, value)) if isinstance(value, list) else set()

    blank = {r"\S"}
    assert patterns(TypeAdapter(Case).json_schema()) - blank == set(_PATTERNS)
    assert scalars.LINE_LIMIT < scalars.TEXT_LIMIT


def test_values_in_words() -> None:
    values: tuple[object, ...] = (None, True, "a", 1, 1.5, [], {})
    assert [kind_of(value) for value in values] == [
        "null (nothing)", "true or false", "a text", "a number", "a number", "a list", "an object",
    ]  # fmt: skip
    assert [shown(value) for value in values] == ["", "true", "a", "1", "1.5", "", ""]
    assert shown(False) == "false"
