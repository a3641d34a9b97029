#!/usr/bin/env bash
# Runs a command beside servers of its own, and ends them with it:
#
#   setup/servers.sh COMMAND...
#
# NOUBA_TEST_POSTGRES  SQLAlchemy's address of an empty PostgreSQL
# NOUBA_TEST_REDIS     the address of an empty Redis
# DISPLAY              an X screen in memory, 1920 x 1920
set -euo pipefail
cd "$(dirname "$0")/.."
. setup/say.sh

scratch=$(mktemp -d /tmp/nouba-servers.XXXXXX)
chmod 755 "$scratch"
started=()

free_port() {
    .venv/bin/python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# PostgreSQL refuses to run as root, and its user may not enter this folder.
as_postgres() (
    cd "$scratch"
    if [ "$(id -u)" = 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
)

start_postgres() {
    local port
    postgres_programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
    [ -n "$postgres_programs" ] || return 0
    port=$(free_port)
    mkdir "$scratch/postgres"
    [ "$(id -u)" = 0 ] && chown postgres "$scratch/postgres"
    as_postgres "$postgres_programs/initdb" -D "$scratch/postgres/data" -U nouba --auth=trust \
        --encoding=UTF8 --locale=C >/dev/null
    as_postgres "$postgres_programs/pg_ctl" -D "$scratch/postgres/data" -w -s -l "$scratch/postgres/log" \
        -o "-p $port -c listen_addresses=127.0.0.1 -k $scratch/postgres" start >/dev/null
    as_postgres "$postgres_programs/createdb" -h 127.0.0.1 -p "$port" -U nouba nouba
    stop_postgres() { as_postgres "$postgres_programs/pg_ctl" -D "$scratch/postgres/data" -m immediate -s stop; }
    export NOUBA_TEST_POSTGRES="postgresql+psycopg://nouba@127.0.0.1:$port/nouba"
}
stop_postgres() { :; }

start_redis() {
    command -v redis-server >/dev/null || return 0
    local port
    port=$(free_port)
    setpriv --pdeathsig TERM redis-server --port "$port" --bind 127.0.0.1 --save "" --appendonly no \
        --dir "$scratch" --logfile "$scratch/redis.log" >/dev/null &
    started+=($!)
    export NOUBA_TEST_REDIS="redis://127.0.0.1:$port"
}

start_screen() {
    command -v Xvfb >/dev/null || return 0
    local number
    setpriv --pdeathsig TERM Xvfb -displayfd 3 -screen 0 1920x1920x24 -nolisten tcp 3>"$scratch/display" >/dev/null 2>&1 &
    started+=($!)
    for _ in $(seq 100); do
        [ -s "$scratch/display" ] && break
        sleep 0.1
    done
    number=$(cat "$scratch/display")
    [ -n "$number" ] || stop "Xvfb did not start"
    export DISPLAY=":$number"
}

end_all() {
    stop_postgres || true
    [ ${#started[@]} = 0 ] || kill "${started[@]}" 2>/dev/null || true
    rm -rf "$scratch"
}
trap end_all EXIT

start_postgres
start_redis
start_screen
"$@"
