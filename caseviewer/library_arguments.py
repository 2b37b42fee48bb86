"""What `caseviewer library` understands, and what it says of itself."""

import argparse

from caseviewer.arguments import new_parser
from caseviewer.formatting.translate import tr

_DEADLINES = ("open", "ending", "over", "unknown")


def library_parser() -> argparse.ArgumentParser:
    """`caseviewer library`."""
    parser = new_parser(
        "library",
        tr("Keep an index of the cases below your folders, and search all of them."),
        tr(
            "  caseviewer library add ~/cases\n"
            "  caseviewer library refresh\n"
            "  caseviewer library list --state kazakhstan --deadline over\n"
            "  caseviewer library search 'diplomatic assurances before:2011'\n"
            "  caseviewer library export --out records.jsonl\n"
            "\n"
            "The index lies in your cache folder, readable by you alone, and can be erased at any\n"
            "time: it is made of the cases, which are never written. Queries are those of\n"
            "caseviewer search, which needs no index.\n"
            "\n"
            "Keys of list --json: on, folders, indexed_at, bytes, told, cases. A case has: path,\n"
            "folder, reach (here, broken or away), fault, id, title, proceeding, states, bodies,\n"
            "statuses, year, deadline, deadline_states, first_day, last_day, set_aside, warnings,\n"
            "as_of, revision, opened. A deadline has: record, number, title, ends, state, words,\n"
            "unanswered, earliest, latest. Keys of refresh --json: ending, added, changed,\n"
            "unchanged, removed, broken, away, told. Keys of search --json: query, records,\n"
            "in_cases, more, near, faults, told, cases. A case there has: path, id, title, count,\n"
            "hits; a hit has the keys that caseviewer search tells. The lines of export are told\n"
            "in docs/library-export.md."
        ),
    )
    doing = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    adding = doing.add_parser("add", help=tr("add folders and read their cases"))
    _add_folders(adding)
    removing = doing.add_parser("remove", help=tr("forget folders and erase their cases"))
    _add_folders(removing)
    _add_list(doing.add_parser("list", help=tr("list the cases")))
    _add_json(doing.add_parser("refresh", help=tr("read what is new or changed")))
    _add_search(doing.add_parser("search", help=tr("search all cases")))
    doing.add_parser("erase", help=tr("erase the index; the folders stay known"))
    doing.add_parser("on", help=tr("switch the library on"))
    doing.add_parser("off", help=tr("switch it off: no index is read or written"))
    _add_export(doing.add_parser("export", help=tr("write all records as JSON Lines")))
    return parser


def _add_folders(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folders", nargs="+", metavar="FOLDER", help=tr("a folder of cases"))


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=tr("answer as JSON"))


def _add_list(parser: argparse.ArgumentParser) -> None:
    _add_filters(parser)
    _add_json(parser)


def _add_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", metavar="QUERY", help=tr("what to look for"))
    parser.add_argument(
        "--most", type=_count, default=50, metavar="N", help=tr("hits to show; 50 unless told")
    )
    _add_filters(parser)
    _add_json(parser)


def _add_filters(parser: argparse.ArgumentParser) -> None:
    """Which cases are wanted: each filter may be given several times, and one value must fit."""
    for name, what in (
        ("state", tr("a State that it is against, or how its name begins")),
        ("body", tr("a body that decides it, or a part of its name")),
        ("status", tr("such as pending or decided")),
        ("year", tr("the year of its decision")),
    ):
        parser.add_argument(f"--{name}", action="append", default=[], help=what)
    parser.add_argument(
        "--deadline",
        action="append",
        default=[],
        choices=_DEADLINES,
        help=tr("where a deadline stands as at its file’s day"),
    )
    parser.add_argument("--folder", action="append", default=[], help=tr("a folder of the library"))
    parser.add_argument("--text", default="", help=tr("words that title or header hold"))


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", metavar="FILE", help=tr("the file, for you alone; the output unless told")
    )
    parser.add_argument("--force", action="store_true", help=tr("write over a file that is there"))


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 100_000:
        raise argparse.ArgumentTypeError(tr("a number from 1 to 100,000"))
    return int(text)
