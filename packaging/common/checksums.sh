#!/usr/bin/env bash
# Writes dist/SHA256SUMS over all that people download of this version: sha256sum --check SHA256SUMS.
set -euo pipefail
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh
cd "$dist"
find . -maxdepth 1 -type f \( -name "*-$version-*" -o -name "*_${version}_*" \) -printf '%P\n' | sort |
    xargs -d '\n' sha256sum >SHA256SUMS
cat SHA256SUMS
