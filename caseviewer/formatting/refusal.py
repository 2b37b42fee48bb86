"""A case that could not be opened, as plain values for JSON."""

from caseviewer.model.problems import Problem


def refusal_values(path: str, problem: Problem) -> dict[str, object]:
    """Why nothing could be opened, under the same keys as a check (`show.check_values`)."""
    return {
        "path": path,
        "opened": False,
        "valid": False,
        "case": None,
        "receipt": "",
        "problems": [problem.as_json()],
        "unlisted_problems": 0,
        "passages": [],
        "found": [],
        "citations": [],
    }
