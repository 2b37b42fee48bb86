"""What is left open, as a numbered list of questions for those who could answer.

Nothing is added to what the file or the rules say: a gap is told as what is not said, and a
difference with all of its values, none of them first.
"""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from types import MappingProxyType
from typing import Any

from caseviewer.citations.defects import source_defects
from caseviewer.formatting.as_at_words import marked_clip
from caseviewer.formatting.clip import ClipText
from caseviewer.formatting.defect_words import defect_sentence
from caseviewer.formatting.found_words import ASKED, finding_sentence, rule_title, sum_words
from caseviewer.formatting.names import party_name
from caseviewer.formatting.passage_lines import is_counted, state_of
from caseviewer.formatting.question_key import key_words
from caseviewer.formatting.record_titles import passage_title
from caseviewer.formatting.table import Item
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.kinds import DifferenceKind
from caseviewer.model.open_points import Difference, Gap, StatedValue
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party
from caseviewer.model.problems import Problem
from caseviewer.model.reviewed import Finding, Sum
from caseviewer.model.sources import Passage, Source
from caseviewer.model.visible import cut

_VALUES = 6
_PLACES = 6
_WORDS = 400

_OF_KIND = {
    DifferenceKind.CONTRADICTION: "Which of these holds, if any?",
    DifferenceKind.UNEXPLAINED: "What explains the difference?",
    DifferenceKind.QUANTITY: "What explains the different counts?",
    DifferenceKind.PRECISION: "Can the more exact statement be confirmed?",
    DifferenceKind.SPELLING: "Which spelling is to be used?",
    DifferenceKind.IDENTIFIER: "Which of these is right?",
    DifferenceKind.LEGAL_BASIS: "Which of these is meant?",
    DifferenceKind.COPY: "Do the copies differ otherwise?",
    DifferenceKind.SUPERSEDED: "Does the later statement take the place of the earlier one?",
}


def questions_clip(opened: OpenedCase, items: Iterable[Item]) -> tuple[ClipText, int]:
    """The questions as numbered lines and as an HTML list, and how many there are.

    Beneath them stands what the numbers of records are that they name.
    """
    asked = [(item, _line(words)) for item in items if (words := question(opened, item))]
    plain = "\n".join(f"{at}. {words}" for at, (_, words) in enumerate(asked, start=1))
    html = f"<ol>{''.join(f'<li>{escape(words)}</li>' for _, words in asked)}</ol>"
    key = _line(key_words(opened, asked))
    if key:
        plain, html = f"{plain}\n\n{key}", f"{html}<p>{escape(key)}</p>"
    return marked_clip(opened, ClipText(plain, html)), len(asked)


def question(opened: OpenedCase, item: Item) -> str:
    """What one would ask about a row; nothing where it leaves nothing open."""
    made = _QUESTIONS.get(type(item))
    return "" if made is None else made(opened, item)


def _line(words: str) -> str:
    return " ".join(words.split())


def _gap(opened: OpenedCase, item: Gap) -> str:
    said = tr("Not said: {missing}", missing=item.missing)
    if item.ask is not None:
        said = tr("For {whom}. {said}", whom=_within(item.ask), said=said)
    return f"{said} ({_places(opened, item.id, item.basis)})"


def _within(ask: str) -> str:
    """Whom one would ask, inside a sentence: "the secretariat of the Committee"."""
    return ask[:1].lower() + ask[1:] if ask.startswith(("The ", "A ", "An ")) else ask


def _places(opened: OpenedCase, record: str, passages: Iterable[str]) -> str:
    """The short number of the record, and the places in sources: "G2; S1, paragraph 14"."""
    found = [
        _place(opened, passage)
        for one in passages
        if isinstance(passage := opened.index.get(one), Passage)
    ]
    return "; ".join([opened.index.short(record), *dict.fromkeys(found[:_PLACES])])


def _place(opened: OpenedCase, passage: Passage) -> str:
    """A place in a source, and whether its paragraphs were counted."""
    words = passage_title(opened, passage)
    return tr("{place} (counted)", place=words) if is_counted(opened, passage) else words


def _difference(opened: OpenedCase, item: Difference) -> str:
    values = [_value(opened, value) for value in item.values[:_VALUES]]
    if len(item.values) > _VALUES:
        values.append(tr("{count} more values", count=f"{len(item.values) - _VALUES:,}"))
    told = f"{item.summary} {' – '.join(values)}."
    if item.resolution is not None:
        told = tr("{told} Noted: {resolution}", told=told, resolution=item.resolution)
    return f"{told} {tr(_OF_KIND[item.kind])} ({opened.index.short(item.id)})"


def _value(opened: OpenedCase, value: StatedValue) -> str:
    party = opened.index.get(value.asserted_by)
    passage = opened.index.get(value.passage)
    told = (
        party_name(party) if isinstance(party, Party) else "",
        _place(opened, passage) if isinstance(passage, Passage) else "",
    )
    where = ", ".join(filter(None, told))
    return f"{value.value} ({where})" if where else value.value


def _finding(opened: OpenedCase, item: Finding) -> str:
    numbers = ", ".join(opened.index.short(one) for one in item.records[:_PLACES])
    title = rule_title(item.rule)
    told = f"{title[:1].upper()}{title[1:]}: {finding_sentence(opened, item)}."
    return f"{told} {tr(ASKED[item.rule])} ({numbers})"


def _sum(opened: OpenedCase, item: Sum) -> str:
    if item.rest == 0:
        return ""
    numbers = ", ".join(opened.index.short(one) for one in item.records[:_PLACES])
    asked = tr("What is known of the rest?") if item.rest > 0 else tr("Which count is right?")
    whole = opened.index.get(item.whole)
    name = f"{whole.name}: " if isinstance(whole, Party) else ""
    return f"{name}{sum_words(item)}. {asked} ({numbers})"


def _problem(opened: OpenedCase, item: Problem) -> str:
    return tr("For the compiler, {by}. {what}", by=opened.case.compiled.by, what=item.sentence())


def _source(opened: OpenedCase, item: Source) -> str:
    told = " ".join(map(defect_sentence, source_defects(opened.index, item)))
    number = opened.index.short(item.id)
    return tr("For the compiler, {by}. {what} ({number})",
              by=opened.case.compiled.by, what=told, number=number)  # fmt: skip


def _passage(opened: OpenedCase, item: Passage) -> str:
    told = passage_title(opened, item)
    if item.selector is None:
        told = tr("The words of the passage at {place} are wanted", place=told)
    else:
        told = tr("{place}: “{words}”", place=told, words=cut(item.selector.exact, _WORDS))
    mark = ":" if item.selector is None else " –"
    return tr("For the compiler, {by}. {told}{mark} {state}. ({number})",
              by=opened.case.compiled.by, told=told, mark=mark,
              state=word(state_of(opened, item)), number=opened.index.short(item.id))  # fmt: skip


_QUESTIONS: Mapping[type, Callable[[OpenedCase, Any], str]] = MappingProxyType({
    Gap: _gap,
    Difference: _difference,
    Finding: _finding,
    Sum: _sum,
    Problem: _problem,
    Source: _source,
    Passage: _passage,
})  # fmt: skip
