"""What the tests of exports share: hostile texts, a paper that is full of them, a stamp."""

from caseviewer.exporting.head import Made
from caseviewer.exporting.paper import Column, Fact, Grid, Paper, Part, Words
from caseviewer.model.dates import day_number

MADE = Made(day_number(2026, 11, 24), "0.1.0")

HOSTILE = {
    "=1+1": "=1+1",
    "+1": "+1",
    "-1 - 1": "-1 - 1",
    '@SUM(1)"': '@SUM(1)"',
    " \t=cmd|'/C calc'!A0": "=cmd|'/C calc'!A0",
    "＝1": "＝1",
    "x;=1+1": "x;=1+1",
    "a | b \\| c": "a | b \\| c",
    "<script>alert(1)</script>": "<script>alert(1)</script>",
    "</style></td></table>": "</style></td></table>",
    "<img src=/dev/zero onerror='x'>": "<img src=/dev/zero onerror='x'>",
    "&lt;b&gt; &amp; &#60; AT&T": "&lt;b&gt; &amp; &#60; AT&T",
    "a\u202eb\u0000c": "a⟨U+202E⟩b⟨U+0000⟩c",
    "a\r\nb\n\n# c\u2028d": "a b # c d",
    "`` ` ``` ~~~": "`` ` ``` ~~~",
    "[x](javascript:alert(1)) ![y](http://e.example/y.png)": (
        "[x](javascript:alert(1)) ![y](http://e.example/y.png)"
    ),
    "[^1] [@c] {.d} $e$ *f* _g_ ~~h~~ H~2~O ^i^ :smile: #1": (
        "[^1] [@c] {.d} $e$ *f* _g_ ~~h~~ H~2~O ^i^ :smile: #1"
    ),
    "https://e.example www.e.example m@e.example": "https://e.example www.e.example m@e.example",
    "WWW.E.EXAMPLE HTTP://E.EXAMPLE ftp://e": "WWW.E.EXAMPLE HTTP://E.EXAMPLE ftp://e",
    "שלום a": "שלום a",
    "\\": "\\",
    "1. a": "1. a",
    "--- ## > a": "--- ## > a",
    "a\u00a0b": "a\u00a0b",
    "\u200d=1": "\u200d=1",
    "": "",
}
"""Texts of strangers, and what a reader must see of each in every format."""


def hostile_paper() -> Paper:
    """A paper in which every text that may come from a file is hostile."""
    columns = (Column("No.", 1, strong=True), Column("a|b", 3, "ru"))
    rows = tuple((f"E{at}", text) for at, text in enumerate(HOSTILE))
    items = tuple(Fact(f"S{at}", Words(text, "ar")) for at, text in enumerate(HOSTILE))
    title = Words("<b>T</b> | *x* \u202e# {y}", "ru")
    return Paper(
        title,
        "Chronology",
        ("<i>Fiction</i>",),
        (Fact("Handling", Words("</dd><script>")), Fact("Made", Words("now"))),
        (
            Part("Events", ("One <u>note</u>.",), Grid(columns, rows)),
            Part("Sources", (), None, items),
        ),
    )
