"""Where words stand on a page of a PDF; runs in the reading process only.

The text of a page and its characters are told by pdfium in two ways that differ in spaces and
ends of lines. What both have in common is the order of the signs that can be seen.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

import pypdfium2.raw

from caseviewer.documents.seen_signs import seen

Words = Sequence[tuple[str, int]]
"""Runs of words, each with the number of signs before it that can be seen on the page."""

MOST_RECTANGLES = 10_000


def rectangles(
    page: Any, bitmap: Any, words: Words
) -> list[tuple[int, float, float, float, float]]:
    """The rectangles that runs of words fill on a page, each with the place of its run.

    Left, top, right and bottom are parts of the width and height of the page, from 0 to 1.
    Words that do not stand there have none.
    """
    found: list[tuple[int, float, float, float, float]] = []
    convert = bitmap.get_posconv(page)
    with closing(page.get_textpage()) as text_page:
        signs, places = _signs(text_page, page.get_bbox())
        for number, (run, before) in enumerate(words):
            wanted = seen(run)
            at = _nearest(signs, wanted, before)
            if at is None:
                continue
            start, end = places[at], places[at + len(wanted) - 1] + 1
            for left, bottom, right, top in _boxes(text_page, start, end):
                corners = (convert.to_bitmap(left, top), convert.to_bitmap(right, bottom))
                across = sorted(x / bitmap.width for x, _ in corners)
                down = sorted(y / bitmap.height for _, y in corners)
                found.append((number, across[0], down[0], across[1], down[1]))
            if len(found) > MOST_RECTANGLES:
                break
    return found


def _signs(text_page: Any, edges: tuple[float, float, float, float]) -> tuple[str, list[int]]:
    """The signs of a page that can be seen, and the number of each among all its characters.

    What lies outside the edges of the page is no part of its text, either.
    """
    known: list[tuple[str, int]] = []
    for at in range(text_page.count_chars()):
        code = pypdfium2.raw.FPDFText_GetUnicode(text_page, at)
        sign = seen(chr(code)) if code < 0x11_0000 else ""
        if sign and _lies_within(text_page.get_charbox(at), edges):
            known.append((sign, at))
    return "".join(sign for sign, _ in known), [at for _, at in known]


def _lies_within(
    box: tuple[float, float, float, float], edges: tuple[float, float, float, float]
) -> bool:
    across, down = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return edges[0] <= across <= edges[2] and edges[1] <= down <= edges[3]


def _nearest(signs: str, wanted: str, before: int) -> int | None:
    """Where signs stand nearest to where they are expected."""
    if not wanted:
        return None
    places = [
        at
        for at in (signs.rfind(wanted, 0, before + len(wanted)), signs.find(wanted, before))
        if at >= 0
    ]
    return min(places, key=lambda at: abs(at - before), default=None)


def _boxes(text_page: Any, start: int, end: int) -> Iterator[tuple[float, float, float, float]]:
    """The boxes of characters, a line each: left, bottom, right, top in the units of the page."""
    for box in range(text_page.count_rects(start, end - start)):
        yield text_page.get_rect(box)
