import pytest
from pydantic import TypeAdapter, ValidationError

from caseviewer.model.case import FORMAT, FORMAT_VERSION, Case, Header
from caseviewer.model.references import Kind
from tests.builders import bundle

ADAPTER = TypeAdapter(Case)


def test_the_whole_of_a_bundle() -> None:
    case = ADAPTER.validate_python(bundle())
    assert case.format == FORMAT
    assert case.format_version == f"{FORMAT_VERSION[0]}.{FORMAT_VERSION[1]}"
    assert case.fiction is True
    assert all(getattr(case, kind.value) for kind in Kind)


def test_a_header_without_records() -> None:
    raw = {key: value for key, value in bundle().items() if key not in set(Kind)}
    assert TypeAdapter(Header).validate_python(raw).compiled.by == "A. Compiler"
    assert ADAPTER.validate_python(raw).parties == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("format", "bundle"),
        ("format_version", "1"),
        ("format_version", "01.0"),
        ("format_version", "1.0.0"),
        ("format_version", 1.0),
        ("as_of", "2015-02-30"),
        ("as_of", "2015"),
        ("language", "English"[:1]),
        ("title", " "),
        ("fiction", 1),
        ("fiction", "true"),
        ("compiled", {"by": "A. Compiler"}),
        ("parties", None),
    ],
)
def test_what_a_header_refuses(name: str, value: object) -> None:
    with pytest.raises(ValidationError):
        ADAPTER.validate_python(bundle(**{name: value}))
