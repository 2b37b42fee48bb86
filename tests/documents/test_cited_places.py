import pytest

from caseviewer.documents.cited_places import cited
from caseviewer.documents.text import Paragraph, Paragraphs, gathered

PLAIN = "1 2 3 5 6 7 8 9 10 12 12a 12b 13"
DEEP = "1.1 1.2 2.1 2.2 2.3 3"
PAGES = "iii iv v vi 1 2"


def parts(numbers: str) -> Paragraphs:
    return gathered(Paragraph(number, 0, 1, "x") for number in numbers.split())


@pytest.mark.parametrize(
    ("value", "numbers", "named", "missing"),
    [
        ("10", PLAIN, "10", ()),
        (" 3 ", PLAIN, "3", ()),
        ("7–9", PLAIN, "7 8 9", ()),
        ("5 to 7", PLAIN, "5 6 7", ()),
        ("3-5", PLAIN, "3 5", ()),
        ("3-4", PLAIN, "3", ()),
        ("7-8, 10", PLAIN, "7 8 10", ()),
        ("7; 8 and 9 & 12a", PLAIN, "7 8 9 12a", ()),
        ("12a-12b", PLAIN, "12a 12b", ()),
        ("12–13", PLAIN, "12 12a 12b 13", ()),
        ("para. 5", PLAIN, "5", ()),
        ("paras 5-6", PLAIN, "5 6", ()),
        ("§§ 5–6", PLAIN, "5 6", ()),
        ("§ 5–§ 6", PLAIN, "5 6", ()),
        ("7 (a)", PLAIN, "7", ()),
        ("99", PLAIN, "", ("99",)),
        ("5, 99", PLAIN, "5", ("99",)),
        ("90-99", PLAIN, "", ("90-99",)),
        ("x–5", PLAIN, "5", ()),
        ("9–7", PLAIN, "", ("9–7",)),
        ("1-999999", PLAIN, "1 2 3 5 6 7 8 9 10 12 13", ()),
        ("2.1–2.3", DEEP, "2.1 2.2 2.3", ()),
        ("1.2–2.1", DEEP, "1.2 2.1", ()),
        ("iv–vi", PAGES, "iv v vi", ()),
        ("pp. iv-v", PAGES, "iv v", ()),
        ("p. 2", PAGES, "2", ()),
        (",", PLAIN, "", ()),
    ],
)
def test_what_a_locator_names(
    value: str, numbers: str, named: str, missing: tuple[str, ...]
) -> None:
    found = cited(value, parts(numbers))
    assert found.numbers == set(named.split())
    assert found.missing == missing
