"""The invented case: its quotations stand in its documents, and all say that they are invented."""

import hashlib

from caseviewer.model.kinds import DifferenceKind, Mode, Numbering
from caseviewer.model.opened import DocumentPresence, PassageState
from caseviewer.model.quotations import Quotation
from caseviewer.model.sources import Source
from tests.cases.halvek import (
    FICTION,
    FOLDER,
    TEXT,
    case,
    content,
    documents,
    opened,
    passage,
    text_of,
    words,
)

# What was said


def depth(quotation: Quotation) -> int:
    outer = opened().index.get(quotation.inside)
    return 1 + depth(outer) if isinstance(outer, Quotation) else 0


def test_speech_inside_speech_is_two_deep() -> None:
    assert max(map(depth, case().quotations)) == 2


def test_words_inside_others_stand_in_them() -> None:
    for quotation in case().quotations:
        outer = opened().index.get(quotation.inside)
        if isinstance(outer, Quotation):
            around = [words(fragment.passage) for fragment in outer.fragments]
            for fragment in quotation.fragments:
                assert any(words(fragment.passage) in text for text in around), quotation.id


def test_direct_words_stand_in_their_document_exactly_once() -> None:
    for quotation in case().quotations:
        if quotation.mode is not Mode.DIRECT:
            continue
        for fragment in quotation.fragments:
            source = opened().index.get(passage(fragment.passage).source)
            assert isinstance(source, Source)
            assert source.document is not None
            if source.document.media_type == TEXT:
                assert text_of(source.document).count(words(fragment.passage)) == 1


def test_attributions_follow_their_fragment() -> None:
    for quotation in case().quotations:
        for fragment in quotation.fragments:
            document = next(d for s, d in documents() if s.id == passage(fragment.passage).source)
            if fragment.attribution is not None and document.media_type == TEXT:
                after = text_of(document).partition(words(fragment.passage))[2]
                assert after[1:].strip().startswith(fragment.attribution)


def test_a_quotation_in_several_fragments_one_with_sic_and_one_with_an_unknown_step() -> None:
    direct = [quotation for quotation in case().quotations if quotation.mode is Mode.DIRECT]
    assert any(len(quotation.fragments) > 1 for quotation in direct)
    assert any(fragment.sic for quotation in direct for fragment in quotation.fragments)
    chains = [quotation.chain for quotation in case().quotations]
    assert any(rung.party is None for chain in chains for rung in chain)


def test_a_contradiction_is_not_the_only_difference_and_each_has_two_values() -> None:
    assert {item.kind for item in case().differences} == set(DifferenceKind)
    assert all(len(item.values) > 1 for item in case().differences)


def test_copies_of_one_work_are_told_from_their_origin() -> None:
    copies = {item.id: item.same_work_as for item in case().sources if item.same_work_as}
    assert copies == {
        "s-views-advance": "s-views",
        "s-border-wire": "s-courier",
        "s-statement-en": "s-statement",
    }


# The documents


def test_every_document_is_the_one_that_was_read() -> None:
    assert len(documents()) == 7
    for source, document in documents():
        data = content(document)
        assert hashlib.sha256(data).hexdigest() == document.sha256
        assert len(data) == document.bytes
        assert opened().document_states[source.id].presence is DocumentPresence.MATCHES


def test_the_folder_holds_nothing_else() -> None:
    names = {document.file for _, document in documents()}
    assert {path.name for path in (FOLDER / "documents").iterdir()} == names


def test_every_passage_in_a_document_with_words_is_found() -> None:
    kinds = {source.id: document.media_type for source, document in documents()}
    texts = {name for name, kind in kinds.items() if kind == TEXT}
    readable = {name for name, kind in kinds.items() if kind in {TEXT, "application/pdf"}}
    for item in case().passages:
        worded = item.source in readable and item.selector is not None
        expected = PassageState.FOUND if worded else PassageState.UNCHECKED
        assert opened().passage_states[item.id] is expected, item.id
        assert (item.position is not None) is (item.source in texts)


def test_every_passage_of_the_report_stands_in_its_bytes() -> None:
    data = content(next(d for s, d in documents() if s.id == "s-report"))
    quoted = [item for item in case().passages if item.source == "s-report"]
    assert len(quoted) > 10
    for item in quoted:
        assert data.count(words(item.id).encode("ascii")) == 1


def test_the_documents_are_of_every_sort() -> None:
    media = [document.media_type for _, document in documents()]
    assert set(media) == {TEXT, "application/pdf", "image/png"}
    assert {document.paragraph_numbering for _, document in documents()} == set(Numbering)
    assert {source.language for source, _ in documents()} == {"en", "ru"}


def test_the_republication_has_the_same_words_under_another_header() -> None:
    bodies = []
    for source in ("s-courier", "s-border-wire"):
        document = next(d for s, d in documents() if s.id == source)
        assert document.count_from is not None
        assert document.count_until is not None
        start, end = (
            text_of(document).index(mark) for mark in (document.count_from, document.count_until)
        )
        bodies.append(text_of(document)[start:end])
    assert bodies[0] == bodies[1]


def test_the_own_citation_stands_in_the_document_with_its_no_break_spaces() -> None:
    source, document = next((s, d) for s, d in documents() if s.id == "s-border-wire")
    assert source.cite_as is not None
    assert source.cite_as.count("\N{NO-BREAK SPACE}") == 3
    assert f"Cite as: {source.cite_as}\n" in text_of(document)


# Fiction


def test_the_case_says_that_it_is_invented() -> None:
    assert case().fiction
    handling = case().handling
    assert handling is not None
    assert handling.startswith(FICTION)


def test_every_text_says_that_it_is_invented() -> None:
    for _, document in documents():
        if document.media_type == TEXT:
            first, *_, last = text_of(document).strip().split("\n")
            assert FICTION in first
            assert FICTION in last


def test_every_page_of_the_report_says_that_it_is_invented() -> None:
    data = content(next(d for s, d in documents() if s.id == "s-report"))
    assert data.count(f"({FICTION}) Tj".encode()) == 3
