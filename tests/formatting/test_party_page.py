"""The page of a party."""

import pytest

from caseviewer.formatting.page import Page, Target
from caseviewer.formatting.party_page import party_page, role_list, size_words, variant_words
from caseviewer.model.opened import OpenedCase
from caseviewer.model.parties import Party, Size, Variant
from tests.builders import bundle
from tests.formatting import samples
from tests.formatting.making import changed, fields, head, headings, made, opened, under


def page(case: OpenedCase, record_id: str) -> Page:
    party = case.index.get(record_id)
    assert isinstance(party, Party)
    return party_page(case, party)


def first(short: str) -> Page:
    record = samples.first().index.by_short(short)
    assert isinstance(record, Party)
    return party_page(samples.first(), record)


def test_the_complainants_of_the_first_sample_add_up() -> None:
    found = first("P5")
    assert head(found) == ("29 individuals (unnamed)", "P5 · group · complainant, alleged victim")
    assert fields(found)["Count"] == "27 + 2 = 29 ✓"
    assert fields(found)["Parts"] == "27 nationals of Uzbekistan; 2 nationals of Tajikistan"
    assert fields(found)["Identity"] == "unnamed (none is named in the report)"
    assert "P6 28 individuals extradited (unnamed) (part of this group)" in under(
        found, "Relations"
    )


def test_those_extradited_are_within_the_29_by_inference() -> None:
    found = first("P6")
    assert fields(found)["Count"] == "28"
    assert fields(found)["Within"] == "P5 29 individuals (unnamed) (inferred)"
    assert Target("individuals-29") in found.links()


def test_the_mother_of_the_first_sample() -> None:
    found = first("P9")
    assert head(found)[0] == "One mother (anonymous: name withheld by the source)"
    assert [line[:2] for line in under(found, "Said")] == ["Q1", "Q6"]
    (other,) = under(found, "Other quotations")
    assert other.startswith("Q2 ")
    assert other.endswith(" (passed it on)")


def test_kazakhstan_keeps_every_spelling_of_its_name() -> None:
    found = first("P2")
    written = [block.text for block in found.blocks if block.label == "Also written"]
    assert written == [
        "Kazakstan (English; the publisher's spelling, throughout the report)",
        "Қазақстан (Kazakh)",
        "Казахстан (Russian)",
    ]


def test_roles_tell_where_and_for_whom() -> None:
    case = opened(
        **changed(
            "parties",
            4,
            roles=[
                {
                    "role": "representative",
                    "in": "communication",
                    "on_behalf_of": ["group", "woman"],
                    "note": "counsel",
                },
                {"role": "publisher"},
            ],
        )
    )
    assert under(page(case, "press"), "Roles") == [
        (
            "representative in C1 Group v. Xandria on behalf of P1 12 people (unnamed),"
            " P2 One woman (anonymous) (counsel)"
        ),
        "publisher",
    ]


def test_relations_read_in_both_directions() -> None:
    case = opened(**changed("parties", 3, relations=[{"kind": "part_of", "to": "xandria"}]))
    assert under(page(case, "committee"), "Relations") == [
        "part of P3 Xandria",
        "P5 The Border Press (works for it)",
    ]
    assert under(page(case, "xandria"), "Relations") == ["P4 The Committee (is part of it)"]
    assert under(page(case, "press"), "Relations") == ["works for P4 The Committee (now and then)"]


def test_a_party_that_says_nothing_has_plain_quotations() -> None:
    found = page(opened(), "press")
    assert "Said" not in headings(found)
    assert under(found, "Quotations") == [
        (
            "Q1 “They never asked us anything,” she said. “They only counted [sic] us.”"
            " (published it, translated by this party)"
        ),
        "Q2 Everybody had been heard. (published it)",
    ]


def test_who_is_spoken_of_is_told_from_who_passed_words_on() -> None:
    quotation = bundle()["quotations"][0] | {"about": ["group", "woman"]}
    case = opened(quotations=[quotation])
    (line,) = under(page(case, "group"), "Quotations")
    assert line.endswith(" (speaks of it)")
    (own,) = under(page(case, "woman"), "Said")
    assert own.startswith("Q1 “They never")


def test_who_passed_words_on_first_of_all_did_not_say_them() -> None:
    chain = [{"party": "woman", "link": "relayed"}, {"party": "press", "link": "published"}]
    found = page(opened(**changed("quotations", chain=chain)), "woman")
    assert "Said" not in headings(found)
    (line,) = under(found, "Quotations")
    assert line.endswith(" (passed it on)")


def test_what_else_speaks_of_a_party_stands_below() -> None:
    assert headings(page(opened(), "group")) == [
        "Roles",
        "Relations",
        "Events",
        "Mentioned in",
        "Differences",
        "Gaps",
    ]
    assert headings(page(opened(), "committee")) == [
        "Roles",
        "Relations",
        "Proceedings",
        "Deadlines",
    ]


def test_a_country_and_a_description_are_shown() -> None:
    case = opened(**changed("parties", 2, description="A State.\n\nInvented."))
    texts = [block.text for block in page(case, "xandria").blocks]
    assert fields(page(case, "xandria"))["Country"] == "Xandria"
    assert {"A State.", "Invented."} <= set(texts)


def test_roles_are_listed_once() -> None:
    party = made(
        Party,
        id="x",
        kind="person",
        identity="named",
        name="X",
        roles=[{"role": "witness"}, {"role": "expert"}, {"role": "witness", "in": "trial"}],
    )
    assert role_list(party) == "witness, expert"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"text": "Kazakstan"}, "Kazakstan"),
        ({"text": "К.", "language": "ru"}, "К. (Russian)"),
        ({"text": "RFE/RL", "note": "abbreviation"}, "RFE/RL (abbreviation)"),
        ({"text": "К.", "language": "ru", "note": "as said"}, "К. (Russian; as said)"),
    ],
)
def test_other_forms_of_a_name(values: dict[str, str], words: str) -> None:
    assert variant_words(made(Variant, **values)) == words


def test_a_count_without_parts_is_the_count() -> None:
    assert size_words(made(Size, value=28, qualifier="about")) == "about 28"
