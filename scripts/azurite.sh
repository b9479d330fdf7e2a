# Azurite, the Table service's emulator; sourced by the scripts that need it. Everything here speaks on standard error.
azurite_version=3.35.0
azurite_home="$root/.tools/azurite"
azurite_main="$azurite_home/node_modules/azurite/dist/src/table/main.js"
# The emulator's one account and its published key (https://learn.microsoft.com/azure/storage/common/storage-use-azurite).
azurite_account='AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

# Node.js and npm: Debian's, where they are missing and may be installed.
need_node() {
  command -v node >/dev/null && command -v npm >/dev/null && return
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "Installing Node.js, which Azurite runs on..."
    apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq nodejs npm >&2 && return
  fi
  say "Azurite needs Node.js 18 or later and npm, which are not found on this machine (https://nodejs.org, or: apt install nodejs npm)."
  return 1
}

# Installs it once below .tools, beside the repository's own files.
install_azurite() {
  need_node || return 1
  [ -e "$azurite_main" ] && grep -q "\"version\": \"$azurite_version\"" "$azurite_home/node_modules/azurite/package.json" && return
  say "Installing Azurite $azurite_version (once; about 190 MB in .tools)..."
  rm -rf "$azurite_home"
  mkdir -p "$azurite_home"
  if npm install --prefix "$azurite_home" --no-audit --no-fund --no-package-lock --ignore-scripts --loglevel error "azurite@$azurite_version" >&2; then return; fi
  rm -rf "$azurite_home"
  say "Azurite could not be installed from npm."
  return 1
}

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

answers_on() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Starts it on a free port of this machine alone, and names it in ARGALI_AZURITE. An argument is a folder to keep its tables in;
# without one they are kept in memory and gone with it. Returns 1 where it cannot be had.
start_azurite() {
  install_azurite || return 1
  local port keep=(--inMemoryPersistence) attempt
  if [ $# -gt 0 ]; then
    mkdir -p "$1"
    keep=(--location "$1")
  fi
  for attempt in 1 2 3; do
    port=$(free_port)
    # A process group of its own: a Ctrl-C at the terminal must reach the program first, and this only when that has ended.
    set -m
    node "$azurite_main" --tableHost 127.0.0.1 --tablePort "$port" --skipApiVersionCheck --silent --disableTelemetry "${keep[@]}" >"$azurite_home/log" 2>&1 </dev/null &
    azurite_process=$!
    set +m
    for _ in $(seq 150); do
      kill -0 "$azurite_process" 2>/dev/null || break
      if answers_on "$port"; then
        export ARGALI_AZURITE="DefaultEndpointsProtocol=http;$azurite_account;TableEndpoint=http://127.0.0.1:$port/devstoreaccount1"
        return
      fi
      sleep 0.1
    done
    stop_azurite
  done
  say "Azurite did not start; its log is $azurite_home/log."
  return 1
}

# Only on SIGINT does it write what it has not written yet; after five seconds it is ended all the same.
stop_azurite() {
  [ -n "${azurite_process:-}" ] || return 0
  kill -INT "$azurite_process" 2>/dev/null || true
  for _ in $(seq 50); do
    kill -0 "$azurite_process" 2>/dev/null || break
    sleep 0.1
  done
  kill -KILL "$azurite_process" 2>/dev/null || true
  wait "$azurite_process" 2>/dev/null || true
  azurite_process=
}
