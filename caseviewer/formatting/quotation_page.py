"""The page of a quotation: its words, who said it through whom, and where it stands."""

from caseviewer.formatting.ladder import add_ladder
from caseviewer.formatting.mentions import add_mentions
from caseviewer.formatting.names import language_name
from caseviewer.formatting.page import Page, PageBuilder, Span
from caseviewer.formatting.passage_lines import add_finding, passage_line
from caseviewer.formatting.quoted import fragment_words, quotation_text, speaker_id
from caseviewer.formatting.record_titles import link, name_link
from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.kinds import Mode
from caseviewer.model.opened import OpenedCase
from caseviewer.model.quotations import Quotation
from caseviewer.model.references import How, Kind


def quotation_page(opened: OpenedCase, quotation: Quotation) -> Page:
    """Everything that the case says about a quotation."""
    builder = PageBuilder()
    builder.title(speaker_words(opened, quotation))
    number = opened.index.short(quotation.id)
    kinds = (number, word(quotation.mode), word(quotation.knowledge))
    builder.subtitle(" · ".join(kinds))
    builder.quote(quotation_text(opened, quotation))
    if quotation.mode is not Mode.DIRECT and quotation.text is not None:
        builder.note(tr("The compiler’s account; not the words themselves."))
    _languages(builder, quotation)
    add_ladder(builder, opened, quotation)
    _spoken_of(builder, opened, quotation)
    _fragments(builder, opened, quotation)
    _translations(builder, opened, quotation)
    builder.heading(tr("Speaks of"))
    for target in quotation.about:
        builder.item(link(opened, target))
    builder.text(quotation.note)
    add_mentions(builder, opened, quotation, without=frozenset({Kind.QUOTATION}))
    return builder.page()


def speaker_words(opened: OpenedCase, quotation: Quotation) -> str:
    """The name of the speaker, or that the speaker is not known."""
    speaker = speaker_id(quotation)
    if speaker is None:
        return tr("speaker not known")
    return "".join(span.text for span in name_link(opened, speaker))


def _languages(builder: PageBuilder, quotation: Quotation) -> None:
    if quotation.language is not None:
        builder.field(tr("Language"), language_name(quotation.language))
    if quotation.translated_from is not None:
        original = language_name(quotation.translated_from)
        builder.field(tr("Translated from"), original)


def _spoken_of(builder: PageBuilder, opened: OpenedCase, quotation: Quotation) -> None:
    builder.heading(tr("Spoken of in"))
    for mention in opened.index.mentions(quotation.id):
        if mention.how is How.ABOUT and isinstance(mention.by, Quotation):
            builder.item(link(opened, mention.by.id))


def _fragments(builder: PageBuilder, opened: OpenedCase, quotation: Quotation) -> None:
    builder.heading(tr("Where it stands"))
    for fragment in quotation.fragments:
        builder.item(passage_line(opened, fragment.passage))
        add_finding(builder, opened, fragment.passage, level=1)
        for phrase in fragment.sic:
            builder.note(tr("[sic]: “{words}” stands so in the source", words=phrase), level=1)
        if fragment.attribution is not None:
            note = tr(
                "followed, outside the quotation marks, by: {words}", words=fragment.attribution
            )
            builder.note(note, level=1)
        if quotation.mode is Mode.DIRECT and fragment_words(opened, fragment) is None:
            builder.note(tr("the words of this fragment are not in the file"), level=1)


def _translations(builder: PageBuilder, opened: OpenedCase, quotation: Quotation) -> None:
    for translation in quotation.translations:
        language = language_name(translation.language)
        builder.heading(tr("Translation: {language}", language=language))
        builder.quote(translation.text)
        if translation.by is not None:
            builder.item((Span(tr("translated by ")), *link(opened, translation.by)))
        builder.note(translation.note)
