"""The drawn documents of the invented case can be made again."""

import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from tests.tools.make_sample_documents import (
    FICTION,
    LETTER,
    LETTER_LINES,
    REPORT,
    REPORT_PAGES,
    main,
)

DOCUMENTS = Path(__file__).parents[2] / "cases" / "halvek-v-valdrasia" / "documents"


@pytest.fixture
def made(tmp_path: Path) -> Path:
    main(tmp_path)
    return tmp_path


def lines(pdf: bytes) -> list[bytes]:
    """What the pages print, line by line, each with its place."""
    return re.findall(rb"[0-9.]+ [0-9.]+ Td \(.*\) Tj", pdf)


def test_two_runs_write_the_same_bytes(
    made: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    again = tmp_path_factory.mktemp("again")
    main(again)
    for name in (REPORT, LETTER):
        assert (again / name).read_bytes() == (made / name).read_bytes()


def test_the_report_prints_what_the_sample_holds(made: Path) -> None:
    found = lines((made / REPORT).read_bytes())
    assert found == lines((DOCUMENTS / REPORT).read_bytes())
    printed = sum(len(paragraph) for page in REPORT_PAGES for paragraph in page.paragraphs)
    assert len(found) > printed


def test_the_letter_looks_like_the_one_in_the_sample(made: Path) -> None:
    with Image.open(made / LETTER) as new, Image.open(DOCUMENTS / LETTER) as old:
        assert new.size == old.size == (827, 1169)
        difference = ImageChops.difference(new.convert("L"), old.convert("L"))
    assert ImageStat.Stat(difference).mean[0] < 4


def test_the_letter_ends_with_the_word_that_it_is_invented() -> None:
    assert LETTER_LINES[-1] == FICTION


def test_the_letter_is_modest_in_size(made: Path) -> None:
    assert (made / LETTER).stat().st_size < 200_000
