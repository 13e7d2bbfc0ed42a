# shellcheck shell=sh disable=SC2034 # its variables are for those who source it
# Sourced, from the top of the tree, by every script that makes packages or tests them.
#
# version     of the packages; it comes from reader/__init__.py, NEVA_PACKAGE_VERSION replaces it
#             (the upgrade test needs a second one)
# dist        where finished packages go (NEVA_PACKAGE_DIST)
# cache       what is fetched or costs time to make, kept between runs (NEVA_PACKAGE_CACHE)
# tools       the Python environment of requirements/packaging.lock

reader_version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' reader/__init__.py)
version=${NEVA_PACKAGE_VERSION:-$reader_version}
dist=${NEVA_PACKAGE_DIST:-$PWD/dist}
cache=${NEVA_PACKAGE_CACHE:-$HOME/.cache/neva-package}
tools=$cache/tools
[ -n "$version" ] || { echo 'No version in reader/__init__.py.' >&2; exit 1; }

# Everything in a package bears the time of the last commit, so that it can be built again; an
# unpacked archive has none.
if [ -z "${SOURCE_DATE_EPOCH-}" ]; then
    SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || stat -c %Y pyproject.toml)
fi
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1
umask 022

# need PROGRAM PACKAGE ...: installs the Debian packages whose programs are missing, or says how to.
need() {
    missing=''
    while [ $# -gt 0 ]; do
        command -v "$1" >/dev/null || missing="$missing $2"
        shift 2
    done
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "Missing programs; install with: sudo apt-get install$missing" >&2
        exit 1
    fi
    echo "Installing system packages:$missing" >&2
    # shellcheck disable=SC2086 # a list of names
    { apt-get -q update && DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y -o DPkg::Lock::Timeout=300 install --no-install-recommends $missing; } >&2
}
