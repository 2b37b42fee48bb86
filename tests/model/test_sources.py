import pytest
from pydantic import TypeAdapter, ValidationError

from caseviewer.model.kinds import Nature, Numbering, UrlStatus
from caseviewer.model.sources import Passage, Position, Source
from tests.builders import bundle


def test_a_source() -> None:
    item = TypeAdapter(Source).validate_python(bundle()["sources"][0])
    assert item.cite_as == "The Border Press, A report on a crossing,\u00a020 May 2019"
    assert (item.nature, item.url_status) == (Nature.ORIGINAL, UrlStatus.GIVEN)
    assert item.document is not None
    assert item.document.paragraph_numbering is Numbering.COUNTED


def test_another_copy_of_a_work() -> None:
    item = TypeAdapter(Source).validate_python(bundle()["sources"][1])
    assert item.same_work_as == "report"
    assert [item.document, item.url] == [None, None]


def test_a_passage() -> None:
    item = TypeAdapter(Passage).validate_python(bundle()["passages"][1])
    assert item.selector is not None
    assert (item.selector.prefix, item.selector.suffix) == ('"', "")
    assert item.position == Position(start=86, end=115)


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (-1, 5), (0, 2**53), (True, 5)])
def test_offsets_are_in_order(start: int, end: int) -> None:
    with pytest.raises(ValidationError):
        Position(start=start, end=end)
