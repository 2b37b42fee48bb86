"""What a refresh has to say, in sentences."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from caseviewer.formatting.translate import tr
from caseviewer.model.visible import visible
from caseviewer.search.library.comparing import EMPTY, Away
from caseviewer.search.library.walking import MOST_CASES

_SHOWN = 200
_MOST_BROKEN = 20


def off_words() -> str:
    """The library is switched off."""
    return tr("The library is switched off: no index is read or written.")


def busy_words() -> str:
    """Another program writes."""
    return tr(
        "Another program is bringing the index up to date just now. What it has done so far is"
        " shown; refresh again when it is done."
    )


def failed_words(folder: Path, error: OSError) -> str:
    """The index cannot be written."""
    return tr(
        "The index could not be written in {folder}: {reason}.",
        folder=visible(str(folder), _SHOWN),
        reason=error.strerror or type(error).__name__,
    )


def full_words(folder: Path) -> str:
    """Nothing can be taken out of the index, as that needs room too."""
    return tr(
        "The disk with {folder} is full, so that nothing can be taken out of the index. Make room"
        " and try again, or erase the whole index.",
        folder=visible(str(folder), _SHOWN),
    )


def held_words() -> str:
    """What was taken out is still in the file, as somebody reads it."""
    return tr(
        "The cases of the folder are taken out of the index, but another program reads it just"
        " now: their words stay in its file until that program is closed."
    )


def away_words(away: Away) -> str:
    """A folder cannot be looked through, so that its cases are shown as they were."""
    folder = visible(away.folder, _SHOWN)
    words = tr("“{folder}” {reason}.", folder=folder, reason=away.reason)
    if away.reason == EMPTY:
        words = tr("“{folder}” holds nothing now: is its disk connected?", folder=folder)
    if not away.cases:
        return words
    kept = tr("Its case stays in the library, marked as not reachable.")
    if away.cases > 1:
        kept = tr("Its {count} cases stay in the library, marked as not reachable.")
    return f"{words} {kept.format(count=f'{away.cases:,}')}"


def cut_words(folder: str) -> str:
    """A folder holds more than is looked at."""
    return tr(
        "“{folder}” holds more than is looked at: {most} cases in all, and folders in 32 others."
        " Add the folders that matter, each by itself.",
        folder=visible(folder, _SHOWN),
        most=f"{MOST_CASES:,}",
    )


def broken_words(connection: sqlite3.Connection) -> list[str]:
    """The cases that cannot be opened, each with the reason; the last line tells of others."""
    found = connection.execute(
        "SELECT path, fault FROM files WHERE reach = 'broken' ORDER BY path"
    ).fetchall()
    told = [
        tr("{path}: {fault}", path=visible(os.fsdecode(path), _SHOWN), fault=fault)
        for path, fault in found[:_MOST_BROKEN]
    ]
    more = len(found) - len(told)
    return [*told, tr("{count} more cannot be opened.", count=f"{more:,}")] if more else told
