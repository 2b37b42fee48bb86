"""The receipt: what was checked when the bundle was opened, and what was not."""

from dataclasses import replace

import pytest

from caseviewer.formatting.page import Look, Tab, Target
from caseviewer.formatting.receipt import ReceiptPart, counted, receipt, receipt_line
from caseviewer.model.dated import Date
from caseviewer.model.opened import DocumentPresence, DocumentState, OpenedCase, PassageState
from caseviewer.model.problems import Problem, Severity
from caseviewer.model.standpoint import Assumption, Standpoint
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import changed, checked, opened

PRESENCE = DocumentPresence
STATE = PassageState


def documents(*presences: DocumentPresence) -> tuple[DocumentState, ...]:
    return tuple(DocumentState(f"s{at}", presence) for at, presence in enumerate(presences))


def passages(*states: PassageState) -> dict[str, PassageState]:
    return {f"t{at}": state for at, state in enumerate(states)}


def _leads_to(item: ReceiptPart, tab: Tab) -> bool:
    """Whether a part leads to a tab, or to a passage, which stands in that of citations."""
    return item.target.tab is tab or (tab is Tab.CITATIONS and bool(item.target.record))


def part(case: OpenedCase, tab: Tab) -> tuple[str, Look]:
    (found,) = (item for item in receipt(case) if _leads_to(item, tab))
    return found.text, found.look


def test_the_first_sample_says_what_was_not_checked() -> None:
    assert receipt_line(samples.first()) == (
        "as of 29 November 2015 · valid · 0 of 1 documents here · passages not checked · 5 gaps"
        " · 1 deadline over"
    )


def test_the_second_sample_says_what_was() -> None:
    assert receipt_line(samples.second()) == (
        "as of 30 September 2020 · valid · 7 of 7 documents here, hashes match"
        " · 118 of 118 passages found, 28 not checked · 10 gaps"
        " · 9 deadlines, 3 over with no answer recorded"
    )


@pytest.mark.parametrize(
    ("presences", "words", "look"),
    [
        ((), "no documents recorded", Look.PLAIN),
        ((PRESENCE.NOT_HERE,), "0 of 1 documents here", Look.PLAIN),
        ((PRESENCE.MATCHES,), "1 of 1 documents here, hash matches", Look.PLAIN),
        (
            (PRESENCE.MATCHES, PRESENCE.MATCHES, PRESENCE.NOT_HERE),
            "2 of 3 documents here, hashes match",
            Look.PLAIN,
        ),
        (
            (PRESENCE.MATCHES, PRESENCE.DIFFERS),
            "2 of 2 documents here, 1 not verified",
            Look.WARNING,
        ),
        (
            (PRESENCE.REFUSED, PRESENCE.UNREADABLE, PRESENCE.NOT_HERE),
            "2 of 3 documents here, 2 not verified",
            Look.WARNING,
        ),
    ],
)
def test_documents(presences: tuple[DocumentPresence, ...], words: str, look: Look) -> None:
    assert part(checked(opened(), documents(*presences)), Tab.DOCUMENTS) == (words, look)


@pytest.mark.parametrize(
    ("states", "words", "look"),
    [
        ((), "no passages", Look.PLAIN),
        ((STATE.UNCHECKED, STATE.UNCHECKED), "passages not checked", Look.PLAIN),
        ((STATE.FOUND, STATE.FOUND), "every passage found", Look.PLAIN),
        (
            (STATE.FOUND, STATE.UNCHECKED),
            "1 of 1 passages found, 1 not checked",
            Look.PLAIN,
        ),
        ((STATE.FOUND, STATE.NOT_FOUND), "1 of 2 passages found, 1 not found", Look.WARNING),
        (
            (STATE.MOVED, STATE.AMBIGUOUS, STATE.UNCHECKED),
            "0 of 2 passages found, 1 moved, 1 ambiguous, 1 not checked",
            Look.WARNING,
        ),
    ],
)
def test_passages(states: tuple[PassageState, ...], words: str, look: Look) -> None:
    assert part(checked(opened(), (), passages(*states)), Tab.CITATIONS) == (words, look)


@pytest.mark.parametrize(
    ("severities", "unlisted", "words"),
    [
        ([], 0, ["valid"]),
        ([Severity.WARN], 0, ["valid", "1 warning"]),
        ([Severity.WARN, Severity.WARN], 0, ["valid", "2 warnings"]),
        ([Severity.SET_ASIDE], 0, ["1 record set aside"]),
        (
            [Severity.SET_ASIDE, Severity.SET_ASIDE, Severity.WARN],
            7,
            ["2 records set aside", "1 warning", "7 more problems not listed"],
        ),
    ],
)
def test_problems(severities: list[Severity], unlisted: int, words: list[str]) -> None:
    problems = tuple(Problem(severity, "code", "It is odd") for severity in severities)
    case = replace(opened(gaps=[]), problems=problems, unlisted_problems=unlisted)
    found = [item for item in receipt(case) if item.target.tab is Tab.REVIEW]
    assert [item.text for item in found] == [*words, "0 gaps"]
    for item in found[:-1]:
        assert item.look is (Look.PLAIN if item.text == "valid" else Look.WARNING)


OVER = bundle()["deadlines"][0]
OPEN = OVER | {"id": "b", "period": {"duration": "P9Y"}}
GUIDE = OVER | {"id": "g", "triggers": [{"label": "it", "date": {"edtf": "2019-05~"}}]}
DONE = OVER | {"id": "c", "fulfilment": {"status": "fulfilled"}}


@pytest.mark.parametrize(
    ("deadlines", "words", "look"),
    [
        ([OVER], "1 deadline over", Look.WARNING),
        ([OPEN], "1 deadline", Look.PLAIN),
        ([DONE], "1 deadline", Look.PLAIN),
        ([OPEN, DONE], "2 deadlines", Look.PLAIN),
        ([OVER, OPEN, DONE], "3 deadlines, 1 over with no answer recorded", Look.WARNING),
        ([GUIDE], "1 deadline perhaps over", Look.WARNING),
        ([GUIDE, OPEN], "2 deadlines, 1 perhaps over", Look.WARNING),
        (
            [OVER, GUIDE, OPEN],
            "3 deadlines, 1 over with no answer recorded, 1 perhaps over",
            Look.WARNING,
        ),
        ([OVER, OVER | {"id": "d"}], "2 deadlines, 2 over with no answer recorded", Look.WARNING),
    ],
)
def test_deadlines(deadlines: list[dict[str, object]], words: str, look: Look) -> None:
    assert part(opened(deadlines=deadlines), Tab.CHRONOLOGY) == (words, look)


def test_deadlines_are_counted_as_the_file_says_whatever_is_assumed() -> None:
    whole = opened(deadlines=[OVER])
    assumed = Assumption(OVER["id"], start=Date(edtf="2040-01-01"))
    assert receipt(whole.seen_from(Standpoint(assumptions=(assumed,)))) == receipt(whole)


def test_without_deadlines_none_are_mentioned() -> None:
    tabs = [item.target.tab for item in receipt(opened(deadlines=[]))]
    assert Tab.CHRONOLOGY not in tabs


def test_gaps_are_counted() -> None:
    assert " · 1 gap · " in receipt_line(opened())
    assert " · 1 gap · " in receipt_line(opened(**changed("gaps", ask=None)))


@pytest.mark.parametrize(("count", "words"), [(0, "0 gaps"), (1, "1 gap"), (2, "2 gaps")])
def test_a_noun_follows_its_number(count: int, words: str) -> None:
    assert counted(count, "gap", "gaps") == words


@pytest.mark.parametrize(
    ("states", "leads_to"),
    [
        ((STATE.FOUND, STATE.UNCHECKED), Target(tab=Tab.CITATIONS)),
        ((STATE.FOUND, STATE.IN_OTHER_COPY), Target("1")),
        ((STATE.MOVED, STATE.NOT_FOUND, STATE.AMBIGUOUS), Target("1")),
        ((STATE.MOVED, STATE.FOUND, STATE.AMBIGUOUS), Target("2")),
    ],
)
def test_the_passages_lead_to_the_one_that_is_worst(
    states: tuple[PassageState, ...], leads_to: Target
) -> None:
    named = {str(at): state for at, state in enumerate(states)}
    (found,) = (
        part for part in receipt(checked(opened(), (), named)) if "passages found" in part.text
    )
    assert found.target == leads_to
