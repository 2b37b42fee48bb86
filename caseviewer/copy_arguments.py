"""What the commands understand whose output is used elsewhere: citations, tables, records."""

import argparse

from caseviewer.arguments import add_as_at, add_path, new_parser
from caseviewer.formatting.translate import tr


def anchor_parser() -> argparse.ArgumentParser:
    """`caseviewer anchor`."""
    parser = new_parser(
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
    add_path(parser)
    parser.add_argument("--source", required=True, metavar="ID", help=tr("such as S1"))
    parser.add_argument("--text", required=True, metavar="WORDS", help=tr("the words to find"))
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--paragraph", metavar="NUMBER", help=tr("look in this paragraph only"))
    where.add_argument("--page", metavar="NUMBER", help=tr("look on this page only"))
    parser.add_argument(
        "--document", metavar="FILE", help=tr("your own copy, where the document is not here")
    )
    return parser


def cite_parser() -> argparse.ArgumentParser:
    """`caseviewer cite`."""
    parser = new_parser(
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
    _add_style(parser)
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

    parser = new_parser(
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
    add_path(parser)
    parser.add_argument(
        "--quotation",
        action="append",
        metavar="ID",
        help=tr("one quotation by its id or number (Q1); may be given several times"),
    )
    _add_style(parser)
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


def export_parser() -> argparse.ArgumentParser:
    """`caseviewer export`."""
    from caseviewer.exporting.formats import Format, What  # not for windows

    parser = new_parser(
        "export",
        tr("Write the chronology of a case as a table for other programs."),
        tr(
            "A table goes to the output unless a file is named. Nothing is ever written into the\n"
            "folder of the case, nor over another file unless --force is given.\n"
            "\n"
            "  caseviewer export case.json --what chronology --to docx --out chronology.docx"
        ),
    )
    add_path(parser)
    parser.add_argument(
        "--what", required=True, choices=[str(one) for one in What], help=tr("what to write")
    )
    parser.add_argument(
        "--to", required=True, choices=[str(one) for one in Format], help=tr("the format")
    )
    add_as_at(parser)
    parser.add_argument("--out", metavar="FILE", help=tr("the file to write"))
    parser.add_argument(
        "--force", action="store_true", help=tr("write over a file that is there already")
    )
    return parser


def notes_parser() -> argparse.ArgumentParser:
    """`caseviewer notes`."""
    parser = new_parser(
        "notes",
        tr("List what you keep on a case (stars, read marks, notes), hand it on or take some in."),
        tr(
            "Notes lie in your own folder, never in the case. They are handed on as Web\n"
            "Annotations (W3C): docs/notes.md. An import never takes the place of what is newer.\n"
            "\n"
            "  caseviewer notes case.json\n"
            "  caseviewer notes case.json --export my-notes.json\n"
            "  caseviewer notes case.json --import their-notes.json\n"
            "\n"
            "Keys of --json: case (id, title), file, not_understood and records. A record has:\n"
            "record, number, name, gone, starred, read, changed_since, notes (id, text, created,\n"
            "modified, changed_since)."
        ),
    )
    add_path(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--export", dest="out", metavar="FILE", help=tr("write all of it into a file")
    )
    what.add_argument(
        "--import", dest="source", metavar="FILE", help=tr("take in what is not kept yet")
    )
    what.add_argument("--json", action="store_true", help=tr("list it as JSON"))
    parser.add_argument(
        "--force", action="store_true", help=tr("write over a file that is there already")
    )
    return parser


def source_parser() -> argparse.ArgumentParser:
    """`caseviewer source`."""
    parser = new_parser(
        "source",
        tr("Turn files of reference managers into a “sources” block for a case file."),
        tr(
            "Reads RIS, BibTeX, BibLaTeX, CSL-JSON, and a Refworld page saved as text. The block\n"
            "goes to the output; what could not be read, or was guessed, is told beside it."
        ),
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help=tr("a file to read"))
    return parser


def _add_style(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--style",
        default="refworld",
        metavar="NAME|FILE",
        help=tr("one of ours by name, or any .csl file; refworld unless told"),
    )
