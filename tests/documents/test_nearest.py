import pytest

from caseviewer.documents import nearest as module
from caseviewer.documents.matching import fold
from caseviewer.documents.nearest import Nearest, nearest
from caseviewer.model.opened import Change, Piece

TEXT = (
    "The family said that they had waited at the gate. "
    "“We were told to go home, and that nobody had been brought there,” the mother said. "
    "The ministry denied it."
)


def found(words: str, text: str = TEXT) -> Nearest | None:
    return nearest(words, text, fold(text))


def shown(words: str) -> str:
    near = found(words)
    assert near is not None
    marks = {Change.SAME: "{}", Change.ONLY_QUOTED: "-{}-", Change.ONLY_THERE: "+{}+"}
    return "".join(marks[piece.change].format(piece.text) for piece in near.pieces)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "We were told to go home, and that somebody had been brought there,",
            "We were told to go home, and that +nobody +-somebody -had been brought there,",
        ),
        ("that they had waited at a gate.", "that they had waited at +the +-a -gate."),
        ("the mothers said.", "the +mother +-mothers -said."),
        ("The ministry has denied it.", "The ministry -has -denied it."),
        ("The ministry it.", "The ministry +denied +it."),
        ("Her family said that they had waited", "+The +-Her -family said that they had waited"),
        ("The ministry denied them", "The ministry denied +it+-them-"),
        ("The ministry denied it. Today", "The ministry denied it.-Today-"),
        ("Yes, the family said", "+The +-Yes, the -family said"),
    ],
)
def test_the_differences_are_told_word_by_word(words: str, expected: str) -> None:
    assert shown(words) == expected


def test_the_stretch_is_where_the_words_would_stand() -> None:
    near = found("We were told to leave, and that nobody had been brought there,")
    assert near is not None
    assert TEXT[near.start : near.end].startswith("We were told")
    assert TEXT[near.start : near.end].endswith("there,")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Quite other words about rivers and mountains.", TEXT),
        ("zzzz qqqq", TEXT),
        ("anything", ""),
        ("", TEXT),
        ("   ", TEXT),
        ("said xxxx yyyy zzzz wwww vvvv uuuu", TEXT),
    ],
)
def test_what_has_little_in_common_is_not_shown(words: str, text: str) -> None:
    assert found(words, text) is None


def test_only_the_first_of_very_long_words_are_compared() -> None:
    text = "many words " * 400
    near = found(text, text + "end")
    assert near is not None
    assert near.end - near.start <= module.LONGEST_WORDS + len("words")


def test_what_reading_folds_is_no_difference() -> None:
    near = found('"We were told to go home, and that somebody', TEXT.replace(" go", "\ngo"))
    assert near is not None
    assert near.pieces[0] == Piece(Change.SAME, "“We were told to\ngo home, and that ")


def test_words_that_were_found_are_all_the_same() -> None:
    near = found("The ministry denied it.")
    assert near is not None
    assert near.pieces == (Piece(Change.SAME, "The ministry denied it."),)


def test_short_words_are_found_by_shorter_runs() -> None:
    near = found("the mather", TEXT)
    assert near is not None
    assert "mother" in TEXT[near.start : near.end]


def test_long_words_in_a_long_text_are_looked_for_by_few_runs() -> None:
    words = " ".join(f"word{number}" for number in range(400))
    text = words + " and so on" * 110_000
    walks: list[None] = []
    near = nearest(words.replace("word7 ", "work7 "), text, fold(text), lambda: walks.append(None))
    assert near is not None
    assert len(walks) <= 70


def test_whoever_asked_may_stop() -> None:
    def stop() -> None:
        raise KeyError

    with pytest.raises(KeyError):
        nearest("The ministry has denied it.", TEXT, fold(TEXT), stop)
