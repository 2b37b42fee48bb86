"""What the program and the commands for reading understand, and what they say of themselves."""

import argparse
import re
from collections.abc import Callable

from caseviewer.formatting.translate import tr

_SIDES = (320, 4096)
_SCALES = (1, 4)
_TEXT_SIZES = (100, 200)


def new_parser(
    name: str, what: str, notes: str = "", usage: str | None = None
) -> argparse.ArgumentParser:
    """The parser of one command: what it does, and what else to know; empty for the program."""
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
    parser = new_parser(
        "",
        tr("Open case files and read them in tabs."),
        tr(
            "Without a window:\n"
            "  caseviewer check PATH    say whether a case is sound, and what is wrong with it\n"
            "  caseviewer show PATH     read a case as text\n"
            "  caseviewer render PATH   draw its tabs into pictures\n"
            "  caseviewer cite PATH     write citations of its sources\n"
            "  caseviewer quote PATH    write its quotations, ready for a brief\n"
            "  caseviewer deadline PATH count when its deadlines end, by your own assumption too\n"
            "  caseviewer export PATH   write its chronology as a table for other programs\n"
            "  caseviewer notes PATH    list, export or import what you keep on a case\n"
            "  caseviewer search QUERY PATH  find words in cases and in their documents\n"
            "  caseviewer library WHAT  keep an index of folders of cases, and search all of them\n"
            "  caseviewer anchor PATH   find words in a document, as the passage for a case file\n"
            "  caseviewer source FILE   turn RIS, BibTeX, CSL-JSON into sources of a case\n"
            "Each of them tells more with --help.\n"
            "\n"
            "A case whose name is one of these words is opened by its path: caseviewer ./check\n"
            "A case whose name starts with a dash: caseviewer -- -case.json"
        ),
        "caseviewer [PATH ...]\n"
        "       caseviewer {check,show,render,cite,quote,deadline,export,notes,anchor,source} "
        "PATH ...\n"
        "       caseviewer search QUERY PATH ...\n"
        "       caseviewer library {add,remove,list,refresh,search,erase,on,off,export} ...",
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help=tr("a case file, or a folder with a case.json")
    )
    parser.add_argument("--version", action="store_true", help=tr("say which version this is"))
    return parser


def check_parser() -> argparse.ArgumentParser:
    """`caseviewer check`."""
    parser = new_parser(
        "check",
        tr("Say whether a case is sound: the receipt, and every problem on a line."),
        tr(
            "Ends with 0 when the case is valid (warnings are allowed), with 1 when records had\n"
            "to be set aside, with 2 when it cannot be opened.\n"
            "\n"
            "Keys of --json: path, opened, valid, case (id and title, or null), receipt,\n"
            "problems, unlisted_problems, found (what the program found: rule, records, sentence,\n"
            "values; of a sum rest and recorded), passages (id, number, source, state, folded,\n"
            "nearest), citations (what to know before copying one: source, number, kind,\n"
            "concerns, sentence). Each problem has: severity (stop, set_aside or warn), code,\n"
            "message, found, expected, record, short, field, path, place (line and column, or\n"
            "null), hint, line_text, sentence."
        ),
    )
    add_path(parser)
    _add_documents(parser)
    parser.add_argument("--json", action="store_true", help=tr("answer as JSON"))
    return parser


def show_parser() -> argparse.ArgumentParser:
    """`caseviewer show`."""
    parser = new_parser(
        "show",
        tr("Write a case as text: the overview, then every record, tab by tab."),
        tr(
            "Long lines are wrapped in a terminal only.\n"
            "\n"
            "  caseviewer show cases/halvek-v-valdrasia --tab parties\n"
            "  caseviewer show case.json --json > case-pages.json\n"
            "  caseviewer show case.json --between E2 E3\n"
            "\n"
            "Keys of --json: case (id, title, proceeding, receipt), as_at (day, sentence, notes;\n"
            "null for the whole file) and tabs. A tab has: tab, title, count, columns, page,\n"
            "rows; a row: id, number, group, cells, page, parts (the passages of a source); a\n"
            "page is a list of blocks: kind, label, level, text, links (text, record, number,\n"
            "tab). With --between: case, as_at, elapsed, page."
        ),
    )
    add_path(parser)
    what = parser.add_mutually_exclusive_group()
    _add_tab(what)
    what.add_argument(
        "--between",
        nargs=2,
        metavar="ID",
        help=tr("the time between two events or deadlines, by id or number (E2 E3)"),
    )
    add_as_at(parser)
    parser.add_argument("--json", action="store_true", help=tr("write the pages as JSON"))
    return parser


def render_parser() -> argparse.ArgumentParser:
    """`caseviewer render`."""
    parser = new_parser(
        "render",
        tr("Draw the tabs of a case into pictures; no screen is needed."),
        tr(
            "Writes overview.png, parties.png and so on, over pictures of the same name.\n"
            "\n"
            "  caseviewer render case.json --out pictures --scheme dark --scale 2"
        ),
    )
    add_path(parser)
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
    add_as_at(parser)
    return parser


def deadline_parser() -> argparse.ArgumentParser:
    """`caseviewer deadline`."""
    from caseviewer.model.kinds import CountingRule  # not for windows

    parser = new_parser(
        "deadline",
        tr("Count when deadlines of a case end, step by step, or as you assume."),
        tr(
            "What you assume is marked as yours, beside what the file says.\n"
            "\n"
            "  caseviewer deadline case.json D1 --from '11 July 2012' --rule clear_days\n"
            "\n"
            "Keys of --json: as_at and deadlines (id, number, title, ends, file, assumed, state,\n"
            "page); ends and file have: earliest, latest (days, or null), approximate, uncertain,\n"
            "words; as_at and page as with show --json."
        ),
    )
    add_path(parser)
    parser.add_argument(
        "deadline", nargs="?", metavar="ID", help=tr("such as D1; all of them unless told")
    )
    parser.add_argument(
        "--from",
        dest="start",
        metavar="E6|DATE",
        help=tr("an event, or a date such as '1 June 2012' or 2012-06-01"),
    )
    rules = [rule.value for rule in CountingRule]
    parser.add_argument(
        "--rule", choices=rules, metavar="RULE", help=tr("one of: {rules}", rules=", ".join(rules))
    )
    add_as_at(parser)
    parser.add_argument("--json", action="store_true", help=tr("answer as JSON"))
    return parser


def search_parser() -> argparse.ArgumentParser:
    """`caseviewer search`."""
    parser = new_parser(
        "search",
        tr("Find words in cases, and in the documents that are here; no index is needed."),
        tr(
            "A folder stands for every case in it and below it. Case, accents, odd spaces, dashes\n"
            "and quotation marks do not count; other forms of a name are found where the case\n"
            "lists them. A query may hold:\n"
            "  kazakh 444/2010       words, in any order; words that begin so are found\n"
            '  "right of appeal"     just these words, side by side\n'
            "  -without              not this; also before a phrase or a condition\n"
            "  party:kazakhstan      what names a party; source:S1 what rests on a source\n"
            "  kind:event            records of a kind, also kind:extradition or kind:document\n"
            "  before:2011           dated before that year or day; after:2011-06-09\n"
            "  standing:alleged      events of that standing\n"
            "  E7                    the record of that number\n"
            "\n"
            "  caseviewer search 'kazakhstan -party:unhcr' cases\n"
            "  caseviewer search '-kind:passage appeal' case.json\n"
            "\n"
            "Ends with 0 when something is found, with 1 when nothing is, with 2 when a case that\n"
            "was named cannot be opened.\n"
            "\n"
            "Keys of --json: query, faults, cases, refused (path, sentence). A case has: path,\n"
            "id, title, as_at, count, counts (by tab), remarks, hits, searched (records, fields,\n"
            "documents), nothing_found (sentences). A hit: tab, record, number, kind, where,\n"
            "text, marks (start and end in text), cut_before, cut_after, more, apart, changed\n"
            "(the document), span (in the document), reasons (because, typed, matched, sentence)."
        ),
    )
    parser.add_argument("query", metavar="QUERY", type=str.strip, help=tr("what to look for"))
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help=tr("a case file, or a folder with cases")
    )
    _add_documents(parser)
    add_as_at(parser)
    parser.add_argument("--json", action="store_true", help=tr("answer as JSON"))
    return parser


def add_path(parser: argparse.ArgumentParser) -> None:
    """Let a command ask for its case."""
    parser.add_argument(
        "path", metavar="PATH", help=tr("a case file, or a folder with a case.json")
    )


def add_as_at(parser: argparse.ArgumentParser) -> None:
    """Let a command ask for a day."""
    parser.add_argument(
        "--as-at",
        type=_last_day,
        metavar="DAY",
        help=tr("what could be known on this day: 2011-06-10 or '10 June 2011'"),
    )


def _add_documents(parser: argparse.ArgumentParser) -> None:
    """Let a command ask for the reader's own copies."""
    parser.add_argument(
        "--document",
        action="append",
        default=[],
        metavar="FILE",
        help=tr("your own copy of a document that is not here, recognised by its hash"),
    )


def _last_day(text: str) -> int | None:
    """The number of a day; of a month or year, that of its last day."""
    from caseviewer.model.dates import DateError  # not for windows
    from caseviewer.model.typed_day import typed_day

    try:
        return typed_day(text).latest
    except DateError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _add_tab(parser: argparse._ActionsContainer) -> None:
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
