from caseviewer.citations.forms import Citations, Form, Wanted
from caseviewer.citations.runs import Run
from tests.citations.small import small_style


def test_a_citation_is_found_by_what_is_cited_and_its_form() -> None:
    runs = (Run("A"),)
    found = Citations(small_style(), {(Wanted("s"), Form.FULL): runs})
    assert found.get(Wanted("s")) == runs
    assert found.get(Wanted("s"), Form.SHORT) is None
    assert found.get(Wanted("t")) is None
