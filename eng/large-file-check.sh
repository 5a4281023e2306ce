#!/usr/bin/env bash
# Profiles a CSV file of so many MB (5,000 when none is said) and holds the tool to less than 300 MB of memory.
# Needs a Release build, and the room for the file in the folder for temporary files; on Linux.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly megabytes="${1:-5000}"
readonly most_kilobytes=$((300 * 1024))
readonly tool=src/Mlops.Cli/bin/Release/net10.0/Mlops.Cli.dll
[[ -f "$tool" ]] || {
    echo "There is no $tool: run 'dotnet build -c Release' first."
    exit 1
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# A block of 10,000 rows of numbers, flags, categories and missing values, repeated until the size is reached.
awk 'BEGIN {
    srand(1)
    for (row = 0; row < 10000; row++) {
        line = ""
        for (column = 0; column < 12; column++) line = line (rand() < 0.02 ? "" : sprintf("%.6f", 100 * rand() - 50 * column)) ","
        print line (rand() < 0.3 ? "true" : "false") ",city" int(3000 * rand() * rand())
    }
}' >"$folder/block"
block=$(stat -c %s "$folder/block")
repeats=$((megabytes * 1000000 / block + 1))
{
    echo "a,b,c,d,e,f,g,h,i,j,k,l,flag,city"
    for ((i = 0; i < repeats; i++)); do cat "$folder/block"; done
} >"$folder/large.csv"

started=$SECONDS
dotnet "$tool" profile "$folder/large.csv" -o "$folder/large.profile" >"$folder/output" &
pid=$!
peak=0
while kill -0 "$pid" 2>/dev/null; do
    now=$(awk '/^VmHWM/ { print $2 }' "/proc/$pid/status" 2>/dev/null || true)
    if [[ -n "$now" ]]; then peak="$now"; fi
    sleep 0.1
done
wait "$pid"
echo "$megabytes MB in $((SECONDS - started)) s; at most $((peak / 1024)) MB of memory."
rows=$((repeats * 10000))
grep -q "\"rows\":$rows[,}]" "$folder/large.profile" || {
    echo "The profile does not have $rows rows."
    exit 1
}
((peak > 0 && peak < most_kilobytes)) || {
    echo "That is not less than 300 MB."
    exit 1
}
