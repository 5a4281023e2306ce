#!/usr/bin/env bash
# The long proofs of the registry under load; the tests run short forms of the first two.
#   eng/registry-soak.sh writers   16 writers in 4 processes for 60 s on one store: versions without gaps, no lost update,
#                                  every change in the log exactly once, the log verifies
#   eng/registry-soak.sh kill      200 SIGKILLs of a writing process at random moments: the store opens and holds what was
#                                  acknowledged; on PostgreSQL the server crashes (-m immediate) at every tenth instead
#   eng/registry-soak.sh speed     100,000 versions: searches, latest, by alias, what was live; audited changes a second
#   eng/registry-soak.sh flips     every single byte of the audit table flipped on SQLite (the tests flip every 13th of each row)
#   eng/registry-soak.sh all       one after another
# Each but 'flips' runs on SQLite, and on PostgreSQL where its server is installed (eng/postgres.sh).
# More options go to the program: eng/registry-soak.sh writers --seconds 600 --seed 7
# It works in a temporary folder (TMPDIR), prints tables, and ends with 1 when something is not as promised.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly binaries=tests/Mlops.Registry.Soak/bin/Release/net10.0

# Run by the program while a server is up: a crash, and a start with recovery from its log.
crash_server() {
    local tools command
    tools=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t/ -k5 -n -r | head -1)
    command=("${tools:-$(dirname "$(command -v pg_ctl)")}/pg_ctl" -D "$MLOPS_TEST_POSTGRES_FOLDER/data" -l "$MLOPS_TEST_POSTGRES_FOLDER/log" -m immediate -w restart)
    if [[ $(id -u) == 0 ]]; then
        (cd / && runuser -u postgres -- "${command[@]}") >/dev/null 2>&1
    else
        "${command[@]}" >/dev/null 2>&1
    fi
}

prove() {
    local folder status=0
    folder=$(mktemp -d "${TMPDIR:-/tmp}/mlops-registry-soak.XXXXXX")
    dotnet "$binaries/Mlops.Registry.Soak.dll" "$@" --folder "$folder" || status=$?
    rm -rf "$folder"
    return $status
}

on_both() {
    local status=0
    local -a crashes=()
    if [[ $1 == kill ]]; then crashes=(--crash-every 10 --crash-command "$PWD/eng/registry-soak.sh crash-server"); fi
    prove "$@" --store sqlite || status=1
    if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; then
        eng/postgres.sh run "$PWD/eng/registry-soak.sh" prove "$@" --store postgres "${crashes[@]}" || status=1
    else
        echo "$1 on postgresql: not run, since no server is installed here (Debian's package 'postgresql')."
    fi
    return $status
}

case "${1:-}" in
crash-server) crash_server ;;
prove)
    shift
    prove "$@"
    ;;
writers | kill | speed)
    dotnet build tests/Mlops.Registry.Soak -c Release -v quiet --nologo
    on_both "$@"
    ;;
flips)
    dotnet build tests/Mlops.Registry.Tests -c Release -v quiet --nologo
    MLOPS_TEST_EXHAUSTIVE=1 tests/Mlops.Registry.Tests/bin/Release/net10.0/Mlops.Registry.Tests -noColor \
        -class Mlops.Registry.Tests.Tampering.FlippedByteTests
    ;;
all)
    status=0
    for one in writers kill speed flips; do eng/registry-soak.sh "$one" || status=1; done
    exit $status
    ;;
*)
    sed -n '2,13p' "$0" | cut -c3-
    exit 2
    ;;
esac
