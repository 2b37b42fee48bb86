from typing import Any

import pytest

from caseviewer.model.reviewed import Rule
from caseviewer.review.spellings import spellings
from tests.review.looks import difference, event, facts, look, party, passage, source

KAZAKHSTAN = party("k", kind="state", name="Kazakhstan")


def variants(*texts: str) -> list[dict[str, str]]:
    return [{"text": text} for text in texts]


@pytest.mark.parametrize(
    ("name", "variant", "title", "found"),
    [
        ("Kazakhstan", "Kazakstan", "UN Rebuke for Kazakstan", ["Kazakhstan", "Kazakstan"]),
        ("Drenov Remand Prison", "Drenow Remand Prison", "Miners of Drenow", ["Drenov", "Drenow"]),
        ("Kazakhstan", "Kazakstan", "UN Rebuke for Kazakhstan", []),
        ("Kazakhstan", "Казахстан", "О Казахстан", []),
        ("Committee against Torture", "Committee Against Torture", "Committee Against Torture", []),
        ("Committee against Torture", "CAT", "The CAT", []),
        ("Institute for War", "Institute for Peace", "Institute for Peace", []),
        ("ACAT France", "ACAT-France", "ACAT-France", []),
    ],
)
def test_a_listed_spelling_is_told_where_it_stands(
    name: str, variant: str, title: str, found: list[str]
) -> None:
    case = look(
        parties=[party("p", kind="organization", name=name, variants=variants(variant))],
        sources=[source("s", csl={"title": title})],
    )
    assert facts(spellings, case) == ([(("p", "s"), found, ())] if found else [])


def test_forms_of_what_is_no_name_are_not_compared() -> None:
    other = party("p", identity="unnamed", name="The Drenov", variants=variants("The Drenow"))
    case = look(parties=[other], sources=[source("s", csl={"title": "Drenow"})])
    assert facts(spellings, case) == []


@pytest.mark.parametrize(
    ("fields", "word", "found"),
    [
        ({"kind": "state", "name": "Kazakhstan"}, "Kazakstan", True),
        ({"kind": "state", "name": "Kazakhstan"}, "Kazaxstan", True),
        ({"kind": "state", "name": "Kazakhstan"}, "KAZAKSTAN", True),
        ({"kind": "state", "name": "Kazakhstan"}, "kazakstan", False),
        ({"kind": "state", "name": "Kazakhstan"}, "Kazakhstani", False),
        ({"kind": "state", "name": "Kazakhstan"}, "Kazakhstan’s", False),
        ({"kind": "state", "name": "Kazakhstan"}, "Qazakhstan", False),
        ({"kind": "state", "name": "Kazakhstan"}, "Tajikistan", False),
        ({"kind": "state", "name": "Iceland"}, "Ireland", False),
        ({"kind": "state", "name": "Chad"}, "Chat", False),
        ({"name": "Mirela Halvek"}, "Halvec", True),
        ({"name": "Mirela Halvek"}, "Mirella", False),
        ({"name": "Mirela Halvek"}, "Halwec", False),
        ({"name": "Ana Dorvic"}, "Dorvić", False),
        ({"name": "Mirela Halvek", "variants": variants("Halvec, Mirela")}, "Halvec", False),
        ({"name": "One Halvek", "identity": "anonymous"}, "Halvec", False),
        ({"kind": "body", "name": "Interior Ministry"}, "Minister", False),
        ({"name": "X"}, "Halvec", False),
    ],
)
def test_a_word_may_be_another_spelling_of_a_name(
    fields: dict[str, Any], word: str, found: bool
) -> None:
    case = look(
        parties=[party("p", **fields)],
        chronology=[event("e", None, title=f"About {word} and others", place={"name": "Here"})],
    )
    made = list(spellings(case))
    assert [(one.rule, one.records) for one in made] == (
        [(Rule.NEAR_SPELLING, ("p", "e"))] if found else []
    )


def test_words_of_sources_and_their_speakers_are_read() -> None:
    quotation = {
        "id": "q", "mode": "direct", "knowledge": "own",
        "fragments": [{"passage": "t", "attribution": "Halvec said."}, {"passage": "t"}],
    }  # fmt: skip
    case = look(
        parties=[party("p", name="Mirela Halvek"), party("o", name="Tomas Halvek")],
        sources=[source("s", cite_as="Halvec, A Life", csl={"publisher": "Halvec Press"},
                        publisher="o")],
        passages=[passage("t", "s", "so Halvec went"), passage("u", "s")],
        quotations=[quotation],
        chronology=[event("e", None, place={"country": "XAN"})],
    )  # fmt: skip
    (found,) = spellings(case)
    assert found.records == ("p", "o", "s", "t", "q")
    assert [value.asserted_by for value in found.values] == [(), (), ("o",), ("o",), ()]


def test_many_places_are_cut() -> None:
    events = [event(f"e{at}", None, title="Kazakstan") for at in range(20)]
    (found,) = spellings(look(parties=[KAZAKHSTAN], chronology=events))
    assert len(found.records) == 9


@pytest.mark.parametrize(
    ("kind", "values", "recorded"),
    [
        ("spelling", ["Kazakstan", "Kazakhstan"], ("x",)),
        ("spelling", ["Qazaqstan", "Kazakhstan"], ()),
        ("contradiction", ["Kazakstan", "Kazakhstan"], ()),
    ],
)
@pytest.mark.parametrize("listed", [True, False])
def test_a_spelling_may_be_recorded(
    kind: str, values: list[str], recorded: tuple[str, ...], listed: bool
) -> None:
    forms = variants("Kazakstan") if listed else []
    case = look(
        parties=[{**KAZAKHSTAN, "variants": forms}],
        sources=[source("s", csl={"title": "Kazakstan"})],
        differences=[difference(kind, ["k"], *values)],
    )
    assert [one.recorded for one in spellings(case)] == [recorded]


def test_names_without_number_are_compared_in_no_time() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"Kazakh{one}{two}{three}" for one in letters for two in letters for three in "abc"]
    parties = [party(f"p{at}", kind="state", name=name) for at, name in enumerate(names)]
    events = [event(f"e{at}", None, title=f"Kazak{name[6:]}h") for at, name in enumerate(names)]
    assert len(list(spellings(look(parties=parties, chronology=events)))) <= len(names)
