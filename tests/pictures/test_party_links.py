"""Links between parties: what the file says, with the records that say so."""

from typing import Any

import pytest

from caseviewer.model.opened import OpenedCase
from caseviewer.pictures.party_links import (
    PartyLink,
    Place,
    among,
    numbered_name,
    party_links,
    place_lines,
)
from caseviewer.search.slices import at_once
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import changed, opened

FIRST = {
    ("P1", "decides on", "P2", "C1"),
    ("P1", "decides on", "P5", "C1"),
    ("P5", "complains against", "P2", "C1"),
    ("P4", "represents", "P5", "C1"),
    ("P18", "represents", "P5", "counsel · C1"),
    ("P18", "works for", "P4", ""),
    ("P6", "within", "P5", "inferred"),
    ("P7", "within", "P6", "stated"),
    ("P8", "parent of", "P7", ""),
    ("P9", "parent of", "P7", "of one of the two, by inference"),
    ("P9", "within", "P8", "inferred"),
    ("P11", "heads", "P17", ""),
    ("P16", "part of", "P2", ""),
    ("P2", "sends P6 28 individuals extradited (unnamed) to", "P3", "E3 (announced)"),
}

SECOND = [
    ("P1", "decides on", "P15", "C1, C7 · C8 (pending)"),
    ("P1", "decides on", "P2", "C1"),
    ("P2", "complains against", "P15", "C1"),
    ("P30", "decides on", "P7", "C4 (discontinued)"),
    ("P33", "decides on", "P15", "C5"),
    ("P33", "decides on", "P7", "C5"),
    ("P7", "complains against", "P15", "C5"),
    ("P1", "decides on", "P5", "C6"),
    ("P1", "decides on", "P16", "C7"),
    ("P16", "complains against", "P15", "C7"),
    ("P1", "decides on", "P11", "C9 (registered)"),
    (
        "P2",
        "represents",
        "P7",
        "in the claim for unpaid wages · as the miners’ lawyer · C4",
    ),
    ("P3", "represents", "P2", "counsel · C1"),
    ("P3", "works for", "P4", ""),
    ("P4", "represents", "P2", "C1"),
    ("P5", "parent of", "P2", ""),
    ("P5", "parent of", "P6", "inferred: he is her daughter’s brother"),
    ("P6", "relative of", "P2", "brother"),
    ("P7", "member of", "P34", ""),
    ("P8", "within", "P7", "stated"),
    ("P9", "within", "P8", "inferred"),
    ("P10", "within", "P8", "inferred"),
    ("P11", "relative of", "P10", ""),
    ("P13", "within", "P12", "inferred"),
    ("P14", "within", "P12", "stated"),
    ("P17", "part of", "P16", ""),
    ("P18", "part of", "P15", ""),
    ("P19", "works for", "P18", ""),
    ("P20", "works for", "P18", ""),
    ("P21", "part of", "P18", "inferred from the letter of the Ministry"),
    ("P22", "works for", "P21", ""),
    ("P23", "works for", "P21", "inferred"),
    ("P25", "works for", "P21", ""),
    ("P26", "works for", "P21", "inferred: she came out in her break"),
    ("P27", "works for", "P21", ""),
    ("P27", "within", "P29", "inferred"),
    ("P30", "part of", "P15", ""),
    ("P31", "member of", "P30", ""),
    ("P32", "part of", "P15", ""),
    ("P37", "heads", "P36", ""),
    ("P39", "works for", "P38", "inferred"),
    ("P41", "works for", "P4", "inferred: the translation was made there"),
    (
        "P16",
        "sends P8 Two of the miners (unnamed) and P2 Mirela Halvek to",
        "P15",
        "E24 (undisputed)",
    ),
]


def links_of(case: OpenedCase) -> tuple[PartyLink, ...]:
    return at_once(party_links(case))


def told(case: OpenedCase) -> list[tuple[str, str, str, str]]:
    short = case.index.short
    links = links_of(case)
    return [(short(one.source), one.words, short(one.target), one.details) for one in links]


def test_the_links_of_the_first_sample() -> None:
    found = told(samples.first())
    assert set(found) == FIRST
    assert len(found) == len(FIRST)


def test_the_links_of_the_second_sample() -> None:
    assert sorted(told(samples.second())) == sorted(SECOND)


def test_those_who_are_sent_are_what_the_link_is_about() -> None:
    (sent,) = (link for link in links_of(samples.second()) if link.words.startswith("sends"))
    assert sent.about == ("p-two-miners", "p-halvek")
    assert sent.ends == ("p-sorvinia", "p-valdrasia")


def test_a_role_on_behalf_of_somebody_is_named() -> None:
    assert ("P2", "acts for, as witness", "P1", "") in told(opened())


def test_a_pending_proceeding_is_told_as_such() -> None:
    assert ("P4", "decides on", "P1", "C1 (pending)") in told(opened())


def parties(*extra: dict[str, Any]) -> OpenedCase:
    return opened(parties=[*bundle()["parties"], *extra])


def person(name: str, **fields: Any) -> dict[str, Any]:
    return {"id": name, "kind": "person", "identity": "named", "name": name, **fields}


def test_who_is_not_in_the_file_has_no_link() -> None:
    lost = person(
        "lost",
        relations=[{"kind": "heads", "to": "nobody"}, {"kind": "heads", "to": "crossing"}],
        roles=[{"role": "expert", "in": "communication", "on_behalf_of": ["nobody"]}],
        subset_of={"of": "nobody", "footing": "stated"},
    )
    assert not [link for link in told(parties(lost)) if "P6" in {link[0], link[2]}]


def test_a_body_that_is_not_in_the_file_decides_on_nobody() -> None:
    found = told(opened(**changed("proceedings", body="nobody")))
    assert "decides on" not in {words for _, words, _, _ in found}
    assert ("P1", "complains against", "P3", "C1 (pending)") in found


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "sends people, not recorded as parties, to"),
        (1, "sends P7 s0 to"),
        (2, "sends P7 s0 and P8 s1 to"),
        (3, "sends P7 s0, P8 s1 and P9 s2 to"),
        (5, "sends P7 s0, P8 s1, P9 s2 and 2 more to"),
    ],
)
def test_those_who_are_sent_are_named_or_counted(count: int, words: str) -> None:
    """Some are told by the event, the receiving State by its own role."""
    sent = [person(f"s{at}") for at in range(count)]
    other = person("other", roles=[{"role": "receiving_state", "in": "crossing"}])
    ids = [(one["id"], "alleged_victim") for one in sent]
    parts = [("xandria", "sending_state"), *ids, ("nobody", "alleged_victim")]
    event = changed("chronology", participants=[{"party": p, "role": r} for p, r in parts])
    case = opened(parties=[*bundle()["parties"], other, *sent], **event)
    (found,) = (link for link in links_of(case) if link.words.startswith("sends"))
    assert found.words == words
    assert found.ends == ("xandria", "other")
    assert found.places == (Place("E1", "alleged"),)


def test_the_same_words_between_the_same_two_are_one_link() -> None:
    agent = person(
        "agent",
        relations=[{"kind": "represents", "to": "group", "note": "since 2019"}],
        roles=[
            {"role": "representative", "on_behalf_of": ["group"], "note": "since 2019"},
            {
                "role": "representative",
                "in": "communication",
                "on_behalf_of": ["group"],
                "note": "counsel",
            },
        ],
    )
    found = [link for link in links_of(parties(agent)) if link.source == "agent"]
    (only,) = found
    assert (only.words, only.notes, only.places) == (
        "represents",
        ("since 2019", "counsel"),
        (Place("C1"),),
    )


def test_hidden_characters_of_notes_and_names_are_seen() -> None:
    sly = person("a\u202eb", relations=[{"kind": "heads", "to": "group", "note": "x\u202ey"}])
    sly["id"] = "sly"
    case = parties(sly)
    (found,) = (link for link in links_of(case) if link.source == "sly")
    assert found.notes == ("x⟨U+202E⟩y",)
    assert numbered_name(case, "sly") == "P6 a⟨U+202E⟩b"
    assert numbered_name(case, "nobody") == " nobody"


def test_links_among_some_have_both_ends_there() -> None:
    links = [PartyLink("a", "b", "heads"), PartyLink("b", "c", "heads")]
    assert among(links, {"a", "b"}) == (links[0],)
    assert among(links, {"a", "c"}) == ()


@pytest.mark.parametrize(
    ("places", "lines"),
    [
        ([], ()),
        ([("C10", ""), ("C1", ""), ("C7", ""), ("C1", "")], ("C1, C7, C10",)),
        ([("C9", "registered"), ("C8", "pending"), ("C2", ""), ("C6", "registered")],
         ("C2", "C6, C9 (registered)", "C8 (pending)")),
        ([("an id", ""), ("C1", "")], ("an id, C1",)),
    ],
)  # fmt: skip
def test_records_that_stand_alike_are_told_together(
    places: list[tuple[str, str]], lines: tuple[str, ...]
) -> None:
    assert place_lines(Place(*place) for place in places) == lines
