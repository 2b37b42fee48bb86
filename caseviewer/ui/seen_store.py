"""What a reader has marked as seen: one small file for each case, never in the bundle.

The files hold digests alone, so that they tell nothing of a case; they are written as the
preferences are. A file that cannot be read is as good as none, and is told.
"""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from caseviewer.formatting.translate import tr
from caseviewer.whole_file import write_whole

_SIZE_LIMIT = 8 << 20
_DIGEST = re.compile(r"[0-9a-f]{24}")


class SeenStore:
    """Reads and writes the marks of one case at a time."""

    def __init__(self, folder: Path) -> None:
        """Keep the files in `folder`; it is made when there is something to keep."""
        self.folder = folder

    def path(self, case: str) -> Path:
        """The file of a case, which is told by a digest."""
        return self.folder / f"{case}.json"

    def read(self, case: str) -> tuple[dict[str, str], str]:
        """The marks of a case, and a sentence where its file cannot be read."""
        try:
            with self.path(case).open("rb") as stream:
                found = json.loads(stream.read(_SIZE_LIMIT))
        except (FileNotFoundError, NotADirectoryError):
            return {}, ""
        except (OSError, ValueError, RecursionError):
            found = None
        if not _is_marks(found):
            return {}, tr("What you marked as seen could not be read; nothing is shown as seen.")
        return found, ""

    def write(self, case: str, marks: Mapping[str, str]) -> str:
        """Keep the marks of a case; returns a sentence where they could not be written."""
        try:
            if not marks:
                self.path(case).unlink(missing_ok=True)
                return ""
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            content = json.dumps(dict(marks), sort_keys=True).encode()
            write_whole(self.path(case), content, private=True)
        except OSError as error:
            return tr(
                "What is seen could not be saved in {folder}: {reason}.",
                folder=str(self.folder),
                reason=error.strerror or type(error).__name__,
            )
        return ""

    def forget(self, case: str) -> str:
        """Forget what was seen of a case, and of no other; returns a sentence as `write` does."""
        fault = self.write(case, {})
        with suppress(OSError):
            self.folder.rmdir()  # only when it is empty
        return fault


def _is_marks(found: object) -> bool:
    return isinstance(found, dict) and all(
        isinstance(said, str) and _DIGEST.fullmatch(name) and _DIGEST.fullmatch(said)
        for name, said in found.items()
    )
