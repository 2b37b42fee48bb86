from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from caseviewer.documents.picture_parsing import picture_answer
from caseviewer.documents.refusals import RefusedError
from tests.documents.strange import huge_png, picture_of

RED, WHITE = b"\xff\0\0", b"\xff\xff\xff"


def read(data: bytes, width: int = 100, height: int = 100) -> tuple[dict[str, Any], bytes]:
    return picture_answer({"width": width, "height": height}, data)


def sizes(header: dict[str, Any]) -> tuple[int, ...]:
    names = ("width", "height", "full_width", "full_height")
    return tuple(header[name] for name in names)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP"])
def test_every_format_of_ours_is_read(kind: str) -> None:
    header, rgb = read(picture_of(kind))
    assert sizes(header) == (30, 20, 30, 20)
    assert len(rgb) == 3 * 30 * 20
    assert tuple(rgb[:3]) == pytest.approx((255, 0, 0), abs=4)


@pytest.mark.parametrize(
    "data",
    [b"", b"<html>", b"%PDF-1.7", b"%!PS-Adobe-3.0 EPSF-3.0\n", picture_of("PPM"), b"\0" * 50],
)
def test_no_other_format_is_tried(data: bytes) -> None:
    with pytest.raises(RefusedError, match="picture"):
        read(data)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_a_picture_is_scaled_down_to_fit_and_never_up(kind: str) -> None:
    data = picture_of(kind, (300, 200))
    assert sizes(read(data, 60, 1_000)[0]) == (60, 40, 300, 200)
    assert sizes(read(data, 1_000, 20)[0]) == (30, 20, 300, 200)
    assert sizes(read(data, 0, 0)[0]) == (1, 1, 300, 200)
    assert sizes(read(picture_of(kind, (4_500, 9)), 10**9, 10**9)[0]) == (4_000, 8, 4_500, 9)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
@pytest.mark.parametrize(("orientation", "lying"), [(1, False), (3, False), (6, True), (8, True)])
def test_a_picture_stands_as_it_says(kind: str, orientation: int, *, lying: bool) -> None:
    data = picture_of(kind, (300, 200), orientation=orientation)
    wanted = (20, 30, 200, 300) if lying else (30, 20, 300, 200)
    assert sizes(read(data, 30, 30)[0]) == wanted


def test_a_turned_picture_is_turned_the_right_way() -> None:
    picture = Image.new("RGB", (2, 1), (255, 255, 255))
    picture.putpixel((0, 0), (255, 0, 0))
    exif = Image.Exif()
    exif[0x0112] = 6  # what is left belongs at the top
    out = BytesIO()
    picture.save(out, "PNG", exif=exif)
    assert read(out.getvalue())[1] == RED + WHITE


@pytest.mark.parametrize(
    ("mode", "colour", "pixel"),
    [
        ("RGBA", (0, 0, 0, 0), WHITE),
        ("RGBA", (255, 0, 0, 255), RED),
        ("LA", (0, 0), WHITE),
        ("L", 255, WHITE),
        ("1", 1, WHITE),
        ("I;16", 65_535, WHITE),
    ],
)
def test_every_kind_of_colour_becomes_rgb(mode: str, colour: object, pixel: bytes) -> None:
    assert read(picture_of("PNG", (1, 1), mode, colour=colour))[1] == pixel


def test_a_picture_that_would_fill_the_memory_is_refused_by_its_size() -> None:
    with pytest.raises(RefusedError) as caught:
        read(huge_png(60_000, 60_000))
    assert (caught.value.code, caught.value.width, caught.value.height) == (
        "points",
        60_000,
        60_000,
    )


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP"])
def test_a_picture_that_is_not_whole_is_not_shown(kind: str) -> None:
    noise = Image.effect_noise((100, 100), 90)
    out = BytesIO()
    noise.save(out, kind)
    with pytest.raises(OSError, match="truncated"):
        read(out.getvalue()[:-2_000])
