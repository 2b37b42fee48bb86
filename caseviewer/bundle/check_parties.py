"""Checks of parties: names that are kept back, and counts."""

from caseviewer.bundle.report import Check, Findings, Remark
from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.kinds import Identity, Qualifier, WithheldBy
from caseviewer.model.parties import Party, Size

_KNOWS_NO_NAME = frozenset({Identity.UNNAMED, Identity.UNKNOWN})


def withheld_names(case: Case, _index: CaseIndex) -> Findings:
    """What is said about who keeps a name back goes with what is shown of it."""
    for party in case.parties:
        message = _withholding(party)
        if message:
            found = party.withheld_by or ""
            yield party, Remark(("withheld_by",), "party.withheld", message, found=found)


def _withholding(party: Party) -> str:
    by = party.withheld_by
    if party.identity is Identity.ANONYMOUS and by is None:
        return "the party is anonymous, and nobody is said to keep the name back"
    if party.identity is Identity.NAMED and by is not None:
        return "the party is named, and somebody is said to keep the name back"
    if party.identity in _KNOWS_NO_NAME and by is not None:
        return f"the party is {party.identity}, so that there is no name to keep back"
    if party.identity is Identity.REDACTED and by not in (None, WithheldBy.BUNDLE):
        return "the party is redacted, which only this bundle can do"
    return ""


def sums(case: Case, _index: CaseIndex) -> Findings:
    """The parts of an exact count add up to it."""
    for party in case.parties:
        size = party.size
        if size is None or not size.parts or size.qualifier is not Qualifier.EXACT:
            continue
        total = sum(part.value for part in size.parts)
        if total != size.value:
            parts = " + ".join(f"{part.value:,}" for part in size.parts[:12])
            more = " + …" if len(size.parts) > 12 else ""
            message = f"the parts do not add up: {parts}{more} = {total:,}, not {size.value:,}"
            yield party, Remark(("size", "parts"), "party.sum", message)


def subsets(case: Case, index: CaseIndex) -> Findings:
    """A group is not larger than the group that it lies within."""
    for party in case.parties:
        whole = None if party.subset_of is None else index.get(party.subset_of.of)
        if not isinstance(whole, Party):
            continue
        part_size, whole_size = _exact(party.size), _exact(whole.size)
        if part_size is not None and whole_size is not None and part_size > whole_size:
            message = (
                f"{part_size:,} cannot lie within the {whole_size:,} of {index.short(whole.id)}"
            )
            yield party, Remark(("subset_of",), "party.subset", message)


def _exact(size: Size | None) -> int | None:
    return size.value if size is not None and size.qualifier is Qualifier.EXACT else None


CHECKS: tuple[Check, ...] = (withheld_names, sums, subsets)
