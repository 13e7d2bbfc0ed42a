#!/usr/bin/env bash
# inventory.sh APPLICATION DEBIAN: writes into APPLICATION the licences of what is inside and the list
# of it (SBOM). DEBIAN is a file with the names of the Debian packages it has parts of.
set -euo pipefail
application=$1
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh
"$tools/bin/python" packaging/common/inventory.py --system linux --version "$version" \
    --packages "$application/python/lib/python3/dist-packages" --cache "$cache" \
    --debian "$2" --root "$cache/bookworm-build" \
    --licences "$application/licences" --sbom "$application/sbom.cdx.json"
chmod -R u=rwX,go=rX "$application/licences" "$application/sbom.cdx.json"
