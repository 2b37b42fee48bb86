import pytest

from caseviewer.citations.style_xml import SIZE_LIMIT, Node, StyleError, read_xml, write_xml


def test_a_file_is_read_with_its_lines_and_written_back() -> None:
    root = read_xml(b'<a x="1 &lt; 2 &quot;">\n <b>t &amp; u</b>\n <c/></a>')
    assert (root.tag, root.line, root.attributes) == ("a", 1, {"x": '1 < 2 "'})
    assert [(node.tag, node.line) for node in root.walk()] == [("a", 1), ("b", 2), ("c", 3)]
    assert root.find("c") is root.children[1]
    assert root.find("d") is None
    again = read_xml(write_xml(root))
    assert again.attributes == root.attributes
    assert again.children[0].text == "t & u"


def test_a_tree_of_our_own_is_written() -> None:
    assert write_xml(Node("a", {}, 0, [Node("b", {"x": "é"}, 0)])).endswith(
        '<a><b x="é"></b></a>'.encode()
    )


@pytest.mark.parametrize(
    ("content", "words", "line"),
    [
        (b"", "no element found", 1),
        (b"<a>\n<b></a>", "mismatched tag", 2),
        (b"no xml", "not well-formed XML", 1),
        (b"<a>&what;</a>", "undefined entity", 1),
        (b'<?xml version="1.0" encoding="no-such"?><a/>', "encoding", 1),
        (b'<?xml version="1.0" encoding="idna"?><a/>', "encoding", 1),
        (b"\n<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>", "declares a document type", 2),
        (b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', "declares a document type", 1),
        (b"<a>" * 101 + b"</a>" * 101, "nested more than 100 deep", 1),
        (b" " * (SIZE_LIMIT + 1), "larger than 1 MB", None),
    ],
)
def test_what_cannot_be_a_style_is_refused_with_its_line(
    content: bytes, words: str, line: int | None
) -> None:
    with pytest.raises(StyleError, match=words) as caught:
        read_xml(content)
    assert caught.value.line == line
    assert str(caught.value).endswith("." if line is None else f"(line {line}).")
