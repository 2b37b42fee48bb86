#!/usr/bin/env bash
# Make the virtual environment in .venv, or bring the one that is there up to date.
set -euo pipefail
cd "$(dirname "$0")/.."

works() { # it starts, it is new enough, and it was made for this place
    .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null &&
        grep -qF "$(pwd -P)/.venv/bin/python" .venv/bin/pip
}

if ! works; then
    python=$(.ci/find-python.sh)
    .ci/system-packages.sh python "$python"
    echo "Making .venv with $("$python" --version) …"
    "$python" -m venv --clear .venv
fi
echo "Installing what Case Viewer and its tests need into .venv …"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
    --constraint constraints.txt --editable '.[test]'
