"""How parties, countries and languages are named; no name is ever an empty cell."""

from functools import lru_cache
from typing import Any

from caseviewer.formatting.translate import tr
from caseviewer.formatting.words import word
from caseviewer.model.case import Case
from caseviewer.model.kinds import Identity, PartyKind, Qualifier
from caseviewer.model.parties import Party, Size, SizePart

_FREQUENT = {
    "ar": "Arabic",
    "az": "Azerbaijani",
    "bn": "Bengali",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "ha": "Hausa",
    "he": "Hebrew",
    "hi": "Hindi",
    "hy": "Armenian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "ko": "Korean",
    "ku": "Kurdish",
    "ky": "Kirghiz",
    "my": "Burmese",
    "ne": "Nepali (macrolanguage)",
    "nl": "Dutch",
    "pl": "Polish",
    "ps": "Pushto",
    "pt": "Portuguese",
    "ru": "Russian",
    "si": "Sinhala",
    "so": "Somali",
    "sw": "Swahili (macrolanguage)",
    "ta": "Tamil",
    "tg": "Tajik",
    "th": "Thai",
    "tk": "Turkmen",
    "tr": "Turkish",
    "ug": "Uighur",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""Names of ISO 639 for the languages of most cases: its whole table is slow to load, and large."""


def identity_words(party: Party) -> str:
    """How much of the name is known, with the compiler's note: "unknown (no byline)"."""
    words = withheld_words(party)
    return words if party.identity_note is None else f"{words} ({party.identity_note})"


def withheld_words(party: Party) -> str:
    """How much of the name is known: "anonymous: name withheld by the source"."""
    if party.withheld_by is not None:
        return f"{word(party.identity)}: {word(party.withheld_by)}"
    if party.identity is Identity.REDACTED:
        return tr("redacted: name withheld in this file")
    return word(party.identity)


def party_name(party: Party) -> str:
    """The name for lists: the name, and in brackets what keeps it from being one."""
    if party.identity is Identity.NAMED:
        return party.name
    return f"{party.name} ({word(party.identity)})"


def party_full_name(party: Party) -> str:
    """The name for the head of a page, with who withholds it."""
    if party.identity is Identity.NAMED:
        return party.name
    return f"{party.name} ({withheld_words(party)})"


def name_within(party: Party) -> str:
    """A name inside a sentence; a description loses the capital letter it starts with."""
    article, _, rest = party.name.partition(" ")
    if party.identity in _DESCRIBED and article in _STARTS and rest:
        return f"{article.lower()} {rest}"
    return party.name


_STARTS = frozenset({"A", "An", "One", "The", "Whoever"})
_DESCRIBED = frozenset({Identity.ANONYMOUS, Identity.UNNAMED, Identity.UNKNOWN, Identity.REDACTED})


def count_words(size: Size | None) -> str:
    """The count of a group, such as "29" or "at least 30"; empty where none is given."""
    if size is None:
        return ""
    if size.qualifier is Qualifier.EXACT:
        return str(size.value)
    return f"{word(size.qualifier)} {size.value}"


def sum_words(size: Size) -> str:
    """The parts of a count and whether they add up: "27 + 2 = 29 ✓"; empty without parts."""
    if not size.parts:
        return ""
    total = sum(part.value for part in size.parts)
    left = " + ".join(str(part.value) for part in size.parts)
    if total == size.value:
        return f"{left} = {count_words(size)} ✓"
    return tr(
        "{left} = {total}, not {whole}: the parts do not add up",
        left=left,
        total=total,
        whole=count_words(size),
    )


def part_words(size: Size, case: Case) -> str:
    """What each part of a count is: "27 nationals of Uzbekistan; 2 relatives"."""
    labelled = []
    for part in size.parts:
        names = ", ".join(filter(None, (part.label or "", _nationals(part, case))))
        if names:
            labelled.append(f"{part.value} {names}")
    return "; ".join(labelled)


def _nationals(part: SizePart, case: Case) -> str:
    if part.nationality is None:
        return ""
    country = country_name(part.nationality, case)
    if part.value == 1:
        return tr("national of {country}", country=country)
    return tr("nationals of {country}", country=country)


def country_name(code: str, case: Case | None = None) -> str:
    """The name of a country: as the case names that State, else as ISO 3166-1 does.

    A code that neither knows stands for itself.
    """
    parties = () if case is None else case.parties
    for party in parties:
        if party.kind is PartyKind.STATE and party.country == code:
            return party.name
    return _iso_country(code)


@lru_cache(maxsize=512)
def _iso_country(code: str) -> str:
    found = _registry("countries").get(alpha_3=code)
    return code if found is None else str(getattr(found, "common_name", found.name))


@lru_cache(maxsize=512)
def language_name(tag: str) -> str:
    """The name of a language by its BCP 47 tag: "English", "Kazakh (Cyrillic)"."""
    primary, *rest = tag.split("-")
    name = _FREQUENT.get(primary.lower()) or _iso_language(primary.lower())
    if not name:
        return tag
    details = [_subtag_name(part) for part in rest if part]
    return f"{name} ({', '.join(details)})" if details else name


def _iso_language(code: str) -> str:
    """The name of a language by its code of two or three letters; empty where it has none."""
    key = {"alpha_2" if len(code) == 2 else "alpha_3": code}
    found = _registry("languages").get(**key)
    return "" if found is None else str(found.name)


def _subtag_name(part: str) -> str:
    if len(part) == 4:
        script = _registry("scripts").get(alpha_4=part.title())
        return part if script is None else str(script.name)
    if len(part) == 2:
        region = _registry("countries").get(alpha_2=part.upper())
        return part if region is None else str(region.name)
    return part


def _registry(name: str) -> Any:
    """A list of ISO codes; loaded on first use, as the import takes a tenth of a second."""
    import pycountry

    return getattr(pycountry, name)
