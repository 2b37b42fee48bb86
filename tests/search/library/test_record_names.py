from caseviewer.formatting.page import Tab
from caseviewer.search.hits import Hit, Snippet
from caseviewer.search.library.record_names import record_names
from caseviewer.search.library.texts import PackedTexts, StoredRow, StoredTexts
from caseviewer.search.library.values import RecordName


def texts(*rows: StoredRow) -> PackedTexts:
    return PackedTexts(StoredTexts(rows, (), {}).packed())


def row(record: str, *fields: tuple[str, str]) -> StoredRow:
    return StoredRow(record, None, record.upper(), "", (), (), (), fields)


def found(*records: str) -> list[Hit]:
    return [Hit(Tab.PARTIES, record, None, "name", Snippet("words")) for record in records]


def test_records_are_called_by_title_name_or_summary_else_by_their_first_words() -> None:
    packed = texts(
        row("e1", ("kind", "arrest"), ("title", "She is arrested")),
        row("p1", ("kind", "person"), ("name", "Mirela Halvek"), ("other", "M. H.")),
        row("x1", ("kind", "precision"), ("summary", "Two days")),
        row("q1", ("quoted words", "I asked at the gate."), ("mode", "direct")),
        row("e2", ("title", "Not found")),
    )
    assert record_names(packed, found("e1", "p1", "x1", "q1", "", "gone")) == {
        "e1": RecordName("E1", "She is arrested"),
        "p1": RecordName("P1", "Mirela Halvek"),
        "x1": RecordName("X1", "Two days"),
        "q1": RecordName("Q1", "I asked at the gate."),
    }
