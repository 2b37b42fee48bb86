"""Draws the two documents of the invented case that are not plain text: a PDF and a picture.

    python -m tests.tools.make_sample_documents FOLDER

The same input gives the same file: dates and identifiers are fixed, and the PDF uses only fonts
that every PDF reader has. Other versions of the two libraries may write other bytes for the same
page; whoever replaces the files of the sample writes their hashes into its case.json too.
"""

import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont

FICTION = "Fiction, written for Case Viewer"
REPORT = "custody-watch-2017.pdf"
LETTER = "ministry-letter-2019-04-11.png"


@dataclass(frozen=True)
class Page:
    """One page of the report: a heading and its paragraphs, each line as it is printed."""

    heading: str
    paragraphs: tuple[tuple[str, ...], ...]
    bars: tuple[tuple[str, int], ...] = field(default=())
    caption: str = ""


REPORT_PAGES = (
    Page(
        "1. Background",
        (
            (
                "Lead has been mined at Drenov since the first decade of the twentieth century.",
                "The remand prison moved into the old barracks around 1997.",
            ),
            (
                "Until 30 June 2014 a doctor saw every person who was brought there. The Custody",
                "Act, in force since 1 July 2014, no longer asks for it.",
            ),
            (
                "Wages at the mine have been paid only in part since September 2014. In the spring",
                "of 2015 labour inspectors measured the dust underground; the results were not",
                "made known.",
            ),
        ),
        (("2013", 98), ("2015", 12), ("2016", 9)),
        "Figure 1. Of every 100 arrivals, seen by a doctor on the first day",
    ),
    Page(
        "2. The autumn of 2015 and the handover",
        (
            (
                "The police spoke of about forty arrests on 9 October 2015. At least six of those",
                "released in the week that followed were treated at Drenov hospital for injuries.",
            ),
            (
                "On the day of the handover the Interior Ministry announced that it had received",
                "three persons from Sorvinia. The prison register, which we were shown on",
                "11 April 2017, lists two arrivals for that night: the lawyer and one miner.",
            ),
            (
                "On a day in March 2016, the register says, a prosecutor inspected the prison; the",
                "day itself is covered by a blot.",
            ),
            (
                "A nurse who works there, and who asked us not to give her name, told us:",
                '"What is not written down has not happened, so we stopped writing."',
            ),
            (
                "The nurse said that there were never more than three guards on duty at night.",
                "The duty officer of that week has not answered our letter.",
            ),
        ),
    ),
    Page(
        "3. The death of Tomas Halvek",
        (
            (
                "Tomas Halvek, the lawyer's brother, was arrested in early August 2016 after he",
                "had asked the court for the prison register.",
            ),
            (
                "According to the register he was found dead in cell 7 at 11.10 p.m. on",
                "14 August 2016. The leaf before that entry has been cut out; nobody could tell us",
                "when. The oldest entry that we saw is of 2012; its month and day are torn off.",
            ),
            (
                "A clerk believes that a post-mortem examination was made about 30 August 2016.",
                "The family has received no report.",
            ),
            (
                '"A register is the first witness in any prison," said Stefan Reuel, director of',
                'Custody Watch. "At Drenov it has been taught to keep silent."',
            ),
            (
                "Appendix A. Persons who spoke to us: 3 former prisoners, 2 members of staff,",
                "4 relatives; 9 in all.",
            ),
        ),
    ),
)

LETTER_LINES = (
    "REPUBLIC OF VALDRASIA",
    "MINISTRY OF THE INTERIOR",
    "Ostrel, 11 April 2019",
    "Our reference: MI/7-204",
    "To the secretariat of the Committee on Persons in Custody",
    "Communication No. 31/2017 (Halvek), Views CPC/C/8/D/31/2017",
    "Sir or Madam,",
    "The Ministry has taken note of the Views in the above case.",
    "It regards them as advice and not as an order.",
    "The sentence of Ms. Halvek will be reviewed, and she will be",
    "released from Drenow Remand Prison before the end of June 2019.",
    "The law of the Republic does not provide for compensation.",
    "The Ministry considers that this letter is in time.",
    "For the Minister",
    "Lena Mardek",
    "Deputy Minister",
    FICTION,
)


def make_report(path: Path) -> None:
    """Write the report: three pages, uncompressed, in fonts that need not be embedded."""
    pdf = FPDF(format="A4")
    pdf.set_compression(False)  # so that the words can be checked in the bytes
    pdf.set_auto_page_break(False)
    pdf.set_creation_date(datetime(2017, 6, 5, tzinfo=UTC))
    pdf.set_title("Not in the Book: Arrivals at Drenov Remand Prison, 2013-2017")
    pdf.set_author("Custody Watch (invented)")
    pdf.set_subject(FICTION)
    pdf.set_producer("make_sample_documents")
    pdf.set_lang("en")
    for number, page in enumerate(REPORT_PAGES, start=1):
        pdf.add_page()
        if number == 1:
            _title(pdf)
        _page(pdf, page)
        pdf.set_font("Times", size=9)
        pdf.text(25, 285, FICTION)
        pdf.text(182, 285, str(number))
    pdf.output(str(path))


def _title(pdf: FPDF) -> None:
    pdf.set_font("Times", "B", 22)
    pdf.text(25, 35, "Not in the Book")
    pdf.set_font("Times", size=13)
    pdf.text(25, 44, "Arrivals at Drenov Remand Prison, 2013-2017")
    pdf.text(25, 52, "Custody Watch, Lisk, 5 June 2017")


def _page(pdf: FPDF, page: Page) -> None:
    y = 75.0 if pdf.page == 1 else 30.0
    pdf.set_font("Times", "B", 14)
    pdf.text(25, y, page.heading)
    y += 10
    pdf.set_font("Times", size=12)
    for paragraph in page.paragraphs:
        for line in paragraph:
            pdf.text(25, y, line)
            y += 6
        y += 4
    pdf.set_fill_color(170)
    for label, value in page.bars:
        pdf.text(25, y + 5, label)
        pdf.rect(40, y, value, 7, style="DF")
        pdf.text(43 + value, y + 5, str(value))
        y += 11
    if page.caption:
        pdf.set_font("Times", "I", 11)
        pdf.text(25, y + 4, page.caption)


def make_letter(path: Path) -> None:
    """Write the picture of the letter: a grey page, about 100 dots to the inch."""
    image = Image.new("L", (827, 1169), 246)
    draw = ImageDraw.Draw(image)
    draw.rectangle((14, 14, 812, 1154), outline=225)
    font, small = ImageFont.load_default(21), ImageFont.load_default(16)
    y = 90
    for number, line in enumerate(LETTER_LINES, start=1):
        if number in {3, 5, 7, 8, 14, 17}:
            y += 34
        if number == 15:
            _signature(draw, y + 10)
            y += 80
        draw.text((90, y), line, fill=45, font=small if line == FICTION else font)
        y += 36
    draw.ellipse((560, 800, 700, 940), outline=150, width=4)
    draw.text((596, 860), "MI / 7", fill=150, font=font)
    image.quantize(16, dither=Image.Dither.NONE).save(path, optimize=True)


def _signature(draw: ImageDraw.ImageDraw, y: int) -> None:
    heights = (30, 2, 44, 14, 40, 20, 34, 8, 36, 26, 32, 22, 30)
    points = [(100 + 17 * step, y + height) for step, height in enumerate(heights)]
    for start, end in pairwise(points):
        draw.line((start, end), fill=70, width=3)


def main(folder: Path) -> None:
    """Write both documents into a folder."""
    make_report(folder / REPORT)
    make_letter(folder / LETTER)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
