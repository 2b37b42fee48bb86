import pytest
from pydantic import TypeAdapter

from caseviewer.model.case import Case
from caseviewer.model.labels import FIELD_WORDS, ITEM_WORDS, KIND_WORDS, one, path_words, words_for
from caseviewer.model.references import Kind

DEFINITIONS = TypeAdapter(Case).json_schema()["$defs"]
FIELDS = {name for record in DEFINITIONS.values() for name in record.get("properties", {})}
TOP = set(TypeAdapter(Case).json_schema()["properties"])


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (("title",), "title"),
        (("participants", 1, "party"), "participant 2, party"),
        (("date", "edtf"), "date"),
        (("published", "edtf"), "date published"),
        (("edtf",), "date"),
        (("asserted_by", 0), "who says so 1"),
        (("subject_matter",), "subject matter"),
        (("csl", "container-title"), "bibliographic data, container title"),
        (("author", 2), "author 3"),
        (("csl", "issued", "date-parts", 0, 1), "bibliographic data, issued, date 1"),
        (("tit\u202el",), "tit⟨U+202E⟩l"),
        (("x" * 50,), "x" * 39 + "…"),
        ((), ""),
    ],
)
def test_a_place_in_plain_words(path: tuple[str | int, ...], words: str) -> None:
    assert path_words(path) == words


def test_every_label_belongs_to_a_field() -> None:
    assert set(FIELD_WORDS) <= FIELDS | TOP
    assert set(ITEM_WORDS) <= FIELDS | TOP


def test_no_field_shows_how_it_is_spelt() -> None:
    assert [name for name in FIELDS | TOP if "_" in words_for(name)] == []


def test_every_kind_has_a_word() -> None:
    assert set(KIND_WORDS) == set(Kind)
    assert (one(Kind.EVENT), one(Kind.PARTY)) == ("an event", "a party")
