#!/usr/bin/env bash
# open-sample.sh CASE FOLDER: open a case in a window; without a screen show it as text, and its
# tabs as pictures in the folder.
set -euo pipefail
cd "$(dirname "$0")/.."

sample=$1
pictures=$2

has_screen() { [ "$(uname)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

if has_screen && .ci/system-packages.sh window; then
    status=0
    .venv/bin/caseviewer "$sample" || status=$?
    [ "$status" = 2 ] || exit "$status" # 2: there was no screen to open it on
fi

.venv/bin/caseviewer show "$sample"
echo
echo "No window could be opened, so the case stands above as text."
if .ci/system-packages.sh pictures; then
    QT_QPA_PLATFORM=offscreen .venv/bin/caseviewer render "$sample" --out "$pictures"
    echo "Its tabs are drawn as pictures in $pictures/."
fi
echo "To see the window, run it on a machine with a screen, or over ssh -X."
