# Chromium, in which the console is tested; sourced by scripts/test. Everything here speaks on standard error.

# Names it in CHROMIUM: as it was set, as it is found, or Debian's, which is installed where that may be. Returns 1 where it cannot be had.
find_chromium() {
  [ -n "${CHROMIUM:-}" ] && return
  local program
  for program in chromium chromium-browser google-chrome; do
    if command -v "$program" >/dev/null; then
      CHROMIUM=$(command -v "$program")
      export CHROMIUM
      return
    fi
  done
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    say "Installing Chromium, which the console is tested in..."
    if apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >&2 && command -v chromium >/dev/null; then
      CHROMIUM=$(command -v chromium)
      export CHROMIUM
      return
    fi
  fi
  say "Chromium is not found on this machine (apt install chromium, or name its program in CHROMIUM)."
  return 1
}
