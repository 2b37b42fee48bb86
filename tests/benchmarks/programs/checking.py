"""Checks the documents of a case and tells how much memory that took at most.

The memory of the process that reads PDF is not counted.
"""

import sys

from caseviewer.documents.opening import begin
from tests.benchmarks.programs.marks import kilobytes, tell

opening = begin(sys.argv[1])
tell("before", kilobytes("VmRSS"))
kept = opening.check()
tell("most", kilobytes("VmHWM"))
tell("kept", kilobytes("VmRSS"))
