"""The process that reads documents of strangers: one document, one answer, and an end.

The request is a line of JSON and then the document on standard input; the answer is a line
of JSON and then bytes on standard output. Before the document is read, the process is held
to limits of time and memory and gives up files, connections and other programs.
"""

import codecs
import importlib
import json
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import IO, Any

from caseviewer.documents.refusals import RefusedError

Answer = tuple[dict[str, Any], bytes]
Work = Callable[[Mapping[str, Any], bytes], Answer]

_MEMORY = 2 * 1024 * 1024 * 1024
_LONGEST_REQUEST = 4_000_000

_WORK = {
    "pdf text": ("caseviewer.documents.pdf_parsing", "text_answer", 0),
    "pdf page": ("caseviewer.documents.pdf_parsing", "drawing_answer", 64),  # the system's fonts
    "picture": ("caseviewer.documents.picture_parsing", "picture_answer", 0),
    "web page": ("caseviewer.documents.web_parsing", "web_page_answer", 0),
}
"""For each job the module and function, and how many files its libraries may hold open."""

_CODECS = ("ascii", "latin-1", "utf-8", "utf-16", "utf-16-be", "utf-16-le", "utf-32")
"""What libraries decode by: Python loads each at its first use, which is then refused."""

_REFUSED = ("ftplib.", "glob.", "http.", "os.", "pathlib.", "pty.", "shutil.", "socket.", "urllib.")
_REFUSED_EXACTLY = frozenset(
    {"ctypes.dlopen", "mmap.__new__", "open", "sqlite3.connect", "subprocess.Popen"}
)


def main(source: IO[bytes], target: IO[bytes], confine: Callable[[int, int], None]) -> None:
    """Answer one request; `confine` holds the process to its limits before anything is read."""
    request = json.loads(source.readline(_LONGEST_REQUEST))
    module, name, files = _WORK[request["job"]]
    work: Work = getattr(importlib.import_module(module), name)
    for codec in _CODECS:
        codecs.lookup(codec)
    confine(request["seconds"], files)
    header, body = answered(work, request, source)
    target.write(json.dumps(header).encode() + b"\n")
    target.write(body)
    target.flush()


def answered(work: Work, request: Mapping[str, Any], source: IO[bytes]) -> Answer:
    """What comes of the work; whatever goes wrong with a document is an answer, too."""
    try:
        return work(request, source.read(request["size"]))
    except RefusedError as refused:
        return refused.told(), b""
    except MemoryError:
        return RefusedError("memory").told(), b""
    except Exception:  # noqa: BLE001 - the libraries raise what they like over a broken document
        return RefusedError("broken").told(), b""


def confine(seconds: int, files: int) -> None:
    """Hold this process to its limits; it cannot be undone."""
    limit(seconds, files)
    sys.addaudithook(refuse)


def limit(seconds: int, files: int) -> None:
    """Limit time, memory and files, as far as this system can."""
    try:
        import resource
    except ImportError:  # Windows: the program that waits still limits time and answer
        return
    limits = {
        "RLIMIT_AS": _MEMORY,
        "RLIMIT_CORE": 0,
        "RLIMIT_CPU": seconds,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_NOFILE": files,
    }
    for name, value in limits.items():
        with suppress(AttributeError, OSError, ValueError):  # unknown here, or already lower
            resource.setrlimit(getattr(resource, name), (value, value))


def refuse(event: str, _: tuple[Any, ...]) -> None:
    """Refuse what reading a document never needs: an audit hook of Python."""
    if event in _REFUSED_EXACTLY or event.startswith(_REFUSED):
        raise PermissionError(f"not while a document is read: {event}")
