import pytest

from caseviewer.citations.defects import Concerns, Defect, DefectKind
from caseviewer.formatting.defect_words import defect_list, defect_sentence

OWN = Concerns.OWN


@pytest.mark.parametrize(
    ("defect", "sentence", "short"),
    [
        (
            Defect(DefectKind.NO_ADDRESS, "s"),
            "The source was read online, but no web address is known.",
            "no web address",
        ),
        (
            Defect(DefectKind.NO_ADDRESS, "s", OWN),
            "The source’s own citation promises a web address and gives none.",
            "no web address",
        ),
        (
            Defect(DefectKind.NO_BREAK_SPACES, "s", OWN, "3"),
            (
                "The source’s own citation holds 3 no-break spaces, which look like spaces and are"
                " not found as such."
            ),
            "3 no-break spaces",
        ),
        (
            Defect(DefectKind.NO_BREAK_SPACES, "s", OWN, "1"),
            (
                "The source’s own citation holds a no-break space, which looks like a space and is"
                " not found as one."
            ),
            "a no-break space",
        ),
        (
            Defect(DefectKind.SESSION, "s", found="CAT/C/47/D/1", other="48"),
            "The symbol CAT/C/47/D/1 is not one of session 48.",
            "symbol and session differ",
        ),
        (
            Defect(DefectKind.REPUBLISHER_UNNAMED, "s", OWN, "Refworld {x}"),
            (
                "The source’s own citation does not name Refworld {x}, from whose copy the source"
                " was read."
            ),
            "republisher not named",
        ),
    ],
)
def test_a_defect_in_words(defect: Defect, sentence: str, short: str) -> None:
    assert defect_sentence(defect) == sentence
    assert defect_list([defect]) == short


@pytest.mark.parametrize("kind", DefectKind)
def test_every_kind_has_its_words(kind: DefectKind) -> None:
    defect = Defect(kind, "s", found="F", other="O")
    assert defect_sentence(defect).endswith(".")
    assert defect_list([defect])
    assert "{" not in defect_sentence(defect) + defect_list([defect])


def test_what_is_wrong_twice_is_told_once() -> None:
    twice = [Defect(DefectKind.NO_ADDRESS, "s"), Defect(DefectKind.NO_ADDRESS, "s", OWN)]
    assert defect_list([*twice, Defect(DefectKind.NO_DATE, "s")]) == "no web address, no date"
    assert defect_list([]) == ""
