"""Quotations ready for a brief: the words, who said them through whom, and the citation."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from caseviewer.citations import runs
from caseviewer.citations.forms import Citations, Wanted
from caseviewer.citations.own_string import clean
from caseviewer.citations.runs import Run, Runs
from caseviewer.formatting.brief_parts import BriefParts
from caseviewer.formatting.brief_words import brief_words, has_lost_words
from caseviewer.formatting.citation_clip import CopyAs, is_counted_at, remarks
from caseviewer.formatting.citing import cited_together
from caseviewer.formatting.clip import ClipText
from caseviewer.formatting.names import language_name, name_within
from caseviewer.formatting.passage_lines import state_of
from caseviewer.formatting.quoted import fragment_passages
from caseviewer.formatting.receipt import counted
from caseviewer.formatting.record_titles import locator_words, passage_title, source_title
from caseviewer.formatting.speaker_clause import speaker_clause
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.kinds import ChainLink
from caseviewer.model.opened import Checked, OpenedCase, PassageState
from caseviewer.model.parties import Party
from caseviewer.model.quotations import Quotation, Translation
from caseviewer.model.sources import Source

_NAMED = 5


@dataclass(frozen=True, slots=True)
class BriefClip:
    """A copy; what it holds ("Q1"), and what should be known of it."""

    clip: ClipText
    what: str
    remarks: str = ""


def brief_clip(
    opened: OpenedCase,
    citations: Citations | None,
    quotations: Sequence[Quotation],
    parts: BriefParts,
) -> BriefClip:
    """A copy of quotations for a brief; without citations sources stand in their own words."""
    blocks = [list(_lines(opened, citations, one, parts)) for one in quotations]
    told = [one for each in quotations for one in _remarks(opened, citations, each, parts)]
    numbers = [opened.index.short(one.id) for one in quotations]
    several = counted(len(numbers), tr("quotation"), tr("quotations"))
    return BriefClip(
        _clip(blocks),
        ", ".join(numbers) if len(numbers) <= _NAMED else several,
        "; ".join(dict.fromkeys((*told, *_check_remarks(opened, quotations)))),
    )


def brief_places(opened: OpenedCase, quotation: Quotation) -> tuple[Wanted, ...]:
    """Where the words of a quotation stand: what is cited with it."""
    return cited_together(opened, fragment_passages(opened, quotation))


def _clip(blocks: Sequence[Sequence[Runs]]) -> ClipText:
    """Quotations with a line between them; the words of each stand as a block."""
    between: Runs = ()
    plain = "\n\n".join("\n".join(map(runs.plain, lines)) for lines in blocks)
    html = "".join(
        f"<blockquote>{_paragraph(words)}</blockquote>{''.join(map(_paragraph, rest))}"
        for words, *rest in blocks
    )
    rich = [line for lines in blocks for line in (between, *lines)][1:]
    return ClipText(plain, html, runs.rtf_lines(rich))


def _paragraph(line: Runs) -> str:
    text = runs.html(line).replace("\n", "<br>")
    return f"<p>{text}</p>"


# The lines of one quotation.


def _lines(
    opened: OpenedCase, citations: Citations | None, quotation: Quotation, parts: BriefParts
) -> Iterator[Runs]:
    yield (Run(brief_words(opened, quotation, parts)),)
    clause = speaker_clause(opened, quotation, speaker=parts.speaker, ladder=parts.ladder)
    found: list[Runs] = [(Run(clause),)] if clause else []
    if parts.citation:
        found += [_cited(opened, citations, one, parts) for one in brief_places(opened, quotation)]
    if found:
        line = [Run("— "), *found[0]]
        for more in found[1:]:
            line += [Run("; "), *more]
        yield runs.joined(line)
    for note in _notes(opened, quotation, parts):
        yield (Run(note),)


def _cited(
    opened: OpenedCase, citations: Citations | None, wanted: Wanted, parts: BriefParts
) -> Runs:
    made = None if citations is None else citations.get(wanted)
    found = (Run(_own_words(opened, wanted)),) if made is None else made
    if not parts.counted or not is_counted_at(opened, wanted):
        return found
    *before, last = found
    note = Run(tr(" (paragraphs counted)"))
    if last.text.endswith("."):
        return (*before, Run(last.text[:-1], last.faces), note, Run(".", last.faces))
    return (*found, note)


def _own_words(opened: OpenedCase, wanted: Wanted) -> str:
    """The source's own citation, else its title, with the place behind it."""
    source = opened.index.get(wanted.source)
    words = wanted.source
    if isinstance(source, Source):
        words = source_title(source) if source.cite_as is None else clean(source.cite_as)
    return ", ".join(filter(None, (words, locator_words(wanted.pinpoint))))


def _notes(opened: OpenedCase, quotation: Quotation, parts: BriefParts) -> Iterator[str]:
    if parts.translation:
        yield from _translation_notes(opened, quotation)
    if parts.disclaimer:
        yield from dict.fromkeys(_disclaimers(opened, quotation))


def _translation_notes(opened: OpenedCase, quotation: Quotation) -> Iterator[str]:
    if quotation.translated_from is not None:
        by = next((one.party for one in quotation.chain if one.link is ChainLink.TRANSLATED), None)
        original = language_name(quotation.translated_from)
        words = tr("Translated from {language}{by}.", language=original, by=_by(opened, by))
        yield words
    for one in quotation.translations:
        yield _translation(opened, one)


def _translation(opened: OpenedCase, one: Translation) -> str:
    note = "" if one.note is None else f" ({one.note})"
    return tr(
        "Translation into {language}{by}: “{words}”{note}",
        language=language_name(one.language),
        by=_by(opened, one.by),
        words=one.text,
        note=note,
    )


def _by(opened: OpenedCase, party_id: str | None) -> str:
    party = opened.index.get(party_id)
    return tr(" by {name}", name=name_within(party)) if isinstance(party, Party) else ""


def _disclaimers(opened: OpenedCase, quotation: Quotation) -> Iterator[str]:
    for source in _sources(opened, brief_places(opened, quotation)):
        for one in source.disclaimers:
            party = opened.index.get(one.by)
            name = name_within(party) if isinstance(party, Party) else tr("the source")
            yield tr("Disclaimer of {name}: {words}", name=name, words=one.text)


def _sources(opened: OpenedCase, places: Iterable[Wanted]) -> Iterator[Source]:
    for one in places:
        source = opened.index.get(one.source)
        if isinstance(source, Source):
            yield source


# What should be known.


def _remarks(
    opened: OpenedCase, citations: Citations | None, quotation: Quotation, parts: BriefParts
) -> Iterator[str]:
    number = opened.index.short(quotation.id)
    if has_lost_words(opened, quotation):
        yield tr("{number}: words of it are not in this file", number=number)
    places = brief_places(opened, quotation)
    if parts.citation:
        if not places:
            yield tr("{number}: no place in a source is given", number=number)
        for one in places:
            yield from _citation_remarks(opened, citations, one)


def _citation_remarks(
    opened: OpenedCase, citations: Citations | None, wanted: Wanted
) -> Iterator[str]:
    form = CopyAs.FORMATTED
    if citations is None or citations.get(wanted) is None:
        form = CopyAs.CLEAN
        source = opened.index.get(wanted.source)
        own = isinstance(source, Source) and source.cite_as is not None
        number = opened.index.short(wanted.source) or wanted.source
        words = tr("{number}: the source’s own citation") if own else tr("{number}: its title only")
        yield words.format(number=number)
    if told := remarks(opened, wanted, form):
        yield told


def _check_remarks(opened: OpenedCase, quotations: Sequence[Quotation]) -> Iterator[str]:
    """What the check of the passages says other than that their words were found."""
    by_state: dict[PassageState, dict[str, None]] = {}
    for passage in (one for each in quotations for one in fragment_passages(opened, each)):
        titles = by_state.setdefault(state_of(opened, passage), {})
        titles[passage_title(opened, passage)] = None
    by_state.pop(PassageState.FOUND, None)
    for state, titles in by_state.items():
        several = counted(len(titles), tr("place"), tr("places"))
        place = several if len(titles) > 1 else next(iter(titles))
        yield tr("{place}: {state}", place=place, state=_state_words(opened, state))


def _state_words(opened: OpenedCase, state: PassageState) -> str:
    if state is PassageState.NOT_FOUND:
        return tr("not found in the document")
    if state is PassageState.UNCHECKED and opened.checked is Checked.DONE:
        return tr("not checked against the document")
    return word(opened.checked) if state is PassageState.UNCHECKED else word(state)
