"""The way of every word for people: through a translator that the window may install."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

Translator: TypeAlias = Callable[[str], str]


def unchanged(text: str) -> str:
    """Translate nothing: the words as the program was written."""
    return text


@dataclass(slots=True)
class _Installed:
    translator: Translator


_installed = _Installed(unchanged)


def set_translator(translator: Translator) -> Translator:
    """Install a translator, and give back the one that was installed before."""
    before = _installed.translator
    _installed.translator = translator
    return before


def tr(text: str, /, **values: object) -> str:
    """Translate a text, then put the values into its places, as `str.format` does.

    A translation whose places do not fit gives way to the text itself.
    """
    translated = _installed.translator(text)
    if not values:
        return translated
    try:
        return translated.format(**values)
    except (AttributeError, LookupError, ValueError):
        return text.format(**values)
