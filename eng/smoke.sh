#!/usr/bin/env bash
# Publishes tests/Mlops.Smoke trimmed and self-contained, with the linker's warnings as errors, and runs what came out.
# Usage: eng/smoke.sh [RUNTIME]   (linux-x64 when left out)
set -euo pipefail
cd "$(dirname "$0")/.."

runtime="${1:-linux-x64}"
output="artifacts/smoke/$runtime"
rm -rf "$output"
dotnet publish tests/Mlops.Smoke -c Release -r "$runtime" --self-contained -o "$output"

# On another machine there would be no runtime to fall back on.
said="$(env -u DOTNET_ROOT PATH=/usr/bin:/bin "$output/Mlops.Smoke" </dev/null)"
echo "$said"
if [[ "$said" != "smoke: ok" ]]; then
    echo "eng/smoke.sh: expected the one line 'smoke: ok'." >&2
    exit 1
fi

echo "published size: $(du -sh "$output" | cut -f1)"
