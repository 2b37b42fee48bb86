import pytest

from caseviewer.citations.style_check import check_style, parent_of
from caseviewer.citations.style_xml import StyleError, read_xml
from tests.citations.small import small_xml

DEPENDENT = b"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">
<info><title>t</title><link rel="self" href="x"/>
<link href="http://example.org/styles/the-parent" rel="independent-parent"/></info></style>"""
MACROS = '<macro name="a"><text macro="b"/></macro>\n<macro name="b"><text macro="{}"/></macro>'


def test_a_style_passes() -> None:
    check_style(read_xml(small_xml()))
    check_style(read_xml(small_xml(middle=MACROS.format("c") + '<macro name="c"/>')))
    shared = '<macro name="c"/>' + MACROS.format("c") + '<macro name="d"><text macro="b"/></macro>'
    check_style(read_xml(small_xml(middle=shared)))


def with_old(old: str, new: str) -> bytes:
    return small_xml().replace(old.encode(), new.encode(), 1)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<html/>", "This is no CSL style: its root is not “style” of CSL (line 1)."),
        (b'<style xmlns="other"/>', "This is no CSL style"),
        (DEPENDENT, "only points at another one, “the-parent”, and nothing is fetched"),
        (with_old('class="note"', 'class="x"'), "has the class “note” or “in-text” (line 2)."),
        (with_old("<date ", "<blink/><date "), "“blink” is no element of CSL (line 6)."),
        (with_old('<names variable="author"/>', "<names/>"), "“names” needs “variable” (line 5)."),
        (with_old("<citation>", "<macro/><citation>"), "“macro” needs “name” (line 4)."),
        (
            b'<style xmlns="http://purl.org/net/xbiblio/csl" class="note"/>',
            "A style needs a “citation” with a “layout”",
        ),
        (
            b'<style xmlns="http://purl.org/net/xbiblio/csl" class="note"><citation/></style>',
            "A style needs a “citation” with a “layout”",
        ),
        (small_xml(middle='<macro name="a"/>\n<macro name="a"/>'), "“a” stands there twice"),
        (small_xml(middle=MACROS.format("zz")), "There is no macro “zz” (line 5)."),
        (small_xml(middle=MACROS.format("a")), "The macro “a” calls itself (line 5)."),
        (small_xml(middle=MACROS.format("b")), "The macro “b” calls itself (line 5)."),
    ],
)
def test_what_is_no_style_is_named_with_its_line(content: bytes, words: str) -> None:
    with pytest.raises(StyleError) as caught:
        check_style(read_xml(content))
    assert words in str(caught.value)


def test_a_long_chain_of_macros_is_no_recursion() -> None:
    chain = [f'<macro name="m{n}"><text macro="m{n + 1}"/></macro>' for n in range(3000)]
    check_style(read_xml(small_xml(middle="".join(chain) + '<macro name="m3000"/>')))


def test_the_parent_of_a_dependent_style() -> None:
    assert parent_of(read_xml(DEPENDENT)) == "http://example.org/styles/the-parent"
    assert parent_of(read_xml(small_xml())) == ""
    assert parent_of(read_xml(b"<style/>")) == ""
