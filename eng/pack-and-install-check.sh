#!/usr/bin/env bash
# Packs everything, then does what a user does with the packages: adds Mlops.Sdk to a fresh project, installs the tool,
# and runs both on two small files. Leaves nothing behind.
set -euo pipefail
cd "$(dirname "$0")/.."

# For the tool's launcher, wherever the SDK is.
export DOTNET_ROOT="${DOTNET_ROOT:-$(dirname "$(readlink -f "$(command -v dotnet)")")}"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# A version of its own: the package cache keeps what it has once seen, so the same version would test an older build.
version="0.0.0-check.$(date -u +%Y%m%d%H%M%S).$$"
work="$(mktemp -d)"
packages="$work/packages"

remove_check_packages() {
    local cache
    cache="$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: //')"
    rm -rf "$work"
    find "$cache" -mindepth 2 -maxdepth 2 -type d -path "*/mlops.*/$version" -exec rm -rf {} + 2>/dev/null || true
    find "$cache" -mindepth 1 -maxdepth 1 -type d -name 'mlops.*' -empty -delete 2>/dev/null || true
}
trap remove_check_packages EXIT

fail() {
    echo "eng/pack-and-install-check.sh: $1" >&2
    exit 1
}

mkdir -p "$packages"
# The dependencies between our packages get their version from the restore.
for project in src/*/*.csproj; do
    dotnet restore "$project" -p:PackageVersion="$version" --verbosity quiet
done
for project in src/*/*.csproj; do
    # The version stands in the packages alone; the assemblies are those that were built and tested.
    dotnet pack "$project" -c Release --no-restore -p:PackageVersion="$version" -o "$packages" --verbosity quiet
    name="$(basename "$project" .csproj)"
    [[ -s "$packages/$name.$version.nupkg" ]] || fail "$name was not packed."
done

# The local folder comes beside the sources that the user has, and only it has our packages.
cat >"$work/nuget.config" <<CONFIG
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <packageSources>
    <add key="mlops-check" value="$packages" />
  </packageSources>
</configuration>
CONFIG

cd "$work"
awk 'BEGIN { print "amount,colour"; for (i = 1; i <= 4000; i++) { x = i * 0.6180339887; print x - int(x) "," (i % 3 ? "blue" : "red") } }' >reference.csv
awk 'BEGIN { print "amount,colour"; for (i = 1; i <= 4000; i++) { x = i * 0.6180339887; print x - int(x) + 0.5 "," (i % 3 ? "blue" : "red") } }' >current.csv

echo "== a fresh project with Mlops.Sdk"
dotnet new console --output app --name App --framework net10.0 >/dev/null
dotnet add app package Mlops.Sdk --version "$version" >/dev/null
cat >app/Program.cs <<'PROGRAM'
using Mlops.Data;
using Mlops.Data.Csv;
using Mlops.Drift;
using Mlops.Reporting.Rendering;

var baseline = DriftBaseline.Fit(Dataset.ReadCsv(args[0]));
var report = baseline.Compare(Dataset.ReadCsv(args[1], new CsvOptions { Schema = baseline.Schema }));
report.ToDocument().SaveHtml(args[2]);
Console.WriteLine(report.Verdict);
PROGRAM
dotnet build app -c Release --verbosity quiet -p:TreatWarningsAsErrors=true \
    -p:WarningsNotAsErrors=NU1901%3BNU1902%3BNU1903%3BNU1904
verdict="$(dotnet app/bin/Release/net10.0/App.dll reference.csv current.csv app.html)"
[[ "$verdict" == "Fail" ]] || fail "shifted data were judged '$verdict' instead of 'Fail'."
verdict="$(dotnet app/bin/Release/net10.0/App.dll reference.csv reference.csv app.html)"
[[ "$verdict" == "Pass" ]] || fail "equal data were judged '$verdict' instead of 'Pass'."
[[ -s app.html ]] || fail "the program wrote no report."

echo "== the tool"
dotnet tool install Mlops.Cli --version "$version" --tool-path tools >/dev/null
help="$(tools/mlops --help)"
[[ "$help" == *drift* ]] || fail "mlops --help does not name the command 'drift'."
status=0
tools/mlops drift reference.csv current.csv --html tool.html --fail-on fail >tool.txt 2>&1 || status=$?
[[ "$status" == 2 ]] || { cat tool.txt >&2; fail "mlops drift on shifted data ended with $status instead of 2."; }
[[ -s tool.html ]] || fail "mlops drift wrote no report."
tools/mlops drift reference.csv reference.csv --fail-on fail >tool.txt 2>&1 || { cat tool.txt >&2; fail "mlops drift on equal data did not pass."; }

echo "packed, installed and ran $version"
