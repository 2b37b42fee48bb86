import json

from caseviewer.citations.exports import biblatex, csl_json, ris
from caseviewer.citations.items import Item

DECISION = Item(
    "decision",
    {
        "type": "legal_case",
        "language": "en",
        "title": "Toirjon Abdussamatov and 28 other complainants v. Kazakhstan",
        "authority": "Committee against Torture",
        "references": "UN Doc CAT/C/48/D/444/2010",
        "issued": {"date-parts": [[2012, 6, 1]]},
    },
)
LETTER = Item(
    "letter",
    {"type": "personal_communication", "title": "{\\x} <b> & ", "archive_location": "box 3"},
)


def test_csl_json_holds_the_data_and_the_ids_of_the_case() -> None:
    decision, letter = json.loads(csl_json([DECISION, LETTER]))
    assert decision == {
        "id": "decision",
        **DECISION.data,
    }
    assert letter == {"id": "letter", **LETTER.data}


def test_biblatex_keeps_the_words_of_titles_and_escapes_them() -> None:
    found = biblatex([DECISION, LETTER])
    words = found.replace("{", "").replace("}", "")
    assert "Toirjon Abdussamatov and 28 other complainants" in " ".join(words.split())
    assert "@jurisdiction{decision," in found
    assert "date = {2012-06-01}" in found
    assert "note = {Committee against Torture; UN Doc" in " ".join(found.split())
    assert "\\&" in found
    assert biblatex([]) == ""


def test_ris_holds_every_source() -> None:
    assert ris([DECISION, LETTER]).count("ER  -") == 2
    assert ris([]) == ""
