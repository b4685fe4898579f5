#!/usr/bin/env bash
# The browser tests: EGIDE names the program. Debian's Chromium; no browser is ever downloaded.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
if [ ! -d node_modules ] || [ package-lock.json -nt node_modules ]; then
  npm ci --no-audit --no-fund --ignore-scripts >&2
  touch node_modules
fi
exec node --test --test-concurrency=1 ./*.test.mjs
