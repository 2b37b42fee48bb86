"""Checks of quotations: whether the words are there, and the way that they came."""

from caseviewer.bundle.report import Check, Findings, Remark
from caseviewer.model.case import Case
from caseviewer.model.case_index import CaseIndex
from caseviewer.model.kinds import ChainLink, Mode
from caseviewer.model.quotations import Fragment, Quotation
from caseviewer.model.sources import Passage

_PAGES = frozenset({
    ChainLink.PUBLISHED, ChainLink.REPUBLISHED, ChainLink.RECORDED, ChainLink.TRANSLATED,
})  # fmt: skip
"""Steps that leave a page behind, which a compiler can read."""


def words(case: Case, index: CaseIndex) -> Findings:
    """A direct quotation has its words in passages, any other one has an account of them."""
    for item in case.quotations:
        if item.mode is not Mode.DIRECT:
            if item.text is None:
                message = f"the mode is “{item.mode}”, but there is no text"
                yield item, Remark(("text",), "quotation.text", message)
            continue
        if not item.fragments:
            message = "a direct quotation needs fragments that hold its words"
            yield item, Remark(("fragments",), "quotation.fragments", message)
        for at, fragment in enumerate(item.fragments):
            passage = index.get(fragment.passage)
            if isinstance(passage, Passage) and passage.selector is None:
                message = f"the passage {index.short(passage.id)} does not hold the words"
                path = ("fragments", at, "passage")
                hint = "Give the passage a “selector” with its words."
                yield item, Remark(path, "quotation.words", message, fragment.passage, hint=hint)


def sic(case: Case, index: CaseIndex) -> Findings:
    """Words marked [sic] stand once in their fragment, so that the mark has one place."""
    for item in case.quotations:
        for at, fragment in enumerate(item.fragments):
            if fragment.sic:
                yield from _sic(item, at, fragment, index)


def _sic(item: Quotation, at: int, fragment: Fragment, index: CaseIndex) -> Findings:
    passage = index.get(fragment.passage)
    if not isinstance(passage, Passage) or passage.selector is None:
        return
    for number, mark in enumerate(fragment.sic):
        times = passage.selector.exact.count(mark)
        if times != 1:
            stands = "do not stand in the fragment" if times == 0 else "stand there more than once"
            path = ("fragments", at, "sic", number)
            yield item, Remark(path, "quotation.sic", f"these words {stands}", found=mark)


def chains(case: Case, _index: CaseIndex) -> Findings:
    """A chain starts with the mouth and ends with a page."""
    for item in case.quotations:
        if not item.chain:
            message = "it is not told"
            yield item, Remark(("chain",), "quotation.chain", message)
            continue
        first, last = item.chain[0].link, item.chain[-1].link
        if first is not ChainLink.SAID:
            path = ("chain", 0, "link")
            message = "the way starts with the mouth"
            yield item, Remark(path, "quotation.mouth", message, first, f"“{ChainLink.SAID}”")
        if last not in _PAGES:
            path = ("chain", len(item.chain) - 1, "link")
            expected = " or ".join(f"“{link}”" for link in ChainLink if link in _PAGES)
            message = "the way ends with a page that can be read"
            yield item, Remark(path, "quotation.page", message, last, expected)


CHECKS: tuple[Check, ...] = (words, sic, chains)
