import pytest

from caseviewer.documents.seen_signs import seen


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("", ""),
        ("two words\u00a0here\r\n", "twowordshere"),
        ("exam\u00ad\nple", "example"),
        ("exam\x02ple exam\ufffeple", "exampleexample"),
        ("well-known – “so”", "well-known–“so”"),
    ],
)
def test_what_can_be_seen_stays(text: str, signs: str) -> None:
    assert seen(text) == signs
