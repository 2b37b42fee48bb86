"""Saved web pages as text; runs in the reading process only. Nothing is fetched."""

import codecs
import re
from collections.abc import Mapping
from typing import Any

import html_text
from lxml import etree, html

from caseviewer.documents.refusals import MOST_CHARACTERS, RefusedError

_HEAD = 4_096
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(
    rb"<meta\b[^>]{0,500}?\bcharset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})", re.IGNORECASE
)
_XML = re.compile(
    rb"\A\s*<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})", re.IGNORECASE
)

_WINDOWS = "cp1252"
# What a page means by a name is more than the name says (WHATWG, Encoding Standard).
_MEANT = {
    "ascii": _WINDOWS,
    "iso8859-1": _WINDOWS,
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-8",  # whoever can read this in one byte a letter, reads no UTF-16
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_KNOWN = frozenset(
    codecs.lookup(name).name  # loads it: later, nothing can be loaded any more
    for name in (
        *("utf-8", _WINDOWS, "ascii", "tis-620", "utf-16", "utf-16-le", "utf-16-be"),
        *("cp866", "cp874", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"),
        *(f"cp{number}" for number in (*range(1250, 1259), 932, 949)),
        *(f"iso8859-{number}" for number in (*range(1, 12), *range(13, 17))),
        *("gb2312", "gbk", "gb18030", "big5", "big5hkscs", "euc_jp", "iso2022_jp"),
        *("shift_jis", "euc_kr"),
    )
)

# They stand inside a word or a line; the library would put a space where each begins and ends.
_INLINE = (
    *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em"),
    *("font", "i", "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong"),
    *("sub", "tt", "u", "var", "wbr"),
)
_NOT_TEXT = ("script", "style", "template", "iframe", "object", "noframes")


def web_page_answer(_: Mapping[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """The text of a page in UTF-8, a blank line between its paragraphs."""
    text = page_text(decoded(data))
    if len(text) > MOST_CHARACTERS:
        raise RefusedError("long")
    return {}, text.encode("utf-8", "replace")


def decoded(data: bytes) -> str:
    """A page's characters: by its byte-order mark, its own word, UTF-8, or windows-1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    said = _said(data[:_HEAD])
    if said:
        return data.decode(said, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_WINDOWS, "replace")


def _said(head: bytes) -> str:
    """The encoding that a page names, as browsers understand the name; empty if unknown."""
    match = _CHARSET.search(head) or _XML.search(head)
    if match is None:
        return ""
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name
    except (LookupError, OSError):  # one that is not loaded cannot be any more
        return ""
    return _MEANT.get(name, name) if name in _KNOWN else ""


def page_text(page: str) -> str:
    """The words of a page, laid out in lines and paragraphs; scripts and styles are none."""
    body = page.replace("\0", "").encode("utf-8", "replace")
    parser = html.HTMLParser(recover=True, encoding="utf-8", huge_tree=True, no_network=True)
    try:
        tree = etree.fromstring(body, parser=parser)
    except etree.XMLSyntaxError as error:  # it reads everything, as long as it has memory
        raise MemoryError from error
    faults = {entry.type_name for entry in parser.error_log}
    if "ERR_NO_MEMORY" in faults:
        raise MemoryError
    if "ERR_RESOURCE_LIMIT" in faults:
        raise RefusedError("deep")
    if tree is None:  # there is nothing in it
        return ""
    etree.strip_elements(
        tree, *_NOT_TEXT, etree.Comment, etree.ProcessingInstruction, with_tail=False
    )
    etree.strip_tags(tree, *_INLINE)
    return str(html_text.extract_text(tree, guess_layout=True))
