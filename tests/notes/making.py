"""Annotations for tests: small ones by hand, any ones by Hypothesis."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from caseviewer.notes.json_values import text_of
from caseviewer.notes.values import Annotation, Notes, Quote, Saw, Sort, mark_id

CASE = "small-case"
START = datetime(2026, 7, 1, 9, 30, tzinfo=UTC)


def at(minutes: float) -> datetime:
    """So many minutes after the start."""
    return START + timedelta(minutes=minutes)


def star(record: str = "woman", minutes: float = 0) -> Annotation:
    """A star."""
    made = at(minutes)
    return Annotation(mark_id(CASE, record, Sort.STAR), Sort.STAR, record, made, made)


def mark(record: str = "woman", minutes: float = 0, says: str = "") -> Annotation:
    """A read mark."""
    made, saw = at(minutes), Saw(says) if says else None
    return Annotation(mark_id(CASE, record, Sort.READ), Sort.READ, record, made, made, saw=saw)


def note(
    text: str = "Ask her again.",
    record: str = "woman",
    *,
    number: int = 1,
    minutes: float = 0,
    **more: Any,
) -> Annotation:
    """A note; notes of one number are versions of the same one."""
    name = f"urn:uuid:00000000-0000-4000-8000-{number:012x}"
    return Annotation(name, Sort.NOTE, record, START, at(minutes), text, **more)


def notes(*annotations: Annotation, others: tuple[str, ...] = ()) -> Notes:
    """All that is kept on a case."""
    return Notes({one.id: one for one in annotations}, others)


# Any ones ------------------------------------------------------------------------------------

TEXTS = st.text(st.characters(), min_size=1, max_size=40)
"""Any text, halves of characters and control characters among them."""
_LINES = st.text(st.characters(), max_size=20)
_MOMENTS = st.datetimes(
    datetime(1900, 1, 1),  # noqa: DTZ001 - the zone is given below
    datetime(2999, 12, 30),  # noqa: DTZ001
    timezones=st.just(UTC),
)
_IDS = st.uuids().map(lambda one: f"urn:uuid:{one}")
_NAMES = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,20}", fullmatch=True)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


def _unknown(draw: st.DrawFn, *known: str) -> dict[str, Any]:
    found = draw(st.dictionaries(TEXTS, JSON, max_size=2))
    return {name: value for name, value in found.items() if name not in known}


@st.composite
def annotations(draw: st.DrawFn) -> Annotation:
    """Any annotation that can be read from a file."""
    sort = draw(st.sampled_from(Sort))
    saw = Saw(*draw(st.tuples(*[_LINES] * 5)))
    quoted = draw(st.none() | st.builds(Quote, _LINES, _LINES, _LINES))
    rest = _unknown(draw, "id", "type", "motivation", "created", "modified", "body", "target")
    within = _unknown(draw, "type", "source", "selector")
    beside = _unknown(draw, "type", "value", "format", "purpose") if sort is not Sort.STAR else {}
    rest |= {name: one for name, one in (("target", within), ("body", beside)) if one}
    return Annotation(
        draw(_IDS),
        sort,
        draw(_NAMES),
        draw(_MOMENTS),
        draw(_MOMENTS),
        draw(TEXTS.filter(str.strip)) if sort is Sort.NOTE else "",
        draw(st.none() | st.just(saw)),
        quoted,
        text_of(rest) if rest else "",
    )


@st.composite
def any_notes(draw: st.DrawFn) -> Notes:
    """Any notes on a case, with annotations of other programs."""
    own = draw(st.lists(annotations(), max_size=4))
    others = draw(st.lists(JSON.map(text_of), max_size=3))
    return Notes({one.id: one for one in own}, tuple(sorted(set(others))))


@st.composite
def versions(draw: st.DrawFn) -> Notes:
    """Notes of few ids, texts and times, so that two of them often have to do with each other."""
    found = st.builds(
        note,
        st.sampled_from(["a", "b", "c"]),
        number=st.integers(1, 3),
        minutes=st.integers(0, 2),
    )
    others = draw(st.sets(st.sampled_from(['{"a": 1}', '{"b": 2}'])))
    return notes(*draw(st.lists(found, max_size=3)), others=tuple(sorted(others)))


def values(data: bytes) -> Any:
    """What a file holds, as any other program would read it."""
    return json.loads(data)
