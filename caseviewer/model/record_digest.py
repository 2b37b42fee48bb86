"""What a record says, as a short digest: equal as long as it says the same, in any revision.

Nothing of a case can be read from a digest. What a record leaves out, and what the program came to
know of records since, changes none, as only what is given goes into it.
"""

import hashlib
import json
from collections.abc import Iterator
from functools import cache

from pydantic import TypeAdapter

from caseviewer.model.case import Record
from caseviewer.model.case_index import CaseIndex, kind_of
from caseviewer.model.quotations import Quotation
from caseviewer.model.references import RECORD_TYPES, Kind
from caseviewer.model.sources import Passage

_DIGITS = 24
_NAMES = {"id", "number"}
"""What a record is called is not what it says."""


def digest(text: str) -> str:
    """The digest of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def record_words(index: CaseIndex, item: Record) -> str:
    """All that a record says by itself; of a quotation also the words that it quotes."""
    own = _adapter(kind_of(item)).dump_python(
        item, mode="json", by_alias=True, exclude_defaults=True, exclude=_NAMES
    )
    quoted = list(_quoted(index, item)) if isinstance(item, Quotation) else []
    return json.dumps([type(item).__name__, own, quoted], sort_keys=True)


def record_digest(index: CaseIndex, item: Record) -> str:
    """The digest of what a record says."""
    return digest(record_words(index, item))


def _quoted(index: CaseIndex, quotation: Quotation) -> Iterator[str]:
    """The words themselves stand in the passages of a quotation."""
    for fragment in quotation.fragments:
        passage = index.get(fragment.passage)
        if isinstance(passage, Passage) and passage.selector is not None:
            yield passage.selector.exact


@cache
def _adapter(kind: Kind) -> TypeAdapter[Record]:
    return TypeAdapter(RECORD_TYPES[kind])
