"""The first sample: who is who, what happened when, who said what and what is open."""

import json
from datetime import date, timedelta
from itertools import pairwise

import pytest

from caseviewer.model.case_index import all_records, kind_of, records
from caseviewer.model.kinds import (
    ChainLink,
    DateBasis,
    DifferenceKind,
    Footing,
    Fulfilment,
    Identity,
    Knowledge,
    Mode,
    Sense,
    Standing,
    WithheldBy,
)
from caseviewer.model.parties import Party
from caseviewer.model.quotations import Quotation
from caseviewer.model.references import LETTERS, Kind, references
from tests.cases import abdussamatov
from tests.cases.abdussamatov import case, data, get, index, words_of

COUNTS = {
    Kind.PROCEEDING: 1,
    Kind.PARTY: 19,
    Kind.EVENT: 7,
    Kind.DEADLINE: 1,
    Kind.QUOTATION: 6,
    Kind.SOURCE: 2,
    Kind.PASSAGE: 40,
    Kind.DIFFERENCE: 9,
    Kind.GAP: 5,
}


# The file


def test_file_is_plain_utf8_as_an_editor_writes_it() -> None:
    written = json.dumps(data(), ensure_ascii=False, indent=2) + "\n"
    assert abdussamatov.FILE.read_bytes() == written.encode("utf-8")


def test_header() -> None:
    assert case().format_version == "1.0"
    assert case().title == "Extradition of asylum-seekers from Kazakhstan to Uzbekistan"
    assert (case().language, case().as_of, case().fiction) == ("en", "2015-11-29", False)
    handling = case().handling
    assert handling is not None
    assert "at risk" in handling


@pytest.mark.parametrize(("kind", "count"), COUNTS.items())
def test_count_and_numbers_of_each_list(kind: Kind, count: int) -> None:
    assert [item.number for item in records(case(), kind)] == list(range(1, count + 1))


def test_short_numbers_are_those_of_the_printout() -> None:
    for kind in Kind:
        first = records(case(), kind)[0]
        assert index().by_short(f"{LETTERS[kind]}1") is first


def test_every_id_is_used_once() -> None:
    ids = [item.id for item in all_records(case())]
    assert len(ids) == len(set(ids))


def test_every_reference_leads_to_a_record_of_the_right_kind() -> None:
    for item in all_records(case()):
        for reference in references(item):
            target = index().get(reference.target)
            assert target is not None, (item.id, reference)
            assert kind_of(target) in reference.allowed, (item.id, reference)


def test_every_passage_bears_something() -> None:
    assert [passage.id for passage in case().passages if not index().mentions(passage.id)] == []


# Who is who


def test_parties_of_the_report_come_in_the_order_of_the_story() -> None:
    assert [item.name for item in case().parties[:15]] == [
        "Committee against Torture",
        "Kazakhstan",
        "Uzbekistan",
        "ACAT France",
        "29 individuals",
        "28 individuals extradited",
        "Two of those extradited",
        "Parents of two of those extradited",
        "One mother",
        "The judge",
        "Yevgeny Zhovtis",
        "UNHCR",
        "Institute for War and Peace Reporting",
        "Refworld",
        "The reporter",
    ]


def test_27_and_2_are_29() -> None:
    size = get(Party, "individuals-29").size
    assert size is not None
    assert [(part.nationality, part.value) for part in size.parts] == [("UZB", 27), ("TJK", 2)]
    assert sum(part.value for part in size.parts) == size.value == 29


@pytest.mark.parametrize(
    ("inner", "outer", "footing"),
    [
        ("individuals-28", "individuals-29", Footing.INFERRED),
        ("two-sentenced", "individuals-28", Footing.STATED),
        ("one-mother", "parents", Footing.INFERRED),
    ],
)
def test_who_lies_within_whom(inner: str, outer: str, footing: Footing) -> None:
    subset = get(Party, inner).subset_of
    assert subset is not None
    assert (subset.of, subset.footing) == (outer, footing)


@pytest.mark.parametrize(
    ("party_id", "identity", "withheld_by"),
    [
        ("one-mother", Identity.ANONYMOUS, WithheldBy.SOURCE),
        ("parents", Identity.ANONYMOUS, WithheldBy.SOURCE),
        ("judge", Identity.UNNAMED, None),
        ("individuals-29", Identity.UNNAMED, None),
        ("reporter", Identity.UNKNOWN, None),
        ("zhovtis", Identity.NAMED, None),
    ],
)
def test_kinds_of_namelessness_are_kept_apart(
    party_id: str, identity: Identity, withheld_by: WithheldBy | None
) -> None:
    found = get(Party, party_id)
    assert (found.identity, found.withheld_by) == (identity, withheld_by)


def test_no_party_carries_the_name_of_a_complainant() -> None:
    named = [item.name for item in case().parties if item.identity is Identity.NAMED]
    assert not any("Abdussamatov" in name for name in named)


def test_kazakhstan_is_known_under_its_spellings() -> None:
    variants = {item.text: item.language for item in get(Party, "kazakhstan").variants}
    assert variants == {"Kazakstan": "en", "Қазақстан": "kk", "Казахстан": "ru"}


# What happened when

EVENTS = [
    ("new-rules", "2010", DateBasis.STATED, None, Standing.UNDISPUTED),
    ("complaint", "2010-12", DateBasis.STATED, None, Standing.UNDISPUTED),
    ("extradition", "2011-06-09", DateBasis.STATED, None, Standing.ANNOUNCED),
    (
        "trials",
        "2011-06-09/2012-06-26",
        DateBasis.BOUNDED,
        Sense.SOME_TIME_WITHIN,
        Standing.ALLEGED,
    ),
    ("decision-made", "2012-06-01", DateBasis.STATED, None, Standing.FOUND),
    (
        "letter",
        "2012-06-01/2012-06-26",
        DateBasis.BOUNDED,
        Sense.SOME_TIME_WITHIN,
        Standing.UNDISPUTED,
    ),
    ("publication", "2012-06-26", DateBasis.STATED, None, Standing.UNDISPUTED),
]


def test_the_seven_events() -> None:
    found = []
    for event in case().chronology:
        assert event.date is not None
        found.append(
            (event.id, event.date.edtf, event.date.basis, event.date.sense, event.standing)
        )
    assert found == EVENTS


def test_the_file_has_the_events_in_the_order_of_their_dates() -> None:
    bounds = []
    for event in case().chronology:
        assert event.date is not None
        value = event.date.value
        assert value is not None
        assert value.earliest is not None
        assert value.latest is not None
        bounds.append((value.earliest, value.latest))
    assert all(before < after for before, after in pairwise(bounds))


def test_every_event_says_who_says_so_and_where() -> None:
    assert all(event.asserted_by and event.basis for event in case().chronology)
    assert case().chronology[2].asserted_by == ("kazak-authorities",)


def test_the_proceeding_is_described_as_in_the_header_of_the_decision() -> None:
    (proceeding,) = case().proceedings
    assert [item.value for item in proceeding.identifiers] == ["444/2010", "CAT/C/48/D/444/2010"]
    assert proceeding.session == "Forty-eighth session, 7 May to 1 June 2012"
    assert (proceeding.complaint, proceeding.decision) == ("complaint", "decision-made")


# What is owed


def test_the_90_days_have_no_stated_start() -> None:
    (deadline,) = case().deadlines
    assert (deadline.period.duration, deadline.period.verbatim) == ("P90D", "within 90 days")
    assert [item.event for item in deadline.triggers] == ["decision-made", "letter"]
    assert not any(item.stated for item in deadline.triggers)
    assert deadline.fulfilment.status is Fulfilment.NOT_RECORDED
    assert (deadline.owed_by, deadline.owed_to) == ("kazakhstan", "committee")


def test_the_triggers_give_the_window_of_the_deadline() -> None:
    dates = {event.id: event.date for event in case().chronology}
    earliest, latest = [], []
    for trigger in case().deadlines[0].triggers:
        assert trigger.event is not None
        when = dates[trigger.event]
        assert when is not None
        value = when.value
        assert value is not None
        assert value.earliest is not None
        assert value.latest is not None
        earliest.append(date.fromordinal(value.earliest))
        latest.append(date.fromordinal(value.latest))
    days = timedelta(days=90)
    window = (min(earliest) + days, max(latest) + days)
    assert window == (date(2012, 8, 30), date(2012, 9, 24))
    assert [day.strftime("%A") for day in window] == ["Thursday", "Monday"]


# Who said what


def test_the_six_quotations() -> None:
    assert [
        (item.mode, item.knowledge, item.chain[0].party, len(item.fragments))
        for item in case().quotations
    ] == [
        (Mode.DIRECT, Knowledge.RELAYED, "one-mother", 2),
        (Mode.INDIRECT, Knowledge.OWN, "judge", 2),
        (Mode.DIRECT, Knowledge.OPINION, "zhovtis", 2),
        (Mode.PARAPHRASE, Knowledge.OPINION, "zhovtis", 1),
        (Mode.PARAPHRASE, Knowledge.OWN, "parents", 1),
        (Mode.PARAPHRASE, Knowledge.OWN, "one-mother", 1),
    ]


def test_only_what_is_not_direct_is_told_in_our_words() -> None:
    assert all((item.text is None) == (item.mode is Mode.DIRECT) for item in case().quotations)


@pytest.mark.parametrize(
    ("quotation_id", "copied"),
    [
        (
            "q-mother-appeal",
            (
                "When we said we would appeal, the judge rudely told me we had no right of appeal,"
                " and he added that if we did so anyway, we would only be harming our son in"
                " prison,| she said. |"
                "He advised us not complain, but to accept the sentence, and in a few years our son"
                " would be let out under an amnesty."
            ),
        ),
        (
            "q-zhovtis-obligation",
            (
                "The authorities will take this ruling as a recommendation that doesn't imply any"
                " legal obligation to take action,"
                "| Zhovtis […] said. |"
                "And they can always cite the Minsk and Kishinev conventions that require members"
                " of the Commonwealth of Independent States to assist one another on legal matters."
            ),
        ),
    ],
)
def test_direct_quotations_are_to_the_letter(quotation_id: str, copied: str) -> None:
    first, second = get(Quotation, quotation_id).fragments
    assert second.attribution is None
    joined = f"{words_of(first.passage)}| {first.attribution} |"
    assert joined + words_of(second.passage) == copied


def test_sic_stands_once_in_its_fragment() -> None:
    marked = {
        fragment.passage: fragment.sic
        for item in case().quotations
        for fragment in item.fragments
        if fragment.sic
    }
    assert marked == {"t-mother-2": ("not complain",), "t-judge-2": ("not complain",)}
    for passage_id, (sic,) in marked.items():
        assert words_of(passage_id).count(sic) == 1


def test_the_judge_speaks_inside_the_mother_and_is_relayed_once() -> None:
    mother = get(Quotation, "q-mother-appeal")
    judge = get(Quotation, "q-judge")
    assert judge.inside == mother.id
    ladder = [
        ("one-mother", ChainLink.SAID),
        ("reporter", ChainLink.RECORDED),
        ("iwpr", ChainLink.PUBLISHED),
        ("refworld", ChainLink.REPUBLISHED),
    ]
    assert [(rung.party, rung.link) for rung in mother.chain] == ladder
    relayed = [("judge", ChainLink.SAID), ("one-mother", ChainLink.RELAYED), *ladder[1:]]
    assert [(rung.party, rung.link) for rung in judge.chain] == relayed


def test_the_judges_words_lie_inside_the_mothers() -> None:
    outer = [words_of(item.passage) for item in get(Quotation, "q-mother-appeal").fragments]
    inner = [words_of(item.passage) for item in get(Quotation, "q-judge").fragments]
    assert all(part in whole for part, whole in zip(inner, outer, strict=True))


# What is open


def test_kinds_of_the_differences() -> None:
    assert {item.id: item.kind for item in case().differences} == {
        "x-29-and-28": DifferenceKind.UNEXPLAINED,
        "x-announcement": DifferenceKind.CONTRADICTION,
        "x-complaint-day": DifferenceKind.PRECISION,
        "x-nationality": DifferenceKind.PRECISION,
        "x-symbol": DifferenceKind.IDENTIFIER,
        "x-treaties": DifferenceKind.LEGAL_BASIS,
        "x-spelling": DifferenceKind.SPELLING,
        "x-copy": DifferenceKind.COPY,
        "x-versions": DifferenceKind.SUPERSEDED,
    }
    assert all(len(item.values) >= 2 for item in case().differences)


def test_every_gap_says_whom_to_ask() -> None:
    assert [gap.id for gap in case().gaps] == [
        "g-29th",
        "g-start",
        "g-symbol",
        "g-names",
        "g-answer",
    ]
    assert all(gap.ask for gap in case().gaps)
