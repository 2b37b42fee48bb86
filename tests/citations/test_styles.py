import os
from importlib.util import find_spec
from pathlib import Path

import pytest
from lxml import etree

from caseviewer.citations.style_xml import SIZE_LIMIT, StyleError
from caseviewer.citations.styles import OUR_STYLES, make_style, our_style, style_from_file
from caseviewer.model.kinds import LocatorLabel
from caseviewer.places import resources
from tests.citations.small import BIBLIOGRAPHY, SHORTER, small_style, small_xml


def test_what_a_style_tells_of_itself() -> None:
    style = small_style(bibliography=BIBLIOGRAPHY.format(options=""))
    assert (style.name, style.title) == ("small", "A small style")
    assert style.note
    assert style.bibliography
    assert style.by_itself
    assert LocatorLabel.ARTICLE not in style.labels
    other = small_style("in-text")
    assert not other.note
    assert not other.bibliography


@pytest.mark.parametrize(
    ("content", "by_itself"),
    [
        (small_xml(shorter=SHORTER), True),
        (small_xml("in-text", shorter=SHORTER), False),
        (small_xml(options=' disambiguate-add-names="true"'), False),
    ],
)
def test_whether_a_citation_looks_around(content: bytes, by_itself: bool) -> None:
    assert make_style("x", content).by_itself is by_itself


def test_a_style_without_a_title_is_called_by_its_name() -> None:
    content = small_xml().replace(b"<title>A small style</title>", b"")
    assert make_style("x", content).title == "x"
    start, _, rest = content.partition(b"<info>")
    assert make_style("x", start + rest.partition(b"</info>")[2]).title == "x"


def test_a_style_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "my style.csl"
    path.write_bytes(small_xml())
    assert style_from_file(path).name == str(path)


def test_files_that_are_no_styles(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match="There is no such file"):
        style_from_file(tmp_path / "x.csl")
    with pytest.raises(StyleError, match="This is no file"):
        style_from_file(tmp_path)
    large = tmp_path / "large.csl"
    large.write_bytes(b" " * (10 * SIZE_LIMIT))
    with pytest.raises(StyleError, match="larger than 1 MB"):
        style_from_file(large)
    pipe = tmp_path / "pipe.csl"
    os.mkfifo(pipe)
    with pytest.raises(StyleError, match="This is no file"):
        style_from_file(pipe)


def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "x.csl"
    path.write_bytes(small_xml())
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(StyleError, match="cannot be read: Permission denied"):
        style_from_file(path)


@pytest.mark.parametrize("name", OUR_STYLES)
def test_our_styles_are_valid_and_name_their_guides(name: str) -> None:
    package = find_spec("citeproc")
    assert package is not None
    folder = next(iter(package.submodule_search_locations or ()))
    schema = Path(folder) / "data" / "schema" / "schemas" / "styles" / "csl.rng"
    etree.RelaxNG(etree.parse(schema)).assertValid(
        etree.parse(resources() / "styles" / f"{name}.csl")
    )
    style = our_style(name)
    assert style.note
    assert style.bibliography
    assert style.by_itself
    assert LocatorLabel.ARTICLE in style.labels
    assert style.title == OUR_STYLES[name]
    tree = etree.parse(resources() / "styles" / f"{name}.csl")
    summary = tree.findtext(".//{*}summary")
    assert summary
    assert len(summary) > 40
