#!/bin/sh
# environment.sh FOLDER LOCK: makes a Python environment in FOLDER holding exactly what LOCK names.
#
# An environment that is already right is left alone: no network, no apt-get, no pip. What it was
# made from (the lock, the list of system libraries, the Python version) is written in it last of
# all, so that one whose making was interrupted is made anew.
set -eu
folder=$1
lock=$2
cd "$(dirname "$0")/../.."
stamp=$folder/.made-from

made_from() {
    sha256sum "$lock" packaging/setup/system.sh
    "$1" -c 'import sys; print("Python {}.{}".format(*sys.version_info))'
}

if [ -e "$stamp" ] &&
    [ "$(made_from "${PYTHON:-$folder/bin/python}" 2>/dev/null)" = "$(cat "$stamp")" ]; then
    exit 0
fi

exec >&2 # set-up is no part of the output asked for
python=$(packaging/setup/system.sh)
echo "Setting up $folder ($("$python" --version)); Qt is about 100 MB to download, once."
rm -f "$stamp"
"$python" -m venv --clear "$folder"
"$folder/bin/python" -m pip install --disable-pip-version-check \
    --require-hashes --only-binary :all: -r "$lock"
made_from "$python" >"$stamp.new"
mv "$stamp.new" "$stamp"
