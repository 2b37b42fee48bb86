from pathlib import Path

from caseviewer.documents.copies import recognised, sources_of
from caseviewer.documents.opening import begin
from caseviewer.model.case import Case
from tests.builders import TEXT, bundle, write

SHA256 = bundle()["sources"][0]["document"]["sha256"]


def case(folder: Path) -> Case:
    return begin(write(folder, bundle())).opened.case


def test_sources_are_known_by_the_hash_of_their_document(tmp_path: Path) -> None:
    assert [source.id for source in sources_of(case(tmp_path), SHA256)] == ["report"]
    assert sources_of(case(tmp_path), "0" * 64) == []


def test_files_are_recognised_by_their_hash(tmp_path: Path) -> None:
    mine, other = tmp_path / "mine.txt", tmp_path / "other.txt"
    mine.write_bytes(TEXT.encode())
    other.write_bytes(b"other")
    copies, told = recognised(case(tmp_path), [str(mine), str(other), str(tmp_path / "gone")])
    assert copies == {SHA256: str(mine)}
    none, gone = told
    assert none == "“other.txt” is none of the documents of this case, by its hash."
    assert gone.startswith("“gone” was not found.")
