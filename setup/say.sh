# How the set-up speaks: one line per step, in plain words.

# bold FILE-DESCRIPTOR TEXT: bold on a terminal, plain in a file.
bold() { if [ -t "$1" ]; then printf '\033[1m%s\033[0m' "$2"; else printf '%s' "$2"; fi; }

say() { printf '%s %s\n' "$(bold 3 '==>')" "$*"; } 3>&1

stop() {
    printf '%s %s\n' "$(bold 2 'nouba:')" "$*" >&2
    exit 1
}

# quietly COMMAND...: what it says goes to var/setup.log, and is shown when it fails.
quietly() {
    mkdir -p var
    "$@" >var/setup.log 2>&1 && return
    tail -20 var/setup.log >&2
    stop "This did not succeed (all of it is in var/setup.log): $*"
}

# mark NAME FILE...: the text that a step's stamp must hold to be skipped.
mark() {
    local name=$1
    shift
    printf '%s %s\n' "$name" "$(cat "$@" | sha256sum | cut -d' ' -f1)"
}

is_done() { [ -f ".stamps/$1" ] && [ "$(cat ".stamps/$1")" = "$2" ]; }

set_done() {
    mkdir -p .stamps
    printf '%s\n' "$2" >".stamps/$1"
}
