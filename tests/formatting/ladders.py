"""Ladders for tests: their lines and notes, and small cases whose quotations came some way."""

from typing import Any

from caseviewer.formatting.ladder import Ladder, add_ladder, ladder
from caseviewer.formatting.page import Block, BlockKind, PageBuilder
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Quotation
from tests.builders import bundle
from tests.formatting.making import changed, opened

READ = " · the page that was read"


def quotation(case: OpenedCase, short: str = "Q1") -> Quotation:
    found = case.index.by_short(short)
    assert isinstance(found, Quotation)
    return found


def of(case: OpenedCase, short: str = "Q1") -> Ladder:
    return ladder(case, quotation(case, short))


def blocks(case: OpenedCase, short: str = "Q1") -> list[Block]:
    builder = PageBuilder()
    add_ladder(builder, case, quotation(case, short))
    return list(builder.page().blocks)


def lines(case: OpenedCase, short: str = "Q1") -> list[str]:
    """The rungs as lines: a dash for each level, the words, and the mark."""
    return [
        f"{'-' * block.level}{block.text} [{block.mark}]"
        for block in blocks(case, short)
        if block.kind is BlockKind.RUNG
    ]


def notes(case: OpenedCase, short: str = "Q1") -> list[str]:
    return [block.text for block in blocks(case, short) if block.kind is BlockKind.NOTE]


def way(*chain: dict[str, Any], **fields: Any) -> OpenedCase:
    """The small case whose first quotation came this way."""
    return opened(**changed("quotations", chain=list(chain) or None, **fields))


def said(party: str | None = "woman", link: str = "said", **fields: Any) -> dict[str, Any]:
    return {"link": link, **fields} | ({} if party is None else {"party": party})


def nested(inside: dict[str, str | None]) -> OpenedCase:
    """Quotations of one word each, of which some stand inside others."""
    plain = bundle()["quotations"][1]
    chain = [said("woman"), said("press", "published")]
    quotations = [
        plain | {"id": name, "text": f"Words {name}.", "inside": outer, "chain": chain}
        for name, outer in inside.items()
    ]
    return opened(quotations=quotations)
