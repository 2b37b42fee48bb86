#!/usr/bin/env bash
# Install what the system lacks, where the user may; otherwise print the line to type.
#
#   system-packages.sh python PYTHON   what PYTHON needs to make a virtual environment
#   system-packages.sh pictures        what Qt needs to draw without a screen
#   system-packages.sh window          what Qt needs to open a window
#
# Quiet when nothing is missing. Libraries are not looked up in a list: the dynamic linker says
# which ones it cannot find, and Debian's naming rule says which package holds them.
set -euo pipefail
cd "$(dirname "$0")/.."

qt_files() { # the parts of Qt that must load for the wanted use
    local qt
    qt=$(echo .venv/lib/python3*/site-packages/PySide6/Qt)
    echo "$qt"/lib/libQt6{Core,Gui,Widgets}.so.6 "$qt"/plugins/platforms/libqoffscreen.so
    [ "$1" = pictures ] || echo "$qt"/plugins/platforms/libq{xcb,wayland}.so
}

missing_libraries() {
    # shellcheck disable=SC2046 # one file a word
    { LC_ALL=C ldd $(qt_files "$1") 2>/dev/null || true; } | sed -n 's/^\s*\(\S*\) => not found$/\1/p' | sort -u
}

has_a_font() {
    find /usr/share/fonts /usr/local/share/fonts ~/.fonts ~/.local/share/fonts \
        \( -name '*.ttf' -o -name '*.otf' -o -name '*.ttc' \) -print -quit 2>/dev/null | grep -q .
}

package_of() { # Debian Policy 8.1: libfoo.so.1 is in libfoo1, libfoo2.so.1 in libfoo2-1
    local library=$1 name version
    case $library in
    libglib-2.0.* | libgobject-2.0.* | libgio-2.0.* | libgthread-2.0.* | libgmodule-2.0.*)
        echo libglib2.0-0
        return
        ;;
    libz.so.*)
        echo zlib1g
        return
        ;;
    libbrotli*)
        echo libbrotli1
        return
        ;;
    esac
    name=${library%.so.*} version=${library##*.so.}
    name=$(echo "$name" | tr 'A-Z_' 'a-z-')
    case $name in
    *[0-9]) echo "$name-$version" ;;
    *) echo "$name$version" ;;
    esac
}

as_root() { # empty when we are root, "sudo -n" when sudo asks nothing, else failure
    if [ "$(id -u)" = 0 ]; then
        echo
    else
        sudo -n true 2>/dev/null && echo "sudo -n"
    fi
}

known_name() { # newer releases add "t64" to some names
    local package
    for package in "$1" "$1t64"; do
        if apt-cache show "$package" 2>/dev/null | grep -q '^Package:'; then
            echo "$package"
            return
        fi
    done
    echo "$1"
}

install_packages() {
    local root package words names=()
    if ! root=$(as_root); then
        echo "Type this line, then try again:" >&2
        echo "    sudo apt-get install --yes --no-install-recommends $*" >&2
        return 1
    fi
    echo "Installing from the system's own packages: $*"
    export DEBIAN_FRONTEND=noninteractive
    $root apt-get update --quiet=2 </dev/null >/dev/null || echo "The list of packages could not be renewed." >&2
    for package in "$@"; do
        names+=("$(known_name "$package")")
    done
    if ! words=$($root apt-get install --yes --quiet=2 --no-install-recommends "${names[@]}" \
        </dev/null 2>&1); then
        printf '%s\n' "$words" "The installation failed. What was tried:" \
            "    apt-get install --yes --no-install-recommends ${names[*]}" >&2
        return 1
    fi
}

provide() { # provide SENTENCE PACKAGE…
    echo "$1" >&2
    shift
    if ! command -v apt-get >/dev/null; then
        echo "This system has no apt-get. The packages that hold it are called on Debian: $*" >&2
        return 1
    fi
    install_packages "$@"
}

provide_venv() {
    local python=$1 version
    "$python" -c 'import ensurepip, venv' 2>/dev/null && return
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    provide "$python cannot make a virtual environment yet." "python$version-venv"
}

provide_qt() {
    local libraries packages
    if ! compgen -G '.venv/lib/python3*/site-packages/PySide6/Qt/lib/libQt6Core.so.6' >/dev/null; then
        echo "Qt is not in .venv yet. Type: make setup" >&2
        return 1
    fi
    libraries=$(missing_libraries "$1")
    packages=$(for library in $libraries; do package_of "$library"; done | sort -u)
    if ! has_a_font; then
        libraries="$libraries a font" packages="$packages fonts-dejavu-core"
    fi
    [ -n "$packages" ] || return 0
    # shellcheck disable=SC2086 # one package a word
    provide "Missing on this system: $(echo $libraries)" $packages
    libraries=$(missing_libraries "$1")
    [ -z "$libraries" ] || {
        echo "Still missing: "$libraries >&2
        return 1
    }
}

[ "$(uname)" = Linux ] || exit 0
case ${1:-} in
python) provide_venv "$2" ;;
pictures | window) provide_qt "$1" ;;
*)
    echo "Say what it is for: python PYTHON, pictures or window." >&2
    exit 2
    ;;
esac
