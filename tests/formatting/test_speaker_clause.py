"""Who said it, as what, through whom."""

from typing import Any

import pytest

from caseviewer.formatting.speaker_clause import speaker_clause
from caseviewer.model.opened import OpenedCase
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.ladders import quotation, said
from tests.formatting.making import opened

MOTHER = "one mother (anonymous: name withheld by the source)"
HALVEK = "Mother of Mirela Halvek (anonymous: name withheld by the source)"


@pytest.mark.parametrize(
    ("short", "clause"),
    [
        ("Q1", f"{MOTHER}, relaying a judge’s words"),
        ("Q2", f"the judge, as relayed by {MOTHER}"),
        ("Q3", ("Yevgeny Zhovtis, head of the Kazakstan Bureau for Human Rights and Rule of Law,"
         " opinion")),
        ("Q5", "Parents of two of those extradited (anonymous: name withheld by the source)"),
        ("Q6", MOTHER),
    ],
)  # fmt: skip
def test_the_speakers_of_the_first_sample(short: str, clause: str) -> None:
    case = samples.first()
    assert speaker_clause(case, quotation(case, short)) == clause


@pytest.mark.parametrize(
    ("short", "clause"),
    [
        ("Q1", f"{HALVEK}, relaying words of whoever answered at the gate (unknown)"),
        ("Q3", f"{HALVEK}, relaying words of a nurse who came out in her break"),
        ("Q5", ("the duty officer, working for Drenov Remand Prison,"
         f" as relayed by {HALVEK}, who had it from the nurse who came out in her break")),
        ("Q35", ("speaker not known, relaying what others said, as relayed by Witness K."
         " (pseudonym: name withheld by the deciding body), who had it from an unknown person")),
        ("Q37", "Lena Mardek, working for the Ministry of the Interior, opinion"),
        ("Q18", "Mirela Halvek, representing Fourteen miners (in the claim for unpaid wages)"),
    ],
)  # fmt: skip
def test_the_speakers_of_the_second_sample(short: str, clause: str) -> None:
    case = samples.second()
    assert speaker_clause(case, quotation(case, short)) == clause


@pytest.mark.parametrize(
    ("parts", "clause"),
    [
        ({"speaker": False}, "relaying a judge’s words"),
        ({"ladder": False}, MOTHER),
        ({"speaker": False, "ladder": False}, ""),
    ],
)
def test_parts_are_left_out(parts: dict[str, bool], clause: str) -> None:
    case = samples.first()
    assert speaker_clause(case, quotation(case, "Q1"), **parts) == clause


def party(name: str, **fields: Any) -> dict[str, Any]:
    number = name.casefold().replace(" ", "-").replace("’", "")
    return {"id": number, "kind": "person", "identity": "named", "name": name, **fields}


def carrying(*parties: dict[str, Any], unknown: bool = False) -> OpenedCase:
    """The small case in whose first quotation each of some parties speaks."""
    raw = bundle()
    plain = raw["quotations"][1]
    inner = [
        plain | {"id": f"q-{at}", "inside": "asked", "chain": [said(one["id"])]}
        for at, one in enumerate(parties)
    ]
    if unknown:
        inner.append(plain | {"id": "q-unknown", "inside": "asked", "chain": [said(None)]})
    outer = raw["quotations"][0] | {"chain": [said("woman")]}
    return opened(quotations=[outer, *inner], parties=[*raw["parties"], *parties])


@pytest.mark.parametrize(
    ("parties", "words"),
    [
        ([party("Ana Dorvic")], "relaying Ana Dorvic’s words"),
        ([party("Yevgeny Zhovtis")], "relaying words of Yevgeny Zhovtis"),
        ([party("Witness K.", identity="pseudonym")], "relaying words of Witness K. (pseudonym)"),
        ([party("The officer", identity="unnamed")], "relaying an officer’s words"),
        ([party("The hour-keeper", identity="unnamed")], "relaying the hour-keeper’s words"),
        ([party("The 3rd guard", identity="unnamed")], "relaying the 3rd guard’s words"),
        ([party("A guard", identity="unnamed")], "relaying a guard’s words"),
        ([party("The guards", identity="unnamed", kind="group")], "relaying words of the guards"),
        ([party("Ana"), party("The judge", identity="unnamed")],
         "relaying words of Ana and a judge"),
        ([party(name) for name in ("Ana", "Bea", "Cid", "Dan")],
         "relaying words of Ana, Bea, Cid and others"),
    ],
)  # fmt: skip
def test_whose_words_are_relayed(parties: list[dict[str, Any]], words: str) -> None:
    case = carrying(*parties)
    assert speaker_clause(case, quotation(case), speaker=False) == words


def test_somebody_unknown_is_relayed_and_her_own_earlier_words_are_not() -> None:
    case = carrying(unknown=True)
    words = speaker_clause(case, quotation(case), speaker=False)
    assert words == "relaying words of an unknown person"
    woman = next(one for one in bundle()["parties"] if one["id"] == "woman")
    case = carrying(woman | {"id": "woman-too"})
    raw = bundle()["quotations"]
    raw[0] |= {"chain": [said("woman")], "knowledge": "own"}
    raw[1] |= {"chain": [said("woman")], "inside": "asked"}
    case = opened(quotations=raw)
    assert speaker_clause(case, quotation(case), speaker=False) == ""


def test_a_long_way_is_cut_with_a_word() -> None:
    raw = bundle()["quotations"]
    raw[0]["chain"] = [said("woman"), *[said("press", "relayed")] * 5]
    case = opened(quotations=raw)
    words = speaker_clause(case, quotation(case), speaker=False).partition("as relayed by ")[2]
    assert words.count("who had it from") == 2
    assert words.endswith(", who had it through others")


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ({"name": "The Prison Board", "kind": "body"}, "head of The Prison Board"),
        ({"name": "Prison Board", "kind": "body"}, "head of the Prison Board"),
        ({"name": "Board Games", "kind": "state"}, "head of Board Games"),
        ({"name": "Custody Watch", "kind": "organization"}, "head of Custody Watch"),
        (None, ""),
    ],
)
def test_as_what_somebody_speaks(to: dict[str, Any] | None, words: str) -> None:
    raw = bundle()
    where = [] if to is None else [party(**{**to, "id": "where"})]
    head = party("Ana", relations=[{"kind": "heads", "to": "where"}])
    raw["quotations"][0] |= {"chain": [said("ana")], "knowledge": "own"}
    case = opened(quotations=raw["quotations"], parties=[*raw["parties"], head, *where])
    clause = speaker_clause(case, quotation(case), ladder=False)
    assert clause == ", ".join(filter(None, ("Ana", words)))
