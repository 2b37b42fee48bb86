"""`python -m caseviewer` is the command `caseviewer`."""

import sys

from caseviewer.cli import main

if __name__ == "__main__":
    sys.exit(main())
