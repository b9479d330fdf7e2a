# Shared by the scripts beside it; sourced, not run. Everything here speaks on standard error.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
local_props="$root/AzurePackages.local.props"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

say() { printf '%s\n' "$*" >&2; }
. "$root/scripts/azurite.sh"
. "$root/scripts/chromium.sh"

need_sdk() {
  if command -v dotnet >/dev/null && dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then return; fi
  say "This needs the .NET 10 SDK, which is not found on this machine."
  say "Get it from https://dotnet.microsoft.com/download/dotnet/10.0 or with your package manager"
  say "(for example: apt install dotnet-sdk-10.0, brew install dotnet-sdk, winget install Microsoft.DotNet.SDK.10),"
  say "open a new terminal, and run this again."
  exit 1
}

# Runs a command for at most so many seconds; 124 when they ran out. macOS has no timeout(1).
within() {
  local seconds=$1 child waited=0
  shift
  "$@" &
  child=$!
  while kill -0 "$child" 2>/dev/null; do
    if [ "$waited" -ge $((seconds * 5)) ]; then
      kill "$child" 2>/dev/null
      wait "$child" 2>/dev/null
      return 124
    fi
    sleep 0.2
    waited=$((waited + 1))
  done
  wait "$child"
}

# The part of the Azure build that only some package feeds have, restored in a folder that is thrown away.
try_feed() {
  local trial=$1 package
  cp "$root/Directory.Packages.props" "$trial/"
  for config in "$root"/[Nn]u[Gg]et.[Cc]onfig; do [ -e "$config" ] && cp "$config" "$trial/"; done
  {
    echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup><ItemGroup>'
    for package in Microsoft.Azure.Functions.Worker Microsoft.Azure.Functions.Worker.Sdk Microsoft.Azure.Functions.Worker.Extensions.Http \
      Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore Microsoft.Azure.Functions.Worker.Extensions.Timer Azure.Data.Tables \
      Grpc.AspNetCore.Server Grpc.Tools Yarp.ReverseProxy; do
      echo "<PackageReference Include=\"$package\" />"
    done
    echo '</ItemGroup></Project>'
  } >"$trial/trial.csproj"
  within 60 dotnet restore "$trial/trial.csproj" --verbosity quiet >/dev/null 2>&1
}

remember_feed() {
  printf '<Project>\n  <!-- Found by scripts/*; delete this file to have it tried again. -->\n  <PropertyGroup><AzurePackages>%s</AzurePackages></PropertyGroup>\n</Project>\n' "$1" >"$local_props.$$"
  mv "$local_props.$$" "$local_props"
}

# Decides once which of the two builds this machine can make, and remembers it.
choose_build() {
  if [ ! -e "$local_props" ]; then
    say "Looking once whether this machine's package feed has the Azure packages..."
    trial=$(mktemp -d)
    trap 'rm -rf "$trial"' EXIT
    local status=0
    try_feed "$trial" || status=$?
    if [ "$status" -eq 0 ] && dotnet build "$root/src/ArgaliConcessions.Host.Azure" -p:AzurePackages=true --verbosity quiet >/dev/null 2>&1; then
      say "It has them: building against the real packages."
      remember_feed true
    elif [ "$status" -eq 0 ]; then
      say "It has them, but the Azure host does not build with them here: building against the stand-ins in src/Compat."
      remember_feed false
    elif [ "$status" -eq 124 ]; then
      say "No answer within a minute: building against the stand-ins in src/Compat this time."
    else
      say "It has not: building against the stand-ins in src/Compat, which do the same on this machine."
      remember_feed false
    fi
    rm -rf "$trial"
    trap - EXIT
  fi
  if [ -e "$local_props" ] && grep -q '<AzurePackages>true<' "$local_props"; then feed=azure; else feed=compat; fi
}

build_host() {
  host="$root/src/ArgaliConcessions.Host.Local/bin/$feed/Release/net10.0/ArgaliConcessions.Host.Local.dll"
  say "Building (the first time takes about a minute)..."
  dotnet build "$root/src/ArgaliConcessions.Host.Local" --configuration Release --verbosity quiet --nologo -clp:NoSummary >&2
}

# The repository's own data folder, unless the caller names one: the same from every working directory. Leaves it in $folder.
with_data() {
  arguments=("$@")
  folder="$root/data"
  local argument last= named=
  for argument in "$@"; do
    # The host takes the last one too.
    if [ "$last" = --data ]; then folder=$argument; fi
    if [ "$argument" = --data ]; then named=yes; fi
    last=$argument
  done
  if [ -z "$named" ]; then arguments+=(--data "$folder"); fi
}

# Takes --tables and --table out of the arguments and makes settings of them; the rest goes on to the host.
with_store() {
  local rest=() tables="${ARGALI_TABLES:-}" table=argali given=
  while [ $# -gt 0 ]; do
    case $1 in
      --tables | --table)
        if [ $# -lt 2 ]; then
          say "$1 needs a value."
          exit 2
        fi
        given=yes
        if [ "$1" = --tables ]; then tables=$2; else table=$2; fi
        shift 2
        ;;
      *)
        rest+=("$1")
        shift
        ;;
    esac
  done
  # A variable that is not set must not turn the backup of a country into one of a developer's folder.
  if [ -n "$given" ] && [ -z "$tables" ]; then
    say "--table and --tables name a table elsewhere: give --tables CONNECTION-STRING-OR-HTTPS-ADDRESS, or set ARGALI_TABLES."
    exit 2
  fi
  if [ -n "$tables" ]; then
    export Storage__Kind=AzureTables Storage__AzureTables__Table="$table"
    case $tables in
      https://*) export Storage__AzureTables__ServiceUri="$tables" ;;
      http://*)
        say "An address must be https. The emulator is named by its connection string."
        exit 2
        ;;
      *) export Storage__AzureTables__ConnectionString="$tables" ;;
    esac
  fi
  with_data ${rest[@]+"${rest[@]}"}
}
