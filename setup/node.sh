# What the staff's pages need of npm, copied to where the controller serves it from.

install_npm() {
    command -v npm >/dev/null && return
    if command -v node >/dev/null; then
        install_missing npm
    else
        install_missing nodejs npm
    fi
}

node_ready() {
    [ -f package-lock.json ] || return 0
    local wanted
    wanted=$(mark node package-lock.json package.json)
    is_done node "$wanted" && return
    install_npm
    say "Installing the pages' libraries of package-lock.json"
    quietly npm ci --no-audit --no-fund --ignore-scripts
    .venv/bin/python -m controller.web.assets
    set_done node "$wanted"
}
