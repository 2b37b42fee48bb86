"""What the program found, for the command line: a line, and plain values for JSON.

The values of a finding: rule, records, sentence, values (value, record, asserted_by, passages).
Those of a sum: rule "sum", records, sentence, rest (what is left), recorded (by which differences
and gaps).
"""

from collections.abc import Iterator

from caseviewer.formatting.found_words import finding_sentence, rule_title, sum_sentence
from caseviewer.formatting.record_titles import stated
from caseviewer.formatting.translate import tr
from caseviewer.model.dated import Date
from caseviewer.model.opened import OpenedCase
from caseviewer.model.reviewed import Compared, Finding, Reviewed, Rule, Sum


def found_lines(opened: OpenedCase) -> Iterator[str]:
    """How much was found, and by which rules; nothing where that is nothing."""
    reviewed = opened.reviewed
    if reviewed is None or not reviewed.news:
        return
    yield ""
    count = f"{reviewed.news:,}"
    yield tr("Found by the program: {count} (to read it: show --tab review)", count=count)
    for rule in Rule:
        if reviewed.count(rule):
            told = f"{reviewed.count(rule):,}"
            yield tr("– {what}: {count}", what=rule_title(rule), count=told)
    for one in reviewed.sums:
        if one.is_news:
            yield f"– {sum_sentence(opened, one)}"


def found_values(opened: OpenedCase) -> list[dict[str, object]]:
    """Every finding and every sum that is listed."""
    reviewed = opened.reviewed or Reviewed()
    return [
        *(_finding(opened, one) for one in reviewed.findings),
        *(_sum(opened, one) for one in reviewed.sums),
    ]


def _finding(opened: OpenedCase, one: Finding) -> dict[str, object]:
    return {
        "rule": one.rule.value,
        "records": list(one.records),
        "sentence": finding_sentence(opened, one),
        "values": list(map(_compared, one.values)),
    }


def _compared(one: Compared) -> dict[str, object]:
    return {
        "value": stated(one.value) if isinstance(one.value, Date) else one.value,
        "record": one.record,
        "asserted_by": list(one.asserted_by),
        "passages": list(one.passages),
    }


def _sum(opened: OpenedCase, one: Sum) -> dict[str, object]:
    return {
        "rule": "sum",
        "records": list(one.records),
        "sentence": sum_sentence(opened, one),
        "rest": one.rest,
        "recorded": list(one.recorded),
    }
