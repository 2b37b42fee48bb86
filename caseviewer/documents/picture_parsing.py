"""Pictures in the formats of our table, scaled to fit; runs in the reading process only."""

import copy
import warnings
from collections.abc import Mapping
from io import BytesIO
from typing import Any

# All is loaded here and now: later, nothing can be loaded any more. A JPEG may turn out as MPO.
from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageOps,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    UnidentifiedImageError,
    WebPImagePlugin,
)

from caseviewer.documents.refusals import MOST_POINTS, RefusedError

MOST_POINTS_A_SIDE = 4_000

_PLUGINS = (
    BmpImagePlugin.BmpImageFile,
    GifImagePlugin.GifImageFile,
    JpegImagePlugin.JpegImageFile,
    PngImagePlugin.PngImageFile,
    TiffImagePlugin.TiffImageFile,
    WebPImagePlugin.WebPImageFile,
)
FORMATS = tuple(str(plugin.format) for plugin in _PLUGINS)
_ALREADY_LOADED = (copy, MpoImagePlugin)
Image.preinit()

_ORIENTATION = 0x0112
_LYING = frozenset({5, 6, 7, 8})


def picture_answer(request: Mapping[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """The picture in 24-bit RGB on white, as its orientation says, in at most the given size."""
    Image.MAX_IMAGE_PIXELS = None  # the size is looked at here
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            picture = Image.open(BytesIO(data), formats=FORMATS)
        except UnidentifiedImageError:
            raise RefusedError("picture") from None
        with picture:
            return _scaled(picture, request["width"], request["height"])


def _scaled(picture: Image.Image, width: int, height: int) -> tuple[dict[str, Any], bytes]:
    if picture.width * picture.height > MOST_POINTS:
        raise RefusedError("points", picture.width, picture.height)
    if picture.format != "JPEG":  # which can be loaded smaller than it is
        picture.load()  # turns a TIFF as it says
    full = picture.size
    box = (_side(width), _side(height))
    lying = picture.getexif().get(_ORIENTATION) in _LYING
    if lying:
        full, box = full[::-1], box[::-1]
    picture.draft("RGB", box)
    small = _on_white(picture, box)
    if small.info.get("exif") or small.getexif():
        ImageOps.exif_transpose(small, in_place=True)
    size = {"width": small.width, "height": small.height}
    return {**size, "full_width": full[0], "full_height": full[1]}, small.tobytes()


def _side(length: int) -> int:
    return min(max(length, 1), MOST_POINTS_A_SIDE)


def _on_white(picture: Image.Image, box: tuple[int, int]) -> Image.Image:
    """The picture scaled into a box, in RGB; what is transparent is white."""
    exif = picture.getexif()
    if picture.has_transparency_data:
        colours = picture.convert("RGBA")
        colours.thumbnail(box)
        small = Image.new("RGB", colours.size, "white")
        small.paste(colours, mask=colours.getchannel("A"))
    else:
        small = picture.convert("RGB")
        small.thumbnail(box)
    small.info = {}
    small.getexif().update(exif)
    return small
