# shellcheck shell=bash
# Sourced by the tests of the packages: a screen (Xvfb) without window manager, and what is compared.

open_screen() {
    install -d -m 1777 /tmp/.X11-unix
    local number
    exec {number}< <(exec Xvfb -displayfd 1 -screen 0 1280x860x24 -nolisten tcp -ac 2>/dev/null)
    screen_process=$!
    read -r -t 20 -u "$number" DISPLAY || { echo 'Xvfb does not start.' >&2; exit 1; }
    export DISPLAY=:$DISPLAY
}

close_screen() {
    [[ -z ${screen_process-} ]] || kill "$screen_process" 2>/dev/null || true
}

# wait_for_window PART-OF-TITLE: prints the window's id once it is shown and changes no more.
wait_for_window() {
    local id
    for _ in $(seq 150); do
        id=$(xdotool search --onlyvisible --name "$1" 2>/dev/null | tail -1)
        if [[ -n $id ]]; then
            still
            echo "$id"
            return
        fi
        sleep 0.2
    done
    echo "No window was shown with a title like $1." >&2
    return 1
}

# still: waits until the screen has stayed as it is for three seconds, a minute at most.
still() {
    local before='' now same=0
    for _ in $(seq 60); do
        now=$(import -silent -window root rgb:- | sha256sum)
        if [[ $now == "$before" ]]; then same=$((same + 1)); else same=0; fi
        [[ $same -lt 3 ]] || return 0
        before=$now
        sleep 1
    done
}

# picture FILE: takes the screen, and refuses one that is all of one colour.
picture() {
    import -silent -window root "$1"
    local colours
    colours=$(identify -format %k "$1")
    [[ $colours -gt 100 ]] || { echo "$1 shows nothing ($colours colours)." >&2; return 1; }
}

# compare_with_source EXPECTED HOME COMMAND...: the program says of the entry and of /shared/text.txt
# what expected.sh has laid down in EXPECTED. HOME is, from here, the home of who runs it.
compare_with_source() {
    local expected=$1 home=$2 format file
    shift 2
    "$@" index --json | cmp - "$expected/entry.json" || fail 'the entry differs'
    "$@" index --json /shared/text.txt | cmp - "$expected/text.json" || fail 'a text differs'
    while read -r format file <&3; do
        "$@" export --format "$format" -o "/home/reader/$file"
        if [[ -s $expected/exports/$file ]]; then
            cmp "$home/$file" "$expected/exports/$file" || fail "the export $format differs"
        else
            [[ -s $home/$file ]] || fail "the export $format is empty"
        fi
        rm "$home/$file"
    done 3<"$expected/formats"
}
