from caseviewer.bundle.report import LIMIT, Remark, Report, Subject, placed
from caseviewer.model.problems import Place, Problem, Severity

SUBJECT = Subject("crossing", "E1", ("chronology", 0))
REMARK = Remark(("date", "edtf"), "field.value", "it is no date", "2019-13", "a date", "Look.")


def test_a_remark_becomes_a_problem_of_its_record() -> None:
    problem = REMARK.about(SUBJECT, Severity.WARN)
    assert problem == Problem(
        Severity.WARN,
        "field.value",
        "it is no date",
        found="2019-13",
        expected="a date",
        record="crossing",
        short="E1",
        field="date",
        path=("chronology", 0, "date", "edtf"),
        hint="Look.",
    )


def many(severity: Severity, count: int) -> list[Problem]:
    return [Problem(severity, "code", f"{severity} {at}") for at in range(count)]


def test_the_gravest_come_first() -> None:
    report = Report(many(Severity.WARN, 2))
    report.add(Problem(Severity.SET_ASIDE, "code", "last"))
    assert [problem.message for problem in report.listed()] == ["last", "warn 0", "warn 1"]
    assert report.unlisted() == 0


def test_a_report_is_empty_until_something_is_wrong() -> None:
    assert Report().is_empty()
    assert not Report(many(Severity.WARN, 1)).is_empty()
    counted = Report()
    counted.count(1)
    assert not counted.is_empty()


def test_beyond_the_limit_they_are_counted() -> None:
    report = Report(many(Severity.WARN, LIMIT + 10) + many(Severity.SET_ASIDE, 5))
    listed = report.listed()
    assert len(listed) == LIMIT
    assert [problem.severity for problem in listed[:5]] == [Severity.SET_ASIDE] * 5
    assert report.unlisted() == 15


def test_beyond_the_limit_a_remark_is_only_counted() -> None:
    report = Report(many(Severity.WARN, LIMIT - 1))
    assert not report.is_full(Severity.WARN)
    for _ in range(3):
        report.tell(REMARK, SUBJECT, Severity.WARN)
    assert report.is_full(Severity.WARN)
    assert not report.is_full(Severity.SET_ASIDE)
    report.count(4)
    assert report.listed()[-1] == REMARK.about(SUBJECT, Severity.WARN)
    assert report.unlisted() == 2 + 4


def test_places_are_found_in_the_text() -> None:
    text = '{\n "a": [1,\n  {"b": 2}]\n}'
    problems = [
        Problem(Severity.WARN, "code", "inside", path=("a", 1, "b")),
        Problem(Severity.WARN, "code", "missing", path=("a", 1, "c")),
        Problem(Severity.WARN, "code", "known", path=("a",), place=Place(9, 9)),
        Problem(Severity.WARN, "code", "nowhere"),
    ]
    assert [problem.place for problem in placed(problems, text)] == [
        Place(3, 9), Place(3, 3), Place(9, 9), None,
    ]  # fmt: skip
    assert placed(problems, None) == problems
