#!/bin/sh
# Sets up what the reader needs, then opens it; arguments go to the reader.
set -eu
cd "$(dirname "$0")/../.."
packaging/setup/environment.sh .venv requirements/runtime.lock

case ${1-} in
index | check | export | screenshot | --version | --help | -h) ;; # these need no display
*)
    if [ -z "${DISPLAY-}${WAYLAND_DISPLAY-}${QT_QPA_PLATFORM-}" ]; then
        see='.venv/bin/python -m reader screenshot OUT.png'
        echo "ไม่พบจอภาพสำหรับเปิดหน้าต่าง หากต้องการดูหน้าอ่านเป็นไฟล์ภาพ ใช้คำสั่ง $see" >&2
        echo "There is no display to open a window on; for a picture of it, run: $see" >&2
        exit 2
    fi
    ;;
esac
exec .venv/bin/python -m reader "$@"
