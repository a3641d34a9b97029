#!/usr/bin/env bash
# Makes this folder ready for a purpose, and does only what is still to be done.
#
#   setup/ready.sh run | demo | play | test | check | bench | screenshots
set -euo pipefail
cd "$(dirname "$0")/.."
. setup/say.sh
. setup/system.sh
. setup/python.sh
. setup/node.sh

system_ready() {
    local lists=(setup/packages/run.txt)
    case $1 in
    run | demo | play | screenshots) lists+=(setup/packages/screen.txt) ;;
    test | check) lists+=(setup/packages/screen.txt setup/packages/servers.txt setup/packages/paper.txt) ;;
    bench) lists+=(setup/packages/servers.txt) ;;
    *) stop "Unknown purpose: $1" ;;
    esac
    install_missing $(listed "${lists[@]}")
    case $1 in play | test | check | screenshots) install_browser ;; esac
}

texts_ready() {
    local catalogues wanted
    mapfile -t catalogues < <(find media -name '*.po' | sort)
    wanted=$(mark texts "${catalogues[@]}")
    is_done texts "$wanted" && return
    say "Compiling the texts of the four languages"
    quietly .venv/bin/python -m media.texts compile
    set_done texts "$wanted"
}

system_ready "${1:-demo}"
python_ready
node_ready
assets_ready
texts_ready
