# System packages, by apt: only those that are missing.

listed() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@"; }

# Since 2024 some libraries bear the suffix t64 (their times have 64 bits).
is_installed() {
    local name
    for name in "$1" "$1t64"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] && return
    done
    return 1
}

# as_root COMMAND...: runs it as root, by sudo when we are somebody else.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo -- "$@"
    else
        stop "System packages are missing, and this needs root or sudo: $*"
    fi
}

# install_missing PACKAGE...: installs those that the machine does not have yet.
install_missing() {
    local package missing=()
    for package; do
        is_installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} = 0 ] && return
    command -v apt-get >/dev/null ||
        stop "This set-up knows Debian and Ubuntu only. Install by hand: ${missing[*]}"
    say "Installing system packages: ${missing[*]}"
    quietly as_root apt-get update
    quietly as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends "${missing[@]}"
}

is_ubuntu() { grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; }

# Prints the path of a browser that runs, as nouba/chromium.py does: Ubuntu's package is but a
# script that asks for a snap.
find_browser() {
    local name
    for name in chromium google-chrome google-chrome-stable chromium-browser; do
        if command -v "$name" >/dev/null && timeout 30 "$name" --version >/dev/null 2>&1; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# Ubuntu has Chromium as a snap only, which a container cannot install.
install_browser() {
    find_browser >/dev/null && return
    if is_ubuntu; then
        install_snap || say "No Chromium or Chrome runs here, and Ubuntu has no package of it:" \
            "what needs a browser is left out. Install google-chrome-stable from Google to have it."
        return
    fi
    install_missing $(listed setup/packages/browser.txt)
}

install_snap() {
    command -v snap >/dev/null && timeout 20 snap list >/dev/null 2>&1 || return
    say "Installing the snap chromium"
    mkdir -p var
    as_root snap install chromium >var/setup.log 2>&1 && find_browser >/dev/null
}
