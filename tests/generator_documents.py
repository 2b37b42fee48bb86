"""Makes bundles with documents of any length, as texts or as PDF, the same for a seed.

Of every hundred passages one moved, one stands there twice, one does not stand there, and one
is spelt otherwise. The words of a PDF are broken into lines, so that nearly all are.
"""

import hashlib
import json
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from fpdf import FPDF

from tests import generator
from tests.generator_draw import Bundle, Draw

STOCK = "The State party made no comment."
"""A sentence that stands in every document many times."""

MOVED, TWICE, NOWHERE, SPELT = range(4)
"""What is odd about the first passages of each hundred."""

_SENTENCES_A_PARAGRAPH = 6
_PARAGRAPHS_A_PAGE = 4
_SENTENCES_A_PDF_PAGE = 20
_LINE = 90
_DAY = datetime(2026, 1, 31, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document, the part in which it stands, and where, in a text."""

    words: str
    part: int
    start: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """A document as a file, and its sentences that stand there once."""

    data: bytes
    sentences: tuple[Sentence, ...]
    characters: int | None = None


def text(seed: int, pages: int) -> Written:
    """A plain text of so many pages with numbered paragraphs, of 2,500 characters or so a page."""
    drawn = _sentences(seed)
    parts: list[str] = []
    sentences: list[Sentence] = []
    length = 0
    for number in range(1, pages * _PARAGRAPHS_A_PAGE + 1):
        parts.append(f"{number}. ")
        length += len(parts[-1])
        for _ in range(_SENTENCES_A_PARAGRAPH):
            words = next(drawn)
            sentences.append(Sentence(words, number, length))
            parts.append(f"{words} ")
            length += len(parts[-1])
        parts.append(f"{STOCK}\n\n")
        length += len(parts[-1])
    whole = "".join(parts)
    return Written(whole.encode(), tuple(sentences), len(whole))


def pdf(seed: int, pages: int) -> Written:
    """A PDF of so many pages, each full of lines."""
    drawn = _sentences(seed)
    made = FPDF()
    made.set_creation_date(_DAY)
    made.set_font("helvetica", size=10)
    sentences: list[Sentence] = []
    for page in range(1, pages + 1):
        words = [_latin(next(drawn)) for _ in range(_SENTENCES_A_PDF_PAGE)]
        sentences += [Sentence(sentence, page) for sentence in words]
        made.add_page()
        for line in textwrap.wrap(" ".join([*words, STOCK]), _LINE, break_on_hyphens=False):
            made.cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    return Written(bytes(made.output()), tuple(sentences))


def write(folder: Path, seed: int, kind: str, *, documents: int, pages: int, passages: int) -> Path:
    """Write a bundle with so many documents (`kind`: txt, or pdf), and passages in all of them.

    There is a quotation for each passage, in the same order.
    """
    make, label = (pdf, "page") if kind == "pdf" else (text, "paragraph")
    written = [make(seed + at, pages) for at in range(documents)]
    bundle = generator.bundle(len(generator.SHARES), seed)
    bundle["sources"] = [
        {**bundle["sources"][0], "id": f"s{at + 1}", "number": at + 1,
         "document": _document(f"{at + 1}.{kind}", one)}
        for at, one in enumerate(written)
    ]  # fmt: skip
    each = passages // documents
    bundle["passages"] = [
        {"id": f"t{at + 1}", "number": at + 1, "source": f"s{at // each + 1}"}
        | _place(at, _spread(written[at // each].sentences, at % each, each), label)
        for at in range(each * documents)
    ]
    bundle["quotations"] = [
        {**bundle["quotations"][0], "id": f"q{at + 1}", "number": at + 1,
         "fragments": [{"passage": f"t{at + 1}"}]}
        for at in range(each * documents)
    ]  # fmt: skip
    (folder / "documents").mkdir(parents=True)
    for source, one in zip(bundle["sources"], written, strict=True):
        (folder / "documents" / source["document"]["file"]).write_bytes(one.data)
    (folder / "case.json").write_bytes(json.dumps(bundle, ensure_ascii=False).encode())
    return folder


def _document(name: str, written: Written) -> Bundle:
    made: Bundle = {
        "file": name,
        "sha256": hashlib.sha256(written.data).hexdigest(),
        "bytes": len(written.data),
        "media_type": "application/pdf" if written.characters is None else "text/plain",
    }
    if written.characters is not None:
        made |= {"characters": written.characters, "paragraph_numbering": "printed"}
    return made


def _place(at: int, sentence: Sentence, label: str) -> Bundle:
    """The place of a passage; every other one in a text has a position."""
    odd, words = at % 100, sentence.words
    if odd == TWICE:
        return {"selector": {"exact": STOCK}}
    if odd == NOWHERE:
        words = _with_another_word(words)
    if odd == SPELT:
        words = words.replace(" ", "  ")
    made: Bundle = {
        "selector": {"exact": words},
        "locator": {"label": label, "value": str(sentence.part + (2 if odd == MOVED else 0))},
    }
    if at % 2 == 0 and label == "paragraph":
        start = sentence.start + (40 if odd == MOVED else 0)
        made["position"] = {"start": start, "end": start + len(words)}
    return made


def _with_another_word(text: str) -> str:
    words = text.split(" ")
    words[len(words) // 2] = "nevertheless"
    return " ".join(words)


def _spread(sentences: tuple[Sentence, ...], at: int, many: int) -> Sentence:
    """One of so many sentences that lie evenly over a document."""
    return sentences[at * (len(sentences) - 1) // many]


def _sentences(seed: int) -> Iterator[str]:
    """Sentences without end, no two of them the same; each tenth one is direct speech."""
    draw = Draw(seed, {})
    for number in count(1):
        made = f"{draw.sentence()[:-1]} (file {number})."
        yield f"“{made}”" if number % 10 == 0 else made


def _latin(text: str) -> str:
    """What the fonts of every PDF can show of a text."""
    return text.encode("ascii", "ignore").decode()


def size_of(names: Iterable[Path]) -> int:
    """How many bytes some files have in all."""
    return sum(name.stat().st_size for name in names)
