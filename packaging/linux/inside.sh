#!/usr/bin/env bash
# inside.sh [--network] [--bind FOLDER:PLACE]... [--as USER] ROOT COMMAND [ARGUMENT ...]
#
# Runs a command in the system whose files lie in ROOT (a chroot), in namespaces of its own: mounts
# and processes end with it. It has no network unless --network is given.
set -euo pipefail

if [[ ${1-} != --entered ]]; then
    [[ $(id -u) -eq 0 ]] || { echo 'inside.sh needs root.' >&2; exit 1; }
    net=(--net)
    if [[ ${1-} == --network ]]; then
        net=()
        shift
    fi
    exec unshare --mount --pid --fork --kill-child "${net[@]}" -- "$0" --entered "$@"
fi
shift

binds=()
user=''
while [[ $1 == --* ]]; do
    case $1 in
    --bind) binds+=("$2"); shift 2 ;;
    --as) user=$2; shift 2 ;;
    *) echo "inside.sh: $1?" >&2; exit 2 ;;
    esac
done
root=$1
shift

mount --make-rprivate /
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
for bind in ${binds[@]+"${binds[@]}"}; do
    place=$root${bind#*:}
    if [[ -d ${bind%%:*} ]]; then mkdir -p "$place"; else touch "$place"; fi
    mount --rbind "${bind%%:*}" "$place"
done

home=/root
become=()
if [[ -n $user ]]; then
    home=/home/$user
    become=(setpriv --reuid "$user" --regid "$user" --init-groups --)
fi
# Not exec: as long as this shell, the first process in there, is root's, all ends when it is told to;
# the kernel would forget that on a change of user.
status=0
env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    HOME="$home" LANG=C.UTF-8 TZ=UTC DEBIAN_FRONTEND=noninteractive TERM=dumb \
    ${SOURCE_DATE_EPOCH:+SOURCE_DATE_EPOCH="$SOURCE_DATE_EPOCH"} PYTHONHASHSEED=0 \
    chroot "$root" "${become[@]}" "$@" || status=$?
exit "$status"
