# The virtual environment .venv, with exactly what requirements.lock names.

is_suitable() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null
}

find_python() {
    local name
    for name in python3.13 python3.12 python3.11 python3; do
        if is_suitable "$name"; then
            printf '%s\n' "$name"
            return
        fi
    done
    return 1
}

# Debian keeps venv's half of Python in a package of its own.
install_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    install_missing "$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
}

is_environment() {
    is_suitable .venv/bin/python && .venv/bin/python -m pip -V >/dev/null 2>&1
}

make_environment() {
    is_environment && return
    local python
    python=$(find_python) || stop "Python 3.11, 3.12 or 3.13 is needed: apt-get install python3"
    install_venv "$python"
    say "Making the virtual environment .venv with $("$python" -V)"
    rm -rf .venv
    "$python" -m venv .venv
}

python_ready() {
    make_environment
    local wanted
    wanted=$(mark python requirements.lock pyproject.toml)
    is_done python "$wanted" && return
    say "Installing the Python packages of requirements.lock (some 150 MB at the first time)"
    quietly .venv/bin/python -m pip install --disable-pip-version-check \
        --require-hashes -r requirements.lock
    quietly .venv/bin/python -m pip install --disable-pip-version-check \
        --no-deps --no-build-isolation -e .
    set_done python "$wanted"
}
