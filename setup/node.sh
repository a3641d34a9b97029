# What the staff's pages need of npm and of the look, copied to where the controller serves it from.

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
    set_done node "$wanted"
}

assets_ready() {
    local sources wanted
    mapfile -t sources < <(find media/look media/fonts controller/web/assets.py -type f -not -name '*.pyc' | sort)
    wanted=$(mark assets package-lock.json requirements.lock "${sources[@]}")
    is_done assets "$wanted" && [ -d controller/web/static/vendor ] && return
    say "Copying libraries, fonts and colours to where the pages find them"
    quietly .venv/bin/python -m controller.web.assets
    set_done assets "$wanted"
}
