#!/usr/bin/env bash
# system.sh SUITE NAME [PACKAGE ...]: a Debian of that suite with those packages, in a folder of the
# cache; prints the folder. Made once, with network; made anew when the list of packages changes or
# when the folder NAME is deleted. NEVA_PACKAGE_MIRROR names another Debian mirror than the usual.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh
suite=$1
root=$cache/$2
shift 2

stamp="$suite $*"
if [[ -e $root/.made-from && $(cat "$root/.made-from") == "$stamp" ]]; then
    echo "$root"
    exit
fi
exec 3>&1 >&2
need debootstrap 'debootstrap debian-archive-keyring'

base=$cache/base-$suite
if [[ ! -e $base/.made-from ]]; then
    echo "Fetching Debian $suite (about 200 MB on the disk)."
    rm -rf "$base"
    mkdir -p "$base"
    debootstrap --variant=minbase "$suite" "$base" ${NEVA_PACKAGE_MIRROR:+"$NEVA_PACKAGE_MIRROR"} \
        >"$cache/debootstrap.log" 2>&1 || { tail "$cache/debootstrap.log"; exit 1; }
    read -r _ mirror _ <"$base/etc/apt/sources.list"
    printf 'deb %s main\n' "$mirror $suite" "$mirror $suite-updates" \
        "${mirror%/}-security $suite-security" >"$base/etc/apt/sources.list"
    # How this machine reaches its mirror: proxies and the like.
    apt-config dump | grep -E '^Acquire::(Check|Retries|[hH]ttps?|ftp)' \
        >"$base/etc/apt/apt.conf.d/99host" || true
    echo 'APT::Install-Recommends "false";' >"$base/etc/apt/apt.conf.d/98minimal"
    packaging/linux/inside.sh --network "$base" sh -c \
        'apt-get -q update && apt-get -q -y upgrade' >"$cache/debootstrap.log" 2>&1 ||
        { tail "$cache/debootstrap.log"; exit 1; }
    echo "$suite" >"$base/.made-from"
fi

rm -rf "$root"
cp -a --reflink=auto "$base" "$root"
rm "$root/.made-from"
if [[ $# -gt 0 ]]; then
    echo "Installing into $root: $*"
    packaging/linux/inside.sh --network "$root" apt-get -q -y install "$@" \
        >"$cache/install.log" 2>&1 || { tail "$cache/install.log"; exit 1; }
fi
echo "$stamp" >"$root/.made-from"
echo "$root" >&3
