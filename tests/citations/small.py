"""A small style of each class, for tests of the engine."""

from caseviewer.citations.styles import Style, make_style

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="{cls}" version="1.0" default-locale="{lang}">
<info><title>A small style</title><id>small</id><updated>2026-01-01T00:00:00Z</updated></info>
"""
CITATION = """<citation{options}><layout>{shorter}
<group delimiter=", "><names variable="author"/><text variable="title" font-style="italic"/>
<date variable="issued" form="text"/>
<group delimiter=" "><label variable="locator" form="{form}"/><text variable="locator"/></group>
</group>{end}</layout></citation>
"""
SHORTER = """<choose><if position="subsequent"><text variable="title" suffix=" again (n "/>
<number variable="first-reference-note-number" form="ordinal" suffix="): "/></if></choose>"""
BIBLIOGRAPHY = """<bibliography{options}><sort><key variable="title"/></sort>
<layout suffix="."><names variable="author" suffix=", "/><text variable="title"/></layout>
</bibliography>"""


def small_xml(
    cls: str = "note",
    *,
    lang: str = "en-GB",
    middle: str = "",
    shorter: str = "",
    options: str = "",
    form: str = "long",
    end: str = "",
    bibliography: str = "",
) -> bytes:
    """The file of a small style."""
    citation = CITATION.format(options=options, shorter=shorter, form=form, end=end)
    return (
        HEAD.format(cls=cls, lang=lang) + middle + citation + bibliography + "</style>"
    ).encode()


def small_style(cls: str = "note", **parts: str) -> Style:
    """A small style, ready."""
    return make_style("small", small_xml(cls, **parts))
