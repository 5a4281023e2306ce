#!/usr/bin/env bash
# A private PostgreSQL server for tests: in a temporary folder, on a free port of 127.0.0.1, gone afterwards.
#   eng/postgres.sh run COMMAND…   starts it, runs the command with MLOPS_TEST_POSTGRES set, and always stops it
#   eval "$(eng/postgres.sh start)"   starts it and sets MLOPS_TEST_POSTGRES in this shell
#   eng/postgres.sh stop           stops and deletes what 'start' started (the folder named by MLOPS_TEST_POSTGRES_FOLDER, or the last one)
set -euo pipefail

readonly last="${TMPDIR:-/tmp}/mlops-postgres-last.$(id -u)"

fail() {
    echo "postgres.sh: $*" >&2
    exit 1
}

find_binaries() {
    local folder
    for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n -r) "$(dirname "$(command -v initdb 2>/dev/null || echo /none/initdb)")"; do
        if [[ -x "$folder/initdb" && -x "$folder/pg_ctl" ]]; then
            echo "$folder"
            return
        fi
    done
    fail "there is no PostgreSQL server here (no /usr/lib/postgresql/*/bin/initdb): install Debian's package 'postgresql'."
}

# The server refuses to run as root: then it runs as Debian's user 'postgres'.
as_server() {
    if [[ $(id -u) == 0 ]]; then
        id postgres >/dev/null 2>&1 || fail "run by root, it needs a user 'postgres' to run the server as."
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

free_port() {
    local port
    for _ in $(seq 200); do
        port=$((20000 + RANDOM % 20000))
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            echo "$port"
            return
        fi
    done
    fail "found no free port on 127.0.0.1."
}

start() {
    local binaries folder port attempt
    binaries=$(find_binaries)
    folder=$(mktemp -d "${TMPDIR:-/tmp}/mlops-postgres.XXXXXX")
    if [[ $(id -u) == 0 ]]; then chown postgres "$folder"; fi
    as_server "$binaries/initdb" -D "$folder/data" -U mlops --auth-host=trust --auth-local=reject -E UTF8 --locale=C.UTF-8 \
        >"$folder.log" 2>&1 || { cat "$folder.log" >&2; rm -rf "$folder" "$folder.log"; fail "initdb failed."; }
    rm -f "$folder.log"

    # Another program may take the port between the look and the start.
    for attempt in 1 2 3 4 5; do
        port=$(free_port)
        if as_server "$binaries/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 \
            -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='' -c fsync=on -c max_connections=200" \
            start >/dev/null 2>&1; then
            echo "$folder" >"$last"
            echo "export MLOPS_TEST_POSTGRES_FOLDER='$folder'"
            echo "export MLOPS_TEST_POSTGRES='Host=127.0.0.1;Port=$port;Username=mlops;Database=postgres'"
            return
        fi
    done
    cat "$folder/log" >&2 || true
    rm -rf "$folder"
    fail "the server did not start."
}

stop() {
    local folder="${MLOPS_TEST_POSTGRES_FOLDER:-}"
    if [[ -z "$folder" && -f "$last" ]]; then folder=$(cat "$last"); fi
    [[ -n "$folder" && -d "$folder/data" ]] || fail "there is no server that 'start' has started."
    as_server "$(find_binaries)/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$folder"
    if [[ -f "$last" && $(cat "$last") == "$folder" ]]; then rm -f "$last"; fi
}

case "${1:-}" in
start) start ;;
stop) stop ;;
run)
    shift
    [[ $# -gt 0 ]] || fail "run needs a command."
    settings=$(start)
    eval "$settings"
    trap stop EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    "$@"
    ;;
*) fail "say 'run COMMAND…', 'start' or 'stop'." ;;
esac
