"""Reads one case file and tells how much memory that took at most, and how much it keeps.

The first argument says who reads: `ours`, or `orjson` for the least that its values need.
"""

import sys
from pathlib import Path

import orjson

from caseviewer.documents.opening import open_case
from tests.benchmarks.programs.marks import kilobytes, tell

who, path = sys.argv[1:]
tell("before", kilobytes("VmRSS"))
kept = orjson.loads(Path(path).read_bytes()) if who == "orjson" else open_case(path)
tell("most", kilobytes("VmHWM"))
tell("kept", kilobytes("VmRSS"))
