#!/bin/sh
# Prints the path of a Python that fits the locks, once the system has all the reader needs of it:
# that Python, its venv module, and the shared libraries Qt loads.
#
# What is missing is installed with apt-get when root asks; anyone else is told the one command to
# run. Where nothing is missing, apt-get is not called. PYTHON names an interpreter to use instead
# of the first that fits.
set -eu

# A library Qt for Python loads when a window opens (xcb) or a picture is drawn (offscreen), and its
# Debian and Ubuntu package. What these packages always bring along themselves is not listed.
libraries='
libEGL.so.1           libegl1
libGL.so.1            libgl1
libdbus-1.so.3        libdbus-1-3
libfontconfig.so.1    libfontconfig1
libglib-2.0.so.0      libglib2.0-0
libX11-xcb.so.1       libx11-xcb1
libxcb-cursor.so.0    libxcb-cursor0
libxcb-icccm.so.4     libxcb-icccm4
libxcb-keysyms.so.1   libxcb-keysyms1
libxcb-randr.so.0     libxcb-randr0
libxcb-shape.so.0     libxcb-shape0
libxcb-sync.so.1      libxcb-sync1
libxcb-xfixes.so.0    libxcb-xfixes0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
'

fail() {
    echo "$*" >&2
    exit 1
}

# The first Python from 3.11 to 3.14: the versions the locks are made for.
find_python() {
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11 python3.14}; do
        "$name" -c '
import sys
if not (3, 11) <= sys.version_info[:2] <= (3, 14):
    sys.exit(1)
print(sys.executable)' 2>/dev/null && return
    done
    return 1
}

if [ -n "${PYTHON-}" ] && ! find_python >/dev/null; then
    fail "PYTHON=$PYTHON is not a Python from 3.11 to 3.14."
fi

missing_python_packages() {
    if python=$(find_python); then
        "$python" -c '
import sys
try:
    import ensurepip, venv
except ImportError:
    print("python{}.{}-venv".format(*sys.version_info))'
    elif command -v python3 >/dev/null; then
        echo python3.11-venv # the system's own is too old; Ubuntu 22.04 has this one beside it
    else
        echo python3-venv
    fi
}

missing_library_packages() {
    # ldconfig also lists libraries for other processors.
    case $(uname -m) in
    x86_64) processor='x86-64' ;;
    aarch64) processor='AArch64' ;;
    *) processor='' ;;
    esac
    known=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null) || return 0
    echo "$libraries" | while read -r library package; do
        [ -n "$library" ] || continue
        case $known in
        *"	$library (libc6,$processor"*) ;;
        *) echo "$package" ;;
        esac
    done
}

missing_packages() {
    missing_python_packages
    if [ "$(uname -s)" = Linux ]; then missing_library_packages; fi
}

apt() {
    DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@"
}

# Installs the packages named; the package lists are fetched only if the ones at hand do not do.
install_packages() {
    echo "Installing system packages: $*" >&2
    log=$(mktemp)
    if apt install --no-install-recommends "$@" >"$log" 2>&1 ||
        { apt update && apt install --no-install-recommends "$@"; } >"$log" 2>&1; then
        rm -f "$log"
    else
        cat "$log" >&2
        rm -f "$log"
        fail "apt-get could not install these system packages: $*"
    fi
}

update_if_never_done() {
    for list in /var/lib/apt/lists/*Packages*; do
        [ -e "$list" ] || printf 'sudo apt-get update && '
        return
    done
}

# Twice: a fresh system's python3 may turn out too old, and a newer one is the second step.
for _ in 1 2; do
    packages=$(missing_packages | tr '\n' ' ' | sed 's/ *$//')
    [ -n "$packages" ] || break
    if ! command -v apt-get >/dev/null; then
        fail "The reader needs Python 3.11 to 3.14 with venv and the libraries of Qt;" \
            "install what your system calls: $packages"
    elif [ "$(id -u)" -ne 0 ]; then
        fail "Some system packages are missing; install them with:" \
            "$(update_if_never_done)sudo apt-get install $packages"
    fi
    # shellcheck disable=SC2086 # a list of names
    install_packages $packages
done
[ -z "$(missing_packages)" ] ||
    fail "These system packages are installed, yet what they hold is not found: $packages"
find_python
