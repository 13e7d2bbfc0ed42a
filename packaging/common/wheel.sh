#!/usr/bin/env bash
# wheel.sh FOLDER: builds the reader's wheel in FOLDER, from the files git knows or would take,
# bearing the packages' version. Prints its path.
set -euo pipefail
folder=$(realpath -m "$1")
cd "$(dirname "$0")/../.."
. packaging/common/settings.sh
packaging/setup/environment.sh "$tools" requirements/packaging.lock

rm -rf "$folder"
mkdir -p "$folder/source"
# What lies ignored in the tree (caches, old builds) stays out; an unpacked archive has no git.
if git rev-parse --git-dir >/dev/null 2>&1; then
    git ls-files -z --cached --others --exclude-standard -- \
        LICENSE README.md pyproject.toml reader resources |
        while IFS= read -r -d '' name; do [ ! -e "$name" ] || printf '%s\0' "$name"; done
else
    find LICENSE README.md pyproject.toml reader resources \
        -name __pycache__ -prune -o -type f -print0
fi | sort -z | tar -c --null -T - | tar -x -C "$folder/source"
sed -i "s/^__version__ = .*/__version__ = \"$version\"/" "$folder/source/reader/__init__.py"
# Modes go into the wheel; those of a checkout depend on whose it is.
chmod -R u=rwX,go=rX "$folder/source"

(cd "$folder/source" &&
    "$tools/bin/python" -m hatchling build --target wheel --directory "$folder" >&2)
echo "$folder"/*.whl
