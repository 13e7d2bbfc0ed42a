#!/bin/sh
# What the tests look at the program with: a screen reader's bus, a list of system calls, a reader of
# PDF. Root gets what is missing installed, once; for anyone else the tests that need it say what
# they lack and are passed over.
set -eu
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then exit 0; fi
missing=''
for package in xvfb dbus at-spi2-core python3-gi gir1.2-atspi-2.0 strace poppler-utils; do
    # shellcheck disable=SC2016 # the field is dpkg-query's
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
        missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "Installing for the tests:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # a list of names
apt-get -q -y install --no-install-recommends $missing >/dev/null 2>&1 ||
    { apt-get -q -y update && apt-get -q -y install --no-install-recommends $missing; } >/dev/null 2>&1 ||
    echo "They could not be installed; the tests that need them are passed over." >&2
