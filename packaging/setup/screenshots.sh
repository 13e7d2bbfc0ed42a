#!/bin/sh
# Sets up what the reader needs, then takes the pictures of the documents anew: docs/images/*.png.
set -eu
cd "$(dirname "$0")/../.."
packaging/setup/environment.sh .venv requirements/runtime.lock

mkdir -p docs/images
# picture NAME [OPTIONS]: docs/images/NAME.png, as `neva-reader screenshot` takes it.
picture() {
    name=$1
    shift
    .venv/bin/python -m reader screenshot "docs/images/$name.png" --size 1280x800 "$@"
    echo "docs/images/$name.png"
}

picture page
picture card --term 5
picture dark --theme dark --lang en --at 11379
