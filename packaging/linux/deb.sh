#!/usr/bin/env bash
# deb.sh APPLICATION OUT: the .deb of a folder made by application.sh. Runs inside the bookworm that
# builds; VERSION is that of the package, LEVEL how hard xz tries (1 to 9).
set -euo pipefail
application=$1
out=$2
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root

install -d "$root"/{DEBIAN,opt,usr/bin,usr/share/doc/neva-reader,usr/share/lintian/overrides}
cp -a "$application" "$root/opt/neva-reader"
ln -s /opt/neva-reader/bin/neva-reader "$root/usr/bin/neva-reader"
"$here/desktop.sh" "$root/usr/share"

doc=$root/usr/share/doc/neva-reader
install -m 644 "$here/data/copyright" "$doc/copyright"
gzip -9n >"$doc/changelog.gz" <<CHANGES
neva-reader ($VERSION) stable; urgency=medium

  * Made from the source of this version.

 -- Neva Reader contributors <neva-reader@example.org>  $(date --utc --date="@$SOURCE_DATE_EPOCH" -R)
CHANGES
install -m 644 "$here/data/lintian-overrides" "$root/usr/share/lintian/overrides/neva-reader"

# What Qt is linked to and does not lie beside it. dpkg-shlibdeps wants to stand in a source package.
install -d "$work/debian"
printf 'Source: neva-reader\n\nPackage: neva-reader\nArchitecture: amd64\n' >"$work/debian/control"
mapfile -t programs < <(find "$root/opt" -type f \( -name '*.so' -o -name '*.so.*' -o -name python3.11 \))
mapfile -t own < <(find "$root/opt" -name '*.so.*' -printf '-l%h\n' | sort -u)
depends=$(cd "$work" && dpkg-shlibdeps -O "${own[@]}" "${programs[@]}" 2>"$work/warnings" |
    sed 's/^shlibs:Depends=//') || { cat "$work/warnings" >&2; exit 1; }

cat >"$root/DEBIAN/control" <<CONTROL
Package: neva-reader
Version: $VERSION
Architecture: amd64
Maintainer: Neva Reader contributors <neva-reader@example.org>
Installed-Size: $(find "$root" -type f -printf '%s\n' | awk '{ n += $1 } END { print int(n / 1024) }')
Depends: $depends
Section: education
Priority: optional
Description: offline reader for Thai encyclopedic texts
 Neva Reader opens on the October Revolution entry of the encyclopedia of modern
 European history: the text set as a good Thai book sets it, a definition under
 the pointer for every marked term, a panel of people and places, and a map of
 Petrograd in 1917. It does the same for any Thai text that marks its terms so.
 .
 It brings its own Python, Qt and typefaces, and never uses a network.
CONTROL
(cd "$root" && find . -path ./DEBIAN -prune -o -type f -printf '%P\n' | sort | xargs -d '\n' md5sum \
    >DEBIAN/md5sums)

chmod -R u=rwX,go=rX "$root"
find "$root" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
# One thread: where xz cuts its blocks depends on how many it has.
dpkg-deb --root-owner-group -Zxz -z"${LEVEL:-9}" --threads-max=1 --build "$root" "$out" >/dev/null
