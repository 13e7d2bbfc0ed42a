#!/bin/sh
# Sets up what the translations need, brings resources/i18n/*.ts into line with the strings of the
# interface, says what is left to translate, and makes the .qm files the reader loads.
set -eu
cd "$(dirname "$0")/../.."
packaging/setup/environment.sh .venv-test requirements/dev.lock

.venv-test/bin/python packaging/setup/update_ts.py
for language in th en; do
    .venv-test/bin/pyside6-lrelease -silent "resources/i18n/neva_$language.ts" \
        -qm "resources/i18n/neva_$language.qm"
done
