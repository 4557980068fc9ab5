#!/usr/bin/env bash
# Runs every test of the repository and ends with the line "N passed, N failed". Exit code 0 only if nothing failed.
# Needs the .NET 10 SDK and Node; what else the tests use (Debian's chromium, g++) is installed when missing.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

install() {
  local missing=()
  command -v chromium >/dev/null || missing+=(chromium)
  command -v g++ >/dev/null || missing+=(g++)
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "installing ${missing[*]}"
  local sudo=""
  [ "$(id -u)" -eq 0 ] || sudo="sudo"
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq "${missing[@]}" >/dev/null
}

passed=0 failed=0 skipped=0
count() { # name, passed, failed, skipped
  passed=$((passed + $2)) failed=$((failed + $3)) skipped=$((skipped + $4))
  printf '%-40s %s passed, %s failed, %s skipped\n' "$1:" "$2" "$3" "$4" | sed 's/^/  /'
}

dotnet_project() {
  local project=$1 log
  log=$(mktemp)
  dotnet test "tests/$project" --no-build --nologo -v q 2>&1 | tee "$log"
  local line
  line=$(grep -E '(Passed|Failed)! +- Failed:' "$log" | tail -n 1)
  if [ -z "$line" ]; then
    echo "$project ended without a result"
    count "$project" 0 1 0
  else
    count "$project" "$(sed -E 's/.*Passed: +([0-9]+).*/\1/' <<<"$line")" "$(sed -E 's/.*Failed: +([0-9]+).*/\1/' <<<"$line")" "$(sed -E 's/.*Skipped: +([0-9]+).*/\1/' <<<"$line")"
  fi
  rm -f "$log"
}

node_project() { # folder with a package.json whose test script is node's own runner
  local folder=$1 log
  log=$(mktemp)
  (cd "$folder" && { [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund --loglevel=error; } && npm test --silent) 2>&1 | tee "$log"
  local p f
  p=$(sed -nE 's/^# pass ([0-9]+)$/\1/p;s/^ℹ pass ([0-9]+)$/\1/p' "$log" | tail -n 1)
  f=$(sed -nE 's/^# fail ([0-9]+)$/\1/p;s/^ℹ fail ([0-9]+)$/\1/p' "$log" | tail -n 1)
  count "$folder" "${p:-0}" "${f:-1}" 0
  rm -f "$log"
}

install || echo "could not install everything; tests that need it will say so"
if ! dotnet build CollabSummaries.sln --nologo -v q -clp:ErrorsOnly; then
  echo "the build failed"
  echo "0 passed, 1 failed"
  exit 1
fi

for folder in tests/*/; do
  name=$(basename "$folder")
  if compgen -G "$folder*.Tests.csproj" >/dev/null || [ "$name" = CollabSummaries.EndToEnd ]; then
    dotnet_project "$name"
  elif [ -f "$folder/package.json" ] && grep -q '"test"' "$folder/package.json"; then
    node_project "tests/$name"
  fi
done

node_project src/editor

[ "$skipped" -gt 0 ] && echo "$skipped skipped"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
