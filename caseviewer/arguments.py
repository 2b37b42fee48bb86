"""What the command line understands, and what it says of itself."""

import argparse
import re
from collections.abc import Callable

from caseviewer.formatting.translate import tr

_SIDES = (320, 4096)
_SCALES = (1, 4)
_TEXT_SIZES = (100, 200)


def _parser(
    name: str, what: str, notes: str = "", usage: str | None = None
) -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        prog=f"caseviewer {name}".strip(),
        usage=usage,
        description=what,
        epilog=notes,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def open_parser() -> argparse.ArgumentParser:
    """Paths of cases to open in windows."""
    parser = _parser(
        "",
        tr("Open case files and read them in tabs."),
        tr(
            "Without a window:\n"
            "  caseviewer check PATH    say whether a case is sound, and what is wrong with it\n"
            "  caseviewer show PATH     read a case as text\n"
            "  caseviewer render PATH   draw its tabs into pictures\n"
            "  caseviewer cite PATH     write citations of its sources\n"
            "  caseviewer quote PATH    write its quotations, ready for a brief\n"
            "  caseviewer anchor PATH   find words in a document, as the passage for a case file\n"
            "  caseviewer source FILE   turn RIS, BibTeX, CSL-JSON into sources of a case\n"
            "Each of them tells more with --help.\n"
            "\n"
            "A case whose name is one of these words is opened by its path: caseviewer ./check\n"
            "A case whose name starts with a dash: caseviewer -- -case.json"
        ),
        "caseviewer [PATH ...]\n"
        "       caseviewer {check,show,render,cite,quote,anchor,source} PATH ...",
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help=tr("a case file, or a folder with a case.json")
    )
    parser.add_argument("--version", action="store_true", help=tr("say which version this is"))
    return parser


def check_parser() -> argparse.ArgumentParser:
    """`caseviewer check`."""
    parser = _parser(
        "check",
        tr("Say whether a case is sound: the receipt, and every problem on a line."),
        tr(
            "Ends with 0 when the case is valid (warnings are allowed), with 1 when records had\n"
            "to be set aside, with 2 when it cannot be opened.\n"
            "\n"
            "Keys of --json: path, opened, valid, case (id and title, or null), receipt,\n"
            "problems, unlisted_problems, passages (id, number, source, state, folded, nearest),\n"
            "citations (what to know before copying one: source, number, kind, concerns,\n"
            "sentence). Each problem has: severity (stop, set_aside or\n"
            "warn), code, message, found, expected, record, short, field, path, place (line and\n"
            "column, or null), hint, line_text, sentence."
        ),
    )
    _add_path(parser)
    parser.add_argument(
        "--document",
        action="append",
        default=[],
        metavar="FILE",
        help=tr("your own copy of a document that is not here, recognised by its hash"),
    )
    parser.add_argument("--json", action="store_true", help=tr("answer as JSON"))
    return parser


def anchor_parser() -> argparse.ArgumentParser:
    """`caseviewer anchor`."""
    parser = _parser(
        "anchor",
        tr("Find words in the document of a source, and print the passage for the case file."),
        tr(
            "The words may be typed as they read: spaces, line breaks and the shape of quotation\n"
            "marks do not count. The passage holds them as the document has them.\n"
            "\n"
            "  caseviewer anchor cases/halvek-v-valdrasia --source S1 --text 'They never asked'\n"
            "\n"
            "Ends with 2 when the words stand in several places, which are listed, or in none."
        ),
    )
    _add_path(parser)
    parser.add_argument("--source", required=True, metavar="ID", help=tr("such as S1"))
    parser.add_argument("--text", required=True, metavar="WORDS", help=tr("the words to find"))
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--paragraph", metavar="NUMBER", help=tr("look in this paragraph only"))
    where.add_argument("--page", metavar="NUMBER", help=tr("look on this page only"))
    parser.add_argument(
        "--document", metavar="FILE", help=tr("your own copy, where the document is not here")
    )
    return parser


def show_parser() -> argparse.ArgumentParser:
    """`caseviewer show`."""
    parser = _parser(
        "show",
        tr("Write a case as text: the overview, then every record, tab by tab."),
        tr(
            "Long lines are wrapped in a terminal only.\n"
            "\n"
            "  caseviewer show cases/halvek-v-valdrasia --tab parties\n"
            "  caseviewer show case.json --json > case-pages.json\n"
            "\n"
            "Keys of --json: case (id, title, proceeding, receipt), as_at (day, sentence, notes;\n"
            "null for the whole file) and tabs. A tab has: tab, title, count, columns, page,\n"
            "rows; a row: id, number, group, cells, page, parts (the passages of a source); a\n"
            "page is a list of blocks: kind, label, level, text, links (text, record, number,\n"
            "tab)."
        ),
    )
    _add_path(parser)
    _add_tab(parser)
    _add_as_at(parser)
    parser.add_argument("--json", action="store_true", help=tr("write the pages as JSON"))
    return parser


def render_parser() -> argparse.ArgumentParser:
    """`caseviewer render`."""
    parser = _parser(
        "render",
        tr("Draw the tabs of a case into pictures; no screen is needed."),
        tr(
            "Writes overview.png, parties.png and so on, over pictures of the same name.\n"
            "\n"
            "  caseviewer render case.json --out pictures --scheme dark --scale 2"
        ),
    )
    _add_path(parser)
    parser.add_argument(
        "--out", required=True, metavar="DIR", help=tr("the folder for the pictures")
    )
    parser.add_argument(
        "--size",
        type=_size,
        default=(1280, 800),
        metavar="WxH",
        help=tr("size of the window in points, 1280x800 unless told; it grows where it must"),
    )
    parser.add_argument(
        "--scheme",
        choices=("light", "dark"),
        default="light",
        help=tr("colours; light unless told"),
    )
    parser.add_argument(
        "--scale",
        type=_number_within(_SCALES, float),
        default=1.0,
        metavar="N",
        help=tr("pixels for each point, 1 to 4; 1 unless told"),
    )
    parser.add_argument(
        "--text-size",
        type=_number_within(_TEXT_SIZES, int),
        default=100,
        metavar="N",
        help=tr("size of the text in per cent, 100 to 200; 100 unless told"),
    )
    _add_tab(parser)
    _add_as_at(parser)
    return parser


def cite_parser() -> argparse.ArgumentParser:
    """`caseviewer cite`."""
    parser = _parser(
        "cite",
        tr("Write citations of a case's sources, as they can be pasted into a brief."),
        tr(
            "What to know before using a citation is told beside the output.\n"
            "\n"
            "  caseviewer cite case.json --source S1 --style oscola --pinpoint 'paragraph 9'\n"
            "  caseviewer cite case.json --form bibliography --format html\n"
            "  caseviewer cite --list-styles"
        ),
        "caseviewer cite PATH [--source ID] [--style NAME|FILE] [--pinpoint PLACE]\n"
        "                       [--form FORM] [--format FORMAT]\n"
        "       caseviewer cite --list-styles",
    )
    parser.add_argument(
        "path", nargs="?", metavar="PATH", help=tr("a case file, or a folder with a case.json")
    )
    parser.add_argument(
        "--source",
        action="append",
        metavar="ID",
        help=tr("one source by its id or number (S1); may be given several times"),
    )
    parser.add_argument(
        "--style",
        default="refworld",
        metavar="NAME|FILE",
        help=tr("one of ours by name, or any .csl file; refworld unless told"),
    )
    parser.add_argument(
        "--pinpoint",
        metavar="PLACE",
        help=tr("a place in the source: 'paragraph 9', 'pp 3-5', 'art 3'"),
    )
    parser.add_argument(
        "--form",
        choices=("formatted", "short", "bibliography", "verbatim", "clean"),
        default="formatted",
        help=tr("verbatim and clean are the source's own citation; formatted unless told"),
    )
    parser.add_argument(
        "--format",
        choices=("plain", "html", "rtf", "markdown", "ris", "biblatex", "csl-json"),
        default="plain",
        help=tr("plain unless told; the last three write data, whatever the style"),
    )
    parser.add_argument("--list-styles", action="store_true", help=tr("name the styles"))
    return parser


def quote_parser() -> argparse.ArgumentParser:
    """`caseviewer quote`."""
    from caseviewer.formatting.brief_parts import PART_NAMES  # not for windows

    parser = _parser(
        "quote",
        tr("Write quotations as a brief quotes them: words, speaker, citation."),
        tr(
            "What to know before using one is told beside the output. Parts:\n"
            "  {parts}\n"
            "All but the disclaimer are there unless told.\n"
            "\n"
            "  caseviewer quote case.json --quotation Q1 --style oscola --without counted",
            parts=", ".join(PART_NAMES),
        ),
    )
    _add_path(parser)
    parser.add_argument(
        "--quotation",
        action="append",
        metavar="ID",
        help=tr("one quotation by its id or number (Q1); may be given several times"),
    )
    parser.add_argument(
        "--style",
        default="refworld",
        metavar="NAME|FILE",
        help=tr("one of ours by name, or any .csl file; refworld unless told"),
    )
    parser.add_argument(
        "--format",
        choices=("plain", "html", "rtf"),
        default="plain",
        help=tr("plain unless told"),
    )
    for option, name, what in (
        ("--without", "without", tr("a part to leave out; may be given several times")),
        ("--with", "added", tr("a part to add; may be given several times")),
    ):
        parser.add_argument(
            option, dest=name, action="append", choices=PART_NAMES, metavar="PART", help=what
        )
    return parser


def source_parser() -> argparse.ArgumentParser:
    """`caseviewer source`."""
    parser = _parser(
        "source",
        tr("Turn files of reference managers into a “sources” block for a case file."),
        tr(
            "Reads RIS, BibTeX, BibLaTeX, CSL-JSON, and a Refworld page saved as text. The block\n"
            "goes to the output; what could not be read, or was guessed, is told beside it."
        ),
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help=tr("a file to read"))
    return parser


def _add_path(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "path", metavar="PATH", help=tr("a case file, or a folder with a case.json")
    )


def _add_as_at(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-at",
        type=_last_day,
        metavar="DAY",
        help=tr("what could be known on this day: 2011-06-10 or '10 June 2011'"),
    )


def _last_day(text: str) -> int | None:
    """The number of a day; of a month or year, that of its last day."""
    from caseviewer.model.dates import DateError  # not for windows
    from caseviewer.model.typed_day import typed_day

    try:
        return typed_day(text).latest
    except DateError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _add_tab(parser: argparse.ArgumentParser) -> None:
    from caseviewer.formatting.page import Tab  # not for windows, which are to be there at once

    names = [tab.value for tab in Tab]
    parser.add_argument(
        "--tab",
        type=str.lower,
        choices=names,
        metavar="TAB",
        help=tr("one tab alone: {names}", names=", ".join(names)),
    )


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{1,5})[xX×]([0-9]{1,5})", text)
    least, most = _SIDES
    if found is None or not all(least <= int(side) <= most for side in found.groups()):
        words = tr("write it like 1280x800, each side from {least} to {most}")
        raise argparse.ArgumentTypeError(words.format(least=least, most=most))
    return int(found[1]), int(found[2])


def _number_within(span: tuple[int, int], kind: Callable[[str], float]) -> Callable[[str], float]:
    least, most = span

    def number(text: str) -> float:
        try:
            value = kind(text)
        except ValueError:
            value = least - 1
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(
                tr("a number from {least} to {most}", least=least, most=most)
            )
        return value

    return number
