"""Searches over small cases, for the tests of the search."""

from collections.abc import Iterable
from functools import cache

from caseviewer.model.opened import OpenedCase
from caseviewer.search.case_search import CaseSearch
from caseviewer.search.document_reading import read_documents
from caseviewer.search.document_texts import DocumentText, document_text
from caseviewer.search.hit_words import reason_words
from caseviewer.search.hits import Found, Hit
from tests.documents.readables import readable
from tests.formatting.making import opened
from tests.formatting.samples import NAMES, sample


def search(*documents: DocumentText, **changes: object) -> CaseSearch:
    """A search over the small case with some members replaced."""
    made = CaseSearch(opened(**changes))
    made.add_documents(documents)
    return made


def report(text: str | None = None, source: str = "report") -> DocumentText:
    """The document of the small case, or one with another text."""
    return document_text(source, readable() if text is None else readable(text))


@cache
def whole_sample(number: int) -> CaseSearch:
    """A search over a sample and its documents; 0 is the first one."""
    case = sample(NAMES[number])
    made = CaseSearch(case)
    made.add_documents(read_documents(case, {}, lambda: False))
    return made


def ids(found: Found) -> list[str]:
    """The ids of the records, or of the sources of documents, that were found."""
    return [place.record for place in found.places]


def numbers(opened_case: OpenedCase, found: Found) -> list[str]:
    """The short numbers of what was found."""
    return [opened_case.index.short(place.record) for place in found.places]


def hits(made: CaseSearch, typed: str) -> list[Hit]:
    """Everything that a query finds."""
    found = made.find(typed)
    return [made.hit(found, at) for at in range(len(found.places))]


def hit(made: CaseSearch, typed: str, record: str) -> Hit:
    """What is shown of one record, or of the document of one source."""
    return next(one for one in hits(made, typed) if one.record == record)


def reasons(one: Hit) -> list[str]:
    """Why something was found, where that has to be said."""
    return [words for words in map(reason_words, one.reasons) if words]


def marked(one: Hit) -> list[str]:
    """The words that are marked."""
    return [text for text, is_marked in one.snippet.pieces() if is_marked]


def persons(*names: str, variants: Iterable[dict[str, str]] = ()) -> list[dict[str, object]]:
    """Parties of these names; the first one has the variants."""
    made: list[dict[str, object]] = [
        {"id": f"p{at}", "kind": "person", "identity": "named", "name": name}
        for at, name in enumerate(names, start=1)
    ]
    made[0]["variants"] = list(variants)
    return made
