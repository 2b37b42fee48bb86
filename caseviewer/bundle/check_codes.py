"""Checks of codes: countries of ISO 3166-1, languages of BCP 47.

The tables of pycountry are large: they are read only for a code that is not among the
ones written down here.
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

_COUNTRIES = frozenset(
    """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD
    BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR
    COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH
    ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL
    GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR
    JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR
    MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL
    NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY
    PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP
    SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA
    UGA UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
    """.split()  # noqa: SIM905  # as a list it would fill three times the lines
)
"""ISO 3166-1 as it is today; a code that is not here may have come later."""

_LANGUAGES = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy
    hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg
    li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or
    os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw
    ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split()  # noqa: SIM905  # as a list it would fill three times the lines
)
"""ISO 639-1: the languages that have a code of two letters."""


@cache
def is_country(code: str) -> bool:
    """Whether an alpha-3 code is assigned, or free for everybody's own use."""
    if code in _COUNTRIES or _USER_ASSIGNED.fullmatch(code):
        return True
    import pycountry

    return pycountry.countries.get(alpha_3=code) is not None


@cache
def is_language(tag: str) -> bool:
    """Whether the first part of a language tag is a language or a family of languages."""
    primary = tag.partition("-")[0].lower()
    if primary in _LANGUAGES or _PRIVATE.fullmatch(primary):
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
    for item in case.deadlines:
        yield item, ("holidays", "country"), item.holidays.country if item.holidays else None


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
