import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from caseviewer.documents import web_parsing
from caseviewer.documents.refusals import RefusedError
from caseviewer.documents.web_parsing import decoded, page_text, web_page_answer


def read(data: bytes) -> str:
    header, body = web_page_answer({}, data)
    assert header == {}
    return body.decode("utf-8")


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<title>T</title><p>One<br>two</p><p>Three", "T\n\nOne\ntwo\n\nThree"),
        ("<script>no()</script><style>p{}</style><p>a<!-- c -->b<?php d ?>", "ab"),
        ("<template>t</template><iframe>i</iframe><noframes>n</noframes>tail", "tail"),
        ("<p>W<b>or</b>d, <i>and</i> note<sup>1</sup>.", "Word, and note 1."),
        ("<ul><li>a<li>b</ul><table><tr><td>1<td>2</table>", "a\nb\n\n1 2"),
        ("<p>&amp; &eacute; &#1078;", "& é ж"),
        ("Only words", "Only words"),
        ("<p>no\x00thing", "nothing"),
        ("", ""),
        ("<!-- nothing -->", ""),
    ],
)
def test_the_words_of_a_page(page: str, text: str) -> None:
    assert page_text(page) == text


def test_no_entity_and_no_other_file_is_looked_up() -> None:
    page = (
        '<!DOCTYPE html SYSTEM "http://127.0.0.1:1/x.dtd" [<!ENTITY a SYSTEM'
        ' "file:///etc/hostname">]><p>&a;<img src="file:///etc/hostname" alt="x">'
    )
    assert page_text(page).endswith("&a;")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (codecs.BOM_UTF8 + b"<meta charset=koi8-r><p>\xc3\xa9", "é"),
        ("\ufeff<p>é".encode("utf-16-le"), "é"),
        ("\ufeff<p>é".encode("utf-16-be"), "é"),
        ("<meta charset='koi8-r'><p>привет".encode("koi8-r"), "привет"),
        ("<?xml version='1.0' encoding='windows-1251'?><p>да".encode("cp1251"), "да"),
        (
            b'<META http-equiv="Content-Type" content="text/html; charset=windows-1251"><p>\xe4',
            "д",
        ),
        (b"<meta charset=iso-8859-1><p>\x93q\x94", "“q”"),
        ("<meta charset=gb2312><p>中".encode("gb18030"), "中"),
        ("<meta charset=utf-16><p>é".encode(), "é"),
        ("<p>é".encode(), "é"),
        (b"<p>caf\xe9 \x93q\x94", "café “q”"),
        (b"<meta charset=none-such><p>\xe9", "é"),
        (b"<meta charset=zip><p>\xe9", "é"),
        (b"<meta charset=utf-8><p>a\xffb", "a\ufffdb"),
    ],
)
def test_a_page_is_decoded_as_it_says(data: bytes, text: str) -> None:
    assert page_text(decoded(data)).lstrip("\ufeff") == text


def test_an_encoding_that_cannot_be_loaded_any_more_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(name: str) -> codecs.CodecInfo:
        raise PermissionError(name)

    monkeypatch.setattr(codecs, "lookup", refused)
    assert decoded("<meta charset=cp037>é".encode()) == "<meta charset=cp037>é"


@pytest.mark.parametrize("depth", [300, 1_500])
def test_an_old_page_may_lie_deep(depth: int) -> None:
    assert page_text("<div>" * depth + "deep" + "</div>" * depth + "<p>end") == "deep\n\nend"


def test_what_lies_too_deep_is_refused_and_not_left_out() -> None:
    with pytest.raises(RefusedError, match="deep"):
        page_text("<div>" * 5_000 + "deep")


def test_more_text_than_can_be_held_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_parsing, "MOST_CHARACTERS", 3)
    assert read(b"<p>one") == "one"
    with pytest.raises(RefusedError, match="long"):
        read(b"<p>four")


@pytest.mark.parametrize("raises", [True, False])
def test_a_page_for_which_there_is_no_memory_is_not_empty(
    monkeypatch: pytest.MonkeyPatch, *, raises: bool
) -> None:
    class Entry:
        type_name = "ERR_NO_MEMORY"

    class Parser:
        error_log = (Entry(),)

    def parse(body: bytes, parser: object) -> None:
        if raises:
            raise etree.XMLSyntaxError("unknown error", 2, 0, 0)

    monkeypatch.setattr(html, "HTMLParser", lambda **_: Parser())
    monkeypatch.setattr(etree, "fromstring", parse)
    with pytest.raises(MemoryError):
        page_text("<p>x")


@given(st.text(max_size=200))
def test_no_script_is_ever_text(text: str) -> None:
    assert "never()" not in page_text(f"<p>{text.replace('<', '')}<script>never()</script>")
