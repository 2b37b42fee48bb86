"""Checks of codes: countries of ISO 3166-1, languages of BCP 47.

The tables of pycountry are large: they are read only for a code that is not among those
which most cases use.
"""

import re
from collections.abc import Iterator
from functools import cache

from caseviewer.bundle.json_walk import Path
from caseviewer.bundle.report import Check, Findings, Remark
from caseviewer.model.case import Case, Record
from caseviewer.model.case_index import CaseIndex

_USER_ASSIGNED = re.compile(r"AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z]")
"""Free for everybody's own use (ISO 3166-1, 8.1.3): codes of invented States."""

_PRIVATE = re.compile(r"q[a-t][a-z]")
"""Free for everybody's own use (ISO 639-2, 5.2)."""

_FREQUENT = frozenset({
    "ar", "az", "bn", "de", "en", "es", "fa", "fr", "ha", "he", "hi", "hy", "id", "it", "ja", "ka",
    "kk", "ko", "ku", "ky", "my", "ne", "nl", "pl", "ps", "pt", "ru", "si", "so", "sw", "ta", "tg",
    "th", "tk", "tr", "ug", "uk", "ur", "uz", "vi", "zh",
})  # fmt: skip


@cache
def is_country(code: str) -> bool:
    """Whether an alpha-3 code is assigned, or free for everybody's own use."""
    if _USER_ASSIGNED.fullmatch(code):
        return True
    import pycountry

    return pycountry.countries.get(alpha_3=code) is not None


@cache
def is_language(tag: str) -> bool:
    """Whether the first part of a language tag is a language or a family of languages."""
    primary = tag.partition("-")[0].lower()
    if primary in _FREQUENT or _PRIVATE.fullmatch(primary):
        return True
    import pycountry

    if len(primary) == 2:
        return pycountry.languages.get(alpha_2=primary) is not None
    known = pycountry.languages.get(alpha_3=primary)
    return (known or pycountry.language_families.get(alpha_3=primary)) is not None


def countries(case: Case, _index: CaseIndex) -> Findings:
    """Every country code is one."""
    for item, path, code in _countries(case):
        if not is_country(code):
            expected = "a code of ISO 3166-1 such as “KAZ”, or one from XAA to XZZ for fiction"
            message = "no country has this code"
            yield item, Remark(path, "code.country", message, code, expected)


def languages(case: Case, _index: CaseIndex) -> Findings:
    """Every language tag starts with a language."""
    for item, path, tag in _languages(case):
        if not is_language(tag):
            message = "no language has this tag"
            expected = "a tag of BCP 47 such as “en” or “kk-Cyrl”"
            yield item, Remark(path, "code.language", message, tag, expected)


_Codes = Iterator[tuple[Record, Path, str]]


def _given(found: Iterator[tuple[Record, Path, str | None]]) -> _Codes:
    return ((item, path, code) for item, path, code in found if code is not None)


def _countries(case: Case) -> _Codes:
    return _given(_all_countries(case))


def _languages(case: Case) -> _Codes:
    return _given(_all_languages(case))


def _all_countries(case: Case) -> Iterator[tuple[Record, Path, str | None]]:
    for party in case.parties:
        yield party, ("country",), party.country
        for at, part in enumerate(party.size.parts if party.size else ()):
            yield party, ("size", "parts", at, "nationality"), part.nationality
    for event in case.chronology:
        yield event, ("place", "country"), event.place.country if event.place else None


def _all_languages(case: Case) -> Iterator[tuple[Record, Path, str | None]]:
    for party in case.parties:
        for at, variant in enumerate(party.variants):
            yield party, ("variants", at, "language"), variant.language
    for item in case.quotations:
        yield item, ("language",), item.language
        yield item, ("translated_from",), item.translated_from
        for at, translation in enumerate(item.translations):
            yield item, ("translations", at, "language"), translation.language
    for source in case.sources:
        yield source, ("language",), source.language


CHECKS: tuple[Check, ...] = (countries, languages)
