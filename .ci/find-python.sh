#!/usr/bin/env bash
# Print the command of a Python that can carry the program: 3.11 or newer, one that can make a
# virtual environment if there is one. PYTHON=… decides it by hand.
set -euo pipefail

can() { "$1" -c "$2" >/dev/null 2>&1; }

new_enough=
for python in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
    can "$python" 'import sys; sys.exit(sys.version_info < (3, 11))' || continue
    if can "$python" 'import ensurepip, venv'; then
        echo "$python"
        exit 0
    fi
    new_enough=${new_enough:-$python}
done
if [ -n "$new_enough" ]; then
    echo "$new_enough"
    exit 0
fi
if [ -n "${PYTHON:-}" ]; then
    echo "\"$PYTHON\" is not a Python 3.11 or newer. Name another: make PYTHON=/path/to/python3.11 …" >&2
else
    echo "Case Viewer needs Python 3.11 or newer, and none was found. Install it, or name it:" \
        "make PYTHON=/path/to/python3.11 …" >&2
fi
exit 1
