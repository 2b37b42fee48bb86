import pytest

from caseviewer.bundle.header import (
    LISTS,
    OURS,
    read_header,
    require_readable,
    top_level,
    unknown_words,
    version_of,
)
from caseviewer.bundle.report import Remark, Report
from caseviewer.model.problems import BundleError, Severity
from tests.builders import bundle


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ([], "the file holds a list"),
        (None, "the file holds null"),
        ("casebundle", "the file holds a text"),
        ({}, "“format” is missing"),
        ({"format": "bagit"}, "found “bagit”, expected “casebundle”"),
        ({"format": None}, "This is not a case bundle; expected “casebundle”"),
        ({"format": ["casebundle"]}, "This is not a case bundle"),
    ],
)
def test_what_is_no_case_bundle(value: object, words: str) -> None:
    with pytest.raises(BundleError) as caught:
        top_level(value)
    assert words in str(caught.value)
    assert str(caught.value).endswith("Choose a case bundle, whose “format” is “casebundle”.")


def test_a_case_bundle_says_so() -> None:
    assert top_level({"format": "casebundle"}) == {"format": "casebundle"}


@pytest.mark.parametrize(
    ("value", "version"), [("1.0", (1, 0)), ("1.12", (1, 12)), ("0.9", (0, 9)), ("10.0", (10, 0))]
)
def test_the_version(value: str, version: tuple[int, int]) -> None:
    assert version_of({"format_version": value}) == version


@pytest.mark.parametrize("value", ["1", "01.0", "1.0.0", "1.0\n", "v1.0", "", 1.0, 1, None, []])
def test_what_is_no_version(value: object) -> None:
    with pytest.raises(BundleError, match="expected a version such as"):
        version_of({"format_version": value})


def test_no_version_at_all() -> None:
    with pytest.raises(BundleError, match="“format_version” is missing"):
        version_of({})


@pytest.mark.parametrize("version", [(1, 0), (1, 1), (1, 99)])
def test_every_minor_version_is_read(version: tuple[int, int]) -> None:
    require_readable(version)


@pytest.mark.parametrize(
    ("version", "words"),
    [((2, 0), "written for format 2.0; this program reads format 1.0"), ((0, 9), "format 0.9")],
)
def test_another_major_version_is_refused_in_words(version: tuple[int, int], words: str) -> None:
    with pytest.raises(BundleError, match=words):
        require_readable(version)


UNKNOWN = Remark(("titel",), "field.unknown", "the field “titel” is not part of the format")


def test_an_unknown_field_in_our_version() -> None:
    remark = unknown_words(UNKNOWN, (1, 0))
    assert remark.message == f"the field “titel” is not part of the format {OURS} and is not shown"


def test_an_unknown_field_in_a_newer_version() -> None:
    remark = unknown_words(UNKNOWN, (1, 3))
    assert remark.message == (
        "not understood: the field “titel”; the file is written for format 1.3, "
        "and this program reads 1.0"
    )


def test_the_header_is_read_without_the_lists() -> None:
    report = Report()
    header = read_header(bundle(parties="nonsense", speed=1), (1, 0), report)
    assert header.title == "A crossing on 3 May 2019"
    assert [(problem.severity, problem.path) for problem in report.listed()] == [
        (Severity.WARN, ("speed",))
    ]
    assert "parties" in LISTS


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"title": ""},
            (
                "title: the text is blank; expected words, or no such field. "
                "Correct it; without it the case cannot be shown."
            ),
        ),
        (
            {"as_of": "2015-02-30", "language": 5, "compiled": {"by": "A", "on": "2015-01-01x"}},
            (
                "language: a number stands here; found “5”, expected a text in quotation marks. "
                "Correct it, and also “as_of”, “on”; without these the case cannot be shown."
            ),
        ),
    ],
)
def test_a_fault_in_the_header_tells_of_the_others(
    changes: dict[str, object], sentence: str
) -> None:
    with pytest.raises(BundleError) as caught:
        read_header(bundle(**changes), (1, 0), Report())
    assert str(caught.value) == sentence
    assert caught.value.problem.severity is Severity.STOP
