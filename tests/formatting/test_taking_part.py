"""Who takes part in an event."""

from caseviewer.formatting.event_page import event_page
from caseviewer.formatting.page import BlockKind
from caseviewer.formatting.taking_part import taking_part
from tests.formatting import samples
from tests.formatting.making import changed, opened


def test_the_event_and_the_roles_of_parties_tell_it_each_once() -> None:
    roles = [{"role": "witness", "in": "crossing"}, {"role": "witness"}]
    people = [{"party": "woman", "role": "witness"}, {"party": "xandria", "role": "authority"},
              {"party": "xandria", "role": "mentioned"}]  # fmt: skip
    case = opened(**changed("parties", 1, roles=roles),
                  **changed("chronology", 0, participants=people))  # fmt: skip
    of = taking_part(case)
    first, second = case.case.chronology
    assert of(first) == ("woman", "xandria")
    assert of(second) == ()


def test_the_list_names_those_whom_the_page_names() -> None:
    for case in (samples.first(), samples.second()):
        of = taking_part(case)
        for event in case.chronology:
            items = [block for block in event_page(case, event).blocks
                     if block.kind is BlockKind.ITEM]  # fmt: skip
            linked = {span.target.record for block in items for span in block.spans
                      if span.target is not None}  # fmt: skip
            parties = {party.id for party in case.case.parties}
            assert set(of(event)) == linked & parties
