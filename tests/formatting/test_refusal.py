from caseviewer.formatting.refusal import refusal_values
from caseviewer.formatting.show import check_values
from caseviewer.model.problems import stop
from tests.formatting.making import opened


def test_a_refusal_has_the_keys_of_a_check() -> None:
    problem = stop("gone", "There is no such file.").problem
    values = refusal_values("gone.json", problem)
    assert list(values) == list(check_values(opened()))
    assert (values["opened"], values["valid"], values["case"]) == (False, False, None)
    assert values["problems"] == [problem.as_json()]
